import { isZero, sum } from '../../money/decimal'
import { cents, type Explained } from '../../rules/explain'
import { d19, exchangeCost } from '../amounts/exchange-cost'
import { manufacturerRefund } from '../amounts/manufacturer'
import type { TradingResult } from '../amounts/trading'
import { claimKey } from '../keys'
import type { Claim } from '../match/index'
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
  const fobOf = new Map(
    items.flatMap(({ subject, figures }) => {
      const usd = figures.find(({ figure }) => figure === 'fobUsd')
      return usd ? [[subject, usd] as const] : []
    }),
  )
  const claimed = links.map(({ line, figures }) => ({
    subject: line,
    figures: [...figures, ...costOf(line, given.claim, fobOf)],
  }))
  return { totals: tradingFigures(links), links: claimed, items }
}

/** 换汇成本 of a link, down to the share of the FOB of each of its items. */
function costOf(
  linkNo: string,
  { exports, purchases, declarations }: Claim,
  fobOf: ReadonlyMap<string, Explained>,
): Explained[] {
  const whole = new Map(declarations.map(({ no, item, qty }) => [claimKey(no, item), qty]))
  const shares = exports
    .filter((row) => row.linkNo === linkNo)
    .flatMap(({ declarationNo, item, qty, fobUsd }): Explained[] => {
      const key = claimKey(declarationNo, item)
      const of = fobOf.get(key)
      const all = whole.get(key)
      if (fobUsd === undefined || !of || all === undefined) return []
      return [
        {
          figure: 'fobUsd',
          label: { zh: `美元离岸价（${key}）`, en: `FOB in USD (${key})` },
          value: fobUsd,
          rule: of.rule,
          formula: {
            zh: '整项美元离岸价 × 申报数量 ÷ 报关单数量',
            en: 'FOB of the item x claimed / declared',
          },
          inputs: [
            { name: { zh: '整项美元离岸价', en: 'FOB of the item in USD' }, value: of.value },
            { name: { zh: '申报数量', en: 'claimed' }, value: qty },
            { name: { zh: '报关单数量', en: 'declared' }, value: all },
          ],
        },
      ]
    })
  const fobUsd = sum(shares.map(({ value }) => value))
  const net = sum(purchases.filter((row) => row.linkNo === linkNo).map((row) => row.net))
  if (isZero(fobUsd)) return shares
  const label = { zh: '换汇成本', en: 'Cost per dollar' }
  const formula = { zh: '进货金额 ÷ 美元离岸价之和', en: 'net of the purchases / sum of FOB in USD' }
  const inputs = [
    { name: { zh: '进货金额', en: 'net of the purchases' }, value: cents(net) },
    ...shares.map((of) => ({ name: of.label, value: of.value, of })),
  ]
  return [{ figure: 'cost', label, value: exchangeCost(net, fobUsd), rule: d19.id, formula, inputs }]
}

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
