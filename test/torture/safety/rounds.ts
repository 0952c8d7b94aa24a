import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { encodeRow } from '#shared/backup/rows'
import type { JournalEntry } from '#shared/protocol/engine/records'
import { BackupReader, FILE_KEY } from '../../../electron/services/backup-file'
import { readBackup } from '../../../electron/services/backup-read'
import { openKey } from '../../../electron/services/sealed-key'
import { makeKeyPair } from '../../../electron/single-window/batch-signature'
import { bundle } from '../../support/bundle'
import { planted } from '../mutants/planted'
import { rows, type Errand, type Told } from './errand'
import { installationAt, theWindow } from './installation'
import type { Strike } from './strike'

const passphrase = 'a passphrase for backups'
const password = 'right password'
const sent: JournalEntry = {
  batchId: '00000000-0000-4000-8000-000000000001',
  contentHash: '1'.repeat(64),
  marks: ['mark'],
  at: '2026-01-01T00:00:00.000Z',
  account: 'practice|3301',
}

/** A profile with one book, one good backup of it, and a file that moves its desk. Copied for each round. */
export type World = {
  folder: string
  victim: string
  errand: Omit<Errand, 'profile' | 'task'>
  good: string
}

export async function makeWorld(): Promise<World> {
  const victim = await bundle('torture-safety', 'test/torture/safety/victim.ts', planted())
  const folder = await mkdtemp(path.join(tmpdir(), 'yiguan-safety-'))
  // Paths are kept in the profile: every round has it where it was made.
  const profile = path.join(folder, 'profile')
  const { vault, sessions, backups, journal, sentinel, signingKeys } = installationAt(profile)
  const entry = await vault.create({ kind: 'practice', label: '演练企业', officer: '王申报', password })
  const { entry: _entry, ...keys } = await vault.open(entry.id, password)
  sessions.opened(theWindow.webContents.id, entry, keys)
  await backups.setPassphrase(theWindow, entry.id, passphrase)
  await journal.append(entry.id, sent)
  await signingKeys.save(entry.id, makeKeyPair())
  const write = async (n: number, moves: boolean) => {
    const facts = { schema: 1, counters: { journal: n }, journal: { seq: n, hash: 'h' } }
    const id = await backups.begin(theWindow, entry.id, { ...facts, rows: n, confirmed: false, moves })
    await backups.part(theWindow, id, 'goods', encodeRow({ id: 'g', body: new Uint8Array(9) }))
    return backups.finish(theWindow, id, { ...facts, stores: [{ store: 'goods', rows: n }] })
  }
  const { id: good } = await write(1, false)
  await sentinel.advance(entry.id, { outbox: 5 })
  await cp(profile, path.join(folder, 'before'), { recursive: true })
  // The file goes to another computer: written by a copy of this one that moved out.
  const away = path.join(folder, 'moved')
  await cp(profile, away, { recursive: true })
  const old = installationAt(away)
  await old.sentinel.advance(entry.id, { moved: 1 })
  old.sessions.opened(theWindow.webContents.id, entry, keys)
  const facts = { schema: 1, counters: { journal: 2 }, journal: { seq: 2, hash: 'h' } }
  const id = await old.backups.begin(theWindow, entry.id, { ...facts, rows: 0, confirmed: true, moves: true })
  const { place } = await old.backups.finish(theWindow, id, { ...facts, stores: [] })
  await Promise.all([journal.close(), old.journal.close()])
  const { keyId, officer } = keys
  const bytes = (key: Uint8Array) => Buffer.from(key).toString('base64')
  const shown = { keyId, officer, dataKey: bytes(keys.dataKey), indexKey: bytes(keys.indexKey) }
  const errand = { book: entry.id, keys: shown, file: place, passphrase, password: 'another password' }
  return { folder, victim, errand, good }
}

export const removeWorld = ({ folder }: World): Promise<void> => rm(folder, { recursive: true, force: true })

/** One process that is struck, one at a time in a world, and what is wrong with what it left behind; nothing, when all is well. */
export async function round(
  { folder, victim, errand, good }: World,
  task: Errand['task'],
  strike?: Strike,
): Promise<{ told: Told | undefined; faults: string[] }> {
  const profile = path.join(folder, 'profile')
  await rm(profile, { recursive: true, force: true })
  await mkdir(profile)
  // Where a book is restored is another computer, with nothing on it.
  if (task === 'backup') await cp(path.join(folder, 'before'), profile, { recursive: true })
  const file = path.join(folder, 'errand.json')
  await writeFile(file, JSON.stringify({ ...errand, profile, task, ...(strike && { strike }) }))
  const told = await run(victim, file)
  const world = { profile, errand, good }
  return {
    told,
    faults: task === 'backup' ? await afterBackup(world, told) : await afterRestore(world, told),
  }
}

/** Strike at every act on the disk of a backup and of a restore. Gives the number of rounds with a fault. */
export async function everyAct(say: (line: string) => void): Promise<number> {
  const world = await makeWorld()
  let failed = 0
  try {
    for (const task of ['backup', 'restore'] as const) {
      const { told, faults: calm } = await round(world, task)
      for (const how of ['kill', 'full'] as const) {
        for (let at = 1; at <= told!.acts; at += 1) {
          const faults = [...calm, ...(await round(world, task, { how, at })).faults]
          if (faults.length === 0) continue
          failed += 1
          say(`FAILED ${task}, ${how} at act ${at}: ${faults.join('; ')}`)
        }
        say(`${task}: ${how} at each of ${told!.acts} acts on the disk`)
      }
    }
    return failed
  } finally {
    await removeWorld(world)
  }
}

function run(victim: string, file: string): Promise<Told | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [victim, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.once('error', reject)
    child.once('close', () => resolve(out === '' ? undefined : (JSON.parse(out) as Told)))
  })
}

type After = { profile: string; errand: World['errand']; good: string }

async function afterBackup({ profile, errand: { book, keys }, good }: After, told: Told | undefined) {
  const faults: string[] = []
  const { catalogue, backups, sessions, vault, journal } = installationAt(profile)
  const { kept, backups: entries } = await catalogue.read(book)
  const dataKey = Buffer.from(keys.dataKey, 'base64')
  const key = openKey(dataKey, kept!, 'yiguan backup key')!
  const folder = catalogue.defaultFolder(book)
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.ygbackup'))) {
    if (!(await isWhole(path.join(folder, name), key))) faults.push(`${name} has its name and is not whole`)
  }
  const state = await backups.state(book, {})
  for (const { id, missing } of state.backups) if (missing) faults.push(`${id} counts and is not there`)
  const isDone = told !== undefined && told.refused === undefined
  const last = entries.at(-1)!
  if (isDone !== (last.counters['journal'] ?? 0) > 1 && told)
    faults.push(`said ${told.refused ?? 'done'}, and was not`)
  if ((last.counters['journal'] ?? 0) === 1 && last.id !== good) faults.push('the backup of before is gone')
  if (told?.refused !== undefined && told.refused !== 'backup-write') faults.push(`refused: ${told.refused}`)
  // The next one is written as if nothing had happened.
  const entry = (await vault.books()).find(({ id }) => id === book)!
  const indexKey = Buffer.from(keys.indexKey, 'base64')
  sessions.opened(theWindow.webContents.id, entry, {
    ...{ ...keys, dataKey, indexKey, former: [] },
    officerId: entry.officers[0]!.id,
    roles: ['chief'],
  })
  const facts = { schema: 1, counters: { journal: 9 }, journal: { seq: 9, hash: 'h' } }
  const next = { ...facts, rows, confirmed: true, moves: false }
  const id = await backups.begin(theWindow, book, next)
  await backups.finish(theWindow, id, { ...facts, stores: [] })
  await journal.close()
  return faults
}

async function isWhole(file: string, backupKey: Uint8Array): Promise<boolean> {
  try {
    const reader = await BackupReader.open(file)
    const key = openKey(backupKey, reader.header.key, FILE_KEY)!
    await reader.close()
    await readBackup(file, key)
    return true
  } catch {
    return false
  }
}

/** A book that is there knows what was sent and counted, and has its key; else there is no book. */
async function afterRestore({ profile }: After, told: Told | undefined): Promise<string[]> {
  const { vault, journal, sentinel, signingKeys } = installationAt(profile)
  const books = await vault.books()
  const faults = told && (told.refused === undefined) !== (books.length === 1) ? ['said what is not so'] : []
  if (told?.refused !== undefined && told.refused !== 'restore-write') faults.push(`refused: ${told.refused}`)
  for (const { id } of books) {
    if ((await journal.entries(id)).length !== 1) faults.push('the book does not know what was sent')
    const { outbox, moved } = await sentinel.read(id)
    if (outbox !== 5) faults.push('the book does not know what was counted')
    if (moved) faults.push('the new computer is taken for the one that moved out')
    if (!(await signingKeys.load(id))) faults.push('the book would sign with another key')
  }
  await journal.close()
  return faults
}
