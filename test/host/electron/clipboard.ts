import { strict } from './strict'

/** A clipboard of its own: a test run must not touch the one of whoever runs it. */
let text = ''

const slice: Pick<Electron.Clipboard, 'writeText' | 'readText'> = {
  writeText: async (written) => void (text = written),
  readText: async () => text,
}

export const clipboard = strict<Electron.Clipboard>('clipboard', slice)
