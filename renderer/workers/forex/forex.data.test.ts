import { afterEach, expect, it, vi } from 'vitest'
import { deskVerdicts } from '#shared/forex/desk'
import { readEvidencePack } from '#shared/forex/evidence/read-pack'
import { ForexPrecheckFile } from '#shared/model/forex/input'
import { precheckReceipts } from '#shared/forex/precheck'
import type { ImportOptions } from '#shared/import/profile'
import type { FileKind } from '#shared/model/import-report'
import { memorySentinel, newDatabaseName } from '../../../test/data/book-kit'
import { fillEnterprise, openTestWindow } from '../../../test/data/sample-book'
import type { TestWindow } from '../../../test/data/sample-book'
import { takePlain, withdrawAll } from '../../../test/data/take-plain'
import type { BookPort } from '../../data/port'

vi.setConfig({ testTimeout: 120_000 })

const statement = (closing: string) =>
  [
    ':20:X',
    ':25:6222001',
    ':60F:C260901USD0,',
    ':61:260910C100,NTRFA//BANK1',
    ':86:order A-1',
    ':61:260912C40,NTRFB//BANK2',
    ':86:interest',
    ':61:260915C93,NTRFC//BANK3',
    ':86:payout',
    `:62F:C260930USD${closing}`,
    '-',
  ].join('\n')

const files: [name: string, kind: FileKind, rows: string[], options?: ImportOptions][] = [
  ['s.sta', 'bank', statement('233,').split('\n')],
  [
    'p.csv',
    'settlement',
    [
      '结算单号,店铺,币制,类型,金额,发生时间,结算总额,放款日期',
      'S1,shop,USD,销售,100.00,2026-09-12,95.00,2026-09-13',
      'S1,shop,USD,佣金,-5.00,2026-09-12,,',
    ],
  ],
  [
    'l.csv',
    'settlement',
    [
      '时间,币制,类型,金额,余额,流水号',
      '2026-09-13,USD,平台放款,95.00,95.00,M1',
      '2026-09-14,USD,手续费,-2.00,93.00,M2',
      '2026-09-14,USD,提现,-93.00,0.00,M3',
    ],
    { account: 'INST', timezone: 'Asia/Shanghai' },
  ],
  [
    'd.csv',
    'cost-documents',
    ['单据号,结算单号,费用类别,币种,金额,收费方', 'INV-1,S1,佣金,USD,5.00,Platform Inc'],
  ],
  ['k.csv', 'warehouse-stock', ['货号,已售数量,平均售价,盘点数量', 'K1,3,9.90,7', 'K2,1,2.00,x']],
  ['r.csv', 'safe-rates', ['币种,对美元折算率', 'EUR,1.1', 'USD,1'], { month: '2026-09' }],
  [
    'o.csv',
    'orders',
    [
      '订单号,下单时间,币种,货号,商品名称,数量,单价,订单总额,买家姓名,收货人,国家',
      'A-1,2026-09-01,USD,K1,cup,1,100.00,100.00,Ann Buyer,Ann Buyer,US',
    ],
    { platform: 'p', shop: 'shop', timezone: 'Asia/Shanghai' },
  ],
]

let window: TestWindow
afterEach(() => window.worker.terminate())

async function take(port: BookPort, [name, kind, rows, options]: (typeof files)[number]) {
  const file = new File([`\ufeff${rows.join('\r\n')}\r\n`], name)
  const read = await port.importFile(file, { kind, profile: 'auto', ...(options && { options }) })
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read)}`)
  return read.view
}

const credits = async (port: BookPort) =>
  (await port.forexPage({ table: 'credits', offset: 0, limit: 10 })).rows

it('files → 认领 → three levels → 预检 → handed in → evidence → month closed, over a restart and taken back where it may be', async () => {
  const [database, sentinel] = [newDatabaseName(), memorySentinel()]
  window = await openTestWindow(database, sentinel)
  let { port } = window
  await fillEnterprise(port)
  const views = new Map<string, string>()
  for (const each of files) views.set(each[0], (await take(port, each)).id)

  // The same statement again changes nothing.
  const again = await take(port, files[0]!)
  expect(again.report).toMatchObject({ rowsAccepted: 0, duplicates: 3 })
  const [a, b, c] = (await credits(port)).map(({ id }) => id) as [string, string, string]
  expect((await credits(port)).map(({ amount, stage }) => [amount, stage])).toEqual([
    ['100', 'unclaimed'],
    ['40', 'unclaimed'],
    ['93', 'unclaimed'],
  ])
  expect(await port.forexTotals()).toMatchObject({
    currencies: [{ currency: 'USD', credited: '233', matched: '0', left: '233' }],
    waiting: 3,
  })
  expect(await port.forexStatements()).toMatchObject([{ opening: '0', closing: '233', balanced: true }])

  // What leaves the flow wants a reason; without goods there is nothing to check.
  await expect(port.claimForexCredits({ ids: [b] }, { nature: 'internal' }, '')).rejects.toMatchObject({
    code: 'claim-reason',
  })
  await expect(port.runForexCheck('2026-09-20')).rejects.toMatchObject({ code: 'no-forex-subject' })
  // Class C until the first entry of its history: every receipt is of a day in class A.
  const registerHistory = [{ from: '2026-01-01', state: 'A' as const }]
  await port.setForexSubject({ type: 'enterprise', listed: true, class: 'C', registerHistory }, '')
  await expect(port.runForexCheck('2026-09-20')).rejects.toMatchObject({ code: 'no-receipts' })
  await port.claimForexCredits({ ids: [b] }, { nature: 'internal', reason: '利息' }, '')
  await port.claimForexCredits({ ids: [a, c] }, { nature: 'goods', shop: 'shop' }, '')
  await expect(port.undoImport(views.get('s.sta')!, '')).rejects.toMatchObject({ code: 'used-in-receipt' })

  // Paid straight to the bank, as somebody says first: its level is told and leads to the credit; taken back it is open again.
  await port.tieForexSettlement('S1', c, '')
  expect((await port.forexPage({ table: 'settlements', offset: 0, limit: 1 })).rows).toMatchObject([
    { straight: c, credits: [c] },
  ])
  expect(await port.forexGaps()).toMatchObject([
    { kind: 'withdrawalNotArrived' },
    { level: 'bank', kind: 'payoutDiffers', target: c, difference: '2' },
  ])
  await expect(port.undoImport(views.get('p.csv')!, '')).rejects.toMatchObject({ code: 'used-in-receipt' })
  await port.tieForexSettlement('S1', undefined, '')
  expect((await port.forexGaps()).map(({ kind }) => kind)).toContain('payoutNotArrived')

  // Levels tie themselves where nothing else fits; the named order is linked.
  const suggestion = await port.suggestForexLinks()
  expect(suggestion).toMatchObject({ lines: [{ creditId: a, line: { orderId: 'A-1' } }], ambiguous: 0 })
  expect(suggestion.ties).toHaveLength(2)
  expect(await port.applyForexSuggestion('')).toEqual({ lines: 1, ties: 2 })
  expect(await port.forexGaps()).toEqual([])

  // What a withdrawal drew on may be said by hand, of inflows the account has; it stays until somebody says otherwise.
  const withdrawal = async () =>
    (
      await port.forexPage({
        table: 'movements',
        filter: { where: [{ column: 'kind', is: 'in', values: ['withdrawal'] }] },
        offset: 0,
        limit: 1,
      })
    ).rows[0]!
  const { id: out, creditId, drawnOn } = await withdrawal()
  const drawing = (inId: string) => ({ creditId, draws: [{ inId, amount: '1' }] })
  await expect(port.tieForexMovement(out, drawing('nobody'), '')).rejects.toMatchObject({
    code: 'inflow-unknown',
  })
  await port.tieForexMovement(out, drawing(drawnOn[0]!), '')
  expect(await withdrawal()).toMatchObject({ byHand: true, ...drawing(drawnOn[0]!) })
  await port.tieForexMovement(out, { creditId }, '')
  expect(await withdrawal()).toMatchObject({ byHand: false, draws: [], creditId })
  expect((await port.forexCredit(c)).netting).toMatchObject({
    settlementIds: ['S1'],
    report: { sales: '100' },
  })
  // What files state stands beside what is typed, and gives way to it.
  const behind = (await port.forexCredit(c)).netting!.report
  expect(behind.costs).toMatchObject([
    { class: 'commission', amount: '5', documentId: 'INV-1', counterparty: 'Platform Inc' },
    { class: 'paymentFee', amount: '2' },
  ])
  const [stock] = await port.forexNotes('stock')
  expect(stock).toMatchObject({
    name: 'K1',
    value: { soldUnits: 3, stockCount: 7 },
    importId: views.get('k.csv'),
  })
  await expect(port.dropForexNotes([stock!.id], '')).rejects.toMatchObject({ code: 'mend-in-file' })
  await port.putForexNote({ kind: 'stock', name: 'K1', value: { ...stock!.value, stockCount: 6 } }, '')
  expect((await port.forexNotes('stock')).map(({ value, importId }) => [value.stockCount, importId])).toEqual(
    [[6, undefined]],
  )
  expect(await port.forexTotals()).toMatchObject({
    currencies: [{ matched: '193', left: '0' }],
    waiting: 0,
    declare: 2,
  })
  const revealed = await port.revealForexCredit(a, '核对')
  expect(revealed.text).toBe('order A-1')

  const off = [['01-01', '01-03']]
  const holidays = { version: '2027-1', years: [{ year: 2027, source: '通知', off, worked: [] }] }
  await takePlain(port, holidays)
  const run = await port.runForexCheck('2026-09-20')
  expect(run).toMatchObject({ run: 1, receipts: 2, outdated: false })
  expect(run).toMatchObject({ calendar: expect.stringMatching(/^2027-1 · \d{4}-\d{2}-\d{2}$/) })
  const verdicts = new Map((await credits(port)).map((row) => [row.id, row.result]))
  expect(verdicts.get(b)).toBe('')
  // What the command line says of the exported facts is what the book said.
  const facts = ForexPrecheckFile.parse(JSON.parse((await port.forexExchange('2026-09-20')).text))
  const { asOf, ...input } = facts
  expect(input.calendar).toMatchObject({ from: '2025-01-01', to: '2027-12-31' })
  expect(input.calendar!.holidays).toContain('2027-01-01')
  const report = precheckReceipts(input, asOf)
  expect(new Map(report.receipts.map(({ id, result }) => [id, result]))).toEqual(
    new Map([...verdicts].filter(([, result]) => result !== '')),
  )
  const said = deskVerdicts(facts)
  expect(await port.takeForexDesk({ service: 'desk', verdicts: said.slice(1) }, '')).toMatchObject({
    desk: { receipts: 1, differing: [said[0]!.id] },
  })
  expect(await port.takeForexDesk({ service: 'desk', verdicts: said }, '')).toMatchObject({
    outdated: false,
    desk: { receipts: 2, differing: [] },
  })
  const found = await port.forexFindings({ credit: a, offset: 0, limit: 50 })
  expect(found.total).toBeGreaterThan(0)
  await port.dealWithForexFindings(a, [found.rows[0]!.id], '已核对')

  // Left, and come back to in another window.
  window.worker.terminate()
  window = await openTestWindow(database, sentinel)
  port = window.port
  expect((await port.forexRuns())[0]).toMatchObject({ run: 1, outdated: false })
  expect((await port.forexFindings({ credit: a, dealt: true, offset: 0, limit: 9 })).rows).toMatchObject([
    { dealt: { reason: '已核对' } },
  ])

  // The working days are what the run rests on too.
  await withdrawAll(port, 'work-calendar')
  expect((await port.forexRuns())[0]).toMatchObject({ outdated: true })
  await takePlain(port, holidays)
  expect((await port.forexRuns())[0]).toMatchObject({ outdated: false })

  // An act outdates the run and is taken back by the journal.
  await port.claimForexCredits({ ids: [b] }, { nature: 'goods', shop: 'shop' }, '')
  expect((await port.forexRuns())[0]).toMatchObject({ outdated: true })
  const [last] = (await port.journal(0, 1)).entries
  await port.undo(last!.group, '误认领')
  expect((await port.forexRuns())[0]).toMatchObject({ outdated: false })

  // Answers of forms are records: they come back in another window, and go into the evidence.
  const answers = { fxAccount: '622-USD', filledBy: 'Li Wei', phone: '1', reportDate: '2026-09-20' }
  await port.keepForexForm(a, { form: 'receipt', answers }, '')
  await port.keepForexForm(c, { form: 'receipt', answers: { ...answers, payerCountry: 'HKG' } }, '')
  expect((await port.forexCredit(a)).forms).toMatchObject({ receipt: { answers, by: expect.any(String) } })
  // What a source says is replaced with a reason, signed by whoever is signed in, and both stand in the journal.
  const told = (await port.forexReceiptForm(a, answers))!.fields.find(({ id }) => id === 'remark1')!
  expect(told.source).toMatchObject({ record: 'check', name: '1' })
  const paid = (await port.forexReceiptForm(a, answers))!.fields.find(({ id }) => id === 'amount')!
  expect(paid.source).toMatchObject({ record: 'credit', name: expect.stringMatching(/\.\w+$/) })
  const by = { by: '别人', at: '2020-01-01T00:00:00.000Z' }
  const overrides = { remark1: { value: '货款', derived: told.value, reason: '银行要求简写', ...by } }
  await port.keepForexForm(a, { form: 'receipt', answers: { ...answers, overrides } }, '')
  const remark = (await port.forexCredit(a)).forms.receipt!.answers.overrides!['remark1']!
  expect(remark).toMatchObject({ value: '货款', reason: '银行要求简写' })
  expect([remark.by, remark.at]).not.toEqual([by.by, by.at])
  expect((await port.journal(0, 1)).entries[0]!.why).toBe('交易附言1: 银行要求简写')
  const printed = (
    await port.forexTables({ credit: a, form: 'receipt', answers: { ...answers, overrides } })
  )[0]!
  expect(printed.rows.find(([label]) => label === '交易附言1')?.[1]).toBe('货款')
  await port.keepForexForm(a, { form: 'receipt', answers }, '')
  const wrong = { form: 'receipt', answers: { reportDate: 'soon' } } as const
  await expect(port.keepForexForm(a, wrong, '')).rejects.toMatchObject({ code: 'invalid' })

  await port.presentForexCredits([c], '2026-09-21', '')
  await expect(port.linkForexOrders(c, [], '')).rejects.toMatchObject({ code: 'credit-presented' })
  // Its money is converted in parts: together never more than is supported, and what was handed in stays as it was.
  const part = (amount: string) => ({
    form: 'application' as const,
    answers: {
      amount,
      way: 'spot' as const,
      fromAccount: '622-USD',
      toAccount: '622-CNY',
      accountName: '',
      use: '货款',
      attachments: ['证据包'],
      maker: 'Li Wei',
      checker: 'Wang Fang',
      date: '2026-09-21',
    },
  })
  expect(await port.keepForexForm(c, part('60'), '')).toBe(1)
  await expect(port.keepForexForm(c, part('33.01'), '')).rejects.toMatchObject({ code: 'too-much' })
  expect(await port.keepForexForm(c, part('30'), '')).toBe(2)
  expect((await port.forexApplication(c, part('3').answers))?.available).toBe('3.00')
  await port.submitForexApplication(c, 1, '2026-09-22', '')
  await expect(port.keepForexForm(c, { ...part('50'), no: 1 }, '')).rejects.toMatchObject({
    code: 'application-submitted',
  })
  await expect(port.dropForexForm(c, 'application', '', 1)).rejects.toMatchObject({
    code: 'application-submitted',
  })
  const converted = { on: '2026-09-23', amount: '20', cny: '142.00', application: 1 }
  await expect(port.noteForexConversion(c, { ...converted, amount: '61' }, '')).rejects.toMatchObject({
    code: 'too-much',
  })
  await port.noteForexConversion(c, converted, '')
  await port.returnForexApplication(c, 1, '2026-09-24', '账号不符')
  await port.dropForexForm(c, 'application', '', 2)
  expect((await port.forexApplication(c, part('73').answers))?.available).toBe('73.00')
  const file = new File(['advice'], '通知.pdf')
  const pack = await port.forexEvidence({ credits: [c], files: [{ role: 'creditAdvice', no: c, file }] })
  const sha256 = async (bytes: Uint8Array) =>
    [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')
  const { index } = await readEvidencePack(pack.bytes, { digest: sha256 }, pack.indexSha256)
  expect(index.receipts).toMatchObject([{ id: c }])
  expect(index.documents.find(({ role }) => role === 'creditAdvice')?.files).toHaveLength(1)
  // The invoice of the platform, and the statement of the account the institution took its fee from.
  expect(pack.missing.map(({ role }) => role)).toEqual(['settlement', 'costDocument', 'costDocument'])
  const { files: packed } = await readEvidencePack(pack.bytes, { digest: sha256 })
  const formFile = index.documents.find(({ role }) => role === 'form')
  expect(formFile).toMatchObject({ no: `涉外收入申报单 ${c}`, supports: [{ creditId: c }] })
  expect(new TextDecoder().decode(packed.get(formFile!.files[0]!))).toContain('付款人常驻国家（地区）,HKG')

  // 月结: what is not told keeps it open; closed, nothing of it changes any more.
  const at = ['2026-09', 'shop', 'USD'] as const
  const month = await port.forexMonth(...at)
  expect(month.bridge.steps.find(({ id }) => id === 'bank')).toMatchObject({
    expected: '93',
    actual: '93',
    open: '0',
  })
  await expect(port.closeForexMonth(...at, '')).rejects.toMatchObject({ code: 'month-open' })
  const open = month.bridge.steps.filter((step) => Number(step.open) !== 0)
  await port.tellForexDifferences(
    ...at,
    open.map((step) => ({ step: step.id, reason: 'other', amount: step.open })),
    '',
  )
  await port.closeForexMonth(...at, '')
  expect(await port.forexMonth(...at)).toMatchObject({ state: 'closed', drift: [] })
  await expect(port.unclaimForexCredits({ ids: [a] }, '')).rejects.toMatchObject({ code: 'month-closed' })
  await expect(port.keepForexForm(c, { form: 'receipt', answers }, '')).rejects.toMatchObject({
    code: 'month-closed',
  })
  await expect(port.dropForexForm(a, 'receipt', '')).rejects.toMatchObject({ code: 'month-closed' })
  // Money of a closed month is still converted.
  expect(await port.keepForexForm(c, part('73'), '')).toBe(2)
  const { entries } = await port.journal(0, 20)
  // The newest of them is the application after the close, which the month does not hold.
  const ofForm = entries.filter(({ name }) => name === 'forex.form').at(-1)
  await expect(port.undo(ofForm!.group, '')).rejects.toMatchObject({ code: 'month-closed' })
  const closing = entries.find(({ name }) => name === 'forex.close')
  await expect(port.undo(closing!.group, '')).rejects.toMatchObject({ code: 'not-undoable' })
  expect(
    (await port.forexTables({ month: at[0], shop: at[1], currency: at[2] }))[0]!.preamble.at(-1),
  ).toContain('已锁账')
  await withdrawAll(port, 'work-calendar')
})
