import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './install.mjs'

/**
 * Do `work` unless it was done for the same inputs and its outputs are still there.
 * @param {string} name of the piece of work
 * @param {{ inputs: string[], outputs: string[] }} files below the project folder; folders count with all in them
 * @param {() => Promise<void>} work
 * @returns {Promise<boolean>} whether it had to be done
 */
export async function unlessDone(name, { inputs, outputs }, work) {
  const file = join(root, 'node_modules/.cache/yiguan', `${name}.stamp`)
  const wanted = digest(inputs)
  const done = existsSync(file) && readFileSync(file, 'utf8') === wanted
  if (done && outputs.every((output) => existsSync(join(root, output)))) return false
  await work()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, wanted)
  return true
}

function digest(inputs) {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of filesOf(input)) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function filesOf(path) {
  if (!existsSync(join(root, path))) return []
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test|browser\.test)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort()
}
