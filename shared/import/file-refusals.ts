import { fileFaultTexts, type FileFault } from '../table/file-fault'
import { noteFiles } from './fields/forex-notes'
import { isForexFile, type FileKind, type RecordKind } from '../model/import-report'
import { fillText, type Text } from '../model/text'
import { fieldTables, listFields } from './fields/index'
import type { FileRefusal } from './ports'

const kindTitles: Readonly<Record<RecordKind, Text>> = {
  orders: { zh: '订单', en: 'orders' },
  payments: { zh: '收款单', en: 'payments' },
  waybills: { zh: '运单', en: 'waybills' },
  weighings: { zh: '称重', en: 'weighings' },
  goods: { zh: '商品', en: 'goods' },
  invoices: { zh: '进项发票', en: 'purchase invoices' },
  declarations: { zh: '报关单明细', en: 'declared items' },
  rates: { zh: '退税率文库', en: 'rebate rates' },
  'exchange-rates': { zh: '汇率', en: 'exchange rates' },
  handbooks: { zh: '加工贸易手册', en: 'handbooks of processing trade' },
  tariff: { zh: '税则', en: 'tariff' },
  'code-changes': { zh: '新旧编码对照', en: 'table of old and new codes' },
  'warehouse-lots': noteFiles['warehouse-lots'].title,
  'warehouse-stock': noteFiles['warehouse-stock'].title,
  'warehouse-outs': noteFiles['warehouse-outs'].title,
  'forex-refunds': noteFiles['forex-refunds'].title,
  'forex-contracts': noteFiles['forex-contracts'].title,
  'cost-documents': noteFiles['cost-documents'].title,
}

/** Parameters that name a kind: for `file.other-kind`. */
export const kindParams = (kind: RecordKind) => ({
  kind,
  kindZh: kindTitles[kind].zh,
  kindEn: kindTitles[kind].en,
})

/** Parameters of `file.unmapped`: what the file may be instead. */
export function likelyParams(kind: RecordKind | undefined): Record<string, string> {
  if (!kind) return { likelyZh: '', likelyEn: '' }
  const { zh, en } = kindTitles[kind]
  return {
    likelyZh: `列更像「${zh}」：是的话，把类型改为「${zh}」（命令行 --kind ${kind}）；否则`,
    likelyEn: `The columns look like ${en}: if they are, choose that kind (--kind ${kind}); otherwise: `,
  }
}

/** The refusal as the caller gets it, with everything a mapping needs. */
export function refusalOf(fault: FileFault, file: string, kind: FileKind): FileRefusal {
  const table = isForexFile(kind) ? {} : fieldTables[kind]
  const label = (field: string) => table[field]?.label ?? { zh: field, en: field }
  const listed = (language: 'zh' | 'en') =>
    fault.missing.map((field) => (table[field] ? `${field} ${label(field)[language]}` : field)).join(', ')
  const map = { ...fault.mapping, ...Object.fromEntries(fault.missing.map((field) => [field, ''])) }
  const example = JSON.stringify(map)
  const text = fileFaultTexts[fault.rule]
  const fill = (template: Text): Text => ({
    zh: fillText(template, { missing: listed('zh'), example, ...fault.params }).zh,
    en: fillText(template, { missing: listed('en'), example, ...fault.params }).en,
  })
  return {
    file,
    rule: fault.rule,
    message: fill(text.message),
    fix: fill(text.fix),
    columns: [...fault.columns],
    missing: fault.missing.map((field) => ({ field, label: label(field) })),
    fields: isForexFile(kind) ? [] : listFields(kind),
    map,
  }
}
