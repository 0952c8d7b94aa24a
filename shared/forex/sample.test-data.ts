import type { DutyInput, ReceiptInput } from '../model/forex/input'

type Credit = ReceiptInput['bankCredits'][number]
type Order = NonNullable<ReceiptInput['orders']>[number]

export const subject = { type: 'enterprise', listed: true, class: 'A' } as const

export const credit = (change: Partial<Credit> = {}): Credit => ({
  id: 'R1',
  channel: 'bank',
  amount: '800.00',
  currency: 'USD',
  valueDate: '2026-11-10',
  ...change,
})

export const order = (change: Partial<Order> = {}): Order => ({
  id: 'O1',
  currency: 'USD',
  amount: '800.00',
  orderedOn: '2026-11-02',
  buyer: { name: 'Buyer O1', country: 'USA' },
  seller: { name: 'Exporter', country: 'CHN' },
  goods: 'cups',
  quantity: '10',
  supervisionMode: '9610',
  ...change,
})

/** A receipt of one order with all its papers; whatever is changed, the rest supports it. */
export function documented(
  change: { credit?: Partial<Credit>; order?: Partial<Order> } & Partial<ReceiptInput> = {},
): ReceiptInput {
  const { credit: creditChange, order: orderChange, ...sections } = change
  const [money, sale] = [credit(creditChange), order(orderChange)]
  return {
    subject,
    bankCredits: [money],
    orders: [sale],
    paymentLines: [{ id: 'P1', orderId: sale.id, creditId: money.id, amount: sale.amount }],
    waybills: [{ no: 'W1', orderId: sale.id, shippedOn: '2026-11-03', deliveredOn: '2026-11-08' }],
    customsDocs: [{ no: 'CD1', type: 'declaration', supervisionMode: '9610', orderIds: [sale.id] }],
    ...sections,
  }
}

type Report = NonNullable<ReceiptInput['platformReports']>[number]

/** A netted receipt of 9810 goods: 10,000 sold, 1,000 of warehousing, 9,000 credited. */
export function netted(
  change: { credit?: Partial<Credit>; report?: Partial<Report> } & Partial<ReceiptInput> = {},
): ReceiptInput {
  const { credit: creditChange, report, ...sections } = change
  return {
    subject,
    bankCredits: [credit({ amount: '9000.00', ...creditChange })],
    platformReports: [
      {
        id: 'PR1',
        creditId: 'R1',
        currency: 'USD',
        sales: '10000.00',
        customerRefunds: '0.00',
        costs: [{ id: 'K1', class: 'warehousing', amount: '1000.00', documentId: 'D1', ownGoods: true }],
        ...report,
      },
    ],
    customsDocs: [{ no: 'CD1', type: 'declaration', supervisionMode: '9810', creditIds: ['R1'] }],
    ...sections,
  }
}

/** Working days are Monday to Friday. */
export const calendar = { from: '2026-11-01', to: '2026-12-31', holidays: [], workdays: [] }

export const duties = (change: Partial<DutyInput>): DutyInput => ({ subject, ...change })
