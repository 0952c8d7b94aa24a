import { closeSync, openSync, readFileSync, readSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Unzip, UnzipInflate } from 'fflate'
import { compare, valid } from 'semver'
import { root } from './install.mjs'
import { componentsOf } from './sbom.mjs'

// The lock file against advisories somebody carried here: no network. npm run audit -- PATH of what
// https://google.github.io/osv.dev/data/ calls the npm export (all.zip), or of a folder with such records.

/** Older than this, what is said of today's packages says little. */
const STALE_DAYS = 30
const PIECE_BYTES = 1 << 20

/**
 * An advisory in the Open Source Vulnerability format, as far as it is read here.
 * @typedef {{ introduced?: string, fixed?: string, last_affected?: string }} Event
 * @typedef {{ package?: { ecosystem: string, name: string }, versions?: string[],
 *   ranges?: { type: string, events: Event[] }[] }} Affected
 * @typedef {{ id: string, modified: string, withdrawn?: string, aliases?: string[], summary?: string,
 *   affected?: Affected[] }} Advisory
 */

const versionOf = (event) => event.introduced ?? event.fixed ?? event.last_affected
/** '0' stands before every version. */
const order = (a, b) => (a === b ? 0 : a === '0' ? -1 : b === '0' ? 1 : compare(a, b))
const isEvent = (event) => versionOf(event) === '0' || valid(versionOf(event)) !== null

/** Whether a range of semantic versions holds a version. @param {Event[]} events in any order */
export function isWithin(version, events) {
  let within = false
  const known = events.filter(isEvent).sort((a, b) => order(versionOf(a), versionOf(b)))
  for (const { introduced, fixed, last_affected } of known) {
    if (introduced !== undefined && order(version, introduced) >= 0) within = true
    if (fixed !== undefined && order(version, fixed) >= 0) within = false
    if (last_affected !== undefined && order(version, last_affected) > 0) within = false
  }
  return within
}

/** @param {Affected} affected */
const touches = ({ versions = [], ranges = [] }, version) =>
  versions.includes(version) ||
  ranges.some(({ type, events }) => type === 'SEMVER' && isWithin(version, events))

/**
 * What advisories hold against the packages of a lock file; those that were withdrawn hold nothing.
 * @param {Iterable<Advisory>} advisories
 * @returns `found`: one entry for each package and advisory; `read`: how many are about npm; `newest`: when the youngest of
 * them was changed, '' without any
 */
export function auditOf(lock, advisories) {
  const packages = new Map()
  for (const one of componentsOf(lock)) packages.set(one.name, [...(packages.get(one.name) ?? []), one])
  const found = []
  let [read, newest] = [0, '']
  for (const { id, modified, withdrawn, aliases = [], summary = '', affected = [] } of advisories) {
    const ofNpm = affected.filter((one) => one.package?.ecosystem === 'npm')
    if (ofNpm.length === 0) continue
    read += 1
    if (modified > newest) newest = modified
    if (withdrawn !== undefined) continue
    for (const one of ofNpm) {
      for (const { name, version, isTool } of packages.get(one.package.name) ?? []) {
        if (!touches(one, version)) continue
        const fixed = (one.ranges ?? []).flatMap(({ events }) => events.flatMap((event) => event.fixed ?? []))
        found.push({ id, aliases, name, version, isTool, summary, fixed })
      }
    }
  }
  return { found, read, newest }
}

/**
 * Every advisory of a folder of JSON files, at any depth, or of a zip of such.
 * @throws {Error} naming the file that is none
 * @returns {Iterable<Advisory>}
 */
export function* advisoriesIn(path) {
  if (statSync(path).isDirectory()) {
    for (const file of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort())
      if (file.endsWith('.json')) yield parsed(file, readFileSync(join(path, file), 'utf8'))
    return
  }
  const records = []
  const unzip = new Unzip((file) => {
    if (!file.name.endsWith('.json')) return
    const decoder = new TextDecoder()
    let text = ''
    file.ondata = (error, bytes, isLast) => {
      if (error) throw new Error(`${path}: ${file.name}: ${error.message}`)
      text += decoder.decode(bytes, { stream: !isLast })
      if (isLast) records.push(parsed(file.name, text))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  // Piece by piece: the export of a registry is hundreds of megabytes of small files.
  const file = openSync(path)
  try {
    const piece = Buffer.alloc(PIECE_BYTES)
    for (let isLast = false; !isLast;) {
      const length = readSync(file, piece)
      isLast = length === 0
      unzip.push(Uint8Array.from(piece.subarray(0, length)), isLast)
      yield* records.splice(0)
    }
  } finally {
    closeSync(file)
  }
}

function parsed(file, text) {
  const record = readAs(file, text)
  if (typeof record?.id !== 'string' || typeof record.modified !== 'string')
    throw new Error(`${file} is no advisory: it has no id or no day of its last change`)
  return record
}

function readAs(file, text) {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${file} is no JSON`, { cause })
  }
}

function main(path) {
  if (path === undefined) {
    process.stderr.write(
      'npm run audit -- PATH   advisories in the OSV format: the npm export (zip), or a folder\n',
    )
    return 2
  }
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const { found, read, newest } = auditOf(lock, advisoriesIn(path))
  if (read === 0) {
    process.stderr.write(`${path} holds no advisory about npm\n`)
    return 2
  }
  for (const { id, aliases, name, version, isTool, summary, fixed } of found) {
    const remedy = fixed.length > 0 ? `fixed in ${fixed.join(', ')}` : 'no fixed version'
    const names = [id, ...aliases].join(' ')
    process.stdout.write(
      `${name}@${version} (${isTool ? 'tool' : 'shipped'}): ${summary}; ${remedy}; ${names}\n`,
    )
  }
  const days = Math.floor((Date.now() - Date.parse(newest)) / 86_400_000)
  if (days > STALE_DAYS)
    process.stderr.write(`The youngest advisory is ${days} days old: fetch a newer export.\n`)
  process.stdout.write(
    `${componentsOf(lock).length} packages, ${read} advisories up to ${newest.slice(0, 10)}, ${found.length} hold\n`,
  )
  return found.length === 0 ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv[2])
