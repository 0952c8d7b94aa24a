import type { BrowserWindow } from 'electron'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { BookKind } from '#shared/model/enterprise'
import { writeExchangeFile, writeReceiptsFile } from '#shared/protocol/exchange-file'
import { batch, dossier, enterprise, keys } from '../practice/samples'
import { signBatch } from '../single-window/batch-signature'
import { openBatches, openFile, sha256 } from '../single-window/file-read'
import { createCarry } from './carry'

const BOOK = '6f1c0c3e-0000-4000-8000-000000000001'
const HANDLE = '6f1c0c3e-0000-4000-8000-000000000002'
const window = {} as BrowserWindow
const sign = (bytes: Uint8Array) => Promise.resolve(signBatch(bytes, keys))

/** The service over a disk and a journal in memory; `order` is what happened one after the other. */
function carrying(kind: BookKind = 'practice', journalWorks = true, moved = false) {
  const order: string[] = []
  const chunks: Uint8Array[] = []
  const asked: string[] = []
  const carry = createCarry({
    kindOf: () => Promise.resolve(kind),
    hasMoved: () => Promise.resolve(moved),
    practice: () => undefined,
    files: {
      write: (_window, _handle, chunk) => {
        order.push('write')
        chunks.push(chunk)
        return Promise.resolve()
      },
      finish: () => {
        order.push('finish')
        return Promise.resolve({ shownPath: 'x', bytes: 1 })
      },
      abort: () => {
        order.push('abort')
        return Promise.resolve()
      },
    },
    fetch: (url) => {
      asked.push(url)
      return Promise.reject(new Error('offline'))
    },
    journal: {
      append: (_book, { batchId }) => {
        if (!journalWorks) return Promise.reject(new Error('ENOSPC'))
        order.push(`journal ${batchId}`)
        return Promise.resolve()
      },
    },
    print: { toPdf: () => Promise.resolve(Buffer.from('%PDF-1.7')) },
    signing: {
      sign: (_book, bytes) => sign(bytes),
      identity: () => Promise.resolve({ algorithm: 'SM2', publicKey: '', fingerprint: 'AB:CD' }),
    },
    software: 'test',
    now: () => 0,
  })
  return { carry, order, asked, file: () => Buffer.concat(chunks) }
}

async function request(book: BookKind = 'practice') {
  const { id, bytes, sha256: digest } = await batch(dossier('A-1'), { book })
  return {
    handle: HANDLE,
    account: 'practice|X',
    enterprise,
    batches: [{ batchId: id, bytes, sha256: digest, marks: ['m'], documents: 3 }],
  }
}
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: { code?: string }) => error.code,
  )

describe('records for another desk', () => {
  const inner = new TextEncoder().encode('records')

  it('are signed by the desk that gives them out and opened by the same enterprise only', async () => {
    const { carry } = carrying()
    const file = await carry.sealDesks(BOOK, enterprise, inner)
    const opened = await carry.openDesks(BOOK, enterprise.code, file)
    expect(opened.bytes).toEqual(inner)
    expect(opened.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
    expect(await refused(carry.openDesks(BOOK, 'OTHER', file))).toBe('bundle-enterprise')
    const real = carrying('real').carry
    expect(await refused(real.openDesks(BOOK, enterprise.code, file))).toBe('bundle-book')
  })

  it('are refused when nobody signed them, when they were changed, and when they are something else', async () => {
    const { carry } = carrying()
    const unsigned = zipSync({ 'manifest.json': inner, 'records.json': inner })
    expect(await refused(carry.openDesks(BOOK, enterprise.code, unsigned))).toBe('bundle-signature')
    const other = {
      ...unzipSync(await carry.sealDesks(BOOK, enterprise, inner)),
      'desk-records.zip': inner.slice(1),
    }
    expect(await refused(carry.openDesks(BOOK, enterprise.code, zipSync(other)))).toBe('bundle-hash')
    const head = { id: HANDLE, createdAt: '2026-01-01T00:00:00.000Z', enterprise, software: 't' }
    const service = { name: 'S', version: '1', practice: true, address: 'x' }
    const receipts = await writeReceiptsFile(
      { ...head, book: 'practice' },
      { service, answers: [], receipts: [] },
      { digest: sha256, sign },
    )
    expect(await refused(carry.openDesks(BOOK, enterprise.code, receipts))).toBe('bundle-kind')
  })

  it('do not leave an installation that moved out', async () => {
    const { carry } = carrying('practice', true, true)
    expect(await refused(carry.sealDesks(BOOK, enterprise, inner))).toBe('moved-out')
  })
})

describe('writing an exchange file', () => {
  it('has every batch in the send journal before the first byte', async () => {
    const { carry, order, file } = carrying()
    const wanted = await request()
    await carry.export(window, BOOK, wanted)
    expect(order).toEqual([`journal ${wanted.batches[0]!.batchId}`, 'write', 'finish'])
    const { batches } = await openBatches(await openFile(file()))
    expect(batches.map(({ batchId }) => batchId)).toEqual([wanted.batches[0]!.batchId])
  })

  it('leaves no file when the journal cannot be written', async () => {
    const { carry, order } = carrying('practice', false)
    expect(await refused(carry.export(window, BOOK, await request()))).toBe('journal-failed')
    expect(order).toEqual(['abort'])
  })

  it('gives out nothing of a book that goes on at another computer', async () => {
    const { carry, order } = carrying('practice', true, true)
    expect(await refused(carry.export(window, BOOK, await request()))).toBe('moved-out')
    expect(order).toEqual(['abort'])
  })

  it('gives out nothing of the other kind of book, and journals nothing of it', async () => {
    const { carry, order } = carrying('real')
    expect(await refused(carry.export(window, BOOK, await request('practice')))).toBe('bundle-book')
    expect(order).toEqual(['abort'])
  })
})

describe('carrying a file to a service', () => {
  const file = async () => {
    const { batches } = await request()
    const head = {
      id: batches[0]!.batchId,
      createdAt: '2026-03-01T00:00:00Z',
      enterprise,
      book: 'practice' as const,
      software: '',
    }
    return writeExchangeFile(head, batches, undefined, { digest: sha256, sign })
  }
  const to = (url: string | null, bytes: Uint8Array) => ({
    name: 'f',
    bytes,
    errand: 'send' as const,
    destination: url === null ? null : { url, token: 't' },
  })

  it('gives a token to nobody in clear, and needs a destination', async () => {
    const { carry, asked } = carrying()
    expect(await refused(carry.upload(BOOK, to('http://192.0.2.1/', await file())))).toBe('address-not-safe')
    expect(await refused(carry.upload(BOOK, to(null, await file())))).toBe('no-transport')
    expect(asked).toEqual([])
  })

  it('tells what failed, and has nothing to bring back', async () => {
    const { carry } = carrying()
    const { report, back } = await carry.upload(BOOK, to('https://sw.example', await file()))
    expect([report.fault?.code, report.batches, back]).toEqual(['network', [], null])
  })

  it('refuses a torn file before any request', async () => {
    const { carry, asked } = carrying()
    const bytes = (await file()).subarray(0, 500)
    expect(await refused(carry.upload(BOOK, to('https://sw.example', bytes)))).toBe('bundle-not-zip')
    expect(asked).toEqual([])
  })
})

describe('opening a receipts file', () => {
  it('takes one of this enterprise and kind of book, and no other', async () => {
    const service = { name: 's', version: '1', practice: true, address: 'a' }
    const head = {
      id: BOOK,
      createdAt: '2026-03-01T00:00:00Z',
      enterprise,
      book: 'practice' as const,
      software: '',
    }
    const content = { service, answers: [], receipts: [] }
    const bytes = await writeReceiptsFile(head, content, { digest: sha256, sign })
    expect(await carrying().carry.open(BOOK, enterprise.code, bytes)).toEqual(content)
    expect(await refused(carrying().carry.open(BOOK, 'OTHER', bytes))).toBe('bundle-enterprise')
    expect(await refused(carrying('real').carry.open(BOOK, enterprise.code, bytes))).toBe('bundle-book')
  })
})
