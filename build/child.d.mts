export function withoutCoreDumps(program: string, args: string[]): [string, string[]]
export function runInPlace(program: string, args: string[], options?: object): Promise<number>
