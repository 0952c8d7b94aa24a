import { noteChoices } from '../fields/forex-notes'
import { noteFileKinds, type RecordKind } from '../../model/import-report'
import { constraints } from '../../model/goods'
import type { Direction } from '../../model/mode'
import type { LineClass } from '../../model/order'
import type { Payment } from '../../model/payment'
import { fxKindWords } from '../build/exchange-rates'
import { handbookKindWords } from '../build/handbooks'
import { fieldTables } from '../fields/index'
import type { FieldDef, Profile } from '../profile'

/** Kinds whose template for retail import differs from that for export. */
export const importKinds = ['orders', 'payments', 'waybills'] as const satisfies readonly RecordKind[]
export type ImportKind = (typeof importKinds)[number]
export const hasImportTemplate = (kind: RecordKind): kind is ImportKind =>
  (importKinds as readonly string[]).includes(kind)

/** Headers that make a file ours; the other columns of the template may be deleted. */
const signatures: Readonly<Record<RecordKind, readonly string[]>> = {
  orders: ['订单号', '下单时间', '货号', '商品名称', '数量', '单价'],
  payments: ['支付流水', '订单号', '金额', '到账时间'],
  waybills: ['运单号', '订单号', '物流企业代码'],
  weighings: ['运单号', '毛重(千克)', '总包号', '提运单号'],
  goods: ['货号', '申报品名', '规格型号/申报要素', '商品编码', '法定第一单位'],
  invoices: ['发票号码', '开票日期', '货物名称', '数量', '金额', '税率'],
  declarations: ['报关单号', '项号', '商品编号', '出口日期', '监管方式'],
  rates: ['商品代码', '退税率', '特殊商品标识', '生效日期'],
  'exchange-rates': ['币种', '日期', '汇率', '汇率种类'],
  handbooks: ['手（账）册号', '加工贸易方式', '计划进口总值', '计划出口总值'],
  tariff: ['商品编码', '商品名称', '法定第一单位', '监管条件', '出口税率'],
  'code-changes': ['旧编码', '新编码', '生效日期'],
  'warehouse-lots': ['报关单号', '货号', '申报数量', '申报单价'],
  'warehouse-stock': ['货号', '已售数量', '平均售价', '盘点数量'],
  'warehouse-outs': ['出库单号', '订单号', '海外仓', '出库日期'],
  'forex-refunds': ['退汇编号', '原收款日期', '退汇日期', '原路退回'],
  'forex-contracts': ['合同号', '合同类型', '委托方信用代码'],
  'cost-documents': ['单据号', '结算单号', '费用类别', '金额'],
}

/** Beside those of its kind, the headers that only the template for retail import has. */
const importSignatures: Readonly<Record<ImportKind, readonly string[]>> = {
  orders: ['订购人证件号码'],
  payments: ['支付人证件号码'],
  waybills: ['航班航次号'],
}

const titles: Readonly<Record<RecordKind, Profile['title']>> = {
  orders: { zh: '驿关订单模板', en: 'Yiguan order template' },
  payments: { zh: '驿关收款模板', en: 'Yiguan payment template' },
  waybills: { zh: '驿关运单模板', en: 'Yiguan waybill template' },
  weighings: { zh: '驿关称重装袋模板', en: 'Yiguan weighing template' },
  goods: { zh: '驿关商品模板', en: 'Yiguan goods template' },
  invoices: { zh: '驿关进项发票模板', en: 'Yiguan template of purchase invoices' },
  declarations: { zh: '驿关报关单明细模板', en: 'Yiguan template of declared items' },
  rates: { zh: '驿关退税率模板', en: 'Yiguan template of rebate rates' },
  'exchange-rates': { zh: '驿关汇率模板', en: 'Yiguan template of exchange rates' },
  handbooks: { zh: '驿关加工贸易手册模板', en: 'Yiguan template of handbooks' },
  tariff: { zh: '驿关税则模板', en: 'Yiguan template of the tariff' },
  'code-changes': { zh: '驿关新旧编码对照模板', en: 'Yiguan template of old and new codes' },
  'warehouse-lots': { zh: '驿关海外仓备货模板', en: 'Yiguan template of goods sent to warehouses' },
  'warehouse-stock': { zh: '驿关海外仓台账模板', en: 'Yiguan template of warehouse ledgers' },
  'warehouse-outs': { zh: '驿关海外仓出库模板', en: 'Yiguan template of warehouse dispatches' },
  'forex-refunds': { zh: '驿关退汇模板', en: 'Yiguan template of refunds' },
  'forex-contracts': { zh: '驿关收汇合同模板', en: 'Yiguan template of contracts' },
  'cost-documents': { zh: '驿关境外费用单据模板', en: 'Yiguan template of cost documents' },
}

const importTitles: Readonly<Record<ImportKind, Profile['title']>> = {
  orders: { zh: '驿关进口订单模板', en: 'Yiguan template of import orders' },
  payments: { zh: '驿关进口支付模板', en: 'Yiguan template of import payments' },
  waybills: { zh: '驿关进口运单模板', en: 'Yiguan template of import waybills' },
}

/** Fields of a template in order. The goods master is one for both directions. */
export const templateFieldsOf = (kind: RecordKind, direction: Direction = 'export'): [string, FieldDef][] =>
  Object.entries(fieldTables[kind]).filter(([, field]) => (field.direction ?? direction) === direction)

/** Headers of the template of a kind, in order; those of required fields carry `*`. */
export function templateHeaders(kind: RecordKind, direction: Direction = 'export'): string[] {
  return templateFieldsOf(kind, direction).map(([, field]) =>
    field.required ? `${field.label.zh}*` : field.label.zh,
  )
}

/** The words of the template's own columns: what it offers first, then what is understood as well. */
const lineWords: readonly (readonly [LineClass, string, ...string[]])[] = [
  ['gift', '赠品', 'gift'],
  ['freight', '运费', 'freight'],
  ['discount', '折扣', 'discount'],
  ['fee', '平台费', '杂费', 'fee'],
  ['return', '退货', 'return'],
  ['adjustment', '调整', 'adjustment'],
]
const paymentWords: readonly (readonly [Payment['kind'], string, ...string[]])[] = [
  ['refund', '退款', 'refund'],
  ['conversion', '换汇', '兑换', 'conversion'],
  ['fee', '手续费', 'fee'],
  ['withdrawal', '提现', 'withdrawal'],
  ['hold', '冻结', 'hold'],
]
const oneOf = (words: readonly string[]) => `^(${words.join('|')})$`

const markers: Partial<Record<RecordKind, Pick<Profile, 'lines' | 'payments'>>> = {
  orders: {
    lines: lineWords.map(([name, ...words]) => ({ field: 'lineType', pattern: oneOf(words), class: name })),
  },
  payments: {
    payments: paymentWords.map(([kind, ...words]) => ({ field: 'type', pattern: oneOf(words), kind })),
  },
}

/** What the template offers in a column, by field; the ordinary case, which needs no word, comes first. */
export const templateChoices: Readonly<Record<RecordKind, Readonly<Record<string, readonly string[]>>>> = {
  orders: { lineType: ['商品', ...lineWords.map(([, word]) => word)] },
  payments: { type: ['收款', ...paymentWords.map(([, word]) => word)] },
  waybills: {},
  weighings: {},
  goods: {
    statisticsFlag: ['A', 'B'],
    ...Object.fromEntries(constraints.map((field) => [field, ['Y', 'N']])),
  },
  invoices: {
    invoiceKind: ['增值税专用发票', '海关缴款书', '增值税普通发票'],
    sellerTaxpayer: ['一般纳税人', '小规模纳税人'],
    status: ['正常', '作废', '红冲', '异常'],
    usage: ['退税', '抵扣'],
  },
  declarations: { tradeTerms: ['FOB', 'CIF', 'C&F', 'C&I', 'EXW'] },
  rates: { specialFlag: ['1', '2'] },
  'exchange-rates': { rateKind: fxKindWords.map(([, word]) => word) },
  handbooks: { handbookKind: handbookKindWords.map(([, word]) => word) },
  tariff: {},
  'code-changes': {},
  'warehouse-lots': noteChoices('warehouse-lots'),
  'warehouse-stock': noteChoices('warehouse-stock'),
  'warehouse-outs': noteChoices('warehouse-outs'),
  'forex-refunds': noteChoices('forex-refunds'),
  'forex-contracts': noteChoices('forex-contracts'),
  'cost-documents': noteChoices('cost-documents'),
}

function template(kind: RecordKind): Profile {
  return {
    id: `template-${kind}`,
    kind,
    title: titles[kind],
    signature: signatures[kind],
    columns: Object.fromEntries(
      Object.entries(fieldTables[kind]).map(([field, def]) => [field, [def.label.zh]]),
    ),
    open: true,
    ...markers[kind],
  }
}

const importTemplate = (kind: ImportKind): Profile => ({
  ...template(kind),
  id: `template-import-${kind}`,
  title: importTitles[kind],
  signature: [...signatures[kind], ...importSignatures[kind]],
  // Bought and paid here: the template says that its times are those of China.
  timezone: 'Asia/Shanghai',
})

export const templates: readonly Profile[] = [
  ...importKinds.map(importTemplate),
  template('orders'),
  template('payments'),
  template('waybills'),
  template('weighings'),
  template('goods'),
  template('invoices'),
  template('declarations'),
  template('rates'),
  template('exchange-rates'),
  template('handbooks'),
  template('tariff'),
  template('code-changes'),
  ...noteFileKinds.map((kind) => template(kind)),
]
