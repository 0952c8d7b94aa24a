import { createHash } from 'node:crypto'
import { mkdtemp, open as openFile, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cheapPasswords } from '../../test/support/cheap-passwords'
import { makeKeyPair } from '../single-window/batch-signature'
import {
  type Installation,
  backUpOf,
  bookOn,
  closeInstallations,
  company,
  factsOf,
  gb,
  installation,
  open,
  passphrase,
  sent,
  stranger,
  unasked,
  window,
} from './backup.test-data'

cheapPasswords()

let here: Installation
let book: string

beforeEach(async () => {
  here = await installation()
  book = await bookOn(here)
})
afterEach(closeInstallations)

const backUp = (n: number, kind: Partial<typeof unasked> = {}) => backUpOf(here, book, n, kind)

describe('a backup', () => {
  it('is opened on another computer by its passphrase alone: same keys, same rows, what was sent, what was counted', async () => {
    await here.journal.append(book, sent(1))
    await here.sentinel.advance(book, { outbox: 7 })
    const [chief] = (await here.vault.books())[0]!.officers
    const by = { officer: chief!.id, password: 'right password' }
    await here.vault.addOfficer(book, by, { name: '李录入', roles: ['entry'], password: 'first password' })
    // Whoever wrote it: it opens for a chief.
    const held = here.sessions.keysOf(1, book)!
    const copied = { ...held, dataKey: held.dataKey.slice(), indexKey: held.indexKey.slice() }
    const clerk = { ...copied, officer: '李录入', officerId: 'another' }
    here.sessions.opened(1, (await here.vault.books())[0]!, clerk)
    const { place } = await backUp(3)
    const { there, handle, summary } = await open(place)
    expect(summary).toMatchObject({ label: company, officer: '王申报', sends: 1, journal: { seq: 3 } })
    const parts = []
    for (
      let part = await there.restores.next(window, handle);
      part;
      part = await there.restores.next(window, handle)
    ) {
      parts.push(part)
    }
    expect(parts.map(({ store }) => store)).toEqual(['goods', 'goods', 'goods'])
    const database = 'restored-00000000-0000-4000-8000-000000000000'
    const adopted = await there.restores.adopt(window, handle, { database, password: 'new password' })
    expect(adopted).toMatchObject({ kind: 'practice', label: company, database })
    const [mine, theirs] = [
      await here.vault.open(book, 'right password', chief!.id),
      await there.vault.open(adopted.id, 'new password', adopted.officers[0]!.id),
    ]
    // Who else worked in it stands there by name and role, and opens nothing without a first password.
    const both = Buffer.concat([theirs.dataKey, theirs.indexKey])
    const { officers } = await there.vault.officers(adopted.id, both)
    expect(officers.map(({ name, roles, active }) => [name, roles, active])).toEqual([
      ['王申报', ['chief'], true],
      ['李录入', ['entry'], false],
    ])
    expect([theirs.dataKey, theirs.indexKey, theirs.keyId]).toEqual([mine.dataKey, mine.indexKey, mine.keyId])
    expect(await there.journal.entries(adopted.id)).toEqual([sent(1)])
    expect(await there.sentinel.read(adopted.id)).toEqual({ outbox: 7, journal: 3 })
  })

  it('restored beside its book knows what was sent after it, has a name of its own, and stays moved out', async () => {
    await here.journal.append(book, sent(1))
    const { place } = await backUp(1)
    await here.journal.append(book, sent(2))
    await here.sentinel.advance(book, { moved: 1 })
    here.world.file = place
    const { handle } = (await here.restores.choose(window))!
    await here.restores.unlock(window, handle, passphrase)
    const database = 'restored-00000000-0000-4000-8000-000000000001'
    const adopted = await here.restores.adopt(window, handle, { database, password: 'new password' })
    expect((await here.journal.entries(adopted.id)).map(({ batchId }) => batchId.at(-1))).toEqual(['1', '2'])
    expect(await here.sentinel.hasMoved(adopted.id)).toBe(true)
    expect(adopted.label).not.toBe(company)
    expect((await here.vault.books()).map(({ id }) => id)).toEqual([book, adopted.id])
  })

  it('made before the data keys were renewed opens after it by its passphrase, under the keys it was written with', async () => {
    const { vault, restores, sessions } = here
    const before = await vault.open(book, 'right password')
    const restored = async ({ place }: { place: string }, n: number) => {
      here.world.file = place
      const { handle } = (await restores.choose(window))!
      await restores.unlock(window, handle, passphrase)
      const database = `restored-00000000-0000-4000-8000-00000000000${n}`
      const { id } = await restores.adopt(window, handle, { database, password: 'new password' })
      const { keyId, dataKey, indexKey, former } = await vault.open(id, 'new password')
      return { keys: { keyId, dataKey, indexKey, former }, state: await vault.keyState(id) }
    }
    const older = await backUp(1)
    await vault.renewKeys(book, { officer: before.officerId, password: 'right password' }, 'sm4-gcm')
    // Until it locks, the window that renewed them cannot tell the roles of anybody: no backup is written without them.
    await expect(backUp(1)).rejects.toMatchObject({ code: 'keys-outdated' })
    expect(await readdir(path.dirname(older.place))).toEqual([path.basename(older.place)])
    const { entry, ...after } = await vault.open(book, 'right password')
    const first = await restored(older, 1)
    const { keyId, dataKey, indexKey } = before
    expect(first.keys).toEqual({ keyId, dataKey, indexKey, former: [] })
    expect(first.state).toMatchObject({ cipher: 'aes-256-gcm', renewing: false })
    expect(first.keys.dataKey).not.toEqual(after.dataKey)
    // What is written from now on is of the new key and cipher, and opens by the same passphrase.
    await here.catalogue.renew(book, after.dataKey, after.former)
    sessions.opened(window.webContents.id, entry, after)
    const second = await restored(await backUp(2), 2)
    expect(second.keys.keyId).toBe(after.keyId)
    expect(second.keys.dataKey).toEqual(after.dataKey)
    expect(second.state).toMatchObject({ cipher: 'sm4-gcm' })
  })

  it('holds nothing in clear but its form and its time', async () => {
    await here.journal.append(book, sent(1))
    const bytes = await readFile((await backUp(2)).place)
    const { dataKey, indexKey } = await here.vault.open(book, 'right password')
    const clear = [
      company,
      '王申报',
      passphrase,
      'goods',
      'mark-1',
      Buffer.from(dataKey),
      Buffer.from(indexKey),
    ]
    for (const each of [...clear, Buffer.from(dataKey).toString('base64')])
      expect(bytes.includes(each)).toBe(false)
  })

  it('sweeps away what a killed writer left a day ago, and nothing that may be in writing', async () => {
    const { world } = here
    const folder = path.join(world.profile, 'backups', book)
    await backUp(1)
    const [old, fresh, foreign] = ['yiguan-1.ygbackup.part', 'yiguan-2.ygbackup.part', 'letter.part']
    for (const name of [old!, fresh!, foreign!]) await writeFile(path.join(folder, name), 'x')
    const yesterday = new Date(world.time - 25 * 3_600_000)
    for (const name of [old!, foreign!]) await utimes(path.join(folder, name), yesterday, yesterday)
    await utimes(path.join(folder, fresh!), new Date(world.time), new Date(world.time))
    await backUp(2)
    const left = await readdir(folder)
    expect(left).toEqual(expect.arrayContaining([fresh, foreign]))
    expect(left).not.toContain(old)
  })

  it('does not count when the disk gives back something else than was written', async () => {
    const { world, backups } = here
    const good = await backUp(1)
    const folder = path.dirname(good.place)
    world.time += 3_600_000
    world.beforeEnd = async () => {
      const name = (await readdir(folder)).find((each) => each.endsWith('.part'))!
      const file = await openFile(path.join(folder, name), 'r+')
      await file.write(Buffer.from([0xff, 0xff]), 0, 2, (await file.stat()).size - 60)
      await file.close()
    }
    await expect(backUp(2)).rejects.toMatchObject({ code: 'backup-reread' })
    expect(await readdir(folder)).toEqual([path.basename(good.place)])
    expect((await backups.state(book, {})).backups.map(({ id }) => id)).toEqual([good.id])
  })

  it('leaves no file behind when it is broken off, and is refused to another window', async () => {
    const { backups, world } = here
    const id = await backups.begin(window, book, { ...factsOf(1), rows: 1, ...unasked })
    await expect(backups.part(stranger, id, 'goods', new Uint8Array(1))).rejects.toMatchObject({
      code: 'backup-handle',
    })
    await expect(backups.begin(window, book, { ...factsOf(1), rows: 1, ...unasked })).rejects.toMatchObject({
      code: 'backup-running',
    })
    await backups.abort(window, id)
    expect(await readdir(path.join(world.profile, 'backups', book))).toEqual([])
    await expect(backups.begin(stranger, book, { ...factsOf(1), rows: 1, ...unasked })).rejects.toMatchObject(
      {
        code: 'backup-locked',
      },
    )
  })
})

describe('a file that moves the desk', () => {
  const setup = { mode: 'required' as const, algorithm: null, uris: null }

  it('takes keys and certificate along, once this computer moved out; the new one did not, and sends nothing twice', async () => {
    const { signingKeys, messageKeys, sentinel, journal } = here
    const key = makeKeyPair()
    await signingKeys.save(book, key)
    await messageKeys.takeOver(book, { setup, key: { certificate: 'AA==', wrap: '{"kdf":"x"}' } })
    await journal.append(book, sent(1))
    await expect(backUp(1, { moves: true })).rejects.toMatchObject({ code: 'backup-not-moved' })
    await sentinel.advance(book, { moved: 1, outbox: 4 })
    const { place, moves } = await backUp(1, { moves: true })
    expect(moves).toBe(true)
    const { there, handle, summary } = await open(place)
    expect(summary.moves).toEqual({ signs: true, certificate: true })
    const database = 'restored-00000000-0000-4000-8000-000000000002'
    const { id } = await there.restores.adopt(window, handle, { database, password: 'new password' })
    expect(await there.signingKeys.load(id)).toEqual(key)
    expect(await there.messageKeys.handOver(id)).toEqual(await messageKeys.handOver(book))
    expect(await there.sentinel.read(id)).toEqual({ outbox: 4, journal: 1 })
    expect(await there.journal.entries(id)).toEqual([sent(1)])
    const bytes = await readFile(place)
    for (const clear of [key.privateKey, Buffer.from(key.privateKey, 'hex'), company]) {
      expect(bytes.includes(clear)).toBe(false)
    }
  })

  it('is not pruned, and brings nothing to life on the computer that moved out', async () => {
    await here.sentinel.advance(book, { moved: 1 })
    const { place } = await backUp(1, { moves: true })
    here.world.time += 3_600_000
    await backUp(2)
    await readFile(place)
    here.world.file = place
    const { handle } = (await here.restores.choose(window))!
    await here.restores.unlock(window, handle, passphrase)
    const database = 'restored-00000000-0000-4000-8000-000000000003'
    const { id } = await here.restores.adopt(window, handle, { database, password: 'new password' })
    expect(await here.sentinel.hasMoved(id)).toBe(true)
  })

  it('is the only one with keys to sign with: a plain backup has none, and stays moved out elsewhere', async () => {
    await here.signingKeys.save(book, makeKeyPair())
    await here.sentinel.advance(book, { moved: 1 })
    const { there, handle, summary } = await open((await backUp(1)).place)
    expect(summary.moves).toBeNull()
    const database = 'restored-00000000-0000-4000-8000-000000000004'
    const { id } = await there.restores.adopt(window, handle, { database, password: 'new password' })
    expect(await there.signingKeys.load(id)).toBeUndefined()
    expect(await there.sentinel.hasMoved(id)).toBe(true)
  })
})

describe('a file that is not what was written', () => {
  it('is refused by name: passphrase, cut, changed byte anywhere, other kind, newer form', async () => {
    const { place } = await backUp(3)
    const bytes = await readFile(place)
    const copy = path.join(here.world.profile, 'copy.ygbackup')
    const tryWith = async (changed: Uint8Array, secret?: string) => {
      await writeFile(copy, changed)
      return open(copy, secret).then(
        () => 'opened',
        (error: { code?: string }) => error.code,
      )
    }
    expect(await tryWith(bytes)).toBe('opened')
    expect(await tryWith(bytes, 'another passphrase')).toBe('backup-passphrase')
    for (const at of [20, bytes.byteLength - 400, bytes.byteLength - 1]) {
      const changed = Uint8Array.from(bytes)
      changed[at]! ^= 1
      expect(await tryWith(changed), `byte ${at}`).toMatch(/^backup-damaged$/)
    }
    expect(await tryWith(bytes.subarray(0, bytes.byteLength - 10))).toBe('backup-cut')
    expect(await tryWith(bytes.subarray(0, 60))).toBe('backup-cut')
    expect(await tryWith(Buffer.from('PK a workbook, of all things'))).toBe('backup-foreign')
    const newer = Buffer.from(bytes.toString('latin1').replace('"format":1', '"format":9'), 'latin1')
    expect(await tryWith(newer)).toBe('backup-damaged')
  })

  it('is cut when whole frames at its end are missing, although every checksum that is left holds', async () => {
    const { place } = await backUp(3)
    const bytes = await readFile(place)
    const frames: number[] = []
    const header = 14 + 4 + bytes.readUInt32BE(14) + 32
    for (let at = header; at < bytes.byteLength; at += 4 + bytes.readUInt32BE(at) + 32) frames.push(at)
    await writeFile(place, bytes.subarray(0, frames.at(-1)))
    await expect(open(place)).rejects.toMatchObject({ code: 'backup-cut' })
    // Two frames changed places: both checksums hold, the seal of neither does.
    const [a, b, c] = frames.slice(1, 4) as [number, number, number]
    const swapped = [bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c)]
    await writeFile(place, Buffer.concat(swapped))
    await expect(open(place)).rejects.toMatchObject({ code: 'backup-damaged' })
  })

  it('is not opened under a header that was made anew with its checksum', async () => {
    const { place } = await backUp(1)
    const bytes = await readFile(place)
    const end = 18 + bytes.readUInt32BE(14)
    const later = bytes.subarray(14, end).toString('latin1').replace('"createdAt":"2026', '"createdAt":"2027')
    const header = Buffer.from(later, 'latin1')
    const digest = createHash('sha256').update(header).digest()
    await writeFile(place, Buffer.concat([bytes.subarray(0, 14), header, digest, bytes.subarray(end + 32)]))
    await expect(open(place)).rejects.toMatchObject({ code: 'backup-damaged' })
  })

  it('is found by looking at the checksums again, and by its size', async () => {
    const { id, place } = await backUp(2)
    const good = await here.backups.check(book, id)
    expect(good.missing).toBe(false)
    const bytes = await readFile(place)
    bytes[bytes.byteLength - 100]! ^= 1
    await writeFile(place, bytes)
    await expect(here.backups.check(book, id)).rejects.toMatchObject({ code: 'backup-damaged' })
    await writeFile(place, bytes.subarray(1))
    expect((await here.backups.state(book, {})).backups[0]).toMatchObject({ missing: true })
    await expect(here.backups.check(book, id)).rejects.toMatchObject({ code: 'backup-gone' })
  })
})

describe('a state with less in it', () => {
  it('does not become a backup unasked, and never displaces the fuller one', async () => {
    const full = await backUp(5)
    await expect(backUp(1)).rejects.toMatchObject({
      code: 'backup-shrunk',
      text: { zh: expect.stringContaining('journal') as string },
    })
    expect((await here.backups.state(book, {})).failure?.text.zh).toContain('没有备份')
    const less = await backUp(1, { confirmed: true })
    const { backups, failure } = await here.backups.state(book, {})
    expect(backups.map(({ id }) => id).sort()).toEqual([full.id, less.id].sort())
    expect(failure).toBeNull()
    await readFile(full.place)
  })

  it('is kept although the clock was set back behind an earlier one', async () => {
    await backUp(1)
    here.world.time -= 60_000
    const later = await backUp(2)
    await readFile(later.place)
    expect((await here.backups.state(book, {})).backups).toHaveLength(1 + 1)
  })

  it('is kept by age: the newest of a day takes the place of the earlier ones of that day', async () => {
    const first = await backUp(1)
    here.world.time += 3_600_000
    const second = await backUp(2)
    expect((await here.backups.state(book, {})).backups.map(({ id }) => id)).toEqual([second.id])
    await expect(readFile(first.place)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('what the state says', () => {
  it('tells when one is due, what is free, and where it lies', async () => {
    const { backups, world } = here
    expect(await backups.state(book, { journal: 1 })).toMatchObject({ ready: true, due: true, beside: true })
    await backUp(1)
    world.time += 30 * 3_600_000
    expect(await backups.state(book, { journal: 1 })).toMatchObject({ due: false })
    expect(await backups.state(book, { journal: 2 })).toMatchObject({ due: true, disk: { backup: 'ok' } })
    world.free = gb
    expect((await backups.state(book, {})).disk).toMatchObject({
      backup: 'low',
      book: 'low',
      bookFreeMb: 1024,
    })
    world.free = 1000
    await expect(backUp(2)).rejects.toMatchObject({ code: 'backup-disk' })
    expect((await backups.state(book, {})).failure?.text.en).toContain('MB left')
    world.free = 50 * gb
    world.folder = await mkdtemp(path.join(tmpdir(), 'yiguan-elsewhere-'))
    await backups.chooseFolder(window, book)
    expect((await backUp(3)).place).toContain(world.folder)
    expect(await backups.state(book, {})).toMatchObject({ beside: false, failure: null })
  })

  it('keeps what a drill found', async () => {
    const { id } = await backUp(1)
    await here.backups.drilled(book, id, false)
    expect((await here.backups.state(book, {})).backups[0]).toMatchObject({ drill: 'failed' })
  })
})
