export function findChromium(): string | null
export function ensureChromium(options?: { log?: (line: string) => void }): Promise<string>
/** Why `--no-sandbox` must be passed here, in one sentence; `null` when Chromium's sandbox can run. */
export function noSandboxReason(): string | null
