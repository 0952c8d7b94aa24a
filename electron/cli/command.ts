/** What a command may write to. stdout carries exactly one JSON document; everything for people goes to stderr. */
export type Io = {
  out(document: unknown): void
  note(text: string): void
}

/** One verb of the command line. `run` resolves with the exit code: 0 done, 1 refused or faults found, 2 wrong use. */
export type Command = {
  name: string
  /** First line: arguments. Then one sentence what it does, then its options. Shown by `--help`. */
  usage: string
  run(args: string[], io: Io): Promise<number>
}

export const DONE = 0
export const REFUSED = 1
export const WRONG_USE = 2

/** The caller wrote something that the command cannot understand; ends with exit code 2 and the usage. */
export class UsageError extends Error {}

/** The work cannot be done and the reason is known; ends with exit code 1 and the sentence, without a stack. */
export class RefusedError extends Error {}
