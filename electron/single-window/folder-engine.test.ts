import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { decodeMessage } from '#shared/ceb/decode'
import { encodeMessage } from '#shared/ceb/encode'
import { accountOf } from '#shared/ipc/exchange'
import type { CebDocument } from '#shared/model/list'
import { waitsFor } from '#shared/protocol/correction'
import { MemoryStore } from '#shared/protocol/engine/memory-store'
import type { Ports } from '#shared/protocol/engine/ports'
import type { JournalEntry } from '#shared/protocol/engine/records'
import { newMemory, turn } from '#shared/protocol/engine/turn'
import { businessKey, dossierKey } from '#shared/protocol/keys'
import { receiptMessage } from '../practice/desks/receipt'
import { dossier } from '../practice/samples'
import { makeKeyPair, signBatch } from './batch-signature'
import { sha256 } from './file-read'
import { FOLDER_SERVICE, folderTransport } from './folder'
import { defaultLayout, foldersOf, type Folders } from './folder-layout'
import { FolderMemory } from './folder-memory'

const account = accountOf(FOLDER_SERVICE, '13109609ZZ')
const key = makeKeyPair()
const roots: string[] = []
afterEach(async () => {
  for (const root of roots.splice(0)) await rm(root, { recursive: true, force: true })
})

/** The real engine of a 正式 book over folders; `turns` lets time pass by jumping, `restart` forgets all but disk. */
async function desk() {
  const root = await mkdtemp(path.join(tmpdir(), 'yiguan-folder-engine-'))
  roots.push(root)
  const folders = foldersOf(root, defaultLayout)
  for (const folder of [folders.out, folders.sent, folders.in, folders.failed]) await mkdir(folder)
  const journal: JournalEntry[] = []
  const store = new MemoryStore(account)
  let clock = Date.now()
  const start = async () => {
    const memory = await FolderMemory.open(path.join(root, 'memory'))
    const way = folderTransport({
      layout: defaultLayout,
      folders,
      memory,
      now: () => clock,
      journal: async (entry) => void journal.push(entry),
    })
    const ports: Ports = {
      store,
      transport: {
        capabilities: () => way.capabilities(account),
        putBatch: (put) => way.putBatch(put),
        queryBatch: (id, of) => way.queryBatch(id, of),
        receipts: (cursor, limit) => way.receipts(account, cursor, limit),
        journal: () => Promise.resolve(journal),
      },
      signer: {
        digest: sha256,
        mark: (message, id) => sha256(`${message} ${id}`),
        sign: (manifest) => Promise.resolve(signBatch(manifest, key)),
      },
      clock: { now: () => clock, random: () => 0.5, uuid: randomUUID, sleep: () => Promise.resolve() },
      codec: { encode: encodeMessage, decode: (xml) => decodeMessage(xml).message },
      sender: {
        enterprise: { code: '13109609ZZ', name: 'E' },
        book: 'real',
        transfer: { copCode: '13109609ZZ', copName: 'E', dxpMode: 'DXP', dxpId: 'DXPENT0000000001' },
      },
      guard: () => Promise.resolve(undefined),
    }
    return { ports, state: newMemory(), memory }
  }
  let running = await start()
  const turns = async (count: number) => {
    for (let n = 0; n < count; n += 1) {
      const until = await turn(running.ports, running.state)
      if (until !== undefined) clock = until
    }
  }
  const restart = async () => {
    await running.memory.close()
    running = await start()
  }
  return { store, folders, journal, turns, restart, close: () => running.memory.close(), now: () => clock }
}

async function declare(store: MemoryStore, at: number) {
  const parts = dossier('A-1').map(({ message, content }) => {
    return { message, content, businessKey: businessKey(message, content.head)! }
  })
  const waits = waitsFor(parts, 'declare')
  const submissions = await Promise.all(
    parts.map(async (part) => ({
      id: randomUUID(),
      dossier: dossierKey(parts[0]!.content as CebDocument),
      message: part.message,
      businessKey: part.businessKey,
      mark: await sha256(`${part.message} ${part.businessKey}`),
      guid: part.content.head.guid!,
      waits: waits.get(part) ?? [],
      document: part.content,
    })),
  )
  expect(await store.enqueue(submissions, new Date(at).toISOString())).toEqual({ ok: true })
}

const stages = (store: MemoryStore) => [...store.snapshot().submissions.values()].map(({ stage }) => stage)

/** What the import client does: hand in what lies there. */
async function handIn({ out, sent }: Folders) {
  for (const name of await readdir(out)) await rename(path.join(out, name), path.join(sent, name))
}

/** What comes back for each document that was handed in. */
async function answer({ sent, in: inbox }: Folders, status: (message: string) => string, at: number) {
  for (const name of await readdir(sent)) {
    const { message } = decodeMessage(await readFile(path.join(sent, name), 'utf8'))
    for (const content of message.documents) {
      const filed = { message: message.type, content } as Parameters<typeof receiptMessage>[0]
      const said = { status: status(message.type), info: '', at, guid: content.head['guid']! }
      await writeFile(
        path.join(inbox, `${randomUUID()}.xml`),
        encodeMessage(receiptMessage(filed, said, randomUUID().toUpperCase())),
      )
    }
  }
}

it('a dossier goes out once, waits as long as nobody fetches it, and ends with its receipts, over restarts', async () => {
  const { store, folders, journal, turns, restart, close, now } = await desk()
  await declare(store, now())
  await turns(8)
  expect((await readdir(folders.out)).length).toBe(3)
  expect(stages(store)).toEqual(['sent', 'sent', 'sent'])
  // Nobody fetches it for long: nothing parked, nothing written again.
  await turns(60)
  await restart()
  await turns(60)
  expect((await readdir(folders.out)).length).toBe(3)
  expect([stages(store), journal.length]).toEqual([['sent', 'sent', 'sent'], 1])

  await handIn(folders)
  await turns(12)
  expect(stages(store)).toEqual(['accepted', 'accepted', 'accepted'])
  expect(await readdir(folders.out)).toEqual([])

  await restart()
  await answer(folders, (message) => (message === 'CEB603' ? '899' : '120'), now())
  await turns(12)
  expect(stages(store)).toEqual(['done', 'done', 'done'])
  expect((await store.status()).batches).toEqual({ answered: 1 })
  await close()
})

it('a message that the client refused is the officer’s to correct; the others go on', async () => {
  const { store, folders, turns, close, now } = await desk()
  await declare(store, now())
  await turns(8)
  const list = (await readdir(folders.out)).find((name) => name.includes('_003of'))!
  await rename(path.join(folders.out, list), path.join(folders.failed, list))
  await handIn(folders)
  await turns(12)
  expect(stages(store).sort()).toEqual(['accepted', 'accepted', 'rejected'])
  await close()
})

it('messages that vanished are put before a person and never written again', async () => {
  const { store, folders, turns, close, now } = await desk()
  await declare(store, now())
  await turns(8)
  for (const name of await readdir(folders.out)) await rm(path.join(folders.out, name))
  await turns(40)
  expect(new Set(stages(store))).toEqual(new Set(['attention']))
  expect(await readdir(folders.out)).toEqual([])
  await close()
})
