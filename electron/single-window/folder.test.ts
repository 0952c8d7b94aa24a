import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { encodeMessage } from '#shared/ceb/encode'
import { encodeWrap } from '#shared/dxp/encode'
import { wrapOf } from '#shared/dxp/wrap'
import { accountOf } from '#shared/ipc/exchange'
import { untakenBy } from '#shared/protocol/negotiation'
import { sample } from '../practice/desks/samples'
import { batch, dossier } from '../practice/samples'
import { FOLDER_SERVICE, folderTransport } from './folder'
import { defaultLayout, FolderLayout, foldersOf } from './folder-layout'
import { FolderMemory } from './folder-memory'

const account = accountOf(FOLDER_SERVICE, 'E1')
const roots: string[] = []
const memories: FolderMemory[] = []
afterEach(async () => {
  for (const memory of memories.splice(0)) await memory.close()
  for (const root of roots.splice(0)) await rm(root, { recursive: true, force: true })
})

/** The folders of an import client that nobody runs; `move` does what it would. */
async function bridge(journalWorks = true) {
  const root = await mkdtemp(path.join(tmpdir(), 'yiguan-folder-'))
  roots.push(root)
  const folders = foldersOf(root, defaultLayout)
  for (const folder of [folders.out, folders.sent, folders.in, folders.failed]) await mkdir(folder)
  const journal: string[] = []
  const seen: string[][] = []
  const start = async () => {
    const memory = await FolderMemory.open(path.join(root, 'memory'))
    memories.push(memory)
    return folderTransport({
      layout: defaultLayout,
      folders,
      memory,
      now: () => Date.now(),
      journal: async ({ batchId }) => {
        if (!journalWorks) throw new Error('ENOSPC')
        seen.push(await readdir(folders.out))
        journal.push(batchId)
      },
    })
  }
  const move = async (from: string, to: string, wanted: (name: string) => boolean = () => true) => {
    for (const name of (await readdir(from)).filter(wanted))
      await rename(path.join(from, name), path.join(to, name))
  }
  return { root, folders, journal, seen, start, move }
}

async function put() {
  const { id, bytes, sha256 } = await batch(dossier('A-1'))
  return { batchId: id, bytes, sha256, marks: ['m'], account }
}

function receipt(copNo: string, status: string, agentCode = 'E1'): string {
  const head = {
    guid: '00000000-0000-4000-8000-000000000001',

    ebpCode: 'P',
    ebcCode: agentCode,
    agentCode,
    copNo,
    returnStatus: status,
    returnTime: '20260301100000000',
    returnInfo: 'x',
  }
  return encodeMessage({ type: 'CEB604', guid: head.guid, version: '1.0', documents: [{ head }] })
}

describe('the business whose folders they are', () => {
  const takenAs = async (form: string) => {
    const { root, folders } = await bridge()
    const memory = await FolderMemory.open(path.join(root, 'memory'))
    memories.push(memory)
    const layout = { ...defaultLayout, form }
    const deps = { layout, folders, memory, now: () => 0, journal: () => Promise.resolve() }
    const told = await folderTransport(deps).capabilities(account)
    if (!told.ok) throw new Error('no capabilities')
    return ['CEB603', 'CEB701', 'CEB213', 'CEB621', 'CEB623', 'CEB625'].filter(
      (message) => !untakenBy(told.value).includes(message),
    )
  }

  it('takes the messages of its own direction: what an enterprise with both sends never gets mixed', async () => {
    expect(await takenAs('EXPCEB')).toEqual(['CEB603', 'CEB701', 'CEB213'])
    expect(await takenAs('impceb')).toEqual(['CEB621', 'CEB623', 'CEB625'])
    expect(await takenAs('OWN_FORM')).toHaveLength(6)
  })
})

describe('an enterprise that exports and imports', () => {
  it('has each message in the folders of its business, one result of both, and the receipts of both', async () => {
    const { root, folders, move } = await bridge()
    const layout = { ...defaultLayout, form: 'IMPCEB' }
    const imports = foldersOf(path.join(root, 'imports'), layout)
    for (const folder of [imports.out, imports.sent, imports.in, imports.failed])
      await mkdir(folder, { recursive: true })
    const memory = await FolderMemory.open(path.join(root, 'memory'))
    memories.push(memory)
    const transport = folderTransport({
      layout: defaultLayout,
      folders,
      second: { layout, folders: imports },
      memory,
      now: () => Date.now(),
      journal: () => Promise.resolve(),
    })
    const guid = '00000000-0000-4000-8000-000000000009'
    const { content } = sample('CEB621', 'I-1', { head: { guid } })
    const both = [...dossier('A-1'), { message: 'CEB621', content }]
    const { id: batchId, bytes, sha256 } = await batch(both)
    const request = { batchId, bytes, sha256, marks: ['m'], account }
    await transport.putBatch(request)
    const names = async (folder: string) => (await readdir(folder)).sort()
    const exported = [1, 2, 3].map((n) => `EXPCEB_${batchId}_00${n}of004.xml`)
    expect([await names(folders.out), await names(imports.out)]).toEqual([
      exported,
      [`IMPCEB_${batchId}_004of004.xml`],
    ])
    await move(folders.out, folders.sent)
    expect(await transport.queryBatch(batchId, account)).toMatchObject({
      failure: { code: 'folder-waiting' },
    })
    await move(imports.out, imports.failed)
    const told = await transport.queryBatch(batchId, account)
    const outcomes = told.ok ? told.value.items.map(({ message, outcome }) => [message, outcome]) : []
    expect(outcomes).toEqual([
      ['CEB303', 'accepted'],
      ['CEB505', 'accepted'],
      ['CEB603', 'accepted'],
      ['CEB621', 'refused'],
    ])
    await transport.putBatch(request)
    expect([await names(folders.out), await names(imports.out)]).toEqual([[], []])
    // Files of one name, size and time in both folders are two receipts.
    for (const { in: folder } of [folders, imports]) {
      await writeFile(path.join(folder, 'r.xml'), receipt('C1', '2'))
      await utimes(path.join(folder, 'r.xml'), 1_772_000_000, 1_772_000_000)
    }
    const page = await transport.receipts(account, undefined, 10)
    expect(page).toMatchObject({ ok: true, value: { cursor: '2', more: false } })
  })
})

describe('messages through the folders', () => {
  it('are in the journal first, then lie there whole; the same batch again writes nothing', async () => {
    const { folders, journal, seen, start, move } = await bridge()
    const transport = await start()
    const request = await put()
    expect(await transport.putBatch(request)).toMatchObject({
      ok: true,
      value: { state: 'received', items: [] },
    })
    expect([journal, seen]).toEqual([[request.batchId], [[]]])
    const names = (await readdir(folders.out)).sort()
    expect(names).toHaveLength(3)
    expect(names[0]).toBe(`EXPCEB_${request.batchId}_001of003.xml`)
    expect(await readFile(path.join(folders.out, names[0]!), 'utf8')).toContain('CEB303Message')
    await move(folders.out, folders.sent)
    await transport.putBatch(request)
    expect(await readdir(folders.out)).toEqual([])
    expect(await readdir(folders.making)).toEqual([])
  })

  it('are not written when the journal cannot be, nor for another account', async () => {
    const { folders, start } = await bridge(false)
    const transport = await start()
    expect(await transport.putBatch(await put())).toMatchObject({ failure: { code: 'journal-failed' } })
    const other = { ...(await put()), account: accountOf('https://sw.example', 'E1') }
    expect(await transport.putBatch(other)).toMatchObject({ failure: { code: 'account-changed' } })
    expect(await readdir(folders.out)).toEqual([])
  })

  it('are accepted, refused with the words beside them, or wait, by the folder they are in', async () => {
    const { folders, start, move } = await bridge()
    const transport = await start()
    const request = await put()
    await transport.putBatch(request)
    const ask = () => transport.queryBatch(request.batchId, account)
    expect(await ask()).toMatchObject({ failure: { code: 'folder-waiting', line: true, reached: true } })
    await move(folders.out, folders.failed, (name) => name.includes('_003of'))
    await writeFile(
      path.join(folders.failed, `EXPCEB_${request.batchId}_003of003.txt`),
      '<p>商品编码  有误</p>',
    )
    await move(folders.out, folders.sent)
    const answer = await ask()
    expect(answer).toMatchObject({ ok: true, value: { state: 'partial', batchId: request.batchId } })
    const items = answer.ok ? answer.value.items : []
    expect(items.map(({ message, outcome, text }) => [message, outcome, text])).toEqual([
      ['CEB303', 'accepted', undefined],
      ['CEB505', 'accepted', undefined],
      ['CEB603', 'refused', '商品编码 有误'],
    ])
    expect(items.every(({ businessKey, guid }) => businessKey !== '' && guid !== undefined)).toBe(true)
  })

  it('that are in no folder are never written again, also after a restart', async () => {
    const { folders, start } = await bridge()
    const request = await put()
    await (await start()).putBatch(request)
    for (const name of await readdir(folders.out)) await rm(path.join(folders.out, name))
    const again = await start()
    expect(await again.queryBatch(request.batchId, account)).toMatchObject({
      failure: { code: 'folder-lost', kind: 'unknown' },
    })
    expect(await readdir(folders.out)).toEqual([])
  })

  it('that a kill left unfinished are completed, those already taken are not written twice', async () => {
    const { root, folders, start, move } = await bridge()
    const request = await put()
    await (await start()).putBatch(request)
    await move(folders.out, folders.sent, (name) => name.includes('_001of'))
    await rm(path.join(folders.out, `EXPCEB_${request.batchId}_003of003.xml`))
    await writeFile(path.join(root, 'memory'), '')
    const killed = await start()
    expect(await killed.queryBatch(request.batchId, account)).toMatchObject({
      failure: { code: 'unknown-batch', status: 404 },
    })
    await killed.putBatch(request)
    expect((await readdir(folders.out)).map((name) => name.slice(-12, -4)).sort()).toEqual([
      '002of003',
      '003of003',
    ])
  })

  it('cannot go through folders that are not there', async () => {
    const { folders, start } = await bridge()
    await rm(folders.sent, { recursive: true })
    expect(await (await start()).capabilities(account)).toMatchObject({
      failure: { code: 'folder-failed', line: true },
    })
  })
})

describe('receipts from the folder', () => {
  it('come each once, over restarts and in any interleaving', async () => {
    const step = fc.constantFrom('add', 'add', 'pull', 'restart')
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 25 }),
        fc.integer({ min: 1, max: 3 }),
        async (steps, limit) => {
          const { folders, start } = await bridge()
          let transport = await start()
          let cursor: string | undefined
          const got: string[] = []
          let added = 0
          const pull = async () => {
            const page = await transport.receipts(account, cursor, limit)
            if (!page.ok) throw new Error(page.failure.code)
            cursor = page.value.cursor
            got.push(...page.value.receipts.map(({ xml }) => /copNo>([^<]+)</.exec(xml)![1]!))
            return page.value.more
          }
          for (const one of steps) {
            if (one === 'add')
              await writeFile(path.join(folders.in, `r${(added += 1)}.xml`), receipt(`C${added}`, '120'))
            else if (one === 'restart') transport = await start()
            else await pull()
          }
          while (await pull());
          expect([...got].sort()).toEqual(Array.from({ length: added }, (_, n) => `C${n + 1}`).sort())
        },
      ),
      { numRuns: 20 },
    )
  })

  it('of other enterprises, half written, or no receipts at all are left out; a finished one comes later', async () => {
    const { folders, start } = await bridge()
    const transport = await start()
    const file = (name: string) => path.join(folders.in, name)
    await writeFile(file('other.xml'), receipt('C1', '120', 'E2'))
    await writeFile(file('note.txt'), '异常情况说明')
    await writeFile(file('broken.xml'), '<x/>')
    await utimes(file('broken.xml'), 1, 1)
    const whole = receipt('C2', '120')
    await writeFile(file('half.xml'), whole.slice(0, 200))
    const first = await transport.receipts(account, undefined, 10)
    expect(first).toMatchObject({ ok: true, value: { receipts: [], more: false } })
    await writeFile(file('half.xml'), whole)
    const next = await transport.receipts(account, first.ok ? first.value.cursor : undefined, 10)
    expect(next.ok && next.value.receipts.map(({ message, xml }) => [message, xml])).toEqual([
      ['CEB604', whole],
    ])
  })

  it('are taken out of the wrap they travelled in', async () => {
    const { folders, start } = await bridge()
    const transport = await start()
    const inside = receipt('C3', '120')
    const wrap = wrapOf({
      copMsgId: 'm',
      senderId: 'S',
      receiverIds: ['R'],
      createdAt: '2026-03-01T10:00:00',
      msgType: 'CEB604Message',
      data: Buffer.from(inside).toString('base64'),
    })
    await writeFile(path.join(folders.in, 'wrapped.xml'), encodeWrap(wrap))
    await writeFile(
      path.join(folders.in, 'served.xml'),
      `<DxpMsgSv>${encodeWrap(wrap).split('\n')[1]!}</DxpMsgSv>`,
    )
    const page = await transport.receipts(account, undefined, 10)
    expect(page.ok && page.value.receipts.map(({ xml }) => xml)).toEqual([inside, inside])
  })

  it('are a thousand as well as one', async () => {
    const { folders, start } = await bridge()
    const transport = await start()
    for (let n = 0; n < 1_000; n += 1)
      await writeFile(path.join(folders.in, `${n}.xml`), receipt(`C${n}`, '120'))
    const ids = new Set<string>()
    for (let cursor: string | undefined, more = true; more;) {
      const page = await transport.receipts(account, cursor, 300)
      if (!page.ok) throw new Error(page.failure.code)
      for (const { id } of page.value.receipts) ids.add(id)
      ;({ cursor, more } = page.value)
    }
    expect(ids.size).toBe(1_000)
  })
})

it('a layout never leads out of its root', () => {
  expect(FolderLayout.safeParse(defaultLayout).success).toBe(true)
  for (const out of ['..', '../x', 'a/../../x', '/etc', 'C:\\x', '']) {
    expect(FolderLayout.safeParse({ ...defaultLayout, out }).success).toBe(false)
  }
})
