import type { Constraint, Goods } from './goods'
import type { Text } from './text'

/** `open`: the goods master does not say. */
export type ConstraintState = 'met' | 'broken' | 'open'

export const constraintWords: Readonly<Record<Constraint, Text>> = {
  licence: { zh: '涉许可证件', en: 'needs a licence' },
  inspection: { zh: '涉检验检疫', en: 'needs inspection' },
  exportDuty: { zh: '征出口关税', en: 'bears export duty' },
  rebate: { zh: '要退税', en: 'is meant for a tax refund' },
}

/** A 简化申报: no licence, export duty or refund. 报文规范2022-05 statisticsFlag; 公告2018-194. */
export const simplifiedForbids: readonly Constraint[] = ['licence', 'exportDuty', 'rebate']

/** B2B by 清单: 不涉证、不涉检、不涉税. 公告2020-75 as secondary sources tell it, so that it warns and refuses nothing. */
export const businessListForbids: readonly Constraint[] = ['licence', 'inspection', 'exportDuty', 'rebate']

/** Whether the goods are free of a constraint. */
export function constraintState(goods: Pick<Goods, Constraint>, constraint: Constraint): ConstraintState {
  const said = goods[constraint]
  return said === undefined ? 'open' : said === 'Y' ? 'broken' : 'met'
}

/** Whether nothing that is known of the goods keeps them out of A. */
export const maySimplify = (goods: Pick<Goods, Constraint>): boolean =>
  simplifiedForbids.every((constraint) => constraintState(goods, constraint) !== 'broken')
