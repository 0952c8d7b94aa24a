import { sortFindings, type Finding } from '../../rules/rule'
import { manufacturerRefund } from '../amounts/manufacturer'
import { findingsOfAll, type LinkAmounts } from '../precheck'
import type { BatchFacts } from './claim'
import type { KnownTerms } from './line-terms'
import { checkPart, type PartFound } from './part-check'
import { partsOf, sameLine, sameMembers, type Divided, type Part } from './parts'
import { periodWith } from './period'
import type { FoundNow, RunLine, RunResult } from './run-result'
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

const lists = ['links', 'siblings', 'invoices', 'papers'] as const

/** Places of the lines that differ, where nothing else does and each is still of its 报关单; else undefined. */
function changedLines(a: BatchFacts, b: BatchFacts): number[] | undefined {
  const same = (x: readonly unknown[], y: readonly unknown[]) =>
    x === y || (x.length === y.length && x.every((one, at) => one === y[at]))
  if (a.lines.length !== b.lines.length || a.elsewhere.length + b.elsewhere.length > 0) return undefined
  if (!lists.every((list) => same(a[list], b[list]))) return undefined
  const changed: number[] = []
  for (let at = 0; at < b.lines.length; at++) {
    const [before, now] = [a.lines[at]!, b.lines[at]!]
    if (sameLine(before, now)) continue
    if (before.item.no !== now.item.no) return undefined
    changed.push(at)
  }
  return changed
}

/**
 * The pre-check of a batch, part by part: it may be left after any part and taken up again, and after an edit only the parts
 * it touches are judged anew. What it says at the end is what one pass over everything says, because a part asks nothing
 * beyond itself. Records are compared by identity: one
 * that was not touched has to be the same object.
 */
export class BatchCheck {
  #facts: BatchFacts
  #divided: Divided
  /** What was found, by place of the part; undefined where it is still to be judged. */
  #found: (PartFound | undefined)[]
  #next = 0
  #open: number
  #terms: KnownTerms = new Map()
  readonly #whole: boolean

  /** @param whole everything in one part: what the parts have to agree with */
  constructor(facts: BatchFacts, whole = false) {
    this.#whole = whole
    this.#facts = facts
    this.#divided = partsOf(facts, whole)
    this.#found = this.#divided.parts.map(() => undefined)
    this.#open = facts.lines.length
  }

  /** Lines that are not judged yet. */
  get open(): number {
    return this.#open
  }

  get done(): boolean {
    this.#skipFound()
    return this.#next === this.#found.length
  }

  /** Take what the facts are now; everything found of parts they left alone is kept. */
  update(facts: BatchFacts): void {
    const before = this.#facts
    this.#facts = facts
    if (before.asOf !== facts.asOf) this.#terms = new Map()
    if (!sameGround(before, facts)) this.#divideAnew(facts, () => undefined)
    else {
      const changed = changedLines(before, facts)
      if (changed) this.#touch(changed)
      else this.#divideAnew(facts, this.#keeper())
    }
    this.#next = 0
    this.#open = 0
    this.#found.forEach((found, at) => {
      if (!found) this.#open += this.#divided.parts[at]!.lines.length
    })
  }

  /** Judge parts until so many lines are done, at least one part. */
  step(lines = Infinity): void {
    for (let judged = 0; judged < lines && !this.done; this.#next++) {
      const part = this.#divided.parts[this.#next]!
      this.#found[this.#next] = checkPart(this.#facts, part.members, this.#terms)
      judged += Math.max(1, part.lines.length)
      this.#open -= part.lines.length
    }
  }

  /** Everything found, judged to the end first where it was not. */
  result(): RunResult {
    this.step()
    const facts = this.#facts
    const found = this.#found as PartFound[]
    const lines = new Array<RunLine>(facts.lines.length)
    const links = new Array<LinkAmounts | undefined>(facts.links.length)
    const findings: Finding[] = []
    found.forEach((part, place) => {
      const { lines: own, links: ownLinks } = this.#divided.parts[place]!
      own.forEach((at, n) => (lines[at] = part.lines[n]!))
      ownLinks.forEach((at) => (links[at] = part.links.get(facts.links[at]!.linkNo)))
      for (const one of part.findings) findings.push(one)
    })
    const { asOf, library, enterprise, batch } = facts
    const period = batch.kind === 'trading' ? undefined : manufacturerRefund(this.#period(found), asOf)
    const sums = period ? {} : totalsOf(found.map((part) => part.totals))
    const totals = period
      ? period.figures.map(({ figure, label, value }) => ({ figure, label, value }))
      : toldTotals(sums)
    return {
      lines,
      links: links.filter((link) => link !== undefined),
      findings: withIds(
        sortFindings([
          ...findingsOfAll({ asOf, library, claim: { enterprise } }, found),
          ...findings,
          ...(period?.findings ?? []),
        ]),
      ),
      totals,
      refund: refundWith(sums) ?? totals.find(({ figure }) => figure === 'refund')?.value ?? '0.00',
    }
  }

  #period(found: readonly PartFound[]) {
    const exports = new Array<PartFound['exports'][number]>(this.#facts.lines.length)
    found.forEach((part, place) => {
      this.#divided.parts[place]!.lines.forEach((at, n) => (exports[at] = part.exports[n]))
    })
    return periodWith(
      this.#facts.batch,
      exports.filter((one) => one !== undefined),
    )
  }

  #skipFound(): void {
    while (this.#next < this.#found.length && this.#found[this.#next]) this.#next++
  }

  #touch(changed: readonly number[]): void {
    const { parts, partOfLine } = this.#divided
    for (const at of changed) {
      const place = partOfLine[at]!
      const part = parts[place]!
      part.members.lines[part.lines.indexOf(at)] = this.#facts.lines[at]!
      this.#found[place] = undefined
    }
  }

  /** What was found of a part with the same members, asked by its first record. */
  #keeper(): (part: Part) => PartFound | undefined {
    const known = new Map<unknown, [Part, PartFound]>()
    this.#divided.parts.forEach((part, at) => {
      const found = this.#found[at]
      if (found) known.set(firstOf(part), [part, found])
    })
    return (part) => {
      const [before, found] = known.get(firstOf(part)) ?? []
      return before && sameMembers(before.members, part.members) ? found : undefined
    }
  }

  #divideAnew(facts: BatchFacts, keep: (part: Part) => PartFound | undefined): void {
    this.#divided = partsOf(facts, this.#whole)
    this.#found = this.#divided.parts.map(keep)
  }
}

const firstOf = ({ members: { lines, links } }: Part): unknown => lines[0]?.line ?? links[0]
