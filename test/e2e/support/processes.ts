import { readdir, readFile } from 'node:fs/promises'

type Process = { pid: number; parent: number; command: string }

/** Every process that can be read; those that end meanwhile are left out. */
async function processes(): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    pids.map(async (pid): Promise<Process | undefined> => {
      try {
        const [status, command] = await Promise.all([
          readFile(`/proc/${pid}/stat`, 'utf8'),
          readFile(`/proc/${pid}/cmdline`, 'utf8'),
        ])
        const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1])
        return { pid: Number(pid), parent, command: command.replaceAll('\0', ' ') }
      } catch {
        return undefined
      }
    }),
  )
  return found.filter((one) => one !== undefined)
}

/** Process id of the practice service that this app started; fails when there is none. */
export async function practiceService(main: number): Promise<number> {
  const all = await processes()
  const service = all.find(({ parent, command }) => parent === main && command.includes('practice/main.js'))
  if (!service) throw new Error('the app has no practice service')
  return service.pid
}
