import type { RecordKind } from '../../model/import-report'
import { constraints } from '../../model/goods'
import type { LineClass } from '../../model/order'
import type { Payment } from '../../model/payment'
import { fieldTables } from '../fields/index'
import type { Profile } from '../profile'

/** Headers that make a file ours; the other columns of the template may be deleted. */
const signatures: Readonly<Record<RecordKind, readonly string[]>> = {
  orders: ['订单号', '下单时间', '货号', '商品名称', '数量', '单价'],
  payments: ['支付流水', '订单号', '金额', '到账时间'],
  waybills: ['运单号', '订单号', '物流企业代码'],
  weighings: ['运单号', '毛重(千克)', '总包号', '提运单号'],
  goods: ['货号', '申报品名', '规格型号/申报要素', '商品编码', '法定第一单位'],
}

const titles: Readonly<Record<RecordKind, Profile['title']>> = {
  orders: { zh: '驿关订单模板', en: 'Yiguan order template' },
  payments: { zh: '驿关收款模板', en: 'Yiguan payment template' },
  waybills: { zh: '驿关运单模板', en: 'Yiguan waybill template' },
  weighings: { zh: '驿关称重装袋模板', en: 'Yiguan weighing template' },
  goods: { zh: '驿关商品模板', en: 'Yiguan goods template' },
}

/** Headers of the template of a kind, in order; those of required fields carry `*`. */
export function templateHeaders(kind: RecordKind): string[] {
  return Object.values(fieldTables[kind]).map((field) =>
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

export const templates: readonly Profile[] = [
  template('orders'),
  template('payments'),
  template('waybills'),
  template('weighings'),
  template('goods'),
]
