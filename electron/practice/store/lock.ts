import { open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'

/** Another process that is alive works in this folder. */
export class DirectoryInUse extends Error {
  constructor(
    readonly directory: string,
    readonly pid: number,
  ) {
    super(
      `${directory} is in use by process ${pid}. Stop that service, or choose another folder. / ` +
        `目录正被进程 ${pid} 使用，请先停止该服务，或另选目录。`,
    )
    this.name = 'DirectoryInUse'
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there, under another account.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function ownerOf(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

/**
 * Take a folder for this process. A lock whose owner is dead (killed, power cut) is taken over.
 * @returns gives the folder back
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = path.join(directory, 'service.lock')
  for (let attempt = 0; ; attempt += 1) {
    try {
      const handle = await open(file, 'wx', 0o600)
      await handle.writeFile(`${process.pid}\n`)
      await handle.close()
      return () => rm(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 0) throw error
      const owner = await ownerOf(file)
      if (owner !== undefined && isAlive(owner)) throw new DirectoryInUse(directory, owner)
      await rm(file, { force: true })
    }
  }
}
