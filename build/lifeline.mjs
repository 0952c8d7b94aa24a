import { readFileSync } from 'node:fs'

/**
 * Call back when whoever started this process is gone, however they went. Looks once a second.
 * npm puts a shell between itself and its scripts, which outlives it; so under npm the shell's parent counts too.
 */
export function onParentGone(callback) {
  const underNpm = process.env.npm_lifecycle_event !== undefined
  const starters = () => [process.ppid, underNpm ? parentOf(process.ppid) : null].join()
  const atFirst = starters()
  const timer = setInterval(() => {
    if (starters() === atFirst) return
    clearInterval(timer)
    callback()
  }, 1_000)
  timer.unref()
}

/** Linux tells; elsewhere the shell alone counts. */
function parentOf(pid) {
  try {
    // The name in parentheses may hold anything; what follows it is state and parent.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]
  } catch {
    return null
  }
}
