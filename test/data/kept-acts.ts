import { strFromU8, unzipSync, zipSync } from 'fflate'
import { expect } from 'vitest'
import type { AuditDocument } from '#shared/audit-file/document'
import { grantText, type Grant } from '#shared/people/grant'
import type { SealedRecord } from '../../renderer/data/port'
import { base64url, encodeText } from '../../renderer/data/sealing/bytes'
import { importKeys } from '../../renderer/data/sealing/keys'
import { keysOfTests, type TestWindow } from './sample-book'

/** 卷宗 of one corrected 清单: all of it and nobody else's, persons masked, the journal knows it, a changed byte is named. */
export async function auditOf(
  port: TestWindow['port'],
  { copNo, orderNo }: { copNo: string; orderNo: string },
) {
  const ask = { numbers: [` ${copNo.toLowerCase()} `, 'NOBODY'] }
  const preview = await port.previewAudit(ask)
  expect(preview).toMatchObject({ notFound: ['NOBODY'] })
  expect(preview.counts.find(({ kind }) => kind === 'lists')).toMatchObject({ asked: 1, all: 1 })
  const made = await port.makeAudit(ask, {})
  const pack = unzipSync(made.bytes)
  const records = (kind: string) => JSON.parse(strFromU8(pack[`records/${kind}.json`]!)) as AuditDocument[]
  const [list] = records('lists')
  expect(list).toMatchObject({ no: copNo, asked: true, state: '结关' })
  const own = list!.attempts.filter(({ message }) => message === 'CEB603')
  expect(own.map(({ attempt }) => attempt)).toEqual([1, 2])
  expect(new Set(own.map(({ batch }) => batch)).size).toBe(2)
  expect(JSON.stringify(own[0]!.content)).not.toBe(JSON.stringify(own[1]!.content))
  expect(list!.receipts.map(({ code }) => code)).toEqual(expect.arrayContaining(['100', '800']))
  expect(list!.changes.length).toBeGreaterThan(1)
  // Each receipt lies there as it came, and its page leads to it.
  const came = Object.entries(pack).filter(([name]) => name.startsWith('receipts/'))
  expect(came.length).toBe(new Set(list!.receipts.map(({ original }) => original)).size)
  for (const [name, bytes] of came) {
    expect(strFromU8(bytes)).toMatch(/^<\?xml|^<\w/)
    expect(strFromU8(pack[`lists/${copNo}.html`]!)).toContain(`../${name}`)
  }
  expect(made.contents.facts.map(({ value }) => value).join()).toContain(made.indexSha256)
  expect(records('orders').map(({ no }) => no)).toEqual([orderNo])
  expect(Object.keys(pack)).toContain(`payments/${records('payments')[0]!.no}.html`)

  // Whoever bought it can be told apart in the whole pack, and not named; in clear it takes a reason, which is kept.
  const { id } = (await port.page({ table: 'orders', filter: { numbers: [orderNo] }, offset: 0, limit: 1 }))
    .rows[0]!
  const consignee = await port.reveal(id, 'consignee', '核对')
  const text = (bytes: Uint8Array) =>
    Object.values(unzipSync(bytes))
      .map((file) => strFromU8(file))
      .join('\n')
  expect(consignee.length).toBeGreaterThan(3)
  expect(text(made.bytes)).not.toContain(consignee)
  const named = await port.makeAudit(ask, { named: { reason: '海关稽查要求' } })
  expect(text(named.bytes)).toContain(consignee)
  expect((await port.auditsMade()).map(({ why, sha256 }) => [why, sha256])).toEqual([
    ['海关稽查要求', named.indexSha256],
    ['', made.indexSha256],
  ])
  const check = (bytes: Uint8Array) => port.checkAudit(new File([bytes as Uint8Array<ArrayBuffer>], 'a.zip'))
  expect(await check(made.bytes)).toMatchObject({ ok: true, made: { sha256: made.indexSha256 } })
  const changed = { ...pack, 'journal/journal.csv': new Uint8Array([1]) }
  const verdict = await check(zipSync(changed))
  expect(verdict).toMatchObject({ ok: false })
  expect(JSON.stringify(verdict)).toContain('journal/journal.csv')
  await expect(port.makeAudit({ numbers: ['NOBODY'] }, {})).rejects.toMatchObject({ code: 'audit-empty' })
  expect(await port.verifyJournal()).toMatchObject({ ok: true })
}

/** As main gives it for the password, under the index key of the test books. */
async function granted(subject: string): Promise<Grant> {
  const until = new Date(Date.now() + 60_000).toISOString()
  const told = { act: 'purge' as const, subject, officer: '演练申报员', nonce: crypto.randomUUID(), until }
  const { index } = await importKeys(keysOfTests())
  const proof = await crypto.subtle.sign('HMAC', index, encodeText(grantText(told)))
  return { ...told, proof: base64url(new Uint8Array(proof)) }
}

/** What the law wants kept stays whatever is asked; what has outlived its time goes with its file, and the chain holds. */
export async function retentionOf(port: TestWindow['port']) {
  const before = await port.retention()
  expect(before.goes).toBe(0)
  expect(before.lines.find(({ kind }) => kind === 'lists')).toMatchObject({
    keep: 'term',
    count: 51,
    period: 'tax',
  })
  await expect(port.purge(before.digest, '试', await granted(before.digest))).rejects.toMatchObject({
    code: 'retention-changed',
  })
  const file = new File(
    [
      [
        '支付流水,订单号,平台,金额,币种,到账时间',
        'OLD-1,A1,shopify,1.00,USD,2015-03-01T04:00:00Z',
        'OLD-2,A2,shopify,2.00,USD,2015-03-02T04:00:00Z',
      ].join('\n'),
    ],
    'old-payments.csv',
  )
  const read = await port.importFile(file, { kind: 'payments', profile: 'auto', options: { shop: 'sample' } })
  expect(read).toMatchObject({ ok: true, view: { stored: { records: 2 } } })
  const held = { numbers: ['OLD-1'] }
  await port.holdDocuments(held, '海关稽查通知')
  const holding = await port.retention()
  expect(holding.goes).toBe(0)
  const own = holding.lines.filter(
    ({ kind, keep = '' }) => kind === 'payments' && ['hold', 'import'].includes(keep),
  )
  expect(own).toMatchObject([
    { keep: 'hold', count: 1 },
    { keep: 'import', count: 1 },
  ])
  const [hold] = await port.retentionHolds()
  await port.liftHold(hold!.id, '稽查结束')
  // Of three old pieces one was sold long ago, one belongs to an order of today, one is still in stock.
  const [row] = (await port.page({ table: 'lists', filter: {}, offset: 0, limit: 1 })).rows
  const today = ((await port.get('lists', row!.id))!.record as SealedRecord<'lists'>).list.orderNo
  for (const [piece, orderNo] of [['P-GONE', 'A1-2015'], ['P-KEPT', today], ['P-STOCK']] as const) {
    const input = {
      piece: piece!,
      kind: 'special' as const,
      sku: 'SILK-SET-GIFT',
      ...(orderNo && { orderNo }),
    }
    const { id } = await port.putPiece(input, '登记')
    const at = '2015-03-01T08:00:00+08:00'
    await port.recordStation([id], { station: 'order', at, by: '张三', place: '龙泉' }, '登记')
  }
  const due = await port.retention()
  expect(due).toMatchObject({ goes: 3, files: 1 })
  const ofPieces = due.lines.filter(({ kind }) => kind === 'pieces')
  expect(new Map(ofPieces.map(({ keep, period }) => [keep, period]))).toEqual(
    new Map([
      [undefined, 'trade'],
      ['term', 'tax'],
      ['unsettled', 'trade'],
    ]),
  )
  // Decided on another state than the one that was shown.
  await expect(port.purge(holding.digest, '到期', await granted(holding.digest))).rejects.toMatchObject({
    code: 'retention-changed',
  })
  // A page that never asked main for the password, or shows what main gave it for something else.
  for (const grant of [undefined, await granted(holding.digest)])
    await expect(port.purge(due.digest, '到期', grant!)).rejects.toMatchObject({ code: 'not-granted' })
  const grant = await granted(due.digest)
  expect(await port.purge(due.digest, '到期', grant)).toEqual({ documents: 3, files: 1 })
  await expect(port.purge(due.digest, '到期', grant)).rejects.toMatchObject({ code: 'not-granted' })
  expect((await port.retention()).goes).toBe(0)
  const pieces = await port.pieces({ text: 'P-', offset: 0, limit: 5 })
  expect(pieces.rows.map(({ piece }) => piece.piece).sort()).toEqual(['P-KEPT', 'P-STOCK'])
  const found = await port.page({
    table: 'payments',
    filter: { numbers: ['OLD-1', 'OLD-2'] },
    offset: 0,
    limit: 5,
  })
  expect(found.total).toBe(0)
  expect((await port.imports()).some(({ file: name }) => name === 'old-payments.csv')).toBe(false)
  expect((await port.totals('lists')).rows).toBe(51)
  expect(await port.verifyJournal()).toMatchObject({ ok: true })
  const { entries } = await port.journal(0, 5)
  expect(entries.map(({ name }) => name)).toContain('system.purge')
  expect(entries.every(({ name, undoable }) => !name.startsWith('system.') || !undoable)).toBe(true)
}
