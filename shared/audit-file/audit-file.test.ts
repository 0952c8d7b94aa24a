import { createHash } from 'node:crypto'
import { crc32, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { maskElements, namesPersons } from '../ceb/personal'
import { maskRecord } from '../model/mask-record'
import { Order } from '../model/order'
import { PackError, type PackFault } from '../pack/fault'
import { INDEX_JSON, INDEX_PAGE } from '../pack/prove'
import { AuditAsk } from './ask'
import { SUMS } from './audit-index'
import type { AuditDocument, AuditOriginal, AuditPaper } from './document'
import { Links } from './links'
import { auditPrint } from './print'
import { readAuditFile } from './read'
import { writeAuditFile, type AuditChain, type AuditHead } from './write'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const digest = (bytes: Uint8Array) => Promise.resolve(sha256(bytes))

/** A zip as the standard describes it, read by its central directory with nothing of ours and nothing of the writer's library. */
function readZip(bytes: Uint8Array): Map<string, Buffer> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = zip.readUInt32LE(end + 16)
  const files = new Map<string, Buffer>()
  for (let n = zip.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [method, crc, packed, size] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24),
    ]
    const name = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString('utf8')
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const raw = zip.subarray(start, start + packed)
    const content = method === 0 ? raw : inflateRawSync(raw)
    expect([name, content.length, crc32(content)]).toEqual([name, size, crc])
    files.set(name, content)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}

const head: AuditHead = {
  id: 'A-1',
  createdAt: '2026-11-20T10:00:00+08:00',
  madeBy: '王申报',
  company: { name: '<Exporter> & Co', uscc: '91330100MA27XXXX0X' },
  software: 'Yiguan',
  asked: 'C1',
  notFound: ['ZZ9'],
  persons: { masked: true },
  book: 'real',
}
const document = (key: string, part: Partial<AuditDocument> = {}): AuditDocument => ({
  key,
  kind: 'lists',
  no: key,
  day: '2026-03-01',
  state: 'cleared',
  asked: false,
  record: { copNo: key, goods: [{ gname: '棉质T恤' }] },
  sources: [],
  decisions: [],
  attempts: [],
  receipts: [],
  changes: [],
  linked: [],
  ...part,
})
const documents = [
  document('C1', {
    asked: true,
    linked: ['O1'],
    attempts: [1, 2].map((attempt) => ({
      message: 'CEB603',
      businessKey: 'C1',
      attempt,
      queuedAt: '2026-03-01T02:00:00Z',
      stage: 'done',
      guid: `GUID-${attempt}`,
      batch: `B${attempt}`,
      batchSha256: 'b'.repeat(64),
      content: { head: { copNo: 'C1', netWeight: String(attempt) } },
    })),
    receipts: [
      {
        at: '20260301103000000',
        receivedAt: '2026-03-01T02:31:00Z',
        message: 'CEB604',
        code: '100',
        words: '海关退单',
        info: '<script>alert(1)</script>',
        original: 'R1',
      },
    ],
    changes: [
      { seq: 7, at: '2026-03-01T01:00:00Z', name: 'lists.build', who: '王', why: '', before: '', after: 'd' },
    ],
  }),
  document('O1', {
    kind: 'orders',
    sources: [{ account: '6222', valueDate: '2026-03-02', amount: '10.00', payer: 'A***n' }],
    receipts: [{ at: '', receivedAt: '', message: 'CEB304', code: '2', words: '', info: '', original: 'R2' }],
  }),
]
const papers: AuditPaper[] = [
  { of: 'C1', name: '合同 1.PDF', kind: '合同', number: 'HT-1', bytes: strToU8('contract') },
  { of: 'O1', name: '合同 1.PDF', kind: '合同', number: 'HT-1', bytes: strToU8('contract') },
  { of: 'C1', name: '提单.pdf', kind: '提单', number: 'BL-1', sha256: 'c'.repeat(64), place: '档案柜 3' },
]
const originals: AuditOriginal[] = [
  { id: 'R1', message: 'CEB604', sha256: sha256(strToU8('<CEB604/>')), bytes: strToU8('<CEB604/>') },
  { id: 'R2', message: 'CEB304', sha256: 'd'.repeat(64) },
]
const chain: AuditChain = {
  seq: 9,
  hash: 'HASH9',
  holds: true,
  text: { zh: '核验通过', en: 'holds' },
  witnessed: 2,
  entries: [
    {
      seq: 7,
      at: '2026-03-01T01:00:00Z',
      name: 'lists.build',
      who: '=cmd()',
      why: '',
      prev: 'HASH6',
      hash: 'HASH7',
      changes: [{ table: 'lists', id: 'x', before: '', after: 'd' }],
    },
  ],
}
const options = { digest, labels: () => new Map([['copNo', '企业唯一编号']]) }
const pack = (of = head) => writeAuditFile(of, documents, papers, chain, options, originals)

describe('卷宗', () => {
  it('is opened by a reader that knows nothing of us; every digest in it is right and nothing is left out', async () => {
    const { bytes, indexSha256 } = await pack()
    const files = readZip(bytes)
    expect(sha256(files.get(INDEX_JSON)!)).toBe(indexSha256)
    const sums = files.get(SUMS)!.toString('utf8').trimEnd().split('\n')
    const listed = sums.map((line) => line.split('  ') as [string, string])
    for (const [sum, name] of listed) expect([name, sha256(files.get(name)!)]).toEqual([name, sum])
    expect([...files.keys()].sort()).toEqual(
      [INDEX_JSON, INDEX_PAGE, SUMS, ...listed.map(([, name]) => name)].sort(),
    )
    expect([...files.keys()]).toContain('lists/C1.html')
    expect(files.get('journal/journal.csv')!.toString('utf8')).toContain(`'=cmd()`)
  })

  it('says in words what belongs together: versions, receipts, papers with and without original, the chain', async () => {
    const files = readZip((await pack()).bytes)
    const index = files.get(INDEX_PAGE)!.toString('utf8')
    for (const words of ['清单（1）', '订单（1）', 'ZZ9', 'HASH9', '档案柜 3', '已遮盖', 'sha256sum -c']) {
      expect(index).toContain(words)
    }
    const page = files.get('lists/C1.html')!.toString('utf8')
    for (const words of [
      '第 1 次',
      '第 2 次',
      'GUID-2',
      '海关退单',
      '企业唯一编号',
      '棉质T恤',
      'lists.build',
    ]) {
      expect(page).toContain(words)
    }
    expect(page).toContain('href="../orders/O1.html"')
    for (const text of [index, page]) expect(text).not.toMatch(/<script|https?:|javascript:|on\w+=/i)
    expect([...files.keys()].filter((name) => name.startsWith('attachments/'))).toEqual([
      'attachments/HT-1.PDF',
    ])
  })

  it('has receipts byte by byte as they came, of one that names persons the digest; lines of a bank; an index to print', async () => {
    const { bytes, index, indexSha256 } = await pack()
    const files = readZip(bytes)
    const name = `receipts/CEB604-${sha256(strToU8('<CEB604/>')).slice(0, 16)}.xml`
    expect(files.get(name)?.toString('utf8')).toBe('<CEB604/>')
    expect(files.get('lists/C1.html')!.toString('utf8')).toContain(`href="../${name}"`)
    expect([...files.keys()].filter((one) => one.startsWith('receipts/'))).toEqual([name])
    const order = files.get('orders/O1.html')!.toString('utf8')
    for (const words of ['d'.repeat(64), '含个人信息', '银行流水 1', '起息日', '2026-03-02', 'A***n'])
      expect(order).toContain(words)

    const print = auditPrint(index, indexSha256)
    const said = JSON.stringify(print)
    for (const words of [
      indexSha256,
      '卷宗目录 A-1',
      'HASH9',
      '档案柜 3',
      name,
      sha256(files.get('lists/C1.html')!),
    ])
      expect(said).toContain(words)
    expect(print.pages.flatMap(({ rows }) => rows)).toHaveLength(documents.length + papers.length + 1)
    const { index: practice } = await pack({ ...head, book: 'practice' })
    expect(auditPrint(practice, indexSha256).watermark).toContain('演练')
  })

  it('has the same bytes for the same input and says so of a practice book', async () => {
    expect((await pack()).bytes).toEqual((await pack()).bytes)
    expect(
      readZip((await pack({ ...head, book: 'practice' })).bytes)
        .get(INDEX_PAGE)!
        .toString(),
    ).toContain('演练')
  })

  const changed: [PackFault, string, (files: Record<string, Uint8Array>) => void][] = [
    ['hash', 'lists/C1.html', (files) => (files['lists/C1.html'] = strToU8('<html>'))],
    ['hash', 'journal/journal.csv', (files) => (files['journal/journal.csv'] = strToU8('x'))],
    ['missing', 'attachments/HT-1.PDF', (files) => delete files['attachments/HT-1.PDF']],
    ['unlisted', 'lists/C2.html', (files) => (files['lists/C2.html'] = strToU8('more'))],
    ['page', SUMS, (files) => (files[SUMS] = strToU8('0'.repeat(64)))],
    ['page', INDEX_PAGE, (files) => delete files[INDEX_PAGE]],
    ['name', '../up.html', (files) => (files['../up.html'] = strToU8('up'))],
    ['newer', '9', (files) => (files[INDEX_JSON] = strToU8('{"version": 9}'))],
  ]
  it.each(changed)('names what was changed in it: %s %s', async (fault, file, change) => {
    const files = unzipSync((await pack()).bytes)
    change(files)
    const error = await readAuditFile(zipSync(files), { digest }).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(PackError)
    expect((error as PackError).fault).toBe(fault)
    expect((error as PackError).text.zh).toContain(file)
  })

  it('is told from another whose index was made anew to fit', async () => {
    const { indexSha256 } = await pack()
    const other = await pack({ ...head, notFound: [] })
    await expect(readAuditFile(other.bytes, { digest })).resolves.toBeTruthy()
    await expect(readAuditFile(other.bytes, { digest }, indexSha256)).rejects.toMatchObject({ fault: 'hash' })
  })
})

describe('what belongs together', () => {
  const key = fc.constantFrom(...'abcdefgh')
  it('is what a document rests on and what rests on that, and never its siblings alone', () => {
    const links = new Links()
    links.put('entry', 'list1')
    links.put('entry', 'list2')
    links.put('list1', 'order1')
    links.put('credit', 'order1')
    links.put('list2', 'order2')
    expect(links.belonging(['list1'])).toEqual(new Set(['list1', 'order1', 'entry', 'credit']))
    expect(links.belonging(['entry']).has('order2')).toBe(true)
  })

  it('ends for any links, circles included, and holds both closures', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, key), { maxLength: 16 }), key, (pairs, seed) => {
        const links = new Links()
        for (const [upper, lower] of pairs) links.put(upper, lower)
        const all = links.belonging([seed])
        for (const one of [...links.below([seed]), ...links.above([seed])]) expect(all.has(one)).toBe(true)
        for (const [upper, lower] of pairs) {
          if (links.below([seed]).has(upper)) expect(all.has(lower)).toBe(true)
          if (all.has(lower)) expect(all.has(upper)).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('masking', () => {
  it('hides persons at every depth and keeps the rest', () => {
    const order = {
      record: 'order',
      orderNo: 'A-1',
      buyerName: 'Ann Buyer',
      consignee: 'Bob Receiver',
      lines: [{ sku: 'K1', name: 'cup' }],
      strange: 'Eve Unknown',
    }
    const shown = JSON.stringify(maskRecord(Order, order))
    expect(shown).toContain('A-1')
    expect(shown).toContain('cup')
    expect(shown).not.toMatch(/Buyer"|Receiver"|Unknown/)
  })

  it('knows a message that names a person, with and without prefix and attributes', () => {
    for (const xml of ['<a><consignee>B</consignee></a>', '<ceb:consignee xml:lang="de">B</ceb:consignee>'])
      expect(namesPersons(xml)).toBe(true)
    expect(namesPersons('<ceb:InventoryReturn><ceb:copNo>consignee</ceb:copNo></ceb:InventoryReturn>')).toBe(
      false,
    )
  })

  it('hides elements that name a person in any message, and what stands in their place', () => {
    const shown = JSON.stringify(
      maskElements({
        documents: { order: { head: { orderNo: 'A-1', consignee: 'Bob Receiver' } } },
        overrides: [{ element: 'consignee', value: 'Bob Receiver', derived: 'Bob Old' }],
        faults: [{ path: 'CEB303/OrderHead/consigneeTelephone', value: '13900000001' }],
      }),
    )
    expect(shown).toContain('A-1')
    expect(shown).not.toMatch(/Receiver|Bob Old|13900000001/)
  })
})

describe('what is asked for', () => {
  it('is numbers or a period, never both, never a period backwards', () => {
    expect(AuditAsk.safeParse({ numbers: ['C1'] }).success).toBe(true)
    expect(AuditAsk.safeParse({ from: '2026-01-01', to: '2026-01-31' }).success).toBe(true)
    expect(AuditAsk.safeParse({ from: '2026-02-01', to: '2026-01-31' }).success).toBe(false)
    expect(AuditAsk.safeParse({ numbers: ['C1'], from: '2026-01-01', to: '2026-01-31' }).success).toBe(false)
    expect(AuditAsk.safeParse({ numbers: [] }).success).toBe(false)
  })
})
