import type { RecordKind } from '../../model/import-report'
import { fieldTables } from '../fields/index'
import type { Profile } from '../profile'

/** Headers that make a file ours; the other columns of the template may be deleted. */
const signatures: Readonly<Record<RecordKind, readonly string[]>> = {
  orders: ['订单号', '下单时间', '货号', '商品名称', '数量', '单价'],
  payments: ['支付流水', '订单号', '金额', '到账时间'],
  waybills: ['运单号', '订单号', '物流企业代码'],
  goods: ['货号', '申报品名', '规格型号/申报要素', '商品编码', '法定第一单位'],
}

const titles: Readonly<Record<RecordKind, Profile['title']>> = {
  orders: { zh: '驿关订单模板', en: 'Yiguan order template' },
  payments: { zh: '驿关收款模板', en: 'Yiguan payment template' },
  waybills: { zh: '驿关运单模板', en: 'Yiguan waybill template' },
  goods: { zh: '驿关商品模板', en: 'Yiguan goods template' },
}

/** Headers of the template of a kind, in order; those of required fields carry `*`. */
export function templateHeaders(kind: RecordKind): string[] {
  return Object.values(fieldTables[kind]).map((field) =>
    field.required ? `${field.label.zh}*` : field.label.zh,
  )
}

/** The words of the template's own columns for classes and kinds. */
const markers: Partial<Record<RecordKind, Pick<Profile, 'lines' | 'payments'>>> = {
  orders: {
    lines: [
      { field: 'lineType', pattern: '^(赠品|gift)$', class: 'gift' },
      { field: 'lineType', pattern: '^(运费|freight)$', class: 'freight' },
      { field: 'lineType', pattern: '^(折扣|discount)$', class: 'discount' },
      { field: 'lineType', pattern: '^(平台费|杂费|fee)$', class: 'fee' },
      { field: 'lineType', pattern: '^(退货|return)$', class: 'return' },
      { field: 'lineType', pattern: '^(调整|adjustment)$', class: 'adjustment' },
    ],
  },
  payments: {
    payments: [
      { field: 'type', pattern: '^(退款|refund)$', kind: 'refund' },
      { field: 'type', pattern: '^(换汇|兑换|conversion)$', kind: 'conversion' },
      { field: 'type', pattern: '^(手续费|fee)$', kind: 'fee' },
      { field: 'type', pattern: '^(提现|withdrawal)$', kind: 'withdrawal' },
      { field: 'type', pattern: '^(冻结|hold)$', kind: 'hold' },
    ],
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
  template('goods'),
]
