import { incomeTaxChecks, incomeTaxFormulas, incomeTaxRules } from './amounts/assessed-income-tax'
import { deemedFormulas, deemedRules } from './amounts/deemed-domestic'
import { d19, e14, e15, exchangeCostFormulas } from './amounts/exchange-cost'
import { c10, c11, c12, c13, fobChecks, fobFormulas } from './amounts/fob'
import { manufacturerChecks } from './amounts/manufacturer'
import { manufacturerFormulas } from './amounts/manufacturer-formulas'
import { manufacturerRules } from './amounts/manufacturer-rules'
import { ceilingRule, levyRule, reductionRule } from './amounts/rates-on'
import { tradingRuleSet } from './amounts/trading'
import { tradingRules } from './amounts/trading-rules'
import { deadlineChecks, deadlineRules, terms } from './deadlines/terms'
import { afterReturnRule, enterpriseRules, reviewRule } from './enterprise-status'
import { matchRules } from './match/match'
import { rateRules } from './rate-lookup'
import { toldRules } from './told'
import { consumptionTaxRule } from './treatment/conditions'
import { treatmentRules } from './treatment/treat'
import { warehouseRules, warehouseSteps } from './warehouse'
import type { RuleHead } from '../rules/rule'

/** Every list an engine runs by, so that a rule can be found, shown, or taken away in one place. */
export const ruleSet = {
  enterprise: enterpriseRules,
  treatment: treatmentRules,
  match: matchRules,
  trading: tradingRuleSet,
  manufacturer: { formulas: manufacturerFormulas, checks: manufacturerChecks },
  fob: { formulas: fobFormulas, checks: fobChecks },
  exchangeCost: exchangeCostFormulas,
  deemedDomestic: deemedFormulas,
  incomeTax: { formulas: incomeTaxFormulas, checks: incomeTaxChecks },
  warehouse: warehouseSteps,
  deadlines: { terms, checks: deadlineChecks },
}
export type RuleSet = typeof ruleSet

/** The same engines without one rule. */
export function withoutRule(id: string, set: RuleSet = ruleSet): RuleSet {
  const heads = <T extends { id: string }>(list: readonly T[]) => list.filter((one) => one.id !== id)
  const rules = <T extends { rule: string }>(list: readonly T[]) => list.filter((one) => one.rule !== id)
  return {
    enterprise: heads(set.enterprise),
    treatment: {
      order: heads(set.treatment.order),
      conditions: heads(set.treatment.conditions),
      consumptionTax: set.treatment.consumptionTax && id !== consumptionTaxRule.id,
    },
    match: heads(set.match),
    trading: {
      vouchers: rules(set.trading.vouchers),
      bases: rules(set.trading.bases),
      rates: rules(set.trading.rates),
      formulas: rules(set.trading.formulas),
    },
    manufacturer: { formulas: rules(set.manufacturer.formulas), checks: rules(set.manufacturer.checks) },
    fob: { formulas: rules(set.fob.formulas), checks: rules(set.fob.checks) },
    exchangeCost: rules(set.exchangeCost),
    deemedDomestic: rules(set.deemedDomestic),
    incomeTax: { formulas: rules(set.incomeTax.formulas), checks: heads(set.incomeTax.checks) },
    warehouse: rules(set.warehouse),
    deadlines: { terms: rules(set.deadlines.terms), checks: rules(set.deadlines.checks) },
  }
}

/** Ids of the rules that stand in a list of an engine. */
export function removableRules(set: RuleSet = ruleSet): Set<string> {
  const ids = (lists: readonly (readonly { id: string }[])[]) => lists.flat().map(({ id }) => id)
  const rules = (lists: readonly (readonly { rule: string }[])[]) => lists.flat().map(({ rule }) => rule)
  const { treatment, trading, manufacturer, fob, incomeTax, deadlines } = set
  return new Set([
    ...ids([set.enterprise, treatment.order, treatment.conditions, set.match, incomeTax.checks]),
    ...rules([trading.vouchers, trading.bases, trading.rates, trading.formulas]),
    ...rules([manufacturer.formulas, manufacturer.checks, fob.formulas, fob.checks]),
    ...rules([set.exchangeCost, set.deemedDomestic, incomeTax.formulas, set.warehouse]),
    ...rules([deadlines.terms, deadlines.checks]),
    consumptionTaxRule.id,
  ])
}

const bare = ({ id, severity, text, fix, basis, from, to }: RuleHead): RuleHead => ({
  id,
  severity,
  text,
  fix,
  basis,
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
})

/** The whole catalogue, one entry an id, in the order of their ids: what the page of rules shows and searches. */
export function catalogue(): RuleHead[] {
  const all: readonly RuleHead[] = [
    ...ruleSet.enterprise,
    ...ruleSet.treatment.order,
    ...ruleSet.treatment.conditions,
    ...ruleSet.match,
    ...Object.values(rateRules),
    ...Object.values(tradingRules),
    ...Object.values(manufacturerRules),
    ...Object.values(deemedRules),
    ...Object.values(incomeTaxRules),
    ...Object.values(warehouseRules),
    ...Object.values(deadlineRules),
    ...toldRules,
    ...[c10, c11, c12, c13, d19, e14, e15, ceilingRule, levyRule, reductionRule, reviewRule, afterReturnRule],
    consumptionTaxRule,
  ]
  const byId = new Map<string, RuleHead>()
  for (const rule of all) if (!byId.has(rule.id)) byId.set(rule.id, bare(rule))
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
