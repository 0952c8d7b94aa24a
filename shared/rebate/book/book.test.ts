import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineEvents } from '../life/states'
import { sum } from '../../money/decimal'
import { answersOf, precheckOf, type BatchFacts } from './claim'
import { facts, line, NO, rate } from './batch-facts.test-data'
import { FxTable } from './fob'
import { historyOf, movedLine, stateOfBatch, stateOfLine } from './life'
import { batchSheet } from './print'
import { deadlinesOfLines } from './line-terms'
import { joinReceipts, statusOfLine } from './receipts'
import type { RebatePapers } from './records'
import { compareRuns, runOf } from './run'
import { claimTables, noPapers } from './tables'

describe('a run over a batch of the book', () => {
  it('converts each currency at its own rate of the chosen day, and shares the refund of a link to the cent', () => {
    const run = runOf(facts())
    // 133.345 → each voucher rounded: 130.00 + 43.33
    expect(run.refund).toBe('173.33')
    expect(sum(run.lines.map(({ refund }) => refund!))).toBe('173.33')
    const [exports, purchases] = claimTables(facts())
    // (250 EUR × 8 − 50 USD × 7) / 7 = 235.71 USD
    expect(exports!.rows.map((row) => row[10])).toEqual(['235.71', '235.71'])
    expect(purchases!.rows.map((row) => row[14])).toEqual(['130.00', '43.33'])
  })

  it('states each purchase by what is claimed of it, at the rate of its own voucher', () => {
    const given = facts()
    const [invoice] = given.invoices
    const [first, second] = invoice!.lines
    const small = { ...invoice!, number: 'F2', lines: [{ ...second!, line: 1, rate: '0.03' }] }
    const [link] = given.links
    const mixed = facts({
      invoices: [{ ...invoice!, lines: [first!] }, small],
      links: [
        {
          ...link!,
          exports: [{ ...link!.exports[0]!, qty: '100' }],
          purchases: [link!.purchases[0]!, { ...link!.purchases[1]!, invoiceNumber: 'F2', line: 1 }],
        },
      ],
    })
    // 200 bought, 100 exported: half of each is claimed.
    expect(claimTables(mixed)[1]!.rows.map((row) => row.slice(10, 15))).toEqual([
      ['66.5', '500.01', '13.0000', '13.0000', '65.00'],
      ['33.5', '166.67', '3.0000', '3.0000', '5.00'],
    ])
    expect(runOf(mixed).refund).toBe('70.00')
  })

  it('refunds used equipment on its net value, and nothing without the card of the asset', () => {
    const used = { goodsSource: 'usedEquipment' as const, inputUncredited: true, bookedAsSale: true }
    const of = (card: object) =>
      facts({
        lines: facts().lines.map(({ item, line: one }) => ({
          item,
          line: { ...one, answers: { ...one.answers, ...used, ...card } },
        })),
      })
    const half = runOf(of({ originalValue: '1000', accumulatedDepreciation: '500' }))
    // 500.01 × 13 % + 166.67 × 13 %
    expect(half.refund).toBe('86.67')
    const bare = runOf(of({}))
    expect(bare.refund).toBe('0.00')
    expect(bare.findings.filter(({ rule }) => rule === 'RB-C09').map(({ severity }) => severity)).toEqual([
      'blocking',
      'blocking',
    ])
  })

  it('says what it cannot compute: without a rate there is no FOB and a finding with currency and day', () => {
    const bare = runOf(facts({ fx: new FxTable([rate('USD', '7')], facts().rules.fx) }))
    const missing = bare.findings.filter(({ rule }) => rule === 'RB-C12')
    expect(missing.map(({ target }) => target)).toEqual([`declaration:${NO}#1`, `declaration:${NO}#2`])
    expect(missing[0]!.text.zh).toMatch(/EUR.*2026-04-01/)
  })

  it('a batch of a manufacturer has the figures of its period, from the same lines', () => {
    const given = facts()
    const run = runOf({
      ...given,
      batch: { ...given.batch, kind: 'manufacturer', manufacturer: { outputVat: '0', inputVat: '1000' } },
      enterprise: { ...given.enterprise, type: 'manufacturer' },
      links: [],
    })
    expect(run.links).toEqual([])
    expect(run.totals.map(({ figure }) => figure)).toContain('exemptCredit')
    // Goods under the lower rate: what the library levies, not the standard rate of the day.
    const [entry] = given.library.entries
    const lower = { ...given.library, entries: [{ ...entry!, levyRate: '0.09', rebateRate: '0.09' }] }
    const manufacturer: BatchFacts = {
      ...given,
      library: lower,
      batch: { ...given.batch, kind: 'manufacturer', manufacturer: { outputVat: '0', inputVat: '1000' } },
      enterprise: { ...given.enterprise, type: 'manufacturer' },
      links: [],
    }
    const { totals } = runOf(manufacturer)
    expect(totals.find(({ figure }) => figure === 'nonCreditable')!.value).toBe('0.00')
    expect(claimTables(manufacturer)[0]!.rows[0]).toContain('9.0000')
  })

  it('a line of a manufacturer that is not refunded is found though it stands in no link, on the ground of its rule', () => {
    const given = facts()
    const run = runOf({
      ...given,
      batch: { ...given.batch, kind: 'manufacturer' },
      enterprise: { ...given.enterprise, type: 'manufacturer' },
      lines: given.lines.map(({ item, line: of }, at) => ({
        item,
        line: { ...of, answers: { ...of.answers, ...(at === 0 && { goodsSource: 'purchased' as const }) } },
      })),
      links: [],
    })
    const found = run.findings.filter(({ rule }) => rule === 'RB-A05')
    expect(found.map(({ target, severity }) => [target, severity])).toEqual([[`line:${NO}001`, 'blocking']])
    expect(found[0]!.basis.map(({ article, strength }) => [article, strength])).toEqual([
      ['六（一）1（7）', 'primary'],
      ['二（一）', 'to-confirm'],
    ])
  })

  it('compares runs by finding and figure; a run with itself says nothing', () => {
    const before = runOf(facts())
    const after = runOf(facts({ links: [] }))
    expect(compareRuns(before, before)).toMatchObject({ gone: [], came: [], figures: [] })
    expect(compareRuns(before, after).figures).toMatchObject([
      { figure: 'base', before: '1333.35', after: '' },
      { figure: 'refund', before: '173.33', after: '0.00' },
      { figure: 'nonRefundable', before: '0.00', after: '' },
    ])
    const ids = after.findings.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is printed so that each total can be made again from the page', () => {
    const run = runOf(facts())
    const context = { maker: 'M', printer: 'P', now: '2026-05-20T02:00:00Z', software: 'Yiguan', tables: [] }
    const sheet = batchSheet(facts(), run, { book: 'practice', language: 'zh', dealt: new Map() }, context)
    const rows = sheet.pages.flatMap(({ rows: of }) => of)
    expect(sheet.watermark).toContain('演练')
    const named = (label: string) => rows.filter((row) => row[1] === label)
    expect(named('应退税额合计')).toMatchObject([{ 2: '173.33', 3: 'Σ 各关联号', 4: '关联号 L1 173.33' }])
    const given = rows.map((row) => row[4]).join('\n')
    for (const value of ['1000.01', '333.34', '0.13', '250.00', '50.00', '8', '7'])
      expect(given).toContain(value)
    for (const found of run.findings) expect(rows.some((row) => row[5]!.startsWith(found.rule))).toBe(true)
    // Each voucher by its number, the rate beside what it was chosen from, a fee beside the quotations it was converted by.
    expect(named('计税依据（发票 F1#2）')).toMatchObject([{ 2: '333.34', 4: '发票金额 333.34' }])
    expect(named('适用退税率（发票 F1#1）')).toMatchObject([{ 4: '文库退税率 0.13; 票面税率 0.13' }])
    expect(named('离岸价')[0]![4]).toContain('50.00 USD × USD 7 2026-04-01 ÷ EUR 8 2026-04-01')
    expect(named('处理方式')[0]).toMatchObject({
      0: `${NO}001`,
      2: '退税',
      4: '商品代码 7323940000; 出口日期 2026-04-02; 监管方式 0110; 数量 100 个; 文库退税率 0.13',
    })
    expect(named('本行应退税额').map((row) => [row[2], row[4]])).toEqual([
      ['86.67', 'L1: 173.33 × 100 ÷ (100 + 100)'],
      ['86.66', 'L1: 173.33 × 100 ÷ (100 + 100)'],
    ])
    expect(named('换汇成本')[0]![4]).toMatch(/^进货金额 1333.35; .* 235.71; .* 235.71$/)
    // In the words of the page, and by the documents that stood on its days.
    expect(named('疑点').map((row) => row[2])).toEqual(run.findings.map(() => '警告'))
    expect(named('应退税额')[0]![5]).not.toContain('2012')
    expect(named('应退税额')[0]![5]).toBe(
      'RB-D01 · 财政部 税务总局公告2026年第11号 五（二）（待确认） · 口径待确认',
    )
    expect(sheet.facts.map(({ value }) => value)).toContain('人民币汇率中间价')
  })
})

describe('the life of a line in the book', () => {
  it('a pre-check counts for lines that nobody touched since, and is written down with what follows', () => {
    const allocated = line(1, { history: [{ event: 'allocate', on: '2026-05-01', by: 'a' }] })
    expect(stateOfLine(allocated, undefined)).toBe('allocated')
    expect(stateOfLine(allocated, '2026-04-30T00:00:00Z')).toBe('allocated')
    const checked = '2026-05-02T00:00:00Z'
    expect(stateOfLine(allocated, checked)).toBe('prechecked')
    const fact = { event: 'declare' as const, on: '2026-05-03', by: 'a' }
    const declared = movedLine(allocated, checked, fact, '2026-05-03T00:00:00Z')!
    expect(declared.history.map(({ event }) => event)).toEqual(['allocate', 'precheck', 'declare'])
    expect(movedLine(allocated, undefined, fact, '')).toBeUndefined()
  })

  it('a line of a manufacturer waits for no link: its pre-check alone lets it be claimed', () => {
    const checked = '2026-05-02T00:00:00Z'
    const fact = { event: 'declare' as const, on: '2026-05-03', by: 'a' }
    expect(stateOfLine(line(1), checked)).toBe('undeclared')
    expect(movedLine(line(1), checked, fact, checked)).toBeUndefined()
    const own = line(1, { linkless: true })
    expect(stateOfLine(own, undefined)).toBe('undeclared')
    expect(stateOfLine(own, checked)).toBe('prechecked')
    expect(stateOfLine(movedLine(own, checked, fact, checked)!, checked)).toBe('declared')
    expect(movedLine(own, undefined, fact, checked)).toBeUndefined()
  })

  it('never writes what the table of states refuses (property)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...lineEvents), { maxLength: 12 }),
        fc.boolean(),
        (events, checked) => {
          let one = line(1)
          for (const [at, event] of events.entries()) {
            const day = `2026-06-${String(at + 1).padStart(2, '0')}`
            const checkedAt = checked ? `${day}T12:00:00Z` : undefined
            one = movedLine(one, checkedAt, { event, on: day, by: '' }, `${day}T00:00:00Z`) ?? one
          }
          expect(historyOf(one, undefined)).toEqual(one.history)
          expect(stateOfBatch([stateOfLine(one, undefined)]).state).toBe(stateOfLine(one, undefined))
        },
      ),
    )
    expect(stateOfBatch(['paid', 'paid', 'letter'])).toEqual({
      state: 'mixed',
      states: { paid: 2, letter: 1 },
    })
    expect(stateOfBatch([])).toMatchObject({ state: 'undeclared' })
  })
})

describe('receipts of the 收汇台账', () => {
  const paper = (number: string, over: Partial<RebatePapers> = {}): RebatePapers => ({
    ...noPapers(NO, 'trading'),
    receipts: [{ no: number, date: '2026-04-20', currency: 'EUR', amount: '100', declarationNo: NO }],
    ...over,
  })
  const told = (no: string, item: number) => ({
    ...{ no, date: '2026-04-21', currency: 'EUR', amount: '250', item },
    declarationNo: NO,
  })

  it('stand beside what was typed, and in place of what was joined before', () => {
    const once = joinReceipts(paper('typed'), { receipts: [told('C1', 1), told('C2', 2)] })
    const again = joinReceipts(once, {
      receipts: [told('C2', 2), { ...told('C3', 1), declarationNo: '310120260000000009' }],
    })
    expect(again.receipts.map(({ no, credit }) => [no, credit])).toEqual([
      ['typed', undefined],
      ['C2', 'C2'],
    ])
  })

  it('say how far a line is collected; a typed receipt leaves open what the ledger cannot know', () => {
    const status = new Map([
      [`${NO} 1`, 'pending' as const],
      [`${NO} 2`, 'collected' as const],
    ])
    const joined = joinReceipts(noPapers(NO, 'trading'), { receipts: [told('C1', 1)] })
    expect([1, 2, 3].map((item) => statusOfLine({ no: NO, item }, joined, status))).toEqual([
      'pending',
      'collected',
      undefined,
    ])
    expect(statusOfLine({ no: NO, item: 1 }, paper('typed'), status)).toBeUndefined()
  })

  it('go before the answers of the batch and after those of the line, and a part is not the whole', () => {
    const batch = { answers: { fxStatus: 'collected' as const } }
    const partly = line(1, { answers: {}, fxStatus: 'pending' })
    expect(answersOf(batch, partly).fxStatus).toBe('pending')
    expect(answersOf(batch, { ...partly, answers: { fxStatus: 'deemedCollected' } }).fxStatus).toBe(
      'deemedCollected',
    )
    const given = facts({ papers: [joinReceipts(noPapers(NO, 'trading'), { receipts: [told('C1', 1)] })] })
    const lines = [{ ...given.lines[0]!, line: partly }]
    const [terms] = deadlinesOfLines({ ...given, lines, asOf: '2027-05-01' })
    expect(terms!.findings).not.toEqual([])
    expect(precheckOf({ ...given, lines }).lines[0]!.fxStatus).toBe('pending')
  })

  it('papers of the broker that were filed are known to the rules', () => {
    const files = [{ name: '', kind: 'brokerAgreement' as const, number: 'W-1' }]
    const [filed] = precheckOf(facts({ papers: [paper('typed', { files })] })).claim.filingDocuments!
    expect(filed!.broker).toEqual(['W-1'])
  })
})
