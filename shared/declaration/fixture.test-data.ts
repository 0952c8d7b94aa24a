import { CountryFinder } from '../codes/country'
import { loadCodeBook } from '../codes/load'
import type { Enterprise } from '../model/enterprise'
import type { Goods } from '../model/goods'
import type { Order, OrderLine } from '../model/order'
import type { Payment } from '../model/payment'
import type { Template } from '../model/template'
import type { Waybill } from '../model/waybill'
import { zoneById } from '../zones/zones'
import type { Zone } from '../zones/zone'
import type { DeclareInput } from './declare-one'
import { practiceTemplate } from './practice-template'
import { defaultDeclarationSettings } from './settings'
import type { Sourced } from './sourced'

const source = { profile: 'test', firstRow: 2, lastRow: 2 }

export const line = (over: Partial<OrderLine> = {}): OrderLine => ({
  row: 2,
  class: 'goods',
  sku: 'MUG-01',
  name: 'Enamel mug',
  quantity: '2',
  price: '10.00',
  ...over,
})

export const order = (over: Partial<Order> = {}): Order => ({
  record: 'order',
  kind: 'order',
  platform: 'shopify',
  shop: 'one',
  orderNo: '#1001',
  orderedAt: '2026-03-01T02:00:00Z',
  currency: 'USD',
  freight: '5.00',
  country: 'United Kingdom',
  consignee: 'A. Buyer',
  lines: [line()],
  source,
  ...over,
})

export const goods = (over: Partial<Goods> = {}): Goods => ({
  record: 'goods',
  kind: 'goods',
  sku: 'MUG-01',
  name: '搪瓷杯',
  gname: '搪瓷水杯',
  itemName: '搪瓷口杯',
  gmodel: '品牌:无|材质:钢胎搪瓷|容量:350ml',
  gcode: '7323940000',
  barCode: '无',
  unit: '007',
  unit1: '035',
  perUnit1: '0.25',
  netWeight: '0.25',
  grossWeight: '0.3',
  statisticsFlag: 'A',
  ...over,
})

export const waybill = (over: Partial<Waybill> = {}): Waybill => ({
  record: 'waybill',
  kind: 'waybill',
  logisticsCode: '',
  logisticsNo: 'LP0001',
  orderNo: '#1001',
  grossWeight: '0.65',
  source,
  ...over,
})

export const payment = (over: Partial<Payment> = {}): Payment => ({
  record: 'payment',
  kind: 'payment',
  platform: 'shopify',
  shop: 'one',
  paymentNo: 'PAY-1',
  orderNo: '#1001',
  amount: '25.00',
  currency: 'USD',
  paidAt: '2026-03-01T20:00:00Z',
  source,
  ...over,
})

export const template: Template = {
  ...practiceTemplate,
  name: '默认',
  ports: { '303': '303', '*': '000' },
}

export const enterprise: Enterprise = {
  book: 'practice',
  uscc: '91330500MA00000001',
  name: '演练电商有限公司',
  customsCode: '3305960001',
  zone: 'huzhou',
  dxpId: 'DXPPRACTICE000001',
  copNoPrefix: 'YG',
  desk: '01',
  officer: '张三',
}

export const sourced = <T>(id: string, value: T, rev = 1): Sourced<T> => ({ id, rev, value })

const book = await loadCodeBook()
export const codes = { book, countries: new CountryFinder(book) }
export const zone = zoneById('huzhou') as Zone

export const goodsMap = (...all: Goods[]) =>
  new Map((all.length ? all : [goods()]).map((one) => [one.sku, sourced(`g-${one.sku}`, one)]))

/** A whole input of which tests change one thing. Numbers and ids count up, so results can be compared. */
export function declareInput(over: Partial<DeclareInput> = {}): DeclareInput {
  let guids = 0
  let serial = 0
  return {
    orders: [sourced('o1', order())],
    goods: goodsMap(),
    template: sourced('t1', template),
    waybills: [sourced('w1', waybill())],
    payments: [sourced('p1', payment())],
    enterprise: sourced('e1', enterprise),
    zone,
    settings: defaultDeclarationSettings,
    codes,
    copNo: () => `YG0120260302${String(++serial).padStart(6, '0')}`,
    guid: () => `00000000-0000-4000-8000-${String(++guids).padStart(12, '0')}`,
    now: '2026-03-02T17:30:00Z',
    ...over,
  }
}
