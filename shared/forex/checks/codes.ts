import type { Text } from '../../model/text'
import type { CustomsDocType } from '../../model/forex/common'

/**
 * How goods that left become a code of the declaration form. `code` null: the bank decides. The bank may want another
 * code everywhere; the table is what is proposed.
 */
type Row = {
  mode: string
  docs?: readonly CustomsDocType[]
  code: string | null
  note?: string
}

const declared: readonly CustomsDocType[] = ['declaration', 'summaryDeclaration']
const table: readonly Row[] = [
  { mode: '9610', docs: declared, code: '121010', note: '跨境电商9610货款' },
  { mode: '9610', docs: ['list'], code: '122030', note: '跨境电商9610货款 9610 清单' },
  { mode: '9710', docs: declared, code: '121010', note: '跨境电商9710货款' },
  { mode: '9710', docs: ['list'], code: '122030', note: '跨境电商9710货款 9710 清单' },
  { mode: '9810', docs: declared, code: '121010', note: '跨境电商9810海外仓销售货款' },
  { mode: '9810', docs: ['list'], code: '122030', note: '跨境电商9810海外仓销售货款 9810 清单' },
  { mode: '0110', docs: declared, code: '121010', note: '一般贸易货款' },
  { mode: '1210', code: null, note: '跨境电商1210货款 保税' },
  { mode: '1039', code: null, note: '市场采购货款' },
  { mode: 'parcel', code: '122030', note: '跨境电商货款 未报关' },
]

export const codeNames: Readonly<Record<string, Text>> = {
  '121010': { zh: '一般贸易', en: 'Ordinary trade' },
  '122030': { zh: '网络购物', en: 'Online shopping' },
  '999998': { zh: '无实际资金收付的轧差结算', en: 'Netting without payment' },
  '999999': { zh: '有实际资金收付的集中或轧差结算', en: 'Netting or pooling with payment' },
}

const found = new Map<string, { code: string | null; note: string }>()

/** The code proposed for goods of a mode with the customs papers they left under, and the remark that goes with it. */
export function codeOf(
  mode: string | null | undefined,
  docs: readonly CustomsDocType[],
): { code: string | null; note: string } {
  const key = `${mode ?? ''} ${docs.join(' ')}`
  const known = found.get(key)
  if (known) return known
  const rows = table.filter((row) => row.mode === mode)
  // A 报关单 puts goods into customs statistics, whatever list stands beside it.
  const row =
    rows.find(({ docs: fits }) => fits === declared && docs.some((doc) => declared.includes(doc))) ??
    rows.find(({ docs: fits }) => fits === undefined || docs.some((doc) => fits.includes(doc)))
  const answer = { code: row?.code ?? null, note: row?.note ?? '' }
  // Modes and papers are few; what a file invents is not kept.
  if (row) found.set(key, answer)
  return answer
}
