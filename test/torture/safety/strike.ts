import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/** `kill`: this process dies before the act, by SIGKILL. `full`: from that act on the disk takes nothing more. */
export type Strike = { how: 'kill' | 'full'; at: number }

type Act = (...args: never[]) => Promise<unknown>
const files = ['open', 'rename', 'rm', 'mkdir'] as const
const handles = ['write', 'writeFile', 'sync', 'truncate'] as const
/** What a full disk still does. */
const always = new Set<string>(['rm', 'rename', 'sync'])

/**
 * Count every act of this process on the disk from now on, and strike at one of them. Reading is no act.
 * @returns how many there were
 */
export function strikeAt(strike: Strike | undefined): () => number {
  let acts = 0
  const before = (name: string) => {
    acts += 1
    if (!strike || acts < strike.at) return
    if (strike.how === 'kill') process.kill(process.pid, 'SIGKILL')
    else if (!always.has(name)) {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    }
  }
  const struck =
    (name: string, act: Act): Act =>
    async (...args) => {
      before(name)
      return act(...args)
    }
  const real = fs.open
  for (const name of files) {
    const act = fs[name].bind(fs) as unknown as Act
    Object.assign(fs, { [name]: struck(name, act) })
  }
  Object.assign(fs, {
    open: async (...args: Parameters<typeof real>) => {
      const isReading = args[1] === undefined || args[1] === 'r'
      if (!isReading) before('open')
      const handle = await real(...args)
      for (const name of handles) {
        const act = handle[name].bind(handle) as unknown as Act
        Object.assign(handle, { [name]: struck(name, act) })
      }
      return handle
    },
  })
  syncBuiltinESMExports()
  return () => acts
}
