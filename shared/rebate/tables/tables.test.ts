import { expect, it } from 'vitest'
import { manufacturerRefund } from '../amounts/manufacturer'
import { ecrDetailTable, ecrSummaryTable } from './manufacturer'
import { exportDetailTable, purchaseDetailTable, receiptTable } from './trading'

const head = { name: '本企业', taxNo: 'B1', period: '202606', batch: '001' }
const cell = (table: { columns: { title: string }[]; rows: string[][] }, title: string, row = 0) =>
  table.rows[row]![table.columns.findIndex((column) => column.title === title)]

it('出口明细: keys of 21 digits as text, numbered after the links', () => {
  const line = {
    linkNo: 'L2',
    exportInvoiceNo: 'E1',
    declarationNo: '310420260000000001',
    item: 2,
    exportDate: '2026-05-18',
    hsCode: '8504319000',
    name: '变压器',
    unit: '台',
    qty: '100.000',
    fobUsd: '1000',
  }
  const table = exportDetailTable(head, [
    line,
    { ...line, linkNo: 'L1', declarationNo: '310420260000000001007', item: 7, businessType: 'HWC-YT' },
  ])
  expect(table.rows.map(([serial, link]) => [serial, link])).toEqual([
    ['00000001', 'L1'],
    ['00000002', 'L2'],
  ])
  expect(cell(table, '出口货物报关单号')).toBe('310420260000000001007')
  expect(cell(table, '出口货物报关单号', 1)).toBe('310420260000000001002')
  expect(table.columns.find(({ title }) => title === '出口货物报关单号')!.kind).toBe('text')
  expect([
    cell(table, '出口数量', 1),
    cell(table, '美元离岸价', 1),
    cell(table, '退（免）税业务类型'),
  ]).toEqual(['100', '1000.00', 'HWC-YT'])
})

it('进货明细: rates as percent, the refund of each tax above', () => {
  const line = {
    linkNo: 'L1',
    tax: 'vat' as const,
    voucher: 'vatSpecial' as const,
    voucherNo: '26332000000000000001',
    sellerTaxNo: 'S1',
    date: '2026-05-01',
    hsCode: '8504319000',
    name: '变压器',
    unit: '台',
    qty: '100',
    net: '12345.67',
    levyRate: '0.13',
    rebateRate: '0.09',
    refund: '1111.11',
  }
  const table = purchaseDetailTable(head, [line, { ...line, tax: 'consumption', refund: '5.00' }])
  expect(table.preamble.at(-1)).toBe('申报退税额：1116.11　其中增值税：1111.11　消费税：5.00')
  expect([cell(table, '征税率（%）'), cell(table, '退税率（%）'), cell(table, '计税金额')]).toEqual([
    '13.0000',
    '9.0000',
    '12345.67',
  ])
})

it('收汇情况表: both sides in CNY at their own rate', () => {
  const table = receiptTable(head, [
    {
      declarationNo: '310420260000000001',
      item: 1,
      exportInvoiceNo: 'E1',
      salesCurrency: { code: 'USD', name: '美元' },
      sales: '100',
      salesRate: '7.1234',
      receivedOn: '2026-06-01',
      voucherNo: 'R1',
      receivedCurrency: { code: 'EUR', name: '欧元' },
      voucherTotal: '200',
      received: '90',
      receivedRate: '7.8325',
      payer: 'ABC',
      contractNo: 'C1',
    },
  ])
  expect([cell(table, '折合人民币金额'), cell(table, '收汇折合人民币金额'), cell(table, '收汇币种')]).toEqual(
    ['712.34', '704.93', 'EUR|欧元'],
  )
})

it('免抵退: the summary carries figure, formula and the difference to the VAT return', () => {
  const { figures } = manufacturerRefund(
    {
      period: '2026-06',
      exports: [{ line: '1', fobCny: '1000', levyRate: '0.13', rebateRate: '0.10' }],
      outputVat: '0',
      inputVat: '90',
    },
    '2026-07-10',
  )
  const table = ecrSummaryTable(head, figures, { endCredit: '61' })
  const row = table.rows.find(([title]) => title === '增值税期末留抵税额')!
  expect(row.slice(1, 4)).toEqual(['60.00', '61.00', '-1.00'])
  expect(table.rows.find(([title]) => title === '应退税额')!.slice(1, 6)).toEqual([
    '60.00',
    '',
    '',
    '期末留抵与免抵退税额孰低',
    'RB-D08',
  ])
  const detail = ecrDetailTable(head, [
    {
      exportInvoiceNo: 'E1',
      declarationNo: '310420260000000001',
      item: 1,
      exportDate: '2026-06-01',
      hsCode: '1',
      name: 'x',
      unit: '个',
      qty: '1',
      currency: 'USD',
      total: '140',
      fx: '7.1',
      fobCny: '1000',
      usdRate: '7.1',
      fobUsd: '140',
      levyRate: '0.13',
      rebateRate: '0.10',
    },
  ])
  expect([cell(detail, '不得免征和抵扣税额'), cell(detail, '免抵退税额'), cell(detail, '申报序号')]).toEqual([
    '30.00',
    '100.00',
    '00000001',
  ])
})
