import type { BatchFacts } from './claim'
import { FxTable } from './fob'
import { defaultRules, type RebateLine } from './records'

export const NO = '310120260000000001'
export const line = (item: number, over: Partial<RebateLine> = {}): RebateLine => ({
  no: NO,
  item,
  exportDate: '2026-04-02',
  batch: 'B',
  importId: '',
  answers: { bookedAsSale: true, fxStatus: 'collected' },
  history: [],
  touchedAt: '2026-05-01T00:00:00Z',
  ...over,
})
export const goods = (item: number, qty: string) => ({
  no: NO,
  item,
  hsCode: '7323940000',
  name: '搪瓷杯',
  qty,
  unit: '个',
  exportDate: '2026-04-02',
  supervisionMode: '0110',
  tradeTerms: 'CIF' as const,
  amount: '250.00',
  currency: 'EUR',
  freight: { mark: '3' as const, value: '50.00', currency: 'USD' },
})
export const rate = (currency: string, value: string) => ({
  record: 'exchange-rate' as const,
  kind: 'centralParity' as const,
  currency,
  date: '2026-04-01',
  rate: value,
  origin: '',
  source: { profile: '', firstRow: 1, lastRow: 1 },
})

/** A batch of a trading company: two items of one 报关单 in one link, on two lines of one invoice. */
export const facts = (over: Partial<BatchFacts> = {}): BatchFacts => {
  const rules = {
    ...defaultRules,
    fx: { ...defaultRules.fx, choices: [{ policy: 'monthFirst' as const, from: '2026-01-01' }] },
  }
  return {
    asOf: '2026-05-20',
    batch: {
      period: '202605',
      number: '001',
      kind: 'trading',
      note: '',
      createdAt: '2026-05-01T00:00:00Z',
      locked: false,
      answers: {},
      dealt: {},
    },
    enterprise: { type: 'trading', taxpayer: 'general', rebateFiled: true },
    rules,
    lines: [1, 2].map((item) => ({ item: goods(item, '100'), line: line(item) })),
    siblings: [],
    links: [
      {
        linkNo: 'L1',
        batch: 'B',
        hsCode: '7323940000',
        exports: [1, 2].map((item) => ({ declarationNo: NO, item, qty: '100' })),
        purchases: [
          { invoiceNumber: 'F1', line: 1, qty: '133', net: '1000.01' },
          { invoiceNumber: 'F1', line: 2, qty: '67', net: '333.34' },
        ],
        imports: [],
      },
    ],
    elsewhere: [],
    invoices: [
      {
        number: 'F1',
        kind: 'vatSpecial',
        date: '2026-03-01',
        sellerName: 'S',
        sellerTaxNo: 'S1',
        buyerName: '',
        buyerTaxNo: '',
        status: 'normal',
        usage: 'rebate',
        lines: [
          { line: 1, name: '搪瓷杯', unit: '个', qty: '133', net: '1000.01', rate: '0.13', tax: '130' },
          { line: 2, name: '搪瓷杯', unit: '个', qty: '67', net: '333.34', rate: '0.13', tax: '43.33' },
        ],
      },
    ],
    library: {
      version: '2026B.dbf',
      entries: [
        {
          code: '7323940000',
          levyRate: '0.13',
          rebateRate: '0.13',
          specialFlag: '',
          from: '2019-04-01',
          to: null,
        },
      ],
    },
    papers: [],
    fx: new FxTable([rate('EUR', '8'), rate('USD', '7')], rules.fx),
    ...over,
  }
}
