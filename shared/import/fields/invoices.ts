import type { FieldTable } from '../profile'

/** What a column of a list of purchase invoices can mean: one invoice line a row, as the 税务数字账户 gives it out. */
export const invoiceFields: FieldTable = {
  number: {
    type: 'id',
    label: { zh: '发票号码', en: 'Invoice number' },
    required: true,
    unless: ['digitalNumber'],
    synonyms: ['进货凭证号', '凭证号码', '缴款书号码', 'invoice number', 'invoice no'],
  },
  digitalNumber: {
    type: 'id',
    label: { zh: '数电票号码', en: 'Number of a digital invoice' },
    synonyms: ['数电发票号码', '全电发票号码'],
  },
  code: { type: 'id', label: { zh: '发票代码', en: 'Invoice code' }, synonyms: [] },
  date: {
    type: 'day',
    label: { zh: '开票日期', en: 'Issued on' },
    required: true,
    synonyms: ['invoice date'],
  },
  invoiceKind: {
    type: 'text',
    label: { zh: '发票票种', en: 'Kind' },
    synonyms: ['票种', '凭证种类', '发票类型'],
  },
  sellerTaxNo: {
    type: 'code',
    label: { zh: '销方识别号', en: 'Taxpayer number of the seller' },
    synonyms: ['销售方识别号', '销方税号', '供货方纳税人识别号', '销售方纳税人识别号'],
  },
  sellerName: {
    type: 'text',
    label: { zh: '销方名称', en: 'Seller' },
    synonyms: ['销售方名称', '供货方名称', '供应商', 'seller'],
  },
  sellerTaxpayer: {
    type: 'text',
    label: { zh: '销方纳税人类型', en: 'Taxpayer type of the seller' },
    synonyms: ['销售方纳税人类型'],
  },
  sellerRegion: {
    type: 'text',
    label: { zh: '销方地区', en: 'Region of the seller' },
    synonyms: ['销售方地区', '供应商所在地'],
  },
  buyerTaxNo: {
    type: 'code',
    label: { zh: '购方识别号', en: 'Taxpayer number of the buyer' },
    synonyms: ['购买方识别号', '购方税号', '购买方纳税人识别号'],
  },
  buyerName: { type: 'text', label: { zh: '购方名称', en: 'Buyer' }, synonyms: ['购买方名称', 'buyer'] },
  taxCategoryCode: {
    type: 'id',
    label: { zh: '税收分类编码', en: 'Tax category code' },
    synonyms: ['商品和服务税收分类编码'],
  },
  name: {
    type: 'text',
    label: { zh: '货物名称', en: 'Goods' },
    required: true,
    synonyms: ['货物或应税劳务名称', '货物或应税劳务、服务名称', '项目名称', '商品名称', 'goods'],
  },
  spec: { type: 'text', label: { zh: '规格型号', en: 'Specification' }, synonyms: [] },
  unit: { type: 'text', label: { zh: '单位', en: 'Unit' }, synonyms: ['计量单位', 'unit'] },
  qty: { type: 'decimal', label: { zh: '数量', en: 'Quantity' }, required: true, synonyms: ['quantity'] },
  net: {
    type: 'decimal',
    label: { zh: '金额', en: 'Net amount' },
    required: true,
    synonyms: ['不含税金额', '计税金额', '计税价格', 'net amount'],
  },
  rate: {
    type: 'rate',
    label: { zh: '税率', en: 'Rate' },
    required: true,
    synonyms: ['税率/征收率', '征收率', '征税率', 'tax rate'],
  },
  tax: { type: 'decimal', label: { zh: '税额', en: 'Tax' }, synonyms: ['tax amount'] },
  dispatchDate: { type: 'day', label: { zh: '发货日期', en: 'Dispatched on' }, synonyms: [] },
  status: { type: 'text', label: { zh: '发票状态', en: 'State of the invoice' }, synonyms: [] },
  risk: { type: 'text', label: { zh: '发票风险等级', en: 'Risk of the invoice' }, synonyms: [] },
  usage: {
    type: 'text',
    label: { zh: '用途', en: 'Use' },
    synonyms: ['用途确认', '勾选用途'],
  },
}
