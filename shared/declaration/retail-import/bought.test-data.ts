import type { Order } from '../../model/order'
import type { Template } from '../../model/template'
import { declareOne, type DeclareInput } from '../declare-one'
import { declareInput, goods, goodsMap, line, order, payment, sourced, waybill } from '../fixture.test-data'
import { practiceTemplates } from '../practice-template'
import { defaultDeclarationSettings } from '../settings'

export const mode = { direct: '9610-I', bonded: '1210-I' } as const
export const person = '11010519491231002X'

export const bought = (over: Partial<Order> = {}): Order => ({
  ...order({
    direction: 'import',
    currency: 'CNY',
    freight: '10.00',
    discount: '20.00',
    tax: '17.29',
    total: '207.29',
    country: undefined,
    buyerId: 'u-1',
    buyerName: '李四',
    buyerPhone: '13800000001',
    buyerIdNumber: person,
    consignee: '王五',
    phone: '13800000002',
    address: '浙江省湖州市吴兴区一号',
    district: '330502',
    lines: [line({ price: '100.00', quantity: '2' })],
    ...over,
  }),
})
export const paid = (over = {}) =>
  payment({
    amount: '207.29',
    currency: 'CNY',
    payer: '李四',
    payerIdNumber: person,
    paidAt: '2026-03-01T20:00:00Z',
    ...over,
  })
export const shipped = (over = {}) =>
  waybill({ grossWeight: '50', billNo: 'MAWB1', trafNo: 'CA1', voyageNo: 'CA901', ...over })
export const imported = goods({
  itemRecordNo: 'L-7',
  origin: '116',
  vatRate: '13',
  consumptionRate: '0',
  dutyRate: '10',
})
/** Everything by ourselves, as an express operator may. */
export const alone = {
  ...defaultDeclarationSettings,
  transmits: { CEB311: 'self', CEB411: 'self', CEB511: 'self', CEB621: 'self' },
} as const

export function declare(
  over: Partial<DeclareInput> = {},
  template: Partial<Template> = {},
  tradeMode: '9610-I' | '1210-I' = '9610-I',
) {
  const input = declareInput({
    orders: [sourced('o1', bought())],
    payments: [sourced('p1', paid())],
    waybills: [sourced('w1', shipped())],
    goods: goodsMap(imported),
    template: sourced('t1', { ...practiceTemplates[tradeMode], ...template }),
    settings: alone,
    ...over,
  })
  const { parts, faults } = declareOne(input)
  return { input, list: parts[0]?.result.list, faults }
}
export const rules = ({ faults }: ReturnType<typeof declare>) =>
  faults.map(({ rule, source }) => `${rule} ${source.record}.${source.field}`)
export const of = (over: Partial<Order>, template?: Partial<Template>, tradeMode?: '9610-I' | '1210-I') =>
  declare({ orders: [sourced('o1', bought(over))] }, template, tradeMode)
