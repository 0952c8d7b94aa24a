import path from 'node:path'
import pino, { type Logger } from 'pino'

/** An error without its message: messages of libraries may quote the value that upset them. */
export function errorFacts(error: unknown): { name: string; code?: string; frames: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] }
  const { code } = error as NodeJS.ErrnoException
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return { name: error.name, ...(code ? { code } : {}), frames }
}

/** The main process's log: one file, what happened and codes only. Names, amounts, numbers and keys never get here. */
export function createLog(directory: string): Logger {
  return pino(
    { base: null, serializers: { err: errorFacts } },
    pino.destination({ dest: path.join(directory, 'main.log'), mkdir: true, sync: true }),
  )
}
