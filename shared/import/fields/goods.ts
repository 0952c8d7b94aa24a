import type { FieldTable } from '../profile'

/** Headers of the SKU and of the seller's own name for it, in a goods master and on the lines of an order. */
export const skuHeaders = ['SKU编码', '商家编码', '商品货号', '货品编码']
export const nameHeaders = ['产品名称', 'product name', 'title']

/** The goods master as a sheet: what every list line needs and no platform export has. */
export const goodsFields: FieldTable = {
  sku: {
    type: 'id',
    label: { zh: '货号', en: 'SKU' },
    required: true,
    synonyms: skuHeaders,
  },
  name: {
    type: 'text',
    label: { zh: '商品名称', en: 'Name' },
    required: true,
    synonyms: nameHeaders,
  },
  gname: {
    type: 'text',
    label: { zh: '申报品名', en: 'Declared name' },
    required: true,
    synonyms: ['报关品名', '品名', 'gname'],
  },
  itemName: {
    type: 'text',
    label: { zh: '退税品名(与发票一致)', en: 'Name on the purchase invoice' },
    synonyms: ['退税品名', '发票品名'],
  },
  gmodel: {
    type: 'text',
    label: { zh: '规格型号/申报要素', en: 'Specification' },
    required: true,
    synonyms: ['规格型号', '申报要素', '规格', 'gmodel'],
  },
  gcode: {
    type: 'id',
    label: { zh: '商品编码', en: 'HS code (10 digits)' },
    required: true,
    digits: 10,
    synonyms: ['海关编码', 'HS编码', '税号', 'HS code', 'gcode'],
  },
  barCode: {
    type: 'id',
    label: { zh: '条形码(没有填 无)', en: 'Bar code' },
    required: true,
    synonyms: ['条形码', '条码', 'barcode', 'ean', 'gtin'],
  },
  unit: {
    type: 'unit',
    label: { zh: '成交单位', en: 'Deal unit' },
    required: true,
    digits: 3,
    synonyms: ['计量单位', '申报单位'],
  },
  unit1: {
    type: 'unit',
    label: { zh: '法定第一单位', en: 'First statutory unit' },
    required: true,
    digits: 3,
    synonyms: ['第一单位', '法定单位'],
  },
  unit2: {
    type: 'unit',
    label: { zh: '法定第二单位', en: 'Second statutory unit' },
    digits: 3,
    synonyms: ['第二单位'],
  },
  perUnit1: {
    type: 'decimal',
    label: { zh: '每件折第一单位', en: 'First unit per piece' },
    required: true,
    synonyms: ['折第一单位', '法定数量'],
  },
  perUnit2: {
    type: 'decimal',
    label: { zh: '每件折第二单位', en: 'Second unit per piece' },
    synonyms: ['折第二单位', '第二数量'],
  },
  netWeight: {
    type: 'decimal',
    label: { zh: '单件净重(千克)', en: 'Net weight per piece (kg)' },
    required: true,
    synonyms: ['单件净重', '净重', '净重(kg)', 'net weight'],
  },
  grossWeight: {
    type: 'decimal',
    label: { zh: '单件毛重(千克)', en: 'Gross weight per piece (kg)' },
    required: true,
    synonyms: ['单件毛重', '毛重', '毛重(kg)', 'gross weight'],
  },
  statisticsFlag: {
    type: 'code',
    label: { zh: 'A简化/B汇总', en: 'A simplified / B summary' },
    required: true,
    synonyms: ['申报方式', '简化汇总'],
  },
  fairPrice: {
    type: 'decimal',
    label: { zh: '赠品公允价', en: 'Fair price for gifts' },
    synonyms: ['公允价'],
  },
  fairCurrency: {
    type: 'currency',
    label: { zh: '公允价币制', en: 'Currency of the fair price' },
    synonyms: [],
  },
  itemRecordNo: {
    type: 'id',
    label: { zh: '账册备案料号', en: 'Number in the bonded account book' },
    synonyms: ['备案料号', '账册料号'],
  },
  origin: {
    type: 'id',
    digits: 3,
    label: { zh: '原产国', en: 'Country of origin' },
    synonyms: ['原产国代码', '原产国(地区)'],
  },
  vatRate: {
    type: 'decimal',
    label: { zh: '进口增值税率(%)', en: 'Import VAT rate (%)' },
    synonyms: [],
  },
  consumptionRate: {
    type: 'decimal',
    label: { zh: '消费税率(%)', en: 'Consumption tax rate (%)' },
    synonyms: [],
  },
  dutyRate: {
    type: 'decimal',
    label: { zh: '关税税率(%)', en: 'Duty rate (%)' },
    synonyms: [],
  },
  licence: {
    type: 'code',
    label: { zh: '涉许可证件(Y/N)', en: 'Needs a licence (Y/N)' },
    synonyms: ['涉证'],
  },
  licenseNo: {
    type: 'id',
    label: { zh: '许可证号', en: 'Licence number' },
    synonyms: ['许可证编号', '出口许可证号'],
  },
  inspection: {
    type: 'code',
    label: { zh: '涉检验检疫(Y/N)', en: 'Needs inspection (Y/N)' },
    synonyms: ['涉检'],
  },
  exportDuty: {
    type: 'code',
    label: { zh: '征出口关税(Y/N)', en: 'Bears export duty (Y/N)' },
    synonyms: ['出口关税'],
  },
  rebate: {
    type: 'code',
    label: { zh: '办理退税(Y/N)', en: 'Meant for a tax refund (Y/N)' },
    synonyms: ['是否退税'],
  },
}
