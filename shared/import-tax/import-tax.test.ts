import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeMessage } from '../ceb/decode'
import { encodeMessage } from '../ceb/encode'
import type { CebMessage } from '../ceb/message'
import { deliveryOf, newerDelivery } from './delivery'
import { isDue, joinTaxBills, taxBillOf, type TaxBill } from './tax-bill'
import { taxMonths, taxTotal } from './tax-totals'

const guid = '00000000-0000-4000-8000-000000000001'
const head816 = {
  guid,
  returnTime: '20260402103000000',
  invtNo: '04022026I000000001',
  taxNo: 'T1',
  customsTax: '0',
  valueAddedTax: '9.1',
  consumptionTax: '0.05',
  status: '1',
}
const line = {
  gnum: '1',
  gcode: '3304990099',
  taxPrice: '100',
  customsTax: '0',
  valueAddedTax: '9.1',
  consumptionTax: '0.05',
}
const head818 = {
  guid,
  returnTime: '20260501000000000',
  invtNo: '04022026I000000001',
  taxNo: 'T1',
  status: '2',
  entDutyNo: 'P-1',
}

/** Through a message as it travels, so that what is read is what 816 and 818 really say. */
function told(
  type: 'CEB816' | 'CEB818',
  head: Record<string, string>,
  lines?: Record<string, string>[],
): TaxBill {
  const message: CebMessage = { type, guid, version: '1.0', documents: [{ head, ...(lines && { lines }) }] }
  const [document] = decodeMessage(encodeMessage(message)).message.documents
  return taxBillOf(document!)!
}
const bill = told('CEB816', head816, [line])
const status = told('CEB818', head818)

describe('电子税单', () => {
  it('is read with its lines; its state moves on by 818', () => {
    expect(bill.issued).toMatchObject({
      valueAddedTax: '9.1',
      lines: [{ gcode: '3304990099', taxPrice: '100' }],
    })
    const both = joinTaxBills(bill, status)
    expect(both.told).toMatchObject({ status: { value: '2' }, entDutyNo: { value: 'P-1' } })
    expect(taxTotal(both)).toBe('9.15')
    expect(isDue(both)).toBe(true)
    expect(isDue(status)).toBe(false)
    const gone = told('CEB818', { ...head818, returnTime: '20260502000000000', status: '3' })
    expect(isDue(joinTaxBills(both, gone))).toBe(false)
  })

  it('without its numbers, or with an amount that is none, tells nothing', () => {
    expect(taxBillOf({ head: { ...head816, taxNo: ' ' } })).toBeUndefined()
    expect(taxBillOf({ head: { ...head816, valueAddedTax: '9,1' }, lines: [line] })).toBeUndefined()
  })

  it('says the same however its messages are shuffled, repeated or late', () => {
    const later = told('CEB816', { ...head816, returnTime: '20260402110000000', valueAddedTax: '8' }, [line])
    const gone = told('CEB818', { ...head818, returnTime: '20260502000000000', status: '3' })
    const all = [bill, later, status, gone]
    const expected = all.reduce(joinTaxBills)
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 8 }), (shuffled) => {
        expect(shuffled.reduce(joinTaxBills)).toEqual(expected)
      }),
    )
    expect(expected.issued?.valueAddedTax).toBe('8')
  })

  it('adds up by month and kind to the last place; what is void is counted apart, what has no amounts not at all', () => {
    const other = (taxNo: string, change: object) => told('CEB816', { ...head816, taxNo, ...change }, [line])
    const months = taxMonths([
      joinTaxBills(bill, status),
      other('T2', { valueAddedTax: '0.1', customsTax: '0.2' }),
      other('T3', { status: '3' }),
      other('T4', { returnTime: '20260301000000000' }),
      status,
    ])
    expect(months).toEqual([
      {
        month: '202604',
        bills: 2,
        void: 1,
        open: 1,
        amounts: { customsTax: '0.2', valueAddedTax: '9.2', consumptionTax: '0.1' },
        total: '9.5',
      },
      {
        month: '202603',
        bills: 1,
        void: 0,
        open: 1,
        amounts: { customsTax: '0', valueAddedTax: '9.1', consumptionTax: '0.05' },
        total: '9.15',
      },
    ])
  })
})

describe('入库明细单', () => {
  const head = {
    guid,
    appTime: '20260402100000',
    operatorCode: '0402960001',
    operatorName: '场站',
    billNo: 'B1',
    voyageNo: 'V1',
    trafNo: 'T',
    logisticsCode: 'L',
    logisticsName: '物流',
  }

  it('names its parcels once each, by the first number it has', () => {
    const lines = [{ logisticsNo: 'P1' }, { logisticsNo: 'P2' }, { logisticsNo: 'P1' }, { logisticsNo: ' ' }]
    expect(deliveryOf({ head, lines })).toMatchObject({
      number: guid,
      logisticsNos: ['P1', 'P2'],
      billNo: 'B1',
    })
    expect(deliveryOf({ head: { ...head, rkdNo: 'R1' }, lines })).toMatchObject({ number: 'R1' })
    expect(deliveryOf({ head: { ...head, rkdNo: 'R1', copNo: 'C1' }, lines })).toMatchObject({
      number: 'C1',
      rkdNo: 'R1',
    })
    expect(deliveryOf({ head })).toBeUndefined()
  })

  it('stands as it was told last, in whatever order it came', () => {
    const one = deliveryOf({ head, lines: [{ logisticsNo: 'P1' }] })!
    const two = deliveryOf({ head: { ...head, appTime: '20260402110000' }, lines: [{ logisticsNo: 'P2' }] })!
    expect(newerDelivery(one, two)).toBe(two)
    expect(newerDelivery(two, one)).toBe(two)
  })
})
