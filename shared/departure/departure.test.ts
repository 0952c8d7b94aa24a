import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAccepted } from '../ceb/fault'
import { validateDocument } from '../ceb/validate'
import { loadCodeBook } from '../codes/load'
import { businessKey } from '../protocol/keys'
import { ashore, ashoreTexts, type Boarding } from './boarding'
import { consolidationDocuments, PARCELS_PER_PART, type ConsolidationInput } from './documents'
import { compareWeight, verdicts, weighingCounts } from './weight-check'

const input: ConsolidationInput = {
  copNo: 'YGA20260401000001',
  customsCode: '0402',
  trafMode: '5',
  trafName: 'B777F',
  voyageNo: 'CZ3041',
  billNo: '999-12345675',
  logisticsCode: '3305980001',
  logisticsName: '演练物流有限公司',
  parcels: [
    { logisticsNo: 'LX1', totalPackageNo: 'BAG-1', grossWeight: '0.62', list: 'a' },
    { logisticsNo: 'LX2', totalPackageNo: '', grossWeight: '1.3805', list: 'b' },
  ],
  agent: { code: '1301960ABC', name: '驿关演练贸易有限公司' },
  appType: '1',
  guid: () => crypto.randomUUID().toUpperCase(),
  now: '2026-04-01T02:00:00Z',
}

describe('总分单', () => {
  it('is a valid 607 that weighs what its parcels weigh', async () => {
    const [document, ...more] = consolidationDocuments(input)
    expect(more).toEqual([])
    expect(document!.head).toMatchObject({ grossWeight: '2.0005', billNo: '999-12345675', msgCount: '1' })
    expect(document!.lines).toEqual([
      { gnum: '1', totalPackageNo: 'BAG-1', logisticsNo: 'LX1' },
      { gnum: '2', logisticsNo: 'LX2' },
    ])
    const faults = validateDocument('CEB607', document!, { codes: await loadCodeBook(), practice: true }, 1)
    expect(faults.filter((fault) => !isAccepted([fault]))).toEqual([])
  })

  it('goes in parts with one number, one weight, and lines numbered through', () => {
    const parcels = Array.from({ length: PARCELS_PER_PART + 2 }, (_, n) => ({
      logisticsNo: `LX${n}`,
      totalPackageNo: 'BAG',
      grossWeight: '0.5',
      list: '',
    }))
    const parts = consolidationDocuments({ ...input, parcels })
    expect(parts.map(({ head, lines }) => [head['msgSeqNo'], head['msgCount'], lines!.length])).toEqual([
      ['1', '2', PARCELS_PER_PART],
      ['2', '2', 2],
    ])
    expect(new Set(parts.map(({ head }) => head['grossWeight']))).toEqual(new Set(['501']))
    expect(new Set(parts.map(({ head }) => businessKey('CEB607', head))).size).toBe(2)
    expect(parts.at(-1)!.lines!.at(-1)!['gnum']).toBe(String(PARCELS_PER_PART + 2))
  })
})

describe('称重核对', () => {
  it.each([
    ['1.05', '1', 'within', '0.05'],
    ['1.1', '1', 'within', '0.1'],
    ['1.11', '1', 'over', '0.11'],
    ['0.85', '1', 'over', '-0.15'],
    ['10.9', '10', 'within', '0.9'],
    ['11.1', '10', 'over', '1.1'],
    ['2', undefined, 'unchecked', ''],
  ] as const)('%s kg against %s kg is %s', (weighed, calculated, verdict, difference) => {
    expect(compareWeight(weighed, calculated)).toEqual({ verdict, difference })
  })

  it('takes the tolerance of the enterprise', () => {
    expect(compareWeight('1.05', '1', { percent: '1', kg: '0.01' }).verdict).toBe('over')
  })

  it('a difference counts for nothing until somebody decides, and then as decided', () => {
    expect(verdicts.map((verdict) => weighingCounts(verdict, ''))).toEqual([true, false, true, true])
    expect(weighingCounts('over', 'weighed')).toBe(true)
    expect(weighingCounts('within', 'calculated')).toBe(false)
  })
})

it('only released parcels whose weight is settled board, once', () => {
  const boarding = fc.record<Boarding>({
    verdict: fc.constantFrom(...verdicts),
    decision: fc.constantFrom('weighed', 'calculated', ''),
    list: fc.constantFrom(
      'draft',
      'waiting',
      'refused',
      'inspected',
      'released',
      'cleared',
      'withdrawing',
      '',
    ),
    departure: fc.constantFrom('', 'YGA1'),
  })
  fc.assert(
    fc.property(boarding, (parcel) => {
      const why = ashore(parcel)
      const released = parcel.list === 'released' || parcel.list === 'cleared'
      const settled = parcel.verdict !== 'over' || parcel.decision !== ''
      expect(why === undefined).toBe(parcel.departure === '' && released && settled)
      if (why) expect(ashoreTexts[why].fix.zh).not.toBe('')
    }),
  )
})
