import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { usccCheckCharacter } from '../../codes/identifiers/uscc'
import { sum } from '../../money/decimal'
import { calendarFile } from '../../rebate/deadlines/calendar'
import { checkDuties } from '../duties'
import { monthBridge } from '../ledger/month-bridge'
import { lawAsOf } from '../catalogue'
import type { ReceiptInput } from '../../model/forex/input'
import { precheckReceipts } from '../precheck'
import { calendar, credit, documented, duties, netted, subject } from '../sample.test-data'
import { dutyCalendar } from './duty-calendar'
import { formFaults } from './receipt-faults'
import { receiptForm, type FormAnswers } from './receipt-form'
import { rmbNote } from './rmb-note'
import { settlementApplication, type ApplicationAnswers } from './settlement-application'
import { bridgeSheet, dutySheet, formSheet, gapSheet, verdictSheet, type SheetHead } from './sheets'

const first17 = '91330100MA27XXXX0'
const uscc = first17 + usccCheckCharacter(first17)
const company = { ...subject, name: 'Exporter', uscc }
const payer = { name: 'Buyer', country: 'USA', relation: 'buyer' as const }
const complete: FormAnswers = { fxAccount: '622-USD', filledBy: 'Li', phone: '1', reportDate: '2026-11-11' }

const verdictOf = (input: ReceiptInput) => precheckReceipts(input, '2026-11-20').receipts[0]!
const money = credit({ payer, amount: '800.40' })
const input = documented({ credit: { payer, amount: '800.40' }, order: { amount: '800.40' }, calendar })
const formOf = (answers: FormAnswers = complete, given: ReceiptInput = input) =>
  receiptForm(verdictOf(given), given.bankCredits[0]!, company, answers)!
const value = (form: { fields: readonly { id: string; value: string }[] }, id: string) =>
  form.fields.find((one) => one.id === id)?.value

describe('涉外收入申报单', () => {
  it('is filled from the receipt, in whole units, and leaves to the bank what is the bank’s', () => {
    const form = formOf()
    expect(form.faults).toEqual([])
    const filled = Object.fromEntries(form.fields.map(({ id, value: text }) => [id, text]))
    expect(filled).toMatchObject({
      reportNo: '',
      organisation: uscc.slice(8, 17),
      payee: 'Exporter',
      payer: 'Buyer',
      currency: 'USD',
      amount: '800',
      fxAmount: '800',
      settledAmount: '',
      code1: '121010',
      amount1: '800',
      payerCountry: 'USA',
    })
    expect(form.fields.find(({ id }) => id === 'reportNo')?.by).toBe('bank')
  })

  it.each([
    ['USD', '800.4', '800.40'],
    ['JPY', '800', '800'],
    ['KWD', '800.4', '800.400'],
  ])('keeps beside its whole units the amount in the decimals of %s', (currency, amount, exact) => {
    const form = formOf(complete, { ...input, bankCredits: [credit({ payer, currency, amount })] })
    expect(form.fields.find(({ id }) => id === 'amount')).toMatchObject({ value: '800', exact })
    expect(form.fields.find(({ id }) => id === 'fxAmount')).toMatchObject({ value: '800', exact })
    const sheet = formSheet({ company: '', asOf: '', lawAsOf, language: 'zh' }, 'receipt', form)
    expect(sheet.rows.find(([label]) => label === '收入款金额')).toEqual(
      expect.arrayContaining(['800', exact]),
    )
  })

  it('has the restored items of a netted receipt, with the documents of what was taken off', () => {
    const given = netted({ credit: { payer }, calendar })
    const form = formOf({ ...complete, payerCountry: 'USA' }, given)
    expect(value(form, 'code1')).toBe('999999')
    expect([value(form, 'restored1'), value(form, 'restored2')]).toEqual([
      '收 121010 销售货款 USD 10000',
      '付 可轧差费用 USD 1000 (仓储 1000.00 D1)',
    ])
    expect(form.fields.find(({ id }) => id === 'restored2')).toMatchObject({
      by: 'confirm',
      meaning: { en: 'Out Costs that may be netted USD 1000 (warehousing 1000.00 D1)' },
    })
    expect(value(formOf(), 'restored1')).toBeUndefined()
  })

  it('splits into conversion and account with the rate of the quotation', () => {
    const quotes = [{ creditId: 'R1', convert: '300.40', bid: '710.50', unit: 100 }]
    const form = formOf({ ...complete, settledAccount: '622-CNY' }, { ...input, quotes })
    expect(form.faults).toEqual([])
    expect([value(form, 'settledAmount'), value(form, 'rate'), value(form, 'fxAmount')]).toEqual([
      '300',
      '7.105',
      '500',
    ])
  })

  const wrong: [string, FormAnswers, string][] = [
    ['money without its account', { ...complete, fxAccount: '' }, 'fxAmount'],
    ['a part the account does not take', { ...complete, otherAmount: '900', otherAccount: 'x' }, 'fxAmount'],
    ['a change without reason', { ...complete, action: 'C' }, 'actionReason'],
    ['a reason without change', { ...complete, actionReason: 'typo' }, 'actionReason'],
    ['a country of two letters', { ...complete, payerCountry: 'US' }, 'payerCountry'],
    ['a day after five working days', { ...complete, reportDate: '2026-11-18' }, 'reportDate'],
  ]
  it.each(wrong)('refuses %s', (_, answers, field) => {
    const [first] = formOf(answers).faults
    expect(first).toMatchObject({ field })
    expect(first?.fix.zh).not.toBe('')
  })

  it('adds up whatever is kept elsewhere, and says so where it does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 799 }), fc.integer({ min: 0, max: 3 }), (other, off) => {
        const form = formOf({ ...complete, otherAmount: String(other), otherAccount: 'x' })
        const parts = ['settledAmount', 'fxAmount', 'otherAmount'].map((id) => value(form, id) || '0')
        expect(sum(parts)).toBe(value(form, 'amount'))
        expect(sum(['amount1', 'amount2'].map((id) => value(form, id) || '0'))).toBe('800')
        const broken = form.fields.map((one) =>
          one.id === 'fxAmount' ? { ...one, value: String(Number(one.value) + off) } : one,
        )
        const faults = formFaults(broken, { natural: false, lines: 1 })
        expect(faults.map(({ field }) => field)).toEqual(off === 0 ? [] : ['amount'])
      }),
      { numRuns: 30 },
    )
  })

  it('is none for money a payment institution declares, and refuses a credit code that is none', () => {
    const through = { ...input, bankCredits: [{ ...money, channel: 'paymentInstitution' as const }] }
    expect(receiptForm(verdictOf(through), through.bankCredits[0]!, company)).toBeUndefined()
    const faults = receiptForm(
      verdictOf(input),
      money,
      { ...company, uscc: `${first17}${usccCheckCharacter(first17) === '1' ? '2' : '1'}` },
      complete,
    )?.faults
    expect(faults?.map(({ field }) => field)).toEqual(['organisation'])
  })
})

const application: ApplicationAnswers = {
  amount: '500.40',
  way: 'spot',
  fromAccount: '622-USD',
  toAccount: '622-CNY',
  accountName: 'Exporter',
  use: '货款',
  attachments: ['证据包'],
  maker: 'Li',
  checker: 'Wang',
  date: '2026-11-11',
}
const applied = (change: Partial<ApplicationAnswers> = {}) =>
  settlementApplication(verdictOf(input), company, { ...application, ...change }, { earlier: ['300.00'] })

describe('结汇申请', () => {
  it('takes what is supported and not yet converted, to the cent', () => {
    expect(applied()).toMatchObject({ available: '500.40', faults: [] })
    expect(applied({ amount: '500.41' }).faults).toMatchObject([{ field: 'amount' }])
  })

  const wrong: [string, Partial<ApplicationAnswers>, string][] = [
    ['one person twice', { checker: 'Li' }, 'checker'],
    ['an account of another name', { accountName: 'Other' }, 'toAccount'],
    ['no papers', { attachments: [] }, 'attachments'],
    ['a limit order without limit', { way: 'limit' }, 'limitRate'],
    ['codes that were not declared', { declaredCodes: ['122030'] }, 'codes'],
    ['an amount that is none', { amount: '0' }, 'amount'],
  ]
  it.each(wrong)('refuses %s', (_, change, field) => {
    expect(applied(change).faults.map((one) => one.field)).toEqual([field])
  })

  it('does not present what the pre-check blocks', () => {
    const blocked = documented({ credit: { riskAnswers: ['illegalInflow'] } })
    const { faults } = settlementApplication(verdictOf(blocked), company, application, { earlier: [] })
    expect(faults.map(({ field }) => field)).toEqual(['precheck', 'amount'])
  })
})

describe('收款说明', () => {
  const yuan = (change: object = {}) => {
    const rmb = {
      creditId: 'R1',
      declaredGoods: '600.00',
      advance: '200.00',
      contractAmount: '1000.00',
      ...change,
    }
    return verdictOf({ subject: company, bankCredits: [credit({ currency: 'CNY' })], rmb: [rmb] })
  }
  const answers = {
    receivedOn: '2026-11-10',
    daysToExport: '20',
    exporter: { name: 'Exporter', code: '3301960000' },
    goods: 'cups',
    paperUse: '未使用',
    filledBy: 'Li',
    phone: '1',
  }
  it('adds up to the receipt, with the share of the advance', () => {
    const note = rmbNote(yuan(), money, company, answers)!
    expect(note.faults).toEqual([])
    expect([value(note, 'total'), value(note, 'goodsTotal'), value(note, 'advanceRatio')]).toEqual([
      '800.00',
      '800.00',
      '20.00',
    ])
  })
  it('says by how much its parts miss the receipt, and what an advance still needs', () => {
    const note = rmbNote(yuan({ declaredGoods: '500.00', contractAmount: undefined }), money, company, {
      ...answers,
      daysToExport: '',
      declared: { general: '400.00' },
    })!
    expect(note.faults.map(({ field }) => field)).toEqual([
      'total',
      'declared',
      'advanceRatio',
      'daysToExport',
    ])
    expect(note.faults[0]?.text.zh).toContain('差 100.00')
    expect(rmbNote(verdictOf(input), money, company, answers)).toBeUndefined()
  })
})

describe('duty calendar', () => {
  const report = checkDuties(
    duties({
      calendar,
      bankCredits: [credit()],
      tradeCredits: [
        { id: 'T1', type: 'advanceReceipt', receiptDate: '2026-11-10', expectedExport: '2027-01-10' },
      ],
      archives: [{ id: 'A1', archivedOn: '2026-11-10' }],
    }),
    '2026-11-20',
  )

  it('holds what is required with its day, once, and not what was done', () => {
    const entries = dutyCalendar(report)
    expect(entries.map(({ day, rule }) => `${day} ${rule}`)).toEqual([
      '2026-11-17 FX-G01',
      '2026-12-10 FX-E01',
      '2031-11-10 FX-M01',
    ])
    expect(new Set(entries.map(({ id }) => id)).size).toBe(3)
    expect(dutyCalendar(report, undefined, new Set(['FX-G01 R1'])).map(({ rule }) => rule)).not.toContain(
      'FX-G01',
    )
  })

  it('is a calendar file of its own name', () => {
    const file = calendarFile(dutyCalendar(report), '2026-11-20T00:00:00Z', 'zh', 'Forex duties')
    expect(file).toContain('PRODID:-//Yiguan//Forex duties//ZH')
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(3)
  })
})

describe('sheets', () => {
  const head = { company: 'Exporter', asOf: '2026-11-20', lawAsOf, language: 'zh' as const }
  it('have a cell for every column and the law they rest on', () => {
    const bridge = monthBridge(
      {
        month: '2026-10',
        shop: 'US',
        currency: 'USD',
        sales: '10',
        refunds: '0',
        platformFees: '1',
        settled: '8',
        reserveHeld: '0',
        reserveReleased: '0',
        intoInstitution: '8',
        paidToBank: '0',
        institutionFees: '0',
        converted: '0',
        toBank: '8',
        fob: '10',
        rebateDeclared: '10',
        exemptDeclared: '0',
        vatSales: '10',
        received: '8',
      },
      [{ step: 'settlement', reason: 'timing', amount: '1', refs: ['L1', 'L2'] }],
    )
    const sheets = (of: SheetHead) => [
      verdictSheet(of, precheckReceipts(input, '2026-11-20')),
      formSheet(of, 'receipt', formOf()),
      gapSheet(of, [
        { level: 'bank', kind: 'withdrawalNotArrived', target: 'M1', currency: 'USD', difference: '5' },
      ]),
      dutySheet(of, dutyCalendar(checkDuties(duties({ calendar, bankCredits: [credit()] }), '2026-11-20'))),
      bridgeSheet(of, bridge, { zh: '未锁账', en: 'Open' }),
    ]
    const tables = sheets(head)
    for (const { columns, rows, preamble } of tables) {
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) expect(row).toHaveLength(columns.length)
      expect(preamble.join()).toContain(lawAsOf)
    }
    const sheet = tables.at(-1)
    expect(sheet?.rows[1]).toEqual(['　跨期', '', '', '1.00', '', 'L1、L2', ''])
    const english = sheets({ ...head, language: 'en' })
    const written = english.map(({ sheet: name, columns, rows, preamble }) =>
      [name, ...preamble, ...columns.map(({ title }) => title), ...rows.flat()].join('|'),
    )
    // What a form says is Chinese, and the remark of a declaration is; everything else is not.
    const chinese = /\p{Script=Han}/u
    const { remark } = verdictOf(input).declare
    expect(written.map((text) => chinese.test(text.replaceAll(remark, '')))).toEqual(
      tables.map((_, at) => at === 1),
    )
    expect(english[1]?.rows.find(([name]) => name === 'Method')?.[1]).toBe('电汇 (Telegraphic transfer)')
    expect(english.map(({ rows }) => rows.length)).toEqual(tables.map(({ rows }) => rows.length))
  })
})
