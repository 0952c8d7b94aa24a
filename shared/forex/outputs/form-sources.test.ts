import { describe, expect, it } from 'vitest'
import type { Overrides } from '../../model/override'
import { sourceRecords, standingOf } from '../../provenance/derived'
import { usccCheckCharacter } from '../../codes/identifiers/uscc'
import type { ReceiptInput } from '../../model/forex/input'
import { formAnswers } from '../book/forms'
import { precheckReceipts } from '../precheck'
import { calendar, credit, documented, netted, subject } from '../sample.test-data'
import { valueOf, type FormField } from './form'
import { receiptForm, type FormAnswers } from './receipt-form'
import { rmbNote, type RmbAnswers } from './rmb-note'

const first17 = '91330100MA27XXXX0'
const company = { ...subject, name: 'Exporter', uscc: first17 + usccCheckCharacter(first17) }
const payer = { name: 'Buyer', country: 'USA', relation: 'buyer' as const }
const origins = { files: ['10月对账单.csv'], run: '3', bank: '工行', settlements: ['S1'] }

type Case = { input: ReceiptInput; company: typeof company }
const verdictOf = ({ input }: Case) => precheckReceipts(input, '2026-11-20').receipts[0]!
const receipt = (of: Case, answers: FormAnswers) =>
  receiptForm(verdictOf(of), of.input.bankCredits[0]!, of.company, answers, origins)!.fields
const rmb = (of: Case, answers: RmbAnswers) =>
  rmbNote(verdictOf(of), of.input.bankCredits[0]!, of.company, answers, origins)!.fields

const plain = documented({ credit: { payer, amount: '800.40' }, order: { amount: '800.40' }, calendar })
const quotes = [{ creditId: 'R1', convert: '300.40', bid: '710.50', unit: 100 }]
const statement = { creditId: 'R1', declaredGoods: '600.00', advance: '200.00', contractAmount: '1000.00' }
const yuan: ReceiptInput = { subject: company, bankCredits: [credit({ currency: 'CNY' })], rmb: [statement] }
const noteAnswers: RmbAnswers = { goods: '', paperUse: '', filledBy: '', phone: '' }
const of = (input: ReceiptInput): Case => ({ input, company })

/** An answer for each question that a form asks, other than its preset. */
const everyAnswer: Required<Omit<FormAnswers, 'overrides'>> = {
  action: 'C',
  actionReason: 'typo',
  settledAccount: '622-CNY',
  fxAccount: '622-USD',
  otherAmount: '1',
  otherAccount: 'x',
  method: 'LC',
  paymentKind: 'refund',
  payerCountry: 'DEU',
  bonded: true,
  registrationNo: 'B1',
  domesticCharge: { currency: 'USD', amount: '1.00' },
  filledBy: 'Li',
  phone: '1',
  reportDate: '2026-11-11',
}
const everyNoteAnswer: Required<Omit<RmbAnswers, 'overrides'>> = {
  receivedOn: '2026-11-12',
  declared: { general: '500.00', other: '100.00' },
  daysToExport: '20',
  exporter: { name: 'Exporter', code: '3301960000' },
  service: { amount: '1.00', code: '222011' },
  goods: 'cups',
  paperUse: 'none',
  filledBy: 'Li',
  phone: '1',
}

/** The meaning of a code follows the code; restored items are changed where the netting is. */
const follows = /^(codeName|restored)\d$/

const forms: [string, () => FormField[]][] = [
  ['a receipt of orders', () => receipt(of(plain), {})],
  ['one that is partly converted', () => receipt(of({ ...plain, quotes }), {})],
  ['one that was netted', () => receipt(of(netted({ credit: { payer }, calendar })), {})],
  ['one of which everything was answered', () => receipt(of(documented()), everyAnswer)],
  ['a receipt in CNY', () => rmb(of(yuan), noteAnswers)],
  ['one in CNY of which everything was answered', () => rmb(of(yuan), everyNoteAnswer)],
]

describe('every field of a form', () => {
  it.each(forms)('of %s says where it comes from, or that the bank fills it in', (_, fieldsOf) => {
    const fields = fieldsOf()
    expect(fields.length).toBeGreaterThan(20)
    for (const { id, by, value, source, derived } of fields) {
      if (by === 'bank') expect([value, source], id).toEqual(['', undefined])
      else expect(sourceRecords, id).toContain(source?.record)
      // What is typed has no source to be locked by; whatever a record says is.
      if (source?.record === 'answer') expect(derived, id).toBeUndefined()
      else if (by !== 'bank' && source?.record !== 'form' && !follows.test(id))
        expect(derived, id).toBeDefined()
    }
  })

  const asked = { receipt: everyAnswer, rmb: everyNoteAnswer } as const
  it.each(['receipt', 'rmb'] as const)('of a %s is named as typed where an answer decides it', (form) => {
    const answers = asked[form]
    // The sample answers every question that is stored.
    const stored = Object.keys(formAnswers[form].shape).filter((key) => key !== 'overrides')
    expect(Object.keys(answers).sort()).toEqual(stored.sort())
    const fieldsWith = (given: object) =>
      form === 'receipt'
        ? receipt(of(documented()), given)
        : rmb(of(yuan), { ...noteAnswers, ...given } as RmbAnswers)
    const before = new Map(fieldsWith({}).map((one) => [one.id, one]))
    for (const [key, answer] of Object.entries(answers)) {
      const changed = fieldsWith({ [key]: answer }).filter(
        ({ id, value, source }) =>
          value !== before.get(id)?.value || source?.record !== before.get(id)?.source?.record,
      )
      const typedIn = changed.filter(({ source }) => source?.record === 'answer')
      // A day that the credit tells stays its own: the other one waits for a reason.
      const waits = changed.filter(({ derived, value }) => derived !== undefined && derived !== value)
      expect(typedIn.length + waits.length, key).toBeGreaterThan(0)
    }
  })

  const moves: [record: string, change: (one: Case) => Case, ids: string[]][] = [
    [
      'enterprise',
      (one) => ({ ...one, company: { ...company, name: 'Other', uscc: `${first17.slice(0, 8)}000000000X` } }),
      ['organisation', 'payee'],
    ],
    [
      'credit',
      ({ input, ...one }) => ({
        ...one,
        input: {
          ...input,
          bankCredits: input.bankCredits.map((money) => ({
            ...money,
            payer: { ...payer, name: 'Another', country: 'DEU' },
            isAdvance: true,
          })),
        },
      }),
      ['payer', 'payerCountry', 'paymentKind'],
    ],
    [
      'quote',
      ({ input, ...one }) => ({
        ...one,
        input: { ...input, quotes: [{ ...quotes[0]!, bid: '700', convert: '200.40' }] },
      }),
      ['rate', 'settledAmount'],
    ],
  ]
  it.each(moves)('changes with its %s, and with no other record', (record, change, ids) => {
    const start = of({ ...plain, quotes })
    const before = receipt(start, {})
    const changed = receipt(change(start), {}).filter((one, at) => one.value !== before[at]!.value)
    const records = new Map(changed.map(({ id, source }) => [id, source?.record]))
    for (const id of ids) expect(records.get(id), id).toBe(record)
    // What the pre-check and the form itself make of it goes along.
    expect([...new Set(records.values())].filter((one) => !['check', 'form', record].includes(one!))).toEqual(
      [],
    )
  })
})

const put = (id: string, value: string, derived: string): Overrides => ({
  [id]: { value, derived, reason: '银行要求', by: '甲', at: '2026-11-11T00:00:00.000Z' },
})

describe('what a source says', () => {
  const all = [
    ...receipt(of({ ...plain, quotes }), {}).map((one) => ['receipt', one] as const),
    ...rmb(of(yuan), noteAnswers).map((one) => ['rmb', one] as const),
  ].flatMap(([form, one]) => (one.derived === undefined ? [] : [[form, one.id, one] as const]))

  it.each(all)('in the %s is replaced in one field alone: %s', (form, id, { derived }) => {
    const fieldsWith = (overrides?: Overrides) =>
      form === 'receipt'
        ? receipt(of({ ...plain, quotes }), { ...(overrides && { overrides }) })
        : rmb(of(yuan), { ...noteAnswers, ...(overrides && { overrides }) })
    const [before, after] = [fieldsWith(), fieldsWith(put(id, '999', derived!))]
    const changed = after.flatMap((one, at) => (one.value === before[at]!.value ? [] : one.id))
    expect(changed.filter((one) => !follows.test(one))).toEqual([id])
    const now = after.find((one) => one.id === id)!
    expect(now).toMatchObject({ derived, override: { reason: '银行要求' } })
    expect(standingOf(valueOf(now), { value: now.derived!, source: now.source! }, now.override)).toBe(
      'by-hand',
    )
  })

  it('and was replaced is marked when it says something else, and what was typed before it said anything', () => {
    const standing = (fields: FormField[], id: string) => {
      const now = fields.find((one) => one.id === id)!
      return standingOf(valueOf(now), { value: now.derived!, source: now.source! }, now.override)
    }
    const overrides = put('payer', 'Buyer Ltd', 'Buyer')
    expect(standing(receipt(of(plain), { overrides }), 'payer')).toBe('by-hand')
    const other = { ...plain, bankCredits: [{ ...plain.bankCredits[0]!, payer: { ...payer, name: 'B2' } }] }
    expect(standing(receipt(of(other), { overrides }), 'payer')).toBe('moved')
    expect(standing(receipt(of(plain), { payerCountry: 'DEU' }), 'payerCountry')).toBe('moved')
    expect(standing(receipt(of(plain), { payerCountry: 'USA' }), 'payerCountry')).toBe('derived')
  })

  it('is looked at by the arithmetic of the form as it stands, and its code by its new meaning', () => {
    const form = (overrides: Overrides) =>
      receiptForm(verdictOf(of(plain)), plain.bankCredits[0]!, company, { fxAccount: '1', overrides })!
    expect(form({}).faults).toEqual([])
    expect(form(put('amount1', '700', '800')).faults.map(({ field }) => field)).toEqual(['amount1'])
    const coded = form(put('code1', '122030', '121010')).fields
    expect(coded.find(({ id }) => id === 'codeName1')?.value).toBe('网络购物')
    const note = (overrides: Overrides) =>
      rmbNote(verdictOf(of(yuan)), yuan.bankCredits[0]!, company, {
        ...everyNoteAnswer,
        service: undefined,
        declared: undefined,
        overrides,
      } as RmbAnswers)!
    expect(note({}).faults).toEqual([])
    expect(note(put('total', '900.00', '800.00')).faults.map(({ field }) => field)).toEqual(['total'])
    expect(note(put('advance', 'x', '200.00')).faults.map(({ field }) => field)).toContain('advance')
  })
})
