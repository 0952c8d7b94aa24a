import type { Constraint } from '../../model/goods'
import { fillText } from '../../model/text'
import type { ListMode } from '../../model/mode'
import type { DeclarationList } from '../../model/list'
import { cmp, round } from '../../money/decimal'
import { sourceFault, type BuildFault } from '../build-fault'
import type { DossierLine } from '../derive/dossier'
import { businessListLimit, inCny, type CnyRates } from './cny'
import { businessListForbids, constraintState, constraintWords, simplifiedForbids } from './constraints'
import { modeTexts } from './mode-texts'
import { modeRules } from './modes'

type Warnings = NonNullable<DeclarationList['warnings']>

export type ModeCheck = {
  mode: ListMode
  statisticsFlag: 'A' | 'B'
  orderNo: string
  lines: readonly DossierLine[]
  goodsValue: string
  /** ISO letters. */
  currency: string
  rates: CnyRates
}

/**
 * What keeps an order out of the way it is to be declared: goods that may not be simplified, and the limits of B2B by
 * 清单. What the goods master does not say is left to the officer.
 */
export function checkMode(input: ModeCheck): { faults: BuildFault[]; warnings: Warnings } {
  const isBusiness = modeRules[input.mode].orderType !== 'E'
  if (isBusiness) {
    const limit = checkLimit(input)
    return {
      faults: [...forbidden(input, businessListForbids, 'businessList'), ...limit.faults],
      warnings: limit.warnings,
    }
  }
  const faults = input.statisticsFlag === 'A' ? forbidden(input, simplifiedForbids, 'simplified') : []
  return { faults, warnings: [] }
}

function forbidden(
  { lines }: ModeCheck,
  forbids: readonly Constraint[],
  words: 'simplified' | 'businessList',
): BuildFault[] {
  const goods = [...new Map(lines.map((line) => [line.sku, line.goods])).values()]
  return goods.flatMap((one) =>
    forbids
      .filter((constraint) => constraintState(one, constraint) === 'broken')
      .map((constraint) => {
        const { zh, en } = constraintWords[constraint]
        const { rule, message, fix } = modeTexts[words]
        const said = { zh: fillText(message, { what: zh }).zh, en: fillText(message, { what: en }).en }
        const source = { record: 'goods', key: one.sku, field: constraint } as const
        return sourceFault({ rule, message: said, fix }, source, 'Y')
      }),
  )
}

function checkLimit({ orderNo, goodsValue, currency, rates }: ModeCheck): {
  faults: BuildFault[]
  warnings: Warnings
} {
  const worth = inCny(goodsValue, currency, rates)
  if (worth === undefined) {
    const { rule, message, fix } = modeTexts.limitUnknown
    const value = `${goodsValue} ${currency}`
    return { faults: [], warnings: [{ document: 'CEB603', path: 'tradeMode', rule, value, message, fix }] }
  }
  if (cmp(worth, businessListLimit) <= 0) return { faults: [], warnings: [] }
  const source = { record: 'order', key: orderNo, field: 'lines' } as const
  const value = `${round(worth, 2)} CNY`
  return { faults: [sourceFault(modeTexts.listLimit, source, value)], warnings: [] }
}
