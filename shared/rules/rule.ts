import { fillText, type Text, type TextParam } from '../model/text'

/** What a finding does to the work: it stops it, it wants to be looked at, or it is told. */
export type Severity = 'blocking' | 'warning' | 'info'

/**
 * How a rule is known. `primary`: the wording itself was read. `to-confirm`: second-hand, from memory or an open question,
 * shown as 口径待确认. `house`: practice or the layout of a form, shown as 企业内部口径.
 */
export type Strength = 'primary' | 'to-confirm' | 'house'

/** Where a rule comes from; `from` and `to` (YYYY-MM-DD, inclusive) limit a citation to the days it stood for. */
export type Basis = { document: string; article: string; strength: Strength; from?: string; to?: string }

/** What is said about a rule anywhere: in the catalogue, in a finding, in print. A room may have grades of its own. */
export type RuleHead<S extends string = Severity> = {
  id: string
  severity: S
  /** What the rule says; in a finding, the reason why. */
  text: Text
  /** What to do about it. */
  fix: Text
  basis: readonly Basis[]
  /** Days of the event (for a rebate: 出口日期) the rule holds for, inclusive. */
  from?: string
  to?: string
}

/** One thing found: where, what, why, what to do, on which ground. `target` names the record, `field` the field of it. */
export type Finding<S extends string = Severity> = {
  rule: string
  target: string
  field: string
  severity: S
  text: Text
  why: Text
  fix: Text
  basis: readonly Basis[]
}

/** A place and the sentence about it; `{name}` in the sentence is filled from `params`. */
export type Found<S extends string = Severity> = {
  target: string
  field?: string
  severity?: S
  message?: Text
  params?: Readonly<Record<string, TextParam>>
  /** The day of the event; citations that did not stand on it are left out. */
  day?: string
}

/** Whether a day lies between two, both inclusive; an open end holds for ever. */
export const within = (day: string, { from, to }: { from?: string; to?: string }): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to)

/** The finding of a rule at a place. */
export function raise<S extends string = Severity>(rule: RuleHead<S>, found: Found<S>): Finding<S> {
  const { target, field = '', severity = rule.severity, message, params = {}, day } = found
  return {
    rule: rule.id,
    target,
    field,
    severity,
    text: fillText(message ?? rule.text, params),
    why: fillText(rule.text, params),
    fix: fillText(rule.fix, params),
    basis: day === undefined ? rule.basis : rule.basis.filter((basis) => within(day, basis)),
  }
}

const rank: Readonly<Record<Strength, number>> = { primary: 0, house: 1, 'to-confirm': 2 }

/** The strength of the weakest citation: a rule is as sure as its least sure part. Without citation it is house practice. */
export const strengthOf = (basis: readonly Basis[]): Strength =>
  basis.reduce<Strength>(
    (worst, { strength }) => (rank[strength] > rank[worst] ? strength : worst),
    basis.length === 0 ? 'house' : 'primary',
  )

/** The mark an officer sees beside a rule that is not read from its wording. */
export const strengthLabel: Readonly<Record<Strength, Text>> = {
  primary: { zh: '', en: '' },
  'to-confirm': { zh: '口径待确认', en: 'to be confirmed' },
  house: { zh: '企业内部口径', en: 'house practice' },
}

const severities: readonly Severity[] = ['blocking', 'warning', 'info']

/** A ground as it is cited where its own mark cannot stand beside it: an open one says so itself, so that a reader sees which it is. */
export function citedAs({ document, article, strength }: Basis): Text {
  const name = `${document} ${article}`.trim()
  return strength === 'to-confirm'
    ? { zh: `${name}（待确认）`, en: `${name} (to be confirmed)` }
    : { zh: name, en: name }
}

/** Findings in one order whatever order they were found in: gravest first, then rule, then place. */
export const sortFindings = <S extends string = Severity>(
  findings: readonly Finding<S>[],
  gravestFirst: readonly string[] = severities,
): Finding<S>[] =>
  [...findings].sort(
    (a, b) =>
      gravestFirst.indexOf(a.severity) - gravestFirst.indexOf(b.severity) ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
      (a.target < b.target ? -1 : a.target > b.target ? 1 : 0) ||
      (a.field < b.field ? -1 : a.field > b.field ? 1 : 0),
  )
