import { fieldMeta } from '#shared/model/field'
import type { Text } from '#shared/model/text'
import { PurchaseInvoice, PurchaseInvoiceLine } from '#shared/model/rebate/claim'
import { RebateEnterprise } from '#shared/model/rebate/enterprise'
import { DeclarationItem } from '#shared/model/rebate/export-line'
import type { z } from 'zod'
import { manufacturerSections } from './amounts/manufacturer-fields'
import { questions } from './treatment/questions'

const schemas = [DeclarationItem, PurchaseInvoiceLine, PurchaseInvoice, RebateEnterprise]

/** What findings call fields that no record names. */
const others: Readonly<Record<string, Text>> = {
  treatment: { zh: '处理方式', en: 'Treatment' },
  linkNo: { zh: '关联号', en: 'Link number' },
  exportInvoiceNo: { zh: '出口发票号', en: 'Export invoice' },
  claimedOn: { zh: '申报日期', en: 'Claimed on' },
  fxCollected: { zh: '收汇', en: 'Receipt' },
  refundPaidOn: { zh: '退库日期', en: 'Refund paid on' },
  filingDocumentsFiledOn: { zh: '备案单证备齐日期', en: 'Papers filed on' },
  agentExport: { zh: '代理出口', en: 'Agency export' },
  returnedOn: { zh: '退货日期', en: 'Returned on' },
  filingChange: { zh: '备案变更', en: 'Change of filing' },
  exchangeCost: { zh: '换汇成本', en: 'Exchange cost' },
  fobUsd: { zh: '美元离岸价', en: 'FOB in USD' },
  version: { zh: '文库版本', en: 'Edition of the library' },
  number: { zh: '发票号码', en: 'Invoice number' },
  freight: { zh: '运费', en: 'Freight' },
  insurance: { zh: '保费', en: 'Insurance' },
  other: { zh: '杂费', en: 'Other charges' },
  rates: { zh: '汇率', en: 'Exchange rate' },
  settlement: { zh: '海外仓核算', en: 'Settlement of pre-refunds' },
}
const periodFields = manufacturerSections.flatMap(({ fields }) => fields)

/** A field of a finding as the screens name it; the raw name where nobody named it. */
export function fieldName(field: string): Text {
  const named = [...questions, ...periodFields].find(({ key }) => key === field)
  const known = others[field] ?? named?.label
  if (known) return known
  for (const { shape } of schemas) {
    const schema = (shape as Record<string, z.ZodType>)[field]
    const meta = schema && fieldMeta(schema)
    if (meta) return { zh: meta.zh, en: meta.en }
  }
  return { zh: field, en: field }
}
