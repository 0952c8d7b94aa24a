import type { FieldDef, FieldTable } from '../profile'

const fee = (zh: string, en: string): Record<'value' | 'currency' | 'mark', FieldDef> => ({
  value: { type: 'decimal', label: { zh, en }, synonyms: [`${zh}总价`, `${zh}金额`] },
  currency: {
    type: 'currency',
    label: { zh: `${zh}币制`, en: `Currency of ${en.toLowerCase()}` },
    synonyms: [`${zh}币种`],
  },
  mark: { type: 'text', label: { zh: `${zh}标记`, en: `Mark of ${en.toLowerCase()}` }, synonyms: [] },
})
const [freight, insurance, other] = [
  fee('运费', 'Freight'),
  fee('保费', 'Insurance'),
  fee('杂费', 'Other charges'),
]

/** What a column of a list of declared items can mean: one item of an export 报关单 a row. */
export const declarationFields: FieldTable = {
  no: {
    type: 'id',
    label: { zh: '报关单号', en: 'Declaration number' },
    required: true,
    synonyms: [
      '报关单编号',
      '海关编号',
      '出口报关单号',
      '出口货物报关单号',
      '报关单号码',
      'declaration number',
    ],
  },
  item: { type: 'integer', label: { zh: '项号', en: 'Item' }, synonyms: ['商品序号', '商品项号', 'item no'] },
  hsCode: {
    type: 'id',
    label: { zh: '商品编号', en: 'HS code' },
    required: true,
    digits: 10,
    synonyms: ['商品编码', '商品代码', '出口商品代码', '税则号列', 'hs code'],
  },
  extensionCode: { type: 'id', label: { zh: '扩展码', en: 'Extension code' }, synonyms: ['退税扩展码'] },
  name: {
    type: 'text',
    label: { zh: '商品名称', en: 'Name' },
    required: true,
    synonyms: ['品名', '出口商品名称', '申报品名'],
  },
  qty: {
    type: 'decimal',
    label: { zh: '成交数量', en: 'Quantity' },
    synonyms: ['申报数量', '出口数量', '数量'],
  },
  unit: {
    type: 'text',
    label: { zh: '成交单位', en: 'Unit' },
    synonyms: ['成交计量单位', '申报单位名称', '计量单位', '单位'],
  },
  qty1: {
    type: 'decimal',
    label: { zh: '法定第一数量', en: 'First statutory quantity' },
    synonyms: ['法定数量', '第一法定数量', '第一数量'],
  },
  unit1: {
    type: 'text',
    label: { zh: '法定第一单位', en: 'First statutory unit' },
    synonyms: ['法定单位', '第一法定单位', '法定计量单位', '第一计量单位'],
  },
  qty2: {
    type: 'decimal',
    label: { zh: '法定第二数量', en: 'Second statutory quantity' },
    synonyms: ['第二法定数量', '第二数量'],
  },
  unit2: {
    type: 'text',
    label: { zh: '法定第二单位', en: 'Second statutory unit' },
    synonyms: ['第二法定单位', '第二计量单位'],
  },
  exportDate: {
    type: 'day',
    label: { zh: '出口日期', en: 'Export date' },
    required: true,
    synonyms: ['进出口日期', 'export date'],
  },
  declareDate: { type: 'day', label: { zh: '申报日期', en: 'Declared on' }, synonyms: [] },
  revenueDate: {
    type: 'day',
    label: { zh: '销售入账日期', en: 'Booked on' },
    synonyms: ['收入确认日期', '记账日期'],
  },
  supervisionMode: {
    type: 'text',
    label: { zh: '监管方式', en: 'Mode' },
    required: true,
    synonyms: ['贸易方式', '监管方式代码'],
  },
  tradeTerms: { type: 'text', label: { zh: '成交方式', en: 'Terms' }, synonyms: ['成交方式代码'] },
  amount: {
    type: 'decimal',
    label: { zh: '总价', en: 'Total' },
    money: true,
    synonyms: ['成交总价', '金额', '总值'],
  },
  currency: {
    type: 'currency',
    label: { zh: '币制', en: 'Currency' },
    synonyms: ['币种', '成交币制', 'currency'],
  },
  freight: freight!.value,
  freightCurrency: freight!.currency,
  freightMark: freight!.mark,
  insurance: insurance!.value,
  insuranceCurrency: insurance!.currency,
  insuranceMark: insurance!.mark,
  other: other!.value,
  otherCurrency: other!.currency,
  otherMark: other!.mark,
  destination: {
    type: 'text',
    label: { zh: '运抵国', en: 'Country of arrival' },
    synonyms: ['运抵国(地区)', '最终目的国', '最终目的国(地区)'],
  },
  originPlace: { type: 'text', label: { zh: '境内货源地', en: 'Domestic source' }, synonyms: [] },
  netWeight: {
    type: 'decimal',
    label: { zh: '净重', en: 'Net weight' },
    synonyms: ['净重(千克)', '商品净重'],
  },
  consignor: {
    type: 'text',
    label: { zh: '境内发货人', en: 'Consignor' },
    synonyms: ['收发货人', '境内收发货人', '发货人'],
  },
  consignorTaxNo: {
    type: 'code',
    label: { zh: '发货人统一社会信用代码', en: 'Credit code of the consignor' },
    synonyms: ['境内发货人代码', '发货人税号', '收发货人统一社会信用代码'],
  },
  handbookNo: {
    type: 'code',
    label: { zh: '备案号（手册、账册）', en: 'Handbook' },
    synonyms: ['备案号', '手册号', '账册号', '备案号/手册号', '加工贸易手册号'],
  },
  agentBroker: { type: 'text', label: { zh: '申报单位', en: 'Broker' }, synonyms: ['报关企业', '报关行'] },
}
