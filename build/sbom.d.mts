type Locked = { version: string; license?: string; integrity?: string; resolved?: string; dev?: boolean }
type Lock = { packages: Record<string, Locked> }
export function componentsOf(lock: Lock): (Locked & { name: string; isTool: boolean })[]
export function isAllowed(expression: string, licences?: ReadonlySet<string>): boolean
export function faultsIn(lock: Lock): string[]
export function sbomOf(
  lock: Lock,
  app: { name: string; version: string },
): { components: { name: string; scope: string; purl: string; hashes: { content: string }[] }[] }
