import { expect, it } from 'vitest'
import { declareOne } from '../../declaration/declare-one'
import { typedByHand } from '../../declaration/field-provenance'
import { codes, declareInput, goods, goodsMap } from '../../declaration/fixture.test-data'
import { entryOfResult } from '../../model/customs-entry'
import { openLines } from '../allocation/allocation'
import { suggest } from '../allocation/suggest'
import type { PurchaseInvoice } from '../../model/rebate/claim'
import { gapsOf, itemsOfSummary, type Names } from './items'

const names: Names = {
  unit: (code) => codes.book.lookup('unit', code)?.zh ?? code,
  currency: (code) => codes.book.lookup('currency', code)?.iso ?? code,
}
const result = {
  head: { sumNo: 'S1', declSeqNo: 'D1', entryId: '290920260000000001', opDate: '20260401120000000' },
  lines: [{ invtNo: 'I1', logisticsNo: 'LP0001', gseqno: '1', gnum: '1', gcode: '7323940000' }],
}
const invoice: PurchaseInvoice = {
  number: '26332000000000000001',
  form: 'digital',
  kind: 'vatSpecial',
  status: 'normal',
  usage: 'rebate',
  date: '2026-02-01',
  sellerTaxNo: 'S1',
  sellerName: '供应商',
  buyerTaxNo: 'B1',
  buyerName: '演练电商有限公司',
  lines: [{ line: 1, name: '搪瓷口杯', unit: '个', qty: '100', net: '800.00', rate: '0.13', tax: '104.00' }],
}

it('from an imported order to a line that is ready for a refund nobody types anything that is known', () => {
  const { parts } = declareOne(declareInput({ goods: goodsMap(goods({ statisticsFlag: 'B' })) }))
  const list = parts[0]!.result.list!
  expect(typedByHand(list)).toBe(0)

  const entry = entryOfResult(result)!
  const [item, ...more] = itemsOfSummary(entry, () => list.documents.inventory, names)
  expect(more).toEqual([])
  // The name on the invoice and every quantity were told once, in the goods master; customs tells no 出口日期 in its result.
  expect(item).toMatchObject({ name: '搪瓷口杯', qty: '2', unit: '个', amount: '20', currency: 'USD' })
  expect(gapsOf(item!)).toEqual(['exportDate'])

  const dated = { ...item!, exportDate: '2026-03-05' }
  const { allocations, uncovered } = suggest(
    [{ item: dated, qty: dated.qty! }],
    openLines([invoice], []),
    [],
    () => '1',
  )
  expect(uncovered).toEqual([])
  expect(allocations).toMatchObject([
    { hsCode: '7323940000', purchases: [{ invoiceNumber: invoice.number, line: 1, qty: '2', net: '16' }] },
  ])
})
