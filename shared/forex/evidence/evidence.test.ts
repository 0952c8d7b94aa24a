import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskText } from '../../model/mask'
import { precheckReceipts } from '../precheck'
import { documented, netted, order } from '../sample.test-data'
import { packDocuments } from './documents'
import { PackError, type PackFault } from '../../pack/fault'
import { INDEX_JSON, INDEX_PAGE } from '../../pack/prove'
import { indexPage } from './index-page'
import { PackIndex } from './pack-index'
import { readEvidencePack } from './read-pack'
import type { Original, Role } from './roles'
import { transactionDocument, transactionTable } from './transactions'
import { writeEvidencePack, type PackHead } from './write-pack'

const digest = (bytes: Uint8Array) => Promise.resolve(createHash('sha256').update(bytes).digest('hex'))
const head: PackHead = {
  id: 'EV-1',
  createdAt: '2026-11-20T10:00:00+08:00',
  company: { name: '<Exporter> & Co', uscc: '91330100MA27XXXX0X' },
  book: 'real',
  software: 'Yiguan',
}

/** Two receipts of one order, one paper for both, and a waybill whose scan is also that of the customs paper. */
const input = {
  ...documented({ order: { amount: '1000.00' } }),
  bankCredits: documented().bankCredits.flatMap((one) => [
    { ...one, amount: '400.00' },
    { ...one, id: 'R2', amount: '600.00', valueDate: '2026-11-11' },
  ]),
  orders: [order({ amount: '1000.00' }), order({ id: 'O9', amount: '5.00' })],
  paymentLines: [
    { id: 'P1', orderId: 'O1', creditId: 'R1', amount: '400.00' },
    { id: 'P2', orderId: 'O1', creditId: 'R2', amount: '600.00' },
  ],
}
const scan: Original = { name: '扫描 1.PDF', bytes: strToU8('scan'), pages: 2 }
const originals = (role: Role, no: string): readonly Original[] => {
  if (role === 'customsDoc' || role === 'waybill') return [scan]
  return role === 'order' && no === 'O1' ? [{ name: 'order.csv', bytes: strToU8('id,amount\nO1,1000') }] : []
}
async function pack(given = input, of: PackHead = head) {
  const report = precheckReceipts(given, '2026-11-20')
  const receipts = report.receipts.map((verdict) => ({
    verdict,
    credit: given.bankCredits.find(({ id }) => id === verdict.id)!,
  }))
  return writeEvidencePack(of, receipts, packDocuments(given, report, originals), { digest })
}

describe('evidence pack', () => {
  it('is read back as it was written: every paper with its role, its receipts, what they used and what is left', async () => {
    const { bytes, index, indexSha256 } = await pack()
    const read = await readEvidencePack(bytes, { digest }, indexSha256)
    expect(read.index).toEqual(index)
    expect(index.documents.map(({ role, no }) => `${role} ${no}`)).toEqual([
      'creditAdvice R1',
      'creditAdvice R2',
      'order O1',
      'payment P1',
      'payment P2',
      'waybill W1',
      'customsDoc CD1',
    ])
    expect(index.documents.find(({ role }) => role === 'order')?.supports).toEqual([
      { creditId: 'R1', used: '400.00', left: '0.00' },
      { creditId: 'R2', used: '600.00', left: '0.00' },
    ])
    expect(index.files.map(({ name, original, pages }) => [name, original, pages])).toEqual([
      ['files/order-O1.csv', 'order.csv', undefined],
      ['files/waybill-W1.PDF', '扫描 1.PDF', 2],
    ])
    expect(strFromU8(read.files.get('files/waybill-W1.PDF')!)).toBe('scan')
  })

  it('lists each settlement a withdrawal drew on, with how much of it', () => {
    const given = netted()
    const parts = [
      { id: 'S1', amount: '60.00' },
      { id: 'S2', amount: '40.00' },
    ]
    const documents = packDocuments(
      given,
      precheckReceipts(given, '2026-11-20'),
      () => [],
      () => parts,
    )
    expect(
      documents.flatMap(({ role, no, supports }) => (role === 'settlement' ? [[no, supports]] : [])),
    ).toEqual([
      ['S1', [{ creditId: 'R1', used: '60.00' }]],
      ['S2', [{ creditId: 'R1', used: '40.00' }]],
    ])
  })

  it('names the settlement and the costs behind a netted receipt', () => {
    const given = netted()
    const documents = packDocuments(given, precheckReceipts(given, '2026-11-20'), () => [])
    expect(documents.map(({ role, no }) => `${role} ${no}`)).toEqual([
      'creditAdvice R1',
      'settlement PR1',
      'customsDoc CD1',
      'costDocument D1',
    ])
  })

  it('holds the transaction information as a table that Excel opens, with names as they are shown', async () => {
    const report = precheckReceipts(input, '2026-11-20')
    const table = transactionTable(input, report, maskText)
    const [first] = table.rows
    expect(first).toHaveLength(table.columns.length)
    expect(first).toEqual(
      expect.arrayContaining(['R1', 'P1', 'O1', 'cups', 'Bu***O1', 'W1', 'CD1', '400.00']),
    )
    const document = transactionDocument({ ...table, rows: [['=1+1', '"a",b', ...first!.slice(2)]] })
    expect(strFromU8(document.originals[0]!.bytes)).toContain(`\r\n'=1+1,"""a"",b",O1`)
    const { bytes } = await writeEvidencePack(head, [], [document], { digest })
    expect([...(await readEvidencePack(bytes, { digest })).files.keys()]).toEqual(['files/transactions.csv'])
  })

  it('says in words what it holds, without script, without anything from outside, every text escaped', async () => {
    const page = strFromU8(unzipSync((await pack()).bytes)[INDEX_PAGE]!)
    expect(page).not.toMatch(/<script|https?:|javascript:|on\w+=/i)
    expect(page).toContain('&#60;Exporter&#62; &#38; Co')
    for (const words of [
      '收款通知',
      '清单 / 报关单',
      'USD 400.00',
      '未附原件',
      '（2 页）',
      '可提交',
      '未在线核验',
    ]) {
      expect(page).toContain(words)
    }
    expect(page).not.toContain('演练')
    const practice = strFromU8(
      unzipSync((await pack(input, { ...head, book: 'practice' })).bytes)[INDEX_PAGE]!,
    )
    expect(practice).toContain('演练')
  })

  it('says the same in English, and lists the digests as sha256sum takes them', async () => {
    const { bytes, index } = await pack()
    const files = unzipSync(bytes)
    const english = strFromU8(files['index.en.html']!)
    expect(english).toContain('<html lang="en">')
    expect(english).not.toMatch(/<script|https?:|入账金额|未附原件/)
    for (const words of ['Credit advice', 'USD 400.00', '(2 pages)', 'not a decision of the bank']) {
      expect(english).toContain(words)
    }
    expect(strFromU8(files[INDEX_PAGE]!)).toContain('index.en.html')
    expect(strFromU8(files['SHA256SUMS.txt']!)).toBe(
      index.files.map(({ sha256, name }) => `${sha256}  ${name}\n`).join(''),
    )
  })

  it('of the first version, with a page in Chinese alone, is still believed', async () => {
    const files = unzipSync((await pack()).bytes)
    const index = { ...PackIndex.parse(JSON.parse(strFromU8(files[INDEX_JSON]!))), version: 1 }
    const older = {
      [INDEX_PAGE]: strToU8(indexPage(index, 'zh')),
      [INDEX_JSON]: strToU8(JSON.stringify(index)),
      ...Object.fromEntries(index.files.map(({ name }) => [name, files[name]!])),
    }
    expect((await readEvidencePack(zipSync(older), { digest })).index.version).toBe(1)
  })

  it('has the same bytes for the same receipts, and another digest for any other', async () => {
    const [one, same] = [await pack(), await pack()]
    expect(one.bytes).toEqual(same.bytes)
    const other = await pack({ ...input, orders: [order({ amount: '1001.00' })] })
    expect(other.indexSha256).not.toBe(one.indexSha256)
  })

  const changed: [PackFault, (files: Record<string, Uint8Array>) => void][] = [
    ['missing', (files) => delete files['files/order-O1.csv']],
    ['hash', (files) => (files['files/order-O1.csv'] = strToU8('id,amount\nO1,9999'))],
    ['unlisted', (files) => (files['files/more.pdf'] = strToU8('more'))],
    ['page', (files) => (files[INDEX_PAGE] = strToU8('<html>'))],
    ['index', (files) => delete files[INDEX_JSON]],
    ['index', (files) => (files[INDEX_JSON] = strToU8('{}'))],
    ['newer', (files) => (files[INDEX_JSON] = strToU8('{"version": 9}'))],
    ['name', (files) => (files['../up.pdf'] = strToU8('up'))],
  ]
  it.each(changed)('is not believed when changed: %s', async (fault, change) => {
    const files = unzipSync((await pack()).bytes)
    change(files)
    const read = readEvidencePack(zipSync(files), { digest })
    await expect(read).rejects.toBeInstanceOf(PackError)
    await expect(read).rejects.toMatchObject({ fault })
  })

  it('is not believed under another digest, nor with a byte cut off', async () => {
    const { bytes } = await pack()
    await expect(readEvidencePack(bytes, { digest }, 'f'.repeat(64))).rejects.toMatchObject({ fault: 'hash' })
    await expect(readEvidencePack(bytes.slice(0, -1), { digest })).rejects.toMatchObject({ fault: 'not-zip' })
  })

  it('gives every original a name a file system takes, whatever papers and files are called', async () => {
    const anyName = fc.string({ unit: 'grapheme', maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyName, anyName), { maxLength: 6 }), async (names) => {
        const documents = names.map(([no, name], at) => ({
          role: 'invoice' as const,
          no,
          supports: [],
          originals: [{ name, bytes: strToU8(String(at)) }],
        }))
        const { bytes, index } = await writeEvidencePack(head, [], documents, { digest })
        expect(new Set(index.files.map(({ name }) => name.toLowerCase())).size).toBe(names.length)
        const { files } = await readEvidencePack(bytes, { digest })
        expect(files.size).toBe(names.length)
      }),
      { numRuns: 40 },
    )
  })
})
