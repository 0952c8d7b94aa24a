import type { Constraint, Goods } from '../../model/goods'
import { fillText } from '../../model/text'
import type { Text } from '../../model/text'
import type { ListMode } from '../../model/mode'
import type { DeclarationList } from '../../model/list'
import { cmp } from '../../money/decimal'
import { sourceFault, type BuildFault } from '../build-fault'
import type { DossierLine } from '../derive/dossier'
import { businessListLimit, cnyText, inCny, type CnyRates } from './cny'
import {
  businessListForbids,
  constraintState,
  constraintWords,
  simplifiedForbids,
} from '../../model/constraint'
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
 * What keeps an order out of the way it is to be declared, and what has to be looked at: goods that may not be
 * simplified are refused by the specification; that B2B by 清单 takes none of them is second-hand and only warned of.
 * What the goods master does not say is left to the officer.
 */
export function checkMode(input: ModeCheck): { faults: BuildFault[]; warnings: Warnings } {
  const licences = withoutNumber(input)
  if (modeRules[input.mode].orderType !== 'E') {
    const limit = checkLimit(input)
    return { faults: limit.faults, warnings: [...doubtful(input), ...licences, ...limit.warnings] }
  }
  const faults = input.statisticsFlag === 'A' ? forbidden(input) : []
  return { faults, warnings: licences }
}

const goodsOf = ({ lines }: ModeCheck): Goods[] => [
  ...new Map(lines.map((line) => [line.sku, line.goods])).values(),
]
const brokenBy = (goods: Goods, constraints: readonly Constraint[]) =>
  constraints.filter((constraint) => constraintState(goods, constraint) === 'broken')

function forbidden(input: ModeCheck): BuildFault[] {
  return goodsOf(input).flatMap((goods) =>
    brokenBy(goods, simplifiedForbids).map((constraint) => {
      const { rule, message, fix } = modeTexts.simplified
      const source = { record: 'goods', key: goods.sku, field: constraint } as const
      return sourceFault({ rule, message: inWords(message, goods, constraint), fix }, source, 'Y')
    }),
  )
}

function doubtful(input: ModeCheck): Warnings {
  return goodsOf(input).flatMap((goods) =>
    brokenBy(goods, businessListForbids).map((constraint) => {
      const { rule, message, fix } = modeTexts.businessList
      const path = constraint === 'licence' ? 'licenseNo' : 'statisticsFlag'
      return {
        document: 'CEB603' as const,
        path,
        rule,
        value: goods.sku,
        message: inWords(message, goods, constraint),
        fix,
      }
    }),
  )
}

/** Goods under licence whose number nobody filled in. */
function withoutNumber(input: ModeCheck): Warnings {
  return goodsOf(input)
    .filter((goods) => constraintState(goods, 'licence') === 'broken' && !goods.licenseNo)
    .map(({ sku }) => {
      const { rule, message, fix } = modeTexts.licenceNumber
      return {
        document: 'CEB603',
        path: 'licenseNo',
        rule,
        value: '',
        message: fillText(message, { sku }),
        fix,
      }
    })
}

/** Says which goods, and of a licence its number. */
function inWords(message: Text, { sku, licenseNo = '' }: Goods, constraint: Constraint): Text {
  const { zh, en } = constraintWords[constraint]
  const number = constraint === 'licence' && licenseNo !== '' ? ` ${licenseNo}` : ''
  return {
    zh: fillText(message, { sku, what: zh + number }).zh,
    en: fillText(message, { sku, what: en + number }).en,
  }
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
  const value = cnyText(worth, currency, rates)
  return { faults: [sourceFault(modeTexts.listLimit, source, value)], warnings: [] }
}
