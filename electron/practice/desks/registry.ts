import type { CodeBook } from '#shared/codes/book'
import { customsCodeFault } from '#shared/codes/identifiers/customs-code'
import { isGtin } from '#shared/codes/identifiers/gtin'
import { usccFault } from '#shared/codes/identifiers/uscc'
import type { FilingKind } from '#shared/protocol/api'
import { outcomeOfReference } from './outcomes'
import { practiceRules } from './practice-rules'

/** Why the registry returns a filing: the field, and what is wrong with it. Codes are 演练规则. */
export type Reason = { field: string; code: string; text: string }

/** What the registry looks at. */
export type Reviewed = {
  kind: FilingKind
  key: string
  version: number
  content: Readonly<Record<string, unknown>>
}

type Check = { field: string; code: string; says: string; breaks(value: string, codes: CodeBook): boolean }

const isText = (longest: number) => (value: string) => value.trim() === '' || value.length > longest

const enterpriseChecks: readonly Check[] = [
  { field: 'name', code: 'Y401', says: '企业名称不能为空，最多100字', breaks: isText(100) },
  {
    field: 'uscc',
    code: 'Y402',
    says: '统一社会信用代码不符合编码规则（GB 32100），请核对证照',
    breaks: (value) => usccFault(value) !== undefined,
  },
  {
    field: 'customsCode',
    code: 'Y403',
    says: '海关编码应为10位，前4位为注册地',
    breaks: (value) => customsCodeFault(value) !== undefined,
  },
]

const goodsChecks: readonly Check[] = [
  ...practiceRules,
  { field: 'gname', code: 'Y411', says: '申报品名不能为空，最多250字', breaks: isText(250) },
  {
    field: 'gcode',
    code: 'Y412',
    says: '商品编码应为10位数字',
    breaks: (value) => !/^\d{10}$/.test(value),
  },
  {
    field: 'unit',
    code: 'Y413',
    says: '计量单位不在代码表中',
    breaks: (value, codes) => codes.lookup('unit', value) === undefined,
  },
  {
    field: 'barCode',
    code: 'Y414',
    says: '商品条码校验位不符；没有条码请填“无”',
    breaks: (value) => value !== '无' && !isGtin(value),
  },
]

const checks: Readonly<Record<FilingKind, readonly Check[]>> = {
  enterprise: enterpriseChecks,
  goods: goodsChecks,
}

/** What a form field holds; anything but text and numbers is as good as nothing. */
const valueOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** The registry desk (备案审核): every reason to return a filing, field by field; empty when it is approved. */
export function review({ kind, key, version, content }: Reviewed, codes: CodeBook): Reason[] {
  const reasons = checks[kind]
    .filter(({ field, breaks }) => breaks(valueOf(content[field]), codes))
    .map(({ field, code, says }) => ({ field, code, text: `${says}（演练规则）` }))
  if (kind === 'enterprise' && valueOf(content['customsCode']) !== key) {
    reasons.push({ field: 'customsCode', code: 'Y404', text: '海关编码与备案主键不一致（演练规则）' })
  }
  const outcome = outcomeOfReference(key)
  if (outcome === 'reject' || (outcome === 'reject-once' && version === 1)) {
    reasons.push({ field: '', code: 'Y100', text: '按演练前缀退回（演练规则）' })
  }
  return reasons
}
