import { spawn } from 'node:child_process'

/**
 * Run a program to its end.
 * @returns {Promise<string>} what it wrote to stdout
 * @throws {Error} with the last line of stderr when it ends with another code than 0
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.on('data', (chunk) => (err += chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(out)
      else reject(new Error(err.trim().split('\n').at(-1) || `${program} ended with ${code}`))
    })
  })
}
