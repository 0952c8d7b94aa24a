import { describe, expect, it } from 'vitest'
import type { CebDocument } from '../model/list'
import { validateDossier } from './dossier'
import { changed, inventory, logistics, order, receipts } from './testing/sample'

const sound = { order, receipts, logistics, inventory }
const rules = (change: Partial<Record<keyof typeof sound, CebDocument>>) =>
  validateDossier({ ...sound, ...change }).map((one) => `${one.path} ${one.rule} ${one.severity}`)

describe('the documents of one order', () => {
  it('agree, with or without the receipt of payment', () => {
    expect(rules({})).toEqual([])
    expect(rules({ receipts: undefined })).toEqual([])
  })

  it.each([
    ['inventory', 'orderNo', 'X', 'CEB603/InventoryHead/orderNo dossier-order-no refuse'],
    ['inventory', 'ebpCode', 'X', 'CEB603/InventoryHead/ebpCode dossier-order-platform refuse'],
    ['inventory', 'ebcCode', 'X', 'CEB603/InventoryHead/ebcCode dossier-order-company refuse'],
    ['inventory', 'logisticsCode', 'X', 'CEB603/InventoryHead/logisticsCode dossier-waybill-carrier refuse'],
    ['inventory', 'logisticsNo', 'X', 'CEB603/InventoryHead/logisticsNo dossier-waybill-no refuse'],
    ['inventory', 'grossWeight', '1.3', 'CEB603/InventoryHead/grossWeight dossier-waybill-weight warn'],
    ['inventory', 'tradeMode', '9710', 'CEB603/InventoryHead/tradeMode dossier-mode refuse'],
    ['receipts', 'orderNo', 'X', 'CEB403/Receipts/orderNo dossier-payment-order refuse'],
    ['receipts', 'ebcCode', 'X', 'CEB403/Receipts/ebcCode dossier-payment-company refuse'],
    ['receipts', 'currency', '300', 'CEB403/Receipts/currency dossier-payment-currency warn'],
    ['logistics', 'ebcCode', 'X', 'CEB505/Logistics/ebcCode dossier-waybill-company warn'],
  ] as const)('%s %s differs', (member, field, value, expected) => {
    expect(rules({ [member]: changed(sound[member], { [field]: value }) })).toEqual([expected])
  })

  it('compare numbers by value and numbers made of digits letter by letter', () => {
    expect(rules({ logistics: changed(logistics, { grossWeight: '1.250' }) })).toEqual([])
    const padded = changed(inventory, { orderNo: '0012' })
    expect(
      rules({ inventory: padded, order: changed(order, { orderNo: '12' }), receipts: undefined }),
    ).toEqual(['CEB603/InventoryHead/orderNo dossier-order-no refuse'])
  })

  it('have the same goods line by line', () => {
    const line = (values: Record<string, string>) => rules({ inventory: changed(inventory, values, 1) })
    expect(line({ qty: '3' })).toEqual(['CEB603/InventoryList[2]/qty dossier-quantity refuse'])
    expect(line({ qty: '2.000' })).toEqual([])
    expect(line({ itemName: '毛毯' })).toEqual(['CEB603/InventoryList[2]/itemName dossier-name refuse'])
    expect(line({ itemName: '', gname: '棉质毛巾' })).toEqual([])
    expect(line({ price: '5' })).toEqual(['CEB603/InventoryList[2]/price dossier-price warn'])
    expect(line({ gnum: '9' })).toEqual(['CEB603/InventoryList[2]/gnum dossier-lines refuse'])
    expect(rules({ order: { ...order, lines: order.lines?.slice(0, 1) } })).toEqual([
      'CEB603/InventoryList dossier-lines refuse',
      'CEB603/InventoryList[2]/gnum dossier-lines refuse',
    ])
  })

  it('are told apart in words, in both languages', () => {
    const [fault] = validateDossier({ ...sound, inventory: changed(inventory, { orderNo: 'B-2' }) })
    expect(fault?.message).toEqual({
      zh: '出口清单的订单编号“B-2”与电子订单的“A-1001”不一致',
      en: 'Order number of the Export list, “B-2”, differs from the Export order, “A-1001”',
    })
  })
})

describe('the documents of one import order', () => {
  const head = {
    orderNo: 'I-1',
    ebpCode: 'P',
    ebcCode: 'E',
    buyerName: '张三',
    buyerIdNumber: '1',
    buyerIdType: '1',
  }
  const line = {
    gnum: '1',
    itemName: '奶粉',
    qty: '2',
    unit: '011',
    price: '100',
    totalPrice: '200',
    currency: '142',
  }
  const to = { consignee: '李四', consigneeTelephone: '138', consigneeAddress: '宁波' }
  const entered: Record<keyof typeof sound, CebDocument> = {
    order: {
      head: { ...head, ...to, payCode: 'Z', payTransactionId: 'T1', acturalPaid: '200', currency: '142' },
      lines: [line],
    },
    receipts: {
      head: {
        orderNo: 'I-1',
        ebpCode: 'P',
        payCode: 'Z',
        payTransactionId: 'T1',
        amountPaid: '200.00',
        currency: '142',
        payerName: '张三',
        payerIdNumber: '1',
      },
    },
    logistics: { head: { orderNo: 'I-1', logisticsCode: 'L', logisticsNo: 'W1', ...to } },
    inventory: {
      head: { ...head, logisticsCode: 'L', logisticsNo: 'W1' },
      lines: [{ ...line, gname: '奶粉' }],
    },
  }
  const found = (change: Partial<typeof entered> = {}) =>
    validateDossier({ ...entered, ...change }, 'import').map(
      (one) => `${one.path} ${one.rule} ${one.severity}`,
    )

  it('agree, also before the payment is known', () => {
    expect(found()).toEqual([])
    expect(found({ receipts: undefined as never })).toEqual([])
  })

  it.each([
    ['inventory', 'buyerIdNumber', 'CEB621/InventoryHead/buyerIdNumber dossier-buyer-id refuse'],
    ['inventory', 'buyerName', 'CEB621/InventoryHead/buyerName dossier-buyer refuse'],
    ['inventory', 'logisticsNo', 'CEB621/InventoryHead/logisticsNo dossier-waybill-no refuse'],
    ['receipts', 'orderNo', 'CEB411/PaymentHead/orderNo dossier-payment-order refuse'],
    ['receipts', 'payerIdNumber', 'CEB411/PaymentHead/payerIdNumber dossier-payer-id warn'],
    ['receipts', 'amountPaid', 'CEB311/OrderHead/acturalPaid dossier-payment-amount refuse'],
    ['receipts', 'payTransactionId', 'CEB311/OrderHead/payTransactionId dossier-payment-no refuse'],
    ['logistics', 'consignee', 'CEB511/LogisticsHead/consignee dossier-consignee refuse'],
    ['logistics', 'orderNo', 'CEB511/LogisticsHead/orderNo dossier-waybill-order refuse'],
  ] as const)('%s %s differs', (member, field, expected) => {
    expect(found({ [member]: changed(entered[member], { [field]: '9' }) })).toEqual([expected])
  })

  it('have the same goods line by line', () => {
    expect(found({ inventory: changed(entered.inventory, { qty: '3' }, 0) })).toEqual([
      'CEB621/InventoryList[1]/qty dossier-quantity refuse',
    ])
  })
})
