import type { FactItem } from '../../renderer/data/facts/kinds'
import type { ImportStart } from '../../renderer/data/imports/begin'
import type { SealedRecord } from '../../renderer/data/records'
import type { Goods } from '../../shared/model/goods'
import type { Order } from '../../shared/model/order'
import type { Payment } from '../../shared/model/payment'
import type { Waybill } from '../../shared/model/waybill'

const source = { profile: 'test', firstRow: 2, lastRow: 3 }

export function goods(sku: string, change: Partial<Goods> = {}): Goods {
  return {
    record: 'goods',
    kind: 'goods',
    sku,
    name: `Name of ${sku}`,
    gname: '棉质T恤',
    gmodel: '针织|棉100%',
    gcode: '6109100000',
    barCode: '无',
    unit: '011',
    unit1: '011',
    unit2: '035',
    perUnit1: '1',
    perUnit2: '0.2',
    netWeight: '0.2',
    grossWeight: '0.25',
    statisticsFlag: 'B',
    ...change,
  }
}

export function order(orderNo: string, change: Partial<Order> = {}): Order {
  return {
    record: 'order',
    kind: 'order',
    platform: 'shopify',
    shop: 'main',
    orderNo,
    orderedAt: '2026-10-30T08:00:00Z',
    businessDay: '2026-10-30',
    currency: 'USD',
    country: 'US',
    consignee: 'Consignee Planted-Person',
    phone: '13900000001',
    address: '1 Planted Street',
    lines: [{ row: 2, class: 'goods', sku: 'SKU-1', name: 'Shirt', quantity: '2', price: '9.95' }],
    source,
    ...change,
  }
}

export function payment(paymentNo: string, change: Partial<Payment> = {}): Payment {
  return {
    record: 'payment',
    kind: 'payment',
    platform: 'shopify',
    shop: 'main',
    paymentNo,
    amount: '19.90',
    currency: 'USD',
    businessDay: '2026-10-30',
    payer: 'Payer Planted-Person',
    source,
    ...change,
  }
}

export function waybill(logisticsNo: string, change: Partial<Waybill> = {}): Waybill {
  return {
    record: 'waybill',
    kind: 'waybill',
    logisticsCode: 'CARRIER1',
    logisticsNo,
    grossWeight: '0.6',
    source,
    ...change,
  }
}

export const orderItem = (record: Order, replaces?: string): FactItem<'orders'> => ({
  key: `${record.platform}|${record.shop}|${record.orderNo}`,
  digest: `d:${JSON.stringify(record)}`,
  record,
  ...(replaces && { replaces }),
})
export const paymentItem = (record: Payment): FactItem<'payments'> => ({
  key: record.paymentNo,
  digest: record.amount,
  record,
})
export const waybillItem = (record: Waybill): FactItem<'waybills'> => ({
  key: record.logisticsNo,
  digest: record.grossWeight ?? '',
  record,
})

export function list(
  copNo: string,
  change: {
    orderNo?: string
    logisticsNo?: string
    orders?: string[]
    state?: SealedRecord<'lists'>['state']
  } = {},
): SealedRecord<'lists'> {
  const { orderNo = `O-${copNo}`, logisticsNo = `W-${copNo}`, orders = [], state = 'draft' } = change
  return {
    state,
    orders,
    payments: [],
    waybills: [],
    template: 'template-1',
    list: {
      copNo,
      tradeMode: '9610',
      platform: 'shopify',
      shop: 'main',
      orderNo,
      originalOrderNos: [orderNo],
      logisticsNo,
      country: '502',
      currency: 'USD',
      amount: '19.90',
      pieces: 1,
      grossWeight: '0.6',
      netWeight: '0.4',
      documents: { inventory: { head: { copNo, ebpCode: 'EBP1', logisticsCode: 'CARRIER1' } } },
      attempt: 1,
      builtAt: '2026-11-01T00:00:00Z',
      businessDay: '2026-11-01',
      provenance: [],
    },
  }
}

export const importStart = (change: Partial<ImportStart> = {}): ImportStart => ({
  kind: 'orders',
  file: 'orders.csv',
  bytes: 1000,
  contentHash: 'hash-1',
  profile: 'test',
  options: {},
  update: false,
  ...change,
})

export const report = (file: string) => ({
  file,
  profile: 'test',
  encoding: 'utf-8',
  rowsRead: 0,
  rowsAccepted: 0,
  rowsRefused: 0,
  duplicates: 0,
  updated: 0,
  records: { byKind: {} },
  classes: {},
  amounts: {},
})
