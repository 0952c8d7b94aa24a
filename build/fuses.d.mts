export const fuses: readonly { name: string; is: boolean }[]
export function faultsOf(binary: Uint8Array): string[]
export function withFuses(binary: Uint8Array): Uint8Array
