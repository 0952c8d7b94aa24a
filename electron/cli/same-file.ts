import { resolve } from 'node:path'
import { UsageError } from './command'

/** Writing into a file that is being read would destroy it: the caller named one file twice. */
export function refuseOverwriting(
  out: string | undefined,
  others: Readonly<Record<string, string | undefined>>,
): void {
  if (out === undefined) return
  for (const [name, path] of Object.entries(others)) {
    if (path !== undefined && resolve(path) === resolve(out)) {
      throw new UsageError(`${name} and what is written are the same file, ${path}`)
    }
  }
}
