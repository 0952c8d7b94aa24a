import type { Case } from '../case'

type Given = Case['given']
export const TODAY = '2026-11-20'
export const classA = { type: 'enterprise', listed: true, class: 'A' }

const order = {
  id: 'O1',
  currency: 'USD',
  amount: '800.00',
  orderedOn: '2026-11-02',
  buyer: { name: 'Buyer', country: 'USA' },
  seller: { name: 'Exporter', country: 'CHN' },
  goods: 'cups',
  quantity: '10',
  supervisionMode: '9610',
}
const paper = { no: 'CD1', type: 'declaration', supervisionMode: '9610', orderIds: ['O1'] }
const money = { id: 'R1', channel: 'bank', amount: '800.00', currency: 'USD', valueDate: '2026-11-10' }
const report = {
  id: 'PR1',
  creditId: 'R1',
  currency: 'USD',
  sales: '10000.00',
  customerRefunds: '0',
  costs: [{ id: 'K1', class: 'warehousing', amount: '1000.00', documentId: 'D1', ownGoods: true }],
}

type Change = {
  credit?: object
  order?: object
  line?: object
  waybill?: object
  paper?: object
  report?: object
  more?: Given
}

/** A receipt of one order with all its papers: 800 USD, ready to present; `more` replaces whole sections. */
export function receipt({ more, ...change }: Change = {}): Given {
  const sale = { ...order, ...change.order }
  const credit = { ...money, ...change.credit }
  return {
    subject: classA,
    bankCredits: [credit],
    orders: [sale],
    paymentLines: [{ id: 'P1', orderId: 'O1', creditId: 'R1', amount: sale.amount, ...change.line }],
    waybills: [{ no: 'W1', orderId: 'O1', ...change.waybill }],
    customsDocs: [{ ...paper, ...change.paper }],
    ...more,
  }
}

/** A netted receipt: 10,000 sold, 1,000 of warehousing, 9,000 credited. */
export const netted = ({ credit, report: told, more }: Change = {}): Given => ({
  subject: classA,
  bankCredits: [{ ...money, amount: '9000.00', ...credit }],
  platformReports: [{ ...report, ...told }],
  customsDocs: [{ no: 'CD1', type: 'declaration', supervisionMode: '9810', creditIds: ['R1'] }],
  ...more,
})

/** A statement from which nothing was paid out. */
export const unpaid = (sales: string, cost: string): Given => ({
  subject: classA,
  bankCredits: [],
  platformReports: [
    {
      ...report,
      creditId: null,
      sales,
      to: '2026-11-10',
      costs: [{ ...report.costs[0], amount: cost }],
    },
  ],
})

export const found = (rule: string, target: string, severity: string) => ({
  rule: `FX-${rule}`,
  target,
  severity,
})
