import type { PurchaseInvoice } from '../../model/rebate/claim'
import type { DeclarationItem } from '../../model/rebate/export-line'
import type { BatchFacts, BatchLine } from './claim'
import { differing, type Difference } from './differing'
import type { RebateLink, RebatePapers } from './records'
import { Threads } from './threads'

/**
 * Lines, links and papers of a batch that hang together, each in the order of the batch: no rule that is asked of one of them
 * looks at a line or paper of another part.
 */
export type Part = {
  lines: BatchLine[]
  links: RebateLink[]
  siblings: DeclarationItem[]
  invoices: PurchaseInvoice[]
  papers: RebatePapers[]
  elsewhere: Other[]
}
type Other = BatchFacts['elsewhere'][number]
type Records = Pick<BatchFacts, keyof Part>
type Changes = { [L in keyof Part]: Difference | undefined }
/** Lists each of whose records is in one part at most; the link of another batch may use invoices of several. */
const single = ['lines', 'links', 'siblings', 'invoices', 'papers'] as const
type Places = Record<(typeof single)[number], Int32Array>

const nothing: Records = { lines: [], links: [], siblings: [], invoices: [], papers: [], elsewhere: [] }

const itself = (record: unknown): unknown => record
const isSame = (a: unknown, b: unknown): boolean => a === b

const changesOf = (before: Records, now: Records): Changes => ({
  lines: differing(
    before.lines,
    now.lines,
    (a, b) => a === b || (a.line === b.line && a.item === b.item),
    ({ line }) => line,
  ),
  links: differing(before.links, now.links, isSame, itself),
  siblings: differing(before.siblings, now.siblings, isSame, itself),
  invoices: differing(before.invoices, now.invoices, isSame, itself),
  papers: differing(before.papers, now.papers, isSame, itself),
  elsewhere: differing(
    before.elsewhere,
    now.elsewhere,
    (a, b) => a.link === b.link && a.period === b.period && a.number === b.number,
    ({ link }) => link,
  ),
})

/** What came and what went of a list. */
function* changed<T>(
  difference: Difference | undefined,
  before: readonly T[],
  now: readonly T[],
): Generator<T> {
  for (const at of difference?.went ?? []) yield before[at]!
  for (const at of difference?.came ?? []) yield now[at]!
}

/** 报关单 that papers of one of them speak of. */
function* namedBy({ declarationNo, exportInvoices, contracts, receipts }: RebatePapers): Generator<string> {
  yield declarationNo
  for (const papers of [exportInvoices, contracts, receipts]) {
    for (const paper of papers) yield paper.declarationNo
  }
}

/**
 * A batch divided into parts. After an edit only the parts of what came or went, and those that what came names, are divided
 * anew. Records are compared by identity: one that was not touched has to be the same object.
 */
export class Division {
  /** By place; undefined where a part is no more. */
  readonly parts: (Part | undefined)[] = []
  /** Place of the part of each record, -1 of a paper that is in none. */
  readonly places: Places = {
    lines: new Int32Array(0),
    links: new Int32Array(0),
    siblings: new Int32Array(0),
    invoices: new Int32Array(0),
    papers: new Int32Array(0),
  }
  readonly #whole: boolean
  readonly #threads = new Threads()
  /** Place of a part by the root of its threads, and that root by place. */
  readonly #placeOf: (number | undefined)[] = []
  readonly #rootOf: number[] = []
  readonly #free: number[] = []
  #records = nothing

  /** @param whole everything in one part: what the parts have to agree with */
  constructor(records: Records, whole = false) {
    this.#whole = whole
    this.update(records)
  }

  /** Take the records as they are now. Returns the places whose part is another one now, or none. */
  update(now: Records): ReadonlySet<number> {
    const before = this.#records
    const changes = changesOf(before, now)
    this.#records = now
    if (Object.values(changes).every((difference) => difference === undefined)) return new Set()
    const touched = this.#touched(before, now, changes)
    const isLoose = this.#threads.loosen(touched)
    const places = new Set<number>()
    for (const root of touched) {
      const place = this.#placeOf[root]
      if (place === undefined) continue
      this.#placeOf[root] = undefined
      this.parts[place] = undefined
      this.#free.push(place)
      places.add(place)
    }
    for (const list of single) this.places[list] = this.#stayed(this.places[list], changes[list])
    for (const place of this.#gather(now, isLoose)) places.add(place)
    return places
  }

  /** Roots of everything that may hang together otherwise than before. */
  #touched(before: Records, now: Records, changes: Changes): Set<number> {
    const threads = this.#threads
    const roots = new Set<number>()
    const add = (node: number | undefined) => {
      if (node !== undefined) roots.add(threads.rootOf(node))
    }
    for (const at of changes.lines?.went ?? []) add(this.#rootOf[this.places.lines[at]!])
    for (const at of changes.links?.went ?? []) add(this.#rootOf[this.places.links[at]!])
    for (const at of changes.lines?.came ?? []) add(threads.knownDeclaration(now.lines[at]!.item.no))
    for (const at of changes.links?.came ?? []) {
      const { exports, purchases } = now.links[at]!
      for (const { declarationNo } of exports) add(threads.knownDeclaration(declarationNo))
      for (const { invoiceNumber } of purchases) add(threads.knownInvoice(invoiceNumber))
    }
    for (const { no } of changed(changes.siblings, before.siblings, now.siblings)) {
      add(threads.knownDeclaration(no))
    }
    for (const papers of changed(changes.papers, before.papers, now.papers)) {
      for (const no of namedBy(papers)) add(threads.knownDeclaration(no))
    }
    for (const { number } of changed(changes.invoices, before.invoices, now.invoices)) {
      add(threads.knownInvoice(number))
    }
    for (const { link } of changed(changes.elsewhere, before.elsewhere, now.elsewhere)) {
      for (const { invoiceNumber } of link.purchases) add(threads.knownInvoice(invoiceNumber))
    }
    return roots
  }

  /** The places of a list as it is now; -1 of what came and of what lost its part. */
  #stayed(places: Int32Array, difference: Difference | undefined): Int32Array<ArrayBuffer> {
    const { parts } = this
    const from = difference?.from
    const stayed = new Int32Array(from?.length ?? places.length)
    for (let at = 0; at < stayed.length; at++) {
      const before = from ? from[at]! : at
      const place = before < 0 ? -1 : places[before]!
      stayed[at] = place < 0 || parts[place] === undefined ? -1 : place
    }
    return stayed
  }

  /** Divide what is in no part, in the order of the batch. Returns the places of the parts it made. */
  #gather(now: Records, isLoose: (node: number) => boolean): Set<number> {
    const threads = this.#threads
    const { places, parts } = this
    const nodes = new Int32Array(now.links.length)
    now.links.forEach((link, at) => {
      if (places.links[at]! < 0) nodes[at] = tied(threads, link)
    })
    now.papers.forEach((papers, at) => {
      if (places.papers[at]! >= 0) return
      const known = threads.knownDeclaration(papers.declarationNo)
      if (known !== undefined && !isLoose(known)) return
      const own = threads.declaration(papers.declarationNo)
      for (const no of namedBy(papers)) threads.tie(own, threads.declaration(no))
    })
    const made = new Set<number>()
    const partAt = (node: number): number => {
      const root = this.#whole ? 0 : threads.rootOf(node)
      const known = this.#placeOf[root]
      if (known !== undefined) return known
      const place = this.#free.pop() ?? parts.length
      parts[place] = { lines: [], links: [], siblings: [], invoices: [], papers: [], elsewhere: [] }
      this.#placeOf[root] = place
      this.#rootOf[place] = root
      made.add(place)
      return place
    }
    now.lines.forEach((line, at) => {
      if (places.lines[at]! >= 0) return
      const place = (places.lines[at] = partAt(threads.declaration(line.item.no)))
      parts[place]!.lines.push(line)
    })
    now.links.forEach((link, at) => {
      if (places.links[at]! >= 0) return
      const place = (places.links[at] = partAt(nodes[at]!))
      parts[place]!.links.push(link)
    })
    this.#handOut(now, made)
    return made
  }

  /** Give the parts that were made their papers. Papers of nothing in the batch belong to no part. */
  #handOut({ siblings, papers, invoices, elsewhere }: Records, made: ReadonlySet<number>): void {
    const threads = this.#threads
    const { places, parts } = this
    const placeOf = (node: number | undefined): number => {
      const place = node === undefined ? undefined : this.#placeOf[this.#whole ? 0 : threads.rootOf(node)]
      return place !== undefined && made.has(place) ? place : -1
    }
    siblings.forEach((item, at) => {
      if (places.siblings[at]! >= 0) return
      const place = (places.siblings[at] = placeOf(threads.knownDeclaration(item.no)))
      parts[place]?.siblings.push(item)
    })
    papers.forEach((one, at) => {
      if (places.papers[at]! >= 0) return
      const place = (places.papers[at] = placeOf(threads.knownDeclaration(one.declarationNo)))
      parts[place]?.papers.push(one)
    })
    invoices.forEach((invoice, at) => {
      if (places.invoices[at]! >= 0) return
      const place = (places.invoices[at] = placeOf(threads.knownInvoice(invoice.number)))
      parts[place]?.invoices.push(invoice)
    })
    for (const other of elsewhere) {
      const holders = other.link.purchases.map(({ invoiceNumber }) =>
        placeOf(threads.knownInvoice(invoiceNumber)),
      )
      for (const place of new Set(holders)) parts[place]?.elsewhere.push(other)
    }
  }
}

/** What a link ties together; a node of its own where it names nothing. */
function tied(threads: Threads, { exports, purchases }: RebateLink): number {
  let node = -1
  for (const { declarationNo } of exports) {
    const own = threads.declaration(declarationNo)
    if (node < 0) node = own
    else threads.tie(node, own)
  }
  for (const { invoiceNumber } of purchases) {
    const own = threads.invoice(invoiceNumber)
    if (node < 0) node = own
    else threads.tie(node, own)
  }
  return node < 0 ? threads.alone() : node
}
