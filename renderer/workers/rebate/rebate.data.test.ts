import { afterEach, expect, it, vi } from 'vitest'
import { selfCheck } from '#shared/rebate/life/self-check'
import { PrecheckFile } from '#shared/model/rebate/precheck'
import { precheck } from '#shared/rebate/precheck'
import type { RecordKind } from '#shared/model/import-report'
import { memorySentinel, newDatabaseName } from '../../../test/data/book-kit'
import { fillEnterprise, openTestWindow } from '../../../test/data/sample-book'
import type { TestWindow } from '../../../test/data/sample-book'
import type { BookPort } from '../../data/port'
import { afterClaim } from './after/flow.test-data'
import { ofManufacturer } from './after/manufacturer.test-data'

vi.setConfig({ testTimeout: 120_000 })

const no = '310120260000000001'
const files: Partial<Record<RecordKind, string[]>> = {
  rates: ['商品代码,商品名称,征税率,退税率,特殊商品标识,生效日期', '7323940000,搪瓷杯,13%,13%,,2019-04-01'],
  'exchange-rates': ['币种,日期,汇率,汇率种类', 'USD,2026-04-02,7.0000,中间价'],
  declarations: [
    '报关单号,项号,商品编号,商品名称,成交数量,成交单位,出口日期,监管方式,成交方式,总价,币制,境内货源地,销售入账日期',
    `${no},1,7323940000,搪瓷杯,1000,个,2026-04-02,0110,FOB,2500.00,USD,汕头,2026-04-02`,
    `${no},2,7323940000,搪瓷壶,10,个,2026-04-02,0110,FOB,90.00,USD,汕头,2026-04-02`,
    `${no},3,73239400,搪瓷壶,10,个,2026-04-02,0110,FOB,90.00,USD,汕头,`,
  ],
  invoices: [
    '发票号码,开票日期,发票票种,销方识别号,销方名称,购方识别号,购方名称,货物名称,单位,数量,金额,税率,税额,用途',
    '26112000000000000001,2026-03-05,增值税专用发票,S1,示例五金厂,B1,示例贸易,*金属制品*搪瓷杯,个,600,6000.00,13%,780.00,退税',
    '26112000000000000002,2026-03-06,增值税专用发票,S1,示例五金厂,B1,示例贸易,搪瓷杯,个,500,5500.00,13%,715.00,退税',
    '26112000000000000002,2026-03-06,增值税专用发票,S1,示例五金厂,B1,示例贸易,搪瓷盘,个,,100.00,13%,13.00,退税',
  ],
}

let window: TestWindow
afterEach(() => window.worker.terminate())

async function importAll(port: BookPort): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [kind, rows] of Object.entries(files)) {
    const file = new File([`\ufeff${rows.join('\r\n')}\r\n`], `${kind}.csv`)
    const read = await port.importFile(file, { kind: kind as RecordKind, profile: 'auto' })
    if (!read.ok) throw new Error(`${kind}: ${JSON.stringify(read)}`)
    ids.set(kind, read.view.id)
  }
  return ids
}

const pageOf = <T extends 'items' | 'invoices'>(port: BookPort, table: T) =>
  port.rebatePage({ table, offset: 0, limit: 100 })

it('files → batch → 配单 → 预检 → dealt with → outputs, left and come back to, and claimed only as the states allow', async () => {
  const [database, sentinel] = [newDatabaseName(), memorySentinel()]
  window = await openTestWindow(database, sentinel)
  let { port } = window
  await fillEnterprise(port)
  const imports = await importAll(port)

  const items = await pageOf(port, 'items')
  expect(items.rows.map(({ id, origin, state, gaps }) => [id, origin, state, gaps])).toEqual([
    [`${no}001`, 'import', 'undeclared', []],
    [`${no}002`, 'import', 'undeclared', []],
  ])
  expect(items.sums.amounts).toEqual({ USD: '2590' })
  const batch = (await port.newRebateBatch({ period: '202605', kind: 'trading' }, '')).id
  expect(await port.rebateBatch(batch)).toMatchObject({ number: '001', state: 'undeclared', lines: 0 })
  await expect(port.runRebateCheck(batch, '2026-05-20')).rejects.toMatchObject({ code: 'no-claim-lines' })
  expect(await port.chooseRebateLines(batch, { ids: [`${no}001`] }, '')).toEqual({ chosen: 1, taken: 0 })
  expect(await port.chooseRebateLines(batch, {}, '')).toEqual({ chosen: 1, taken: 1 })
  expect(await port.giveBackRebateLines(batch, { ids: [`${no}002`] }, '')).toBe(1)
  await expect(port.runRebateCheck(batch, '2026-05-20')).rejects.toMatchObject({ code: 'no-claimant' })
  await port.setRebateEnterprise(
    {
      name: '示例贸易',
      taxNo: 'B1',
      type: 'trading',
      taxpayer: 'general',
      rebateFiled: true,
      method: 'exempt-refund',
    },
    '',
  )

  // The invoice with a refused row is not whole: nothing is taken of it, and 600 of 1000 are not enough.
  expect(await port.suggestRebateLinks(batch)).toMatchObject({ links: 0, uncovered: [{ missing: '400' }] })
  const [error] = (await port.errors(imports.get('invoices')!, 0, 10)).rows
  const mended = error!.cells.map((cell, at) => (at === 9 ? '10' : cell))
  await port.editError(error!.id, mended, '按原票')
  expect(await port.retryErrors(imports.get('invoices')!, '')).toMatchObject({ accepted: 1 })
  expect((await port.suggestRebateLinks(batch)).sums).toMatchObject({
    links: 1,
    net: '10400.00',
    fobUsd: '2500.00',
  })
  expect(await port.applyRebateSuggestion(batch, '')).toEqual({ links: 1, uncovered: 0 })
  const invoices = await pageOf(port, 'invoices')
  expect(invoices.rows.map(({ id, leftQty, leftNet }) => [id, leftQty, leftNet])).toEqual([
    ['26112000000000000001#1', '0', '0'],
    ['26112000000000000002#1', '100', '1100'],
    ['26112000000000000002#2', '10', '100'],
  ])
  const [link] = (await port.rebatePage({ table: 'links', batch, offset: 0, limit: 10 })).rows
  expect(link).toMatchObject({
    linkNo: '20260500100000001',
    figures: {
      net: '10400.00',
      refund: '1352.00',
      fobUsd: '2500.00',
      exchangeCost: '4.16',
      difference: '0',
    },
  })
  await expect(port.undoImport(imports.get('invoices')!, '')).rejects.toMatchObject({ code: 'used-in-claim' })
  await expect(
    port.linkRebate(
      batch,
      { linkNo: link!.linkNo, exports: [], purchases: [{ id: '26112000000000000002#1', qty: '101' }] },
      '',
    ),
  ).rejects.toMatchObject({ code: 'not-allocated' })

  const run = await port.runRebateCheck(batch, '2026-05-20')
  expect(run).toMatchObject({ run: 1, lines: 1, refund: '1352.00', outdated: false })
  const found = await port.rebateFindings({ batch, offset: 0, limit: 100 })
  expect(found.rows.map(({ rule }) => rule)).toContain('RB-E14')
  const cost = found.rows.find(({ rule }) => rule === 'RB-E14')!
  expect(cost.at).toEqual({ table: 'links', id: link!.linkNo })
  await port.dealWithRebateFindings(batch, [cost.id], '已核对成本')
  expect((await port.rebateFindings({ batch, dealt: true, offset: 0, limit: 9 })).rows).toMatchObject([
    { id: cost.id, dealt: { reason: '已核对成本' } },
  ])

  // What the command line makes of the exported facts is what the book said of them.
  const { text } = await port.rebateExchange(batch)
  const again = precheck(PrecheckFile.parse(JSON.parse(text)))
  const places = found.rows.map(({ rule, target, field }) => `${rule} ${target} ${field}`)
  expect(again.findings.length).toBeGreaterThan(0)
  for (const { rule, target, field } of again.findings) expect(places).toContain(`${rule} ${target} ${field}`)
  expect(again.amounts?.totals.refund).toBe('1352.00')

  // 自检: what a desk that judges by the same rules says is known here already; its 疑点 stand with the line.
  const facts = PrecheckFile.parse(JSON.parse(text))
  const doubts = selfCheck(facts)
  const checked = await port.takeRebateSelfCheck(batch, { service: 'practice', doubts }, '')
  expect(checked).toMatchObject({ moved: 1, left: [], onlyHere: [], onlyThere: [] })
  expect(await port.rebateBatch(batch)).toMatchObject({ selfCheck: { service: 'practice', lines: 1 } })
  const strange = { ...doubts[0]!, code: 'T-01', grade: 'blocking' as const, keys: [`${no}001`], field: 'x' }
  const questioned = await port.takeRebateSelfCheck(batch, { service: 'practice', doubts: [strange] }, '')
  expect(questioned).toMatchObject({ questioned: 1, onlyThere: [expect.stringContaining('T-01')] })
  expect(await port.rebateBatch(batch)).toMatchObject({ state: 'questioned', locked: false })
  const [first] = (await port.rebateFindings({ batch, offset: 0, limit: 1 })).rows
  expect(first).toMatchObject({ official: true, why: { zh: expect.stringContaining('自检') } })
  // Mended, checked and sent again.
  await port.runRebateCheck(batch, '2026-05-20')
  await port.takeRebateSelfCheck(batch, { service: 'practice', doubts: [] }, '')
  expect(await port.rebateBatch(batch)).toMatchObject({ state: 'selfChecked' })

  // Found by the end of a number; the hit names no number.
  const hitOf = async (text: string) =>
    (await port.rebateSearch(text)).map(({ kind, hits }) => [kind, hits[0]!] as const)
  const [[kind, hit]] = (await hitOf(link!.linkNo.slice(-8))) as [Awaited<ReturnType<typeof hitOf>>[number]]
  expect([kind, hit.number, hit.caption]).toEqual(['link', link!.linkNo, '202605-001'])
  expect(await port.rebateFound(hit.id)).toEqual({ table: 'links', id: link!.id, batch })
  const [[, invoiceHit]] = (await hitOf('26112000000000000002')) as [
    Awaited<ReturnType<typeof hitOf>>[number],
  ]
  expect(await port.rebateFound(invoiceHit.id)).toEqual({ table: 'invoices', number: '26112000000000000002' })
  expect((await hitOf(`${no}002`)).map(([of]) => of)).toEqual(['rebateEntry'])

  // Left, and come back to in another window.
  window.worker.terminate()
  window = await openTestWindow(database, sentinel)
  port = window.port
  expect(await port.rebateBatch(batch)).toMatchObject({
    state: 'selfChecked',
    sums: { links: 1, refund: '1352.00' },
    run: { run: 2, dealt: 1, outdated: false },
  })
  const [exports, purchases] = await port.rebateTables(batch, 'claim')
  expect(exports!.rows).toHaveLength(1)
  expect(exports!.rows[0]).toEqual(expect.arrayContaining([`${no}001`, '2500.00']))
  expect(purchases!.rows.map((row) => row[14])).toEqual(['780.00', '572.00'])
  const print = await port.rebatePrint(batch, 'zh')
  const cells = print.pages.flatMap(({ rows }) => rows)
  expect(cells.find((row) => row[1] === '应退税额合计')).toMatchObject({ 2: '1352.00' })
  expect(cells.some((row) => row[4]!.includes('7') && row[4]!.includes('2500'))).toBe(true)
  expect(await port.rebateCalendar(batch, 'zh')).toContain('BEGIN:VEVENT')
  expect(await port.rebateBatchEnds('2026-05-20')).toEqual({
    [batch]: { day: '2027-04-30', field: 'normalEnd' },
  })
  expect(await port.explainRebateLink(batch, link!.linkNo)).toEqual(
    expect.arrayContaining([expect.objectContaining({ figure: 'refund', value: '1352.00' })]),
  )

  // 取收汇: a receipt of the ledger stands with its 报关单, what it says goes with the line, and joined anew it is not doubled.
  const receipt = { no: 'C1', date: '2026-04-20', currency: 'USD', amount: '100', declarationNo: no, item: 1 }
  const known = { receipts: [receipt], status: [[`${no} 1`, 'pending']] as [string, 'pending'][] }
  const joined = { receipts: 1, declarations: 1, collected: 0, open: 1 }
  for (let again = 0; again < 2; again++)
    expect(await port.joinRebateReceipts(batch, known, '')).toEqual(joined)
  expect((await port.rebatePapers(batch, '2026-05-20'))[0]!.record.receipts).toEqual([
    { ...receipt, credit: 'C1' },
  ])
  expect((await port.rebateBatch(batch)).run).toMatchObject({ outdated: true })
  await port.joinRebateReceipts(batch, { receipts: [], status: [] }, '')
  await port.runRebateCheck(batch, '2026-05-20')

  // An answer outdates the run; the next one is compared with it.
  await port.answerRebateLines(batch, {}, { exportInvoiceNo: 'INV-1', fxStatus: 'collected' }, '')
  expect((await port.rebateBatch(batch)).run).toMatchObject({ outdated: true })
  await port.runRebateCheck(batch, '2026-05-20')
  const compared = await port.compareRebateRuns(batch, 3, 4)
  expect(compared.gone.map(({ rule }) => rule)).toContain('RB-E13')
  expect(compared.figures).toEqual([])
  expect(await port.runRebateCheck(batch, '2026-05-20')).toMatchObject({ judged: 0, refund: '1352.00' })
  await port.answerRebateLines(batch, { ids: [`${no}001`] }, { goodsClass: 'general' }, '')
  expect(await port.runRebateCheck(batch, '2026-05-20')).toMatchObject({ judged: 1, outdated: false })

  // Paid before it was claimed is no state; claimed, it is locked until it is taken back under its numbers.
  const act = { on: '2026-05-21' }
  expect(await port.actOnRebateLines(batch, { ...act, event: 'pay' }, '')).toMatchObject({
    moved: 0,
    left: [{ key: `${no}001`, state: 'selfChecked' }],
  })
  expect(await port.actOnRebateLines(batch, { ...act, event: 'declare' }, '')).toMatchObject({ moved: 1 })
  await expect(port.unlinkRebate(batch, [link!.linkNo], '')).rejects.toMatchObject({ code: 'batch-locked' })
  const feedback = new File([`关联号,疑点描述\n${link!.linkNo},函调供货企业\nX,无此关联号\n`], '疑点.csv')
  expect(await port.readRebateFeedback(batch, feedback, '')).toMatchObject({
    placed: 1,
    unplaced: [{ linkNo: 'X' }],
  })
  expect((await port.rebateFindings({ batch, offset: 0, limit: 1 })).rows[0]).toMatchObject({
    official: true,
    text: { zh: '函调供货企业' },
  })
  expect(await port.rebateLedger()).toMatchObject([{ month: '2026-04', declared: '1352', held: '1352' }])
  await port.actOnRebateLines(batch, { ...act, event: 'answer' }, '')
  await expect(port.unlinkRebate(batch, [link!.linkNo], '')).rejects.toMatchObject({ code: 'line-claimed' })
  await expect(port.giveBackRebateLines(batch, {}, '')).rejects.toMatchObject({ code: 'line-claimed' })
  await port.actOnRebateLines(batch, { ...act, event: 'question', text: '再次反馈' }, '')
  await port.unlinkRebate(batch, [link!.linkNo], '')
  expect(await port.rebateBatch(batch)).toMatchObject({ sums: { links: 0 }, locked: false })

  const { entries } = await port.journal(0, 20)
  const unlinked = entries.find(({ name }) => name === 'rebate.unlink')!
  await port.undo(unlinked.group, '误撤')
  expect((await port.rebatePage({ table: 'links', batch, offset: 0, limit: 10 })).rows).toMatchObject([
    { linkNo: link!.linkNo, figures: { net: '10400.00' } },
  ])
  // The month of exempt sales by its policy, and its print.
  await port.setRebateRules({ ...(await port.rebateRules()), exempt: { openReason: '已咨询' } }, '')
  const month = await port.exemptMonth('202604')
  expect(month).toMatchObject({ rowCount: 0, policy: { openReason: '已咨询' } })
  expect(month.left.map(({ source }) => source)).toContain(`${no}002`)
  const sheet = await port.exemptPrint('202604', 'zh')
  expect(sheet.facts.at(-1)).toEqual({ label: '口径待确认的按免税申报，理由', value: '已咨询' })
  const next = await port.applyRebateSuggestion(batch, '')
  expect(next).toEqual({ links: 0, uncovered: 0 })
  await afterClaim(port)
  await ofManufacturer(port)
})
