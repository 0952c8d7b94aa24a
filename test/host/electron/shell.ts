import { tellDriver } from '../process/driver'
import { configuration } from '../process/configuration'
import { strict } from './strict'

const slice: Pick<Electron.Shell, 'openExternal' | 'beep'> = {
  /** Recorded, never opened: a test must not reach outside. */
  async openExternal(url) {
    tellDriver({ kind: 'external', url: new URL(url).href })
    if (!configuration.driven) process.stderr.write(`${url}\n`)
  },
  beep: () => undefined,
}

export const shell = strict<Electron.Shell>('shell', slice)
