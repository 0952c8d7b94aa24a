import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** How soon a program ends after the one that started us was killed without a word to us. */
const ORPHAN_CHECK_MS = 500

/**
 * The program as a shell starts it that forbids the system to write its memory to the disk when it crashes: keys and what was
 * opened with them lie there in clear. Windows writes no such file unless its user asks for it.
 * @returns {[string, string[]]}
 */
export const withoutCoreDumps = (program, args) =>
  process.platform === 'win32'
    ? [program, args]
    : ['/bin/sh', ['-c', 'ulimit -c 0; exec "$0" "$@"', program, ...args]]

/**
 * Run a program in our place: same streams, signals passed on, its end is ours.
 * @returns {Promise<number>} exit code; 128 + number when a signal ended it
 */
export function runInPlace(program, args, options = {}) {
  const child = spawn(program, args, { stdio: 'inherit', ...options })
  const pass = (signal) => child.kill(signal)
  for (const signal of SIGNALS) process.on(signal, pass)
  // npm passes a signal to its shell only, which ends without telling us.
  const parent = process.ppid
  const watch = setInterval(() => process.ppid === parent || pass('SIGTERM'), ORPHAN_CHECK_MS).unref()
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearInterval(watch)
      for (const name of SIGNALS) process.off(name, pass)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}
