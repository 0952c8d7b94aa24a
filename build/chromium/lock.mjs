import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Run `work` while no other process of this user does. A lock whose holder no longer lives is taken over. */
export async function withLock(directory, work) {
  mkdirSync(dirname(directory), { recursive: true })
  const holder = join(directory, 'pid')
  for (;;) {
    try {
      mkdirSync(directory)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (!lives(holder)) rmSync(directory, { recursive: true, force: true })
      else await pause(500)
    }
  }
  writeFileSync(holder, String(process.pid))
  try {
    return await work()
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function lives(holder) {
  let pid
  try {
    pid = Number(readFileSync(holder, 'utf8'))
  } catch {
    // The holder may be between making the directory and writing its id; its absence is judged at the next look.
    return retryOnce(holder)
  }
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const seenWithoutHolder = new Set()
function retryOnce(holder) {
  if (seenWithoutHolder.has(holder)) return false
  seenWithoutHolder.add(holder)
  return true
}
