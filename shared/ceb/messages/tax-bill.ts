import { part } from '../part'
import type { MessageTable } from '../table'

export const CEB816: MessageTable = {
  type: 'CEB816',
  label: { zh: '电子税单', en: 'Tax bill' },
  direction: 'import',
  origin: 'authority',
  node: 'Tax',
  documents: { min: 1 },
  flat: false,
  head: part('TaxHeadRd', [
    ['guid', '系统唯一序号', 'C36', 'Y'],
    ['returnTime', '回执时间', 'C17', 'Y'],
    ['invtNo', '进境清单编号', 'C..18', 'Y'],
    ['taxNo', '电子税单编号', 'C..50', 'Y'],
    ['customsTax', '应征关税', 'N19,5', 'Y'],
    ['valueAddedTax', '应征增值税', 'N19,5', 'Y'],
    ['consumptionTax', '应征消费税', 'N19,5', 'Y'],
    ['status', '税单状态', 'C1', 'Y'],
    ['entDutyNo', '缴款书编号', 'C..50', 'n'],
    ['note', '备注', 'C..1000', 'n'],
    ['assureCode', '担保企业编号', 'C..64', 'n'],
    ['ebcCode', '电商企业代码', 'C..64', 'n'],
    ['logisticsCode', '物流企业代码', 'C..64', 'n'],
    ['agentCode', '申报企业代码', 'C..18', 'n'],
    ['customsCode', '申报地海关代码', 'C4', 'n'],
  ]),
  lines: {
    ...part('TaxListRd', [
      ['gnum', '商品项号', 'N10', 'Y'],
      ['gcode', '商品编码', 'C10', 'Y'],
      ['taxPrice', '完税总价格', 'N19,5', 'Y'],
      ['customsTax', '应征关税', 'N19,5', 'Y'],
      ['valueAddedTax', '应征增值税', 'N19,5', 'Y'],
      ['consumptionTax', '应征消费税', 'N19,5', 'Y'],
    ]),
    occurs: { min: 1, max: 99 },
  },
  key: ['invtNo', 'taxNo'],
  signature: 'none',
}

export const CEB818: MessageTable = {
  type: 'CEB818',
  label: { zh: '电子税单状态', en: 'Status of tax bill' },
  direction: 'import',
  origin: 'authority',
  node: 'Tax',
  documents: { min: 1 },
  flat: false,
  head: part('TaxHeadStatus', [
    ['guid', '系统唯一序号', 'C36', 'Y'],
    ['returnTime', '回执时间', 'C17', 'Y'],
    ['invtNo', '清单编号', 'C..18', 'Y'],
    ['taxNo', '电子税单编号', 'C..50', 'Y'],
    ['status', '税单状态', 'C1', 'Y'],
    ['entDutyNo', '缴款书编号', 'C..50', 'n', { printed: 'C50' }],
    ['assureCode', '担保企业编号', 'C..64', 'n', { printed: 'C64' }],
  ]),
  key: ['invtNo', 'taxNo'],
  signature: 'none',
}
