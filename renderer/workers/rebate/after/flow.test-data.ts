import { expect } from 'vitest'
import type { RecordKind } from '#shared/model/import-report'
import type { BookPort } from '../../../data/port'

const no = '310120260000000002'
/** 9810 goods in two items, one that is taxed, one under a handbook; an invoice of the first two. */
const files: Partial<Record<RecordKind, string[]>> = {
  rates: [
    '商品代码,商品名称,征税率,退税率,特殊商品标识,生效日期',
    '7323940000,搪瓷杯,13%,13%,,2019-04-01',
    '6911101900,搪瓷碗,13%,13%,,2019-04-01',
    '2847000000,过氧化氢,13%,0,1,2019-04-01',
  ],
  declarations: [
    '报关单号,项号,商品编号,商品名称,成交数量,成交单位,出口日期,监管方式,成交方式,总价,币制,境内货源地,销售入账日期,备案号',
    `${no},1,6911101900,搪瓷碗,100,个,2026-04-02,9810,FOB,1000.00,USD,汕头,,`,
    `${no},2,6911101900,搪瓷盆,10,个,2026-04-02,9810,FOB,200.00,USD,汕头,,`,
    `${no},3,2847000000,过氧化氢,10,个,2026-04-02,0110,FOB,100.00,USD,汕头,2026-04-02,C12345678901`,
  ],
  invoices: [
    '发票号码,开票日期,发票票种,销方识别号,销方名称,购方识别号,购方名称,货物名称,单位,数量,金额,税率,税额,用途',
    '26112000000000000009,2026-03-05,增值税专用发票,S2,示例瓷厂,B1,示例贸易,*金属制品*搪瓷碗,个,100,5000.00,13%,650.00,退税',
    '26112000000000000009,2026-03-05,增值税专用发票,S2,示例瓷厂,B1,示例贸易,*金属制品*搪瓷盆,个,10,1000.00,13%,130.00,退税',
  ],
  handbooks: [
    '手（账）册号,加工贸易方式,计划进口总值,计划出口总值,有效期至',
    'C12345678901,进料加工,60000,100000,2026-12-31',
    'C12345678902,转厂,1,1,',
  ],
}

/** What follows a claim: 9810 goods claimed in two parts, held for a letter, paid, settled and claimed anew; tax and handbook. */
export async function afterClaim(port: BookPort): Promise<void> {
  for (const [kind, rows] of Object.entries(files)) {
    const file = new File([`\ufeff${rows.join('\r\n')}\r\n`], `${kind}-2.csv`)
    const read = await port.importFile(file, { kind: kind as RecordKind, profile: 'auto' })
    if (!read.ok) throw new Error(`${kind}: ${JSON.stringify(read)}`)
    const refused = (await port.errors(read.view.id, 0, 9)).rows
    expect(refused.length, kind).toBe(kind === 'handbooks' ? 1 : 0)
  }
  const [half, none, taxed] = [`${no}001`, `${no}002`, `${no}003`]
  const { id: batch } = await port.newRebateBatch({ period: '202605', kind: 'trading' }, '')
  await port.chooseRebateLines(batch, { ids: [half, none] }, '')
  await port.editRebateBatch(batch, { answers: { fxStatus: 'pending' } }, '')
  await port.answerRebateLines(batch, { ids: [half] }, { soldQty: '40' }, '')
  await port.answerRebateLines(batch, { ids: [none] }, { soldQty: '0' }, '')

  // What is sold and what is not stand under numbers of their own.
  expect(await port.applyRebateSuggestion(batch, '')).toEqual({ links: 3, uncovered: 0 })
  const links = (await port.rebatePage({ table: 'links', batch, offset: 0, limit: 9 })).rows
  expect(
    links.map(({ businessType, exports: [row], figures }) => [businessType, row!.qty, figures.refund]),
  ).toEqual([
    ['', '40', '260.00'],
    ['HWC-YT', '60', '390.00'],
    ['HWC-YT', '10', '130.00'],
  ])
  const rules = async () => {
    await port.runRebateCheck(batch, '2026-05-20')
    const { rows } = await port.rebateFindings({ batch, text: 'RB-G0', offset: 0, limit: 9 })
    return rows.map(({ rule, at }) => [rule, at.id])
  }
  expect(await rules()).toEqual([])
  await port.markRebateLinks(batch, [links[2]!.linkNo], '', '')
  expect(await rules()).toEqual([['RB-G02', none]])
  await port.markRebateLinks(batch, [links[2]!.linkNo], 'HWC-YT', '')
  expect(await rules()).toEqual([])
  const [exports] = await port.rebateTables(batch, 'claim')
  expect(exports!.rows.map((row) => row[12])).toEqual(['', 'HWC-YT', 'HWC-YT'])

  // 函调 holds what was claimed on the invoice, and lets it go on when the answer is clear.
  const act = (event: 'declare' | 'accept' | 'approve' | 'pay') =>
    port.actOnRebateLines(batch, { event, on: '2026-06-10' }, '')
  await act('declare')
  await act('accept')
  const suppliers = await port.letterSuppliers()
  expect(suppliers.find(({ sellerTaxNo }) => sellerTaxNo === 'S2')).toEqual({
    sellerTaxNo: 'S2',
    sellerName: '示例瓷厂',
    invoices: [{ number: '26112000000000000009', keys: [half, none] }],
  })
  const letter = {
    number: '',
    sellerTaxNo: 'S2',
    sellerName: '示例瓷厂',
    invoices: ['26112000000000000009'],
    note: '',
  }
  expect(await port.sendRebateLetter({ ...letter, sentOn: '2026-06-11' }, '')).toEqual({ held: 2, left: [] })
  const [sent] = await port.rebateLetters('2026-06-21')
  expect(sent).toMatchObject({ held: '780', age: 10 })
  expect(await port.rebateBatch(batch)).toMatchObject({ state: 'letter' })
  const answer = { outcome: 'clear' as const, note: '' }
  await expect(port.answerRebateLetter(sent!.id, { ...answer, on: '2026-06-10' }, '')).rejects.toMatchObject({
    code: 'letter-day',
  })
  expect(await port.answerRebateLetter(sent!.id, { ...answer, on: '2026-06-21' }, '')).toEqual({
    released: 2,
  })
  expect(await port.rebateLetters('2026-07-21')).toMatchObject([{ held: '0', age: 10 }])

  // 核算: nothing to settle before it is paid; a part sold is claimed anew, what was not sold goes back and is claimed later.
  await expect(
    port.settleRebatePreRefund(half, { on: '2026-07-01', soldQty: '60' }, ''),
  ).rejects.toMatchObject({
    code: 'not-settled',
  })
  await act('approve')
  await act('pay')
  expect(await port.rebatePreRefunds('2026-07-01')).toMatchObject([
    { key: half, qty: '60', refund: '390.00', state: 'open', window: ['2026-07-01', '2027-04-30'] },
    { key: none, qty: '10', refund: '130.00', state: 'open' },
  ])
  const sold = { on: '2026-07-01', soldQty: '20', actualRefund: '130.00' }
  expect(await port.settleRebatePreRefund(half, sold, '')).toMatchObject({
    action: 'adjust',
    netChange: '-260.00',
  })
  await expect(port.settleRebatePreRefund(half, sold, '')).rejects.toMatchObject({ code: 'not-settled' })
  // The part sold stays where it was claimed, with its share of the invoice; what was given back is open again.
  await port.reclaimRebateLine(half, '')
  await expect(port.reclaimRebateLine(half, '')).rejects.toMatchObject({ code: 'not-settled' })
  const open = { table: 'items' as const, filter: { ids: [half] }, offset: 0, limit: 1 }
  expect((await port.rebatePage(open)).rows).toMatchObject([{ state: 'undeclared', batch: '' }])
  const kept = (await port.rebatePage({ table: 'links', batch, offset: 0, limit: 9 })).rows
  expect(kept.map(({ businessType, exports: [row] }) => [businessType, row!.qty])).toEqual([
    ['', '40'],
    ['', '20'],
    ['HWC-YT', '10'],
  ])
  const { id: later } = await port.newRebateBatch({ period: '202608', kind: 'trading' }, '')
  await port.chooseRebateLines(later, { ids: [half] }, '')
  await port.answerRebateLines(later, { ids: [half] }, { soldQty: '90' }, '')
  // 30 of the 40 are sold by now: no second pre-refund is proposed for the rest.
  expect(await port.applyRebateSuggestion(later, '')).toEqual({ links: 1, uncovered: 0 })
  const [again30] = (await port.rebatePage({ table: 'links', batch: later, offset: 0, limit: 9 })).rows
  expect(again30).toMatchObject({ businessType: '', exports: [{ qty: '30' }], figures: { refund: '195.00' } })
  expect(await port.settleRebatePreRefund(none, { on: '2026-07-01', soldQty: '0' }, '')).toMatchObject({
    action: 'reverseAll',
    reverse: '-130.00',
  })
  expect((await port.rebateHistory(none)).state).toBe('reversed')
  expect((await port.rebateLedger()).find(({ month }) => month === '2026-04')).toMatchObject({
    refunded: '390',
  })
  await port.reclaimRebateLine(none, '')
  const [again] = (await port.rebatePage({ table: 'items', filter: { ids: [none] }, offset: 0, limit: 1 }))
    .rows
  expect(again).toMatchObject({ state: 'undeclared', batch: '', linkNos: [] })

  // 视同内销, less the bonded material of its handbook, until it is noted.
  const due = async () => (await port.rebateTaxed('2026-06-30')).find(({ key }) => key === taxed)
  // 700 x 40 % taken out of its price at 13 %.
  expect(await due()).toMatchObject({
    decidedBy: 'RB-B05',
    outputVat: '32.21',
    dueMonth: '2026-05',
    state: 'overdue',
  })
  await port.keepRebateTaxed(taxed!, { period: '202606', certificateNo: 'Z1' }, '')
  expect(await due()).toMatchObject({ state: 'accounted', todo: [] })
  expect(await port.rebateHandbooks()).toMatchObject([
    { number: 'C12345678901', ratio: '0.6', items: 1, fobCny: '700.00', bonded: '420.00' },
  ])
}
