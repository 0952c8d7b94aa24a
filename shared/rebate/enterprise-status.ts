import { raise, type Finding, type RuleHead } from '../rules/rule'
import { from2026, head, house, read, unsure, until2025 } from './cite'
import { addDays } from '../rules/days'
import type { RebateEnterprise } from '../model/rebate/enterprise'

type StatusRule = RuleHead & { check(enterprise: RebateEnterprise, asOf: string, target: string): Finding[] }

const a03 = head(
  'A03',
  'warning',
  [
    '备案的退税办法与企业实际类型不一致：外贸企业免退税，生产企业免抵退税',
    'The filed refund method does not fit the type of the enterprise',
  ],
  ['变更备案；变更前的业务按原办法申报', 'Change the filing; earlier business is claimed the old way'],
  [unsure('5号', '第二章', from2026)],
)
const a02 = head(
  'A02',
  'warning',
  ['备案内容变更后 30 日内未办理变更', 'A change of what was filed was not reported within 30 days'],
  ['先办理备案变更再申报', 'Report the change before the claim'],
  [read('5号', '七', from2026)],
  from2026,
)
const i05 = head(
  'I05',
  'warning',
  ['四类企业不能无纸化申报，须报送纸质资料', 'An enterprise of class 4 cannot file without paper'],
  ['准备纸质凭证', 'Prepare the papers'],
  [unsure('2016#46')],
)

/** Rules on the enterprise itself, once per run. */
export const enterpriseRules: readonly StatusRule[] = [
  {
    ...a02,
    check: ({ filingChange }, asOf, target) => {
      if (!filingChange || filingChange.on < '2026-01-01') return []
      const due = addDays(filingChange.on, 30)
      if ((filingChange.updatedOn ?? asOf) <= due) return []
      const message = {
        zh: '{on} 变更，应在 {due} 前办理备案变更',
        en: 'Changed on {on}; the filing was due by {due}',
      }
      return [raise(a02, { target, field: 'filingChange', message, params: { on: filingChange.on, due } })]
    },
  },
  { ...a03, check: (enterprise, _, target) => methodRule(enterprise, target) },
  {
    ...i05,
    check: (enterprise, _, target) =>
      enterprise.class === 4 && enterprise.paperless ? [raise(i05, { target, field: 'paperless' })] : [],
  },
]

/** A03: the filed method against the type. */
export function methodRule({ type, method }: RebateEnterprise, target: string): Finding[] {
  const fits = type === 'trading' ? 'exempt-refund' : 'exempt-credit-refund'
  return method === undefined || method === fits ? [] : [raise(a03, { target, field: 'method' })]
}

export const enterpriseFindings = (enterprise: RebateEnterprise, asOf: string): Finding[] =>
  enterpriseRules.flatMap((rule) => rule.check(enterprise, asOf, 'enterprise'))

export const reviewRule = head(
  'I01',
  'info',
  [
    '受理后办结时限：一类 5、二类 10、三类 15、四类 20 个工作日（数据相符、无风险疑点）',
    'Working days to finish after acceptance: class 1 to 4: 5, 10, 15, 20, if data match and no risk is flagged',
  ],
  ['逾期可向主管税务机关查询', 'Ask the tax office when it takes longer'],
  [unsure('2016#46', '', until2025), unsure('2016#46', '', from2026)],
)

/** Working days in which a claim of an enterprise of this class is to be finished (I01); undefined without class. */
export const reviewDays = (enterpriseClass: number | undefined): number | undefined =>
  enterpriseClass === undefined ? undefined : enterpriseClass * 5

export const afterReturnRule = head(
  'I07',
  'blocking',
  [
    '生产企业须在当期增值税纳税申报之后申报免抵退税',
    'A manufacturer claims only after the VAT return of that period',
  ],
  ['先完成当期增值税申报', 'File the VAT return of the period first'],
  [read('5号', '十五', from2026), house('practice')],
)
