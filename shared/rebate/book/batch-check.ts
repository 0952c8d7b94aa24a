import { sortFindings, type Finding } from '../../rules/rule'
import { manufacturerTotals } from '../amounts/manufacturer'
import { carriedFindings, settledFindings } from '../amounts/manufacturer-carried'
import { findingsOfAll } from '../precheck'
import type { BatchFacts } from './claim'
import type { KnownTerms } from './line-terms'
import { checkPart, type PartFound } from './part-check'
import { Division } from './parts'
import { periodWith } from './period'
import type { FoundNow, RunResult } from './run-result'
import { refundWith, toldTotals, totalsOf } from './totals'

/** The same finding has its id again in every run; several of one place are told apart by their order. */
function withIds(findings: readonly Finding[]): FoundNow[] {
  const seen = new Map<string, number>()
  return findings.map((found) => {
    const place = `${found.rule}|${found.target}|${found.field}`
    const times = (seen.get(place) ?? 0) + 1
    seen.set(place, times)
    return { ...found, id: times === 1 ? place : `${place}|${times}` }
  })
}

/** Settings are read anew whenever any of them was written. */
const alike = (a: object, b: object): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** Whether what every part rests on is the same: then only parts whose own records differ are judged again. */
const sameGround = (a: BatchFacts, b: BatchFacts): boolean =>
  a.asOf === b.asOf &&
  a.batch.kind === b.batch.kind &&
  alike(a.batch.answers, b.batch.answers) &&
  alike(a.enterprise, b.enterprise) &&
  alike(a.rules, b.rules) &&
  a.library.entries === b.library.entries &&
  a.fx === b.fx &&
  a.handbooks === b.handbooks

/**
 * The pre-check of a batch, part by part: it may be left after any part and taken up again, and after an edit only the parts
 * it touches are judged anew. What it says at the end is what one pass over everything says, because a part asks nothing
 * beyond itself. Records are compared by identity: one
 * that was not touched has to be the same object.
 */
export class BatchCheck {
  #facts: BatchFacts
  #division: Division
  /** What was found, by place of the part; undefined where it is still to be judged, or where no part is. */
  #found: (PartFound | undefined)[] = []
  #next = 0
  #open: number
  #terms: KnownTerms = new Map()
  readonly #whole: boolean

  /** @param whole everything in one part: what the parts have to agree with */
  constructor(facts: BatchFacts, whole = false) {
    this.#whole = whole
    this.#facts = facts
    this.#division = new Division(facts, whole)
    this.#open = facts.lines.length
  }

  /** Lines that are not judged yet. */
  get open(): number {
    return this.#open
  }

  get done(): boolean {
    const { parts } = this.#division
    while (this.#next < parts.length && (!parts[this.#next] || this.#found[this.#next])) this.#next++
    return this.#next === parts.length
  }

  /** Take what the facts are now; everything found of parts they left alone is kept. */
  update(facts: BatchFacts): void {
    const before = this.#facts
    this.#facts = facts
    if (before.asOf !== facts.asOf) this.#terms = new Map()
    if (this.#whole || !sameGround(before, facts)) {
      this.#division = new Division(facts, this.#whole)
      this.#found = []
    } else {
      for (const place of this.#division.update(facts)) this.#found[place] = undefined
    }
    this.#next = 0
    this.#open = 0
    this.#division.parts.forEach((part, place) => {
      if (part && !this.#found[place]) this.#open += part.lines.length
    })
  }

  /** Judge parts until so many lines are done, at least one part. */
  step(lines = Infinity): void {
    for (let judged = 0; judged < lines && !this.done; this.#next++) {
      const part = this.#division.parts[this.#next]!
      this.#found[this.#next] = checkPart(this.#facts, part, this.#terms)
      judged += Math.max(1, part.lines.length)
      this.#open -= part.lines.length
    }
  }

  /** Everything found, judged to the end first where it was not. */
  result(): RunResult {
    this.step()
    const { asOf, library, enterprise, batch, before, settled = [] } = this.#facts
    const found = this.#found.filter((part) => part !== undefined)
    const findings: Finding[] = []
    for (const part of found) for (const one of part.findings) findings.push(one)
    const { places } = this.#division
    const period = batch.kind === 'trading' ? undefined : manufacturerTotals(this.#period(), asOf)
    const sums = period ? {} : totalsOf(found.map((part) => part.totals))
    const totals = period ? period.totals : toldTotals(sums)
    return {
      lines: this.#ofParts(places.lines, ({ lines }) => lines),
      links: this.#ofParts(places.links, ({ links }) => links).filter((link) => link !== undefined),
      findings: withIds(
        sortFindings([
          ...findingsOfAll({ asOf, library, claim: { enterprise } }, found),
          ...findings,
          ...(period?.findings ?? []),
          ...(period ? carriedFindings(batch.period, batch.manufacturer, before) : []),
          ...(period ? settledFindings(settled) : []),
        ]),
      ),
      totals,
      refund: refundWith(sums) ?? totals.find(({ figure }) => figure === 'refund')?.value ?? '0.00',
    }
  }

  #period() {
    const exports = this.#ofParts(this.#division.places.lines, (part) => part.exports)
    return periodWith(
      this.#facts.batch,
      exports.filter((one) => one !== undefined),
    )
  }

  /** What was found of lines or links, in the order of the batch: a part has its own in that order too. */
  #ofParts<T>(places: Int32Array, ofPart: (found: PartFound) => readonly T[]): T[] {
    const next = new Int32Array(this.#found.length)
    const all = new Array<T>(places.length)
    for (let at = 0; at < all.length; at++) {
      const place = places[at]!
      all[at] = ofPart(this.#found[place]!)[next[place]!++]!
    }
    return all
  }
}
