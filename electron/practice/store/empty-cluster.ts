import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

/** What the cluster of one release of PGlite is called; another release may write its files otherwise. */
async function nameOfRelease(): Promise<string> {
  const program = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const description = await readFile(path.join(path.dirname(program), '..', 'package.json'), 'utf8')
  const { version } = JSON.parse(description) as { version: string }
  return `pglite-${version}-empty`
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )

/** Write a folder so that it is there whole or not at all; of two who write at once, one stays. */
async function whole(folder: string, write: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true, mode: 0o700 })
  const beside = await mkdtemp(`${folder}-`)
  try {
    const written = path.join(beside, 'whole')
    await write(written)
    await rename(written, folder)
  } catch (error) {
    if (!(await exists(folder))) throw error
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

/**
 * Put an empty cluster where a new database shall be. To make one takes seconds of computing and the result is always the
 * same, so this account keeps one in its cache; where there is no room for that, each is made anew.
 * @param make writes an empty cluster into a folder that does not exist yet, and has closed it when it returns
 */
export async function placeEmptyCluster(
  target: string,
  cache: string,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  if (await exists(target)) return
  const kept = path.join(cache, await nameOfRelease())
  if (!(await exists(kept))) await whole(kept, make).catch(() => undefined)
  await whole(target, (await exists(kept)) ? (folder) => cp(kept, folder, { recursive: true }) : make)
}
