import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import path from 'node:path'

export type DemoOptions = {
  /** Where pictures, files and table go. */
  out: string
  /** Folder with the files to import. */
  input: string
  /** The practice service is never started: the run ends with the batch in the queue. */
  offline: boolean
  /** Pace of the practice window, as its own option says it. */
  pace?: string
  /** A window to look at, where there is a display. */
  visible: boolean
}

const samples = fileURLToPath(new URL('../fixtures/sample', import.meta.url))

/** @throws for an unknown option, with its name */
export function readOptions(args: readonly string[]): DemoOptions {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({
    args: [...args],
    options: { out: text, input: text, pace: text, offline: flag, visible: flag },
  })
  return {
    out: path.resolve(values.out ?? 'out'),
    input: path.resolve(values.input ?? samples),
    ...(values.pace !== undefined && { pace: values.pace }),
    offline: values.offline,
    visible: values.visible,
  }
}
