export type Counts = { passed: number; failed: number }
export function fromVitest(file: string, code: number): Counts
export function fromPlaywright(file: string, code: number): Counts
export function failuresIn(file: string): string[]
export function unsteadyIn(file: string): string[]
