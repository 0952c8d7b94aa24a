import { expect, it } from 'vitest'
import { fieldName } from './field-names'

it('names fields of findings as the screens do, those of a period and of fees among them; an unknown one stays as it is', () => {
  const fields = ['carryIn', 'ecrOffset', 'settlement', 'freight', 'consumptionTaxUnit', 'hsCode', 'no-such']
  expect(fields.map((field) => fieldName(field).zh)).toEqual([
    '上期留抵',
    '上期结转免抵退税额抵减额',
    '海外仓核算',
    '运费',
    '消费税计税单位（报关单三个单位之一）',
    '商品代码',
    'no-such',
  ])
})
