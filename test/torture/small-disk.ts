import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, open, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const SIZE = '16m'

/**
 * A folder that can be filled to the last byte. With the right to mount it is a file system of its own; without, who
 * writes there is told that it is full (`needSpace`).
 */
export class SmallDisk {
  #isMounted = false

  constructor(readonly path: string) {}

  async make(): Promise<void> {
    await mkdir(this.path, { recursive: true })
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', this.path], { stdio: 'ignore' })
      this.#isMounted = true
    } catch {
      // Not ours to mount: `fill` says so instead.
    }
  }

  async fill(): Promise<void> {
    if (!this.#isMounted) return writeFile(this.#full, '')
    const file = await open(join(this.path, 'ballast'), 'w')
    const chunk = new Uint8Array(65_536)
    try {
      for (let size = chunk.length; size > 0;) {
        await file.write(chunk, 0, size).catch(() => (size = size >> 1))
      }
    } finally {
      await file.close()
    }
  }

  async free(): Promise<void> {
    await rm(join(this.path, 'ballast'), { force: true })
    await rm(this.#full, { force: true })
  }

  async remove(): Promise<void> {
    if (this.#isMounted) execFileSync('umount', ['-l', this.path])
    this.#isMounted = false
  }

  get #full(): string {
    return join(this.path, FULL)
  }
}

/** A folder with this file in it counts as full. */
const FULL = 'disk-is-full'

/** @throws as a disk does when there is no space left in a folder */
export function needSpace(folder: string): void {
  if (existsSync(join(folder, FULL))) throw new Error('ENOSPC: no space left on device')
}
