import { describe, expect, it } from 'vitest'
import { WarehouseInput, type ReceiptInput } from '../model/forex/input'
import { precheckReceipts } from './precheck'
import { credit, documented, subject } from './sample.test-data'
import { checkWarehouse } from './warehouse'

const TODAY = '2026-11-20'
const run = (input: ReceiptInput) => precheckReceipts(input, TODAY)
const only = (input: ReceiptInput) => run(input).receipts[0]!

/** Rule, place and grade of what stops or asks. */
const graded = (input: ReceiptInput) =>
  run(input)
    .findings.filter(({ severity }) => ['block', 'review', 'hold'].includes(severity))
    .map(({ rule, target, severity }) => `${rule} ${target} ${severity}`)

describe('what a form and its papers may say', () => {
  it.each([
    [{ settledAmount: '0', settledRate: null, fxAmount: '800', fxAccount: 'A' }, true],
    [{ settledAmount: '0', settledRate: '0.0000', fxAmount: '800', fxAccount: 'A' }, true],
    [{ settledAmount: '0', settledAccount: 'B', fxAmount: '800', fxAccount: 'A' }, false],
    [{ settledAmount: '800', settledRate: '0', settledAccount: 'B' }, false],
    [{ settledAmount: '0', fxAmount: '0', otherAmount: '0' }, false],
  ])('a zero says as little as a blank: %o', (form, sound) => {
    const drafted = documented({ draftForms: [{ creditId: 'R1', txAmount: '800', ...form }] })
    expect(graded(drafted).filter((one) => one.startsWith('FX-G06'))).toEqual(
      sound ? [] : ['FX-G06 R1 block'],
    )
  })

  it.each([
    ['1001.00', '700.50', '700', '301'],
    ['1001.00', '300.50', '301', '700'],
    ['800.00', '800.00', '800', '0'],
  ])('of %s, %s converted: where two halves round up the larger gives way', (amount, convert, sold, kept) => {
    const quotes = [{ creditId: 'R1', convert, bid: '710.50', unit: 100 }]
    const { declare } = only({ subject, bankCredits: [credit({ amount })], quotes })
    expect(declare).toMatchObject({ settledAmount: sold, fxAmount: kept })
  })

  it('more than was credited cannot be converted', () => {
    const quotes = [{ creditId: 'R1', convert: '800.01', bid: '710.50', unit: 100 }]
    expect(graded({ subject, bankCredits: [credit()], quotes })).toEqual(['FX-G06 R1 block'])
  })

  it('a registration form serves at its own bank', () => {
    const at = (name: string) =>
      graded({
        subject: { ...subject, class: 'C' },
        bankCredits: [credit({ institution: { name } })],
        registrationForms: [
          {
            no: 'DJ1',
            creditId: 'R1',
            currency: 'USD',
            amount: '800.00',
            validTo: '2026-11-10',
            bank: 'Bank One',
          },
        ],
      })
    expect(at('bank  one')).toEqual([])
    expect(at('Bank Two')).toEqual(['FX-F04 DJ1 block'])
  })

  it('exporter and payee are compared by name where no code is known', () => {
    const named = (exporterName: string, uscc?: string) =>
      graded(
        documented({
          subject: { ...subject, name: 'Exporter Ltd', ...(uscc && { uscc }) },
          customsDocs: [
            {
              no: 'CD1',
              type: 'declaration',
              supervisionMode: '9610',
              orderIds: ['O1'],
              exporterName,
              ...(uscc && { exporterUscc: uscc }),
            },
          ],
        }),
      )
    expect(named('EXPORTER ltd')).toEqual([])
    expect(named('Other Ltd')).toEqual(['FX-A08 CD1 block'])
    expect(named('Other Ltd', 'U1')).toEqual([])
  })

  it('a sum of the year that lacks a rate stays open for what follows', () => {
    const { receipts } = run({
      subject: { type: 'enterprise', listed: false, route: 'transactionInfo', ytdYear: 2026 },
      bankCredits: [
        credit({ id: 'R1', currency: 'EUR', valueDate: '2026-11-01' }),
        credit({ id: 'R2', valueDate: '2026-11-02' }),
      ],
      rates: [],
    })
    expect(receipts.map(({ id, result }) => `${id} ${result}`)).toEqual(['R1 REVIEW', 'R2 REVIEW'])
    expect(receipts[1]!.findings.find(({ rule }) => rule === 'C2')!.text.en).toMatch(/EUR .*2026-11/)
  })
})

describe('goods in an overseas warehouse', () => {
  it('keeps an exact half of a cent: 1932.12 x 99 / 264 is 724.545', () => {
    const lot = { sku: 'S1', currency: 'USD' }
    const { unsoldDeclaredValue } = checkWarehouse(
      WarehouseInput.parse({
        subject,
        lots: [
          { ...lot, docNo: 'D1', units: 91, unitValue: '5.51' },
          { ...lot, docNo: 'D2', units: 173, unitValue: '8.27' },
        ],
        ledger: [
          { sku: 'S1', soldUnits: 160, avgPrice: '16.97', returnedRestocked: 1, scrappedFromStock: 6 },
        ],
      }),
      TODAY,
    )
    expect(unsoldDeclaredValue).toBe('724.55')
  })
})
