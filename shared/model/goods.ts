import { z } from 'zod'
import { currency, decimalText, field } from './field'
import { Overrides } from './override'

/** What can hang on goods and keeps them out of the simpler ways to declare them. */
export const constraints = ['licence', 'inspection', 'exportDuty', 'rebate'] as const
export type Constraint = (typeof constraints)[number]

/** Yes or no; absent: nobody has said so yet. */
const known = z.enum(['Y', 'N']).optional()

/** One SKU of the goods master with everything a 清单 line needs that no platform export has. Key: sku. */
export const Goods = z.object({
  record: z.literal('goods'),
  kind: field(z.enum(['goods']), 'public', '类型', 'Kind'),
  sku: field(z.string().min(1).max(30), 'business', '货号', 'SKU'),
  name: field(z.string().min(1), 'business', '商品名称', 'Name'),
  gname: field(z.string().min(1), 'business', '申报品名', 'Declared name'),
  itemName: field(z.string().optional(), 'business', '退税品名(与发票一致)', 'Name on the purchase invoice'),
  gmodel: field(z.string().min(1), 'business', '规格型号/申报要素', 'Specification'),
  gcode: field(z.string().regex(/^\d{10}$/), 'business', '商品编码', 'HS code (10 digits)'),
  barCode: field(z.string().min(1), 'business', '条形码(没有填 无)', 'Bar code'),
  unit: field(z.string().regex(/^\d{3}$/), 'business', '成交单位', 'Deal unit'),
  unit1: field(z.string().regex(/^\d{3}$/), 'business', '法定第一单位', 'First statutory unit'),
  unit2: field(
    z
      .string()
      .regex(/^\d{3}$/)
      .optional(),
    'business',
    '法定第二单位',
    'Second statutory unit',
  ),
  perUnit1: field(decimalText, 'business', '每件折第一单位', 'First unit per piece'),
  perUnit2: field(decimalText.optional(), 'business', '每件折第二单位', 'Second unit per piece'),
  netWeight: field(decimalText, 'business', '单件净重(千克)', 'Net weight per piece (kg)'),
  grossWeight: field(decimalText, 'business', '单件毛重(千克)', 'Gross weight per piece (kg)'),
  statisticsFlag: field(z.enum(['A', 'B']), 'business', 'A简化/B汇总', 'A simplified / B summary'),
  fairPrice: field(decimalText.optional(), 'business', '赠品公允价', 'Fair price for gifts'),
  fairCurrency: field(currency.optional(), 'business', '公允价币制', 'Currency of the fair price'),
  itemRecordNo: field(
    z.string().max(30).optional(),
    'business',
    '账册备案料号',
    'Number in the bonded account book',
  ),
  /** Retail import: where it was made, as customs numbers countries, and the statutory rates of its tariff line. */
  origin: field(
    z
      .string()
      .regex(/^\d{3}$/)
      .optional(),
    'business',
    '原产国',
    'Country of origin',
  ),
  vatRate: field(decimalText.optional(), 'business', '进口增值税率(%)', 'Import VAT rate (%)'),
  consumptionRate: field(decimalText.optional(), 'business', '消费税率(%)', 'Consumption tax rate (%)'),
  dutyRate: field(decimalText.optional(), 'business', '关税税率(%)', 'Duty rate (%)'),
  licence: field(known, 'business', '涉许可证件(Y/N)', 'Needs a licence (Y/N)'),
  licenseNo: field(z.string().max(19).optional(), 'business', '许可证号', 'Licence number'),
  inspection: field(known, 'business', '涉检验检疫(Y/N)', 'Needs inspection (Y/N)'),
  exportDuty: field(known, 'business', '征出口关税(Y/N)', 'Bears export duty (Y/N)'),
  rebate: field(known, 'business', '办理退税(Y/N)', 'Meant for a tax refund (Y/N)'),
  overrides: Overrides,
})
export type Goods = z.infer<typeof Goods>

/** A field of the goods master that holds a text: what forms, sheets and filings consist of. */
export type GoodsColumn = Exclude<keyof Goods, 'record' | 'kind' | 'overrides'>
const notColumns: ReadonlySet<string> = new Set(['record', 'kind', 'overrides'])
export const goodsColumns = Object.keys(Goods.shape).filter((name) => !notColumns.has(name)) as GoodsColumn[]
