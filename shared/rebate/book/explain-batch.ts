import { sum } from '../../money/decimal'
import { cents, type Explained } from '../../rules/explain'
import { manufacturerRefund } from '../amounts/manufacturer'
import type { TradingResult } from '../amounts/trading'
import { claimKey } from '../keys'
import { explainLinks, precheck } from '../precheck'
import { answersOf, claimedItem, fobsOf, precheckOf, type BatchFacts } from './claim'
import { itemFob } from './fob'
import { periodOf } from './period'
import { totalFigures, totalLabels } from './totals'

/** FOB figures of an item as they stand in print: those of the whole item, and the share of a link. */
export type Explanation = { subject: string; figures: Explained[] }

/** Every figure of a batch down to what was given: totals first, then links, then FOB of the items. */
export function explainBatch(facts: BatchFacts): {
  totals: Explained[]
  links: Explanation[]
  items: Explanation[]
} {
  const fobs = fobsOf(facts)
  const given = precheckOf(facts, fobs)
  const items = facts.lines.map(({ item, line }) => ({
    subject: claimKey(item.no, item.item),
    figures: itemFob(claimedItem(item, answersOf(facts.batch, line)), facts.fx).figures,
  }))
  if (facts.batch.kind === 'manufacturer') {
    const treated = precheck(given).lines
    return {
      totals: manufacturerRefund(periodOf(facts, fobs, treated), facts.asOf).figures,
      links: [],
      items,
    }
  }
  const links = explainLinks(given)
  return { totals: tradingFigures(links), links: links.map(subjectOf), items }
}

const subjectOf = ({ line, figures }: TradingResult): Explanation => ({ subject: line, figures })

function tradingFigures(links: readonly TradingResult[]): Explained[] {
  return totalFigures.flatMap((figure) => {
    const inputs = links.flatMap(({ line, figures }) => {
      const of = figures.find((one) => one.figure === figure)
      return of ? [{ name: { zh: `关联号 ${line}`, en: `Link ${line}` }, value: of.value, of }] : []
    })
    const [first] = inputs
    if (!first) return []
    return [
      {
        figure,
        label: totalLabels[figure],
        value: cents(sum(inputs.map(({ value }) => value))),
        rule: first.of.rule,
        formula: { zh: 'Σ 各关联号', en: 'sum of the links' },
        inputs,
      },
    ]
  })
}
