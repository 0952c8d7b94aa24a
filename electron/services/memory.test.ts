import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { getHeapSnapshot } from 'node:v8'
import { expect, it } from 'vitest'
import type { KeyStore } from './key-store'
import { createSessions } from './sessions'
import { createVault } from './vault'

const keyStore: KeyStore = {
  kind: 'file',
  seal: (clear) => Buffer.from(clear).toString('hex'),
  open: (sealed) => Buffer.from(sealed, 'hex').toString(),
}

/** Texts are remembered backwards, so that the memory of the test is not what is found. */
const backwards = (clear: string) => [...clear].reverse().join('')
const held: Record<string, string> = {}
function planted(name: string): string {
  const clear = `Planted-${name}-${randomBytes(9).toString('hex')}`
  held[name] = backwards(clear)
  return clear
}

/** A day of main with the vault: founded, opened, a colleague added, a recovery key made, logged out. */
async function day(directory: string) {
  const vault = createVault(directory, keyStore, () => new Date())
  const sessions = createSessions()
  await (async () => {
    const [officer, password] = [planted('officer'), planted('password')]
    const { id } = await vault.create({ kind: 'practice', label: planted('company'), officer, password })
    const { entry, ...keys } = await vault.open(id, password)
    sessions.opened(1, entry, keys)
    held['dataKey'] = backwards(Buffer.from(keys.dataKey).toString('base64'))
    const asker = { officer: keys.officerId, password }
    const wanted = { name: planted('colleague'), roles: ['entry' as const], password: planted('first') }
    await vault.addOfficer(id, asker, wanted)
    held['recovery'] = backwards(await vault.makeRecoveryKey(id, asker))
    sessions.lock(1)
  })()
  return { vault, sessions, control: planted('control') }
}

it('holds no password, name or key as text once everybody is logged out', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'yiguan-memory-'))
  const alive = await day(directory)
  // What ran last may still be on its way out.
  await new Promise((resolve) => setTimeout(resolve, 20))
  const { strings } = JSON.parse(await text(getHeapSnapshot())) as { strings: string[] }
  const all = strings.join('\n')
  const found = Object.keys(held).filter((name) => all.includes(backwards(held[name]!)))
  expect(found).toEqual(['control'])
  expect(Object.keys(held).length).toBe(8)
  expect(alive.control).toBeTruthy()
  await rm(directory, { recursive: true })
}, 60_000)
