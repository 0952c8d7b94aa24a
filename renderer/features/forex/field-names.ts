import { fieldMeta } from '#shared/model/field'
import { BankCredit } from '#shared/model/forex/credit'
import { CustomsPaper, PaymentLine, SaleOrder, SaleWaybill } from '#shared/model/forex/papers'
import type { Text } from '#shared/model/text'
import type { z } from 'zod'

const schemas = [BankCredit, SaleOrder, SaleWaybill, PaymentLine, CustomsPaper]

/** What findings call fields that no record names. */
const others: Readonly<Record<string, Text>> = {
  amount: { zh: '金额', en: 'Amount' },
  currency: { zh: '币种', en: 'Currency' },
  quote: { zh: '报价', en: 'Quote' },
  payer: { zh: '付款人', en: 'Payer' },
  charges: { zh: '扣费', en: 'Charges' },
  class: { zh: '分类管理', en: 'Class' },
  listed: { zh: '名录', en: 'Register' },
  declaredOn: { zh: '申报日期', en: 'Declared on' },
  supervisionMode: { zh: '监管方式', en: 'Supervision mode' },
  exportedOn: { zh: '出口日期', en: 'Exported on' },
  orderId: { zh: '订单号', en: 'Order number' },
  costs: { zh: '费用', en: 'Costs' },
  documentId: { zh: '单据号', en: 'Document' },
  ratio: { zh: '与申报价值的比值', en: 'Ratio to the declared value' },
  claims: { zh: '主张的便利', en: 'Facilities claimed' },
  customsDoc: { zh: '清单 / 报关单', en: 'Customs document' },
  waybill: { zh: '运单', en: 'Waybill' },
  form: { zh: '申报数据', en: 'Declaration data' },
  lines: { zh: '申报行', en: 'Lines of the declaration' },
  natures: { zh: '各部分性质', en: 'Kinds of its parts' },
  rmb: { zh: '人民币收款构成', en: 'Parts in CNY' },
  institution: { zh: '支付机构', en: 'Payment institution' },
  exporterUscc: { zh: '经营单位信用代码', en: 'Credit code of the exporter' },
  remark: { zh: '交易附言', en: 'Remark' },
}

const costClass: Text = { zh: '费用类别', en: 'Class of the cost' }

/** A field of a finding as the screens name it; the raw name where nobody named it. */
export function fieldName({ field, rule }: { field: string; rule: string }): Text {
  if (field === '') return { zh: '', en: '' }
  // What netting looks at is the class of a cost, not that of the enterprise.
  if (field === 'class' && rule.startsWith('FX-D')) return costClass
  const known = others[field]
  if (known) return known
  for (const { shape } of schemas) {
    const schema = (shape as Record<string, z.ZodType>)[field]
    const meta = schema && fieldMeta(schema)
    if (meta) return { zh: meta.zh, en: meta.en }
  }
  return { zh: field, en: field }
}
