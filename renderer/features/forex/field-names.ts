import { fieldMeta } from '#shared/model/field'
import { BankCredit } from '#shared/forex/model/credit'
import { CustomsPaper, PaymentLine, SaleOrder, SaleWaybill } from '#shared/forex/model/papers'
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
  remark: { zh: '交易附言', en: 'Remark' },
}

/** A field of a finding as the screens name it; the raw name where nobody named it. */
export function fieldName(field: string): Text {
  if (field === '') return { zh: '', en: '' }
  const known = others[field]
  if (known) return known
  for (const { shape } of schemas) {
    const schema = (shape as Record<string, z.ZodType>)[field]
    const meta = schema && fieldMeta(schema)
    if (meta) return { zh: meta.zh, en: meta.en }
  }
  return { zh: field, en: field }
}
