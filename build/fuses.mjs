import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** Where the fuses of an Electron binary begin; behind it: version of the form, their number, a character for each. */
const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
const form = 1
const off = 0x30
const on = 0x31
const removed = 0x72

/**
 * What a released binary is set to, in the order Electron numbers its fuses (form 1). Nobody starts it as plain Node, by
 * its environment, with a debugger or with another app than the archive it was made with.
 */
export const fuses = [
  { name: 'RunAsNode', is: false },
  { name: 'EnableCookieEncryption', is: true },
  { name: 'EnableNodeOptionsEnvironmentVariable', is: false },
  { name: 'EnableNodeCliInspectArguments', is: false },
  { name: 'EnableEmbeddedAsarIntegrityValidation', is: true },
  { name: 'OnlyLoadAppFromAsar', is: true },
  { name: 'LoadBrowserProcessSpecificV8Snapshot', is: false },
  { name: 'GrantFileProtocolExtraPrivileges', is: false },
  // The practice window's database is WebAssembly, in a process of its own; pages run none.
  { name: 'WasmTrapHandlers', is: true },
]

/** First and last+1 byte of each row of fuses in a binary: one, or two where it was made for two processors. */
function rowsIn(bytes) {
  const rows = []
  for (let at = bytes.indexOf(sentinel); at >= 0; at = bytes.indexOf(sentinel, at + 1)) {
    const [version, length] = bytes.subarray(at + sentinel.length, at + sentinel.length + 2)
    if (version !== form) throw new Error(`the fuses have form ${version}, only form ${form} is known`)
    const from = at + sentinel.length + 2
    rows.push([from, from + length])
  }
  if (rows.length === 0) throw new Error('no fuses in it: is this the binary of Electron?')
  return rows
}

/**
 * The fuses of a binary that are not as they have to be, by name; none: it may be released. One that Electron has and this
 * table has not is a fault too: somebody has to decide it.
 * @param {Uint8Array} binary
 * @returns {string[]}
 */
export function faultsOf(binary) {
  const bytes = Buffer.from(binary.buffer, binary.byteOffset, binary.byteLength)
  return rowsIn(bytes).flatMap(([from, to]) =>
    Array.from(bytes.subarray(from, to), (state, i) => {
      const fuse = fuses[i]
      if (!fuse) return [`fuse ${i + 1} is not in the table`]
      return state === removed || state === (fuse.is ? on : off)
        ? []
        : [`${fuse.name} is not ${fuse.is ? 'on' : 'off'}`]
    }).flat(),
  )
}

/**
 * The binary with every fuse as the table has it. Fuses that Electron removed stay as they are.
 * @param {Uint8Array} binary
 * @returns {Uint8Array}
 */
export function withFuses(binary) {
  const bytes = Buffer.from(binary)
  for (const [from, to] of rowsIn(bytes)) {
    if (to - from > fuses.length)
      throw new Error(`Electron has ${to - from} fuses, the table ${fuses.length}`)
    for (let i = 0; from + i < to; i += 1)
      if (bytes[from + i] !== removed) bytes[from + i] = fuses[i].is ? on : off
  }
  return bytes
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [verb, file] = process.argv.slice(2)
  if (!['set', 'check'].includes(verb) || file === undefined) {
    process.stderr.write(
      'npm run fuses -- set|check BINARY\n  Fuses of a packed Electron, before it is signed.\n',
    )
    process.exit(2)
  }
  if (verb === 'set') writeFileSync(file, withFuses(readFileSync(file)))
  // Read back from the disk, also after setting.
  const faults = faultsOf(readFileSync(file))
  process.stdout.write(faults.length === 0 ? 'every fuse is as it has to be\n' : `${faults.join('\n')}\n`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
