import { declarationNumber } from '../keys'
import type { PurchaseInvoice } from '../../model/rebate/claim'
import type { DeclarationItem } from '../../model/rebate/export-line'
import type { BatchFacts, BatchLine } from './claim'
import type { RebateLink, RebatePapers } from './records'

/**
 * Lines, links and papers of a batch that hang together: no rule that is asked of one of them looks at a line or paper of
 * another part. `lines` and `links` are places in the batch.
 */
export type Part = {
  lines: number[]
  links: number[]
  members: PartMembers
}
export type PartMembers = {
  lines: BatchLine[]
  links: RebateLink[]
  siblings: DeclarationItem[]
  invoices: PurchaseInvoice[]
  papers: RebatePapers[]
  elsewhere: BatchFacts['elsewhere'][number][]
}
export type Divided = {
  parts: Part[]
  /** Place of the part a line of the batch is in. */
  partOfLine: Int32Array
}

/** Declarations and invoices as they are named by each other. */
class Threads {
  readonly #declarations = new Map<string, number>()
  readonly #invoices = new Map<string, number>()
  readonly #above: number[] = []

  #new(): number {
    return this.#above.push(this.#above.length) - 1
  }

  #named(names: Map<string, number>, name: string): number {
    const known = names.get(name)
    if (known !== undefined) return known
    const made = this.#new()
    names.set(name, made)
    return made
  }

  /** A number that already carries its item is the same 报关单. */
  declaration(no: string): number {
    const known = this.#declarations.get(no)
    if (known !== undefined) return known
    const made = this.#named(this.#declarations, declarationNumber(no))
    this.#declarations.set(no, made)
    return made
  }

  invoice(number: string): number {
    return this.#named(this.#invoices, number)
  }

  knownDeclaration(no: string): number | undefined {
    return this.#declarations.get(declarationNumber(no))
  }

  knownInvoice(number: string): number | undefined {
    return this.#invoices.get(number)
  }

  alone(): number {
    return this.#new()
  }

  rootOf(at: number): number {
    const above = this.#above
    let root = at
    while (above[root] !== root) root = above[root]!
    while (above[at] !== root) [at, above[at]] = [above[at]!, root]
    return root
  }

  tie(a: number, b: number): void {
    const [x, y] = [this.rootOf(a), this.rootOf(b)]
    if (x !== y) this.#above[y] = x
  }
}

/** The parts of a batch, in the order of their first line or link; `whole` keeps everything in one. */
export function partsOf(facts: BatchFacts, whole = false): Divided {
  const threads = new Threads()
  const ofLine = facts.lines.map(({ item }) => threads.declaration(item.no))
  const ofLink = facts.links.map((link) => tied(threads, link))
  for (const { declarationNo, exportInvoices, contracts, receipts } of facts.papers) {
    for (const paper of [...exportInvoices, ...contracts, ...receipts]) {
      threads.tie(threads.declaration(declarationNo), threads.declaration(paper.declarationNo))
    }
  }
  const parts: Part[] = []
  const placeOf = new Map<number, number>()
  const partAt = (node: number): number => {
    const root = whole ? -1 : threads.rootOf(node)
    const known = placeOf.get(root)
    if (known !== undefined) return known
    const members = { lines: [], links: [], siblings: [], invoices: [], papers: [], elsewhere: [] }
    placeOf.set(root, parts.length)
    return parts.push({ lines: [], links: [], members }) - 1
  }
  const partOfLine = new Int32Array(facts.lines.length)
  facts.lines.forEach((line, at) => {
    const place = (partOfLine[at] = partAt(ofLine[at]!))
    parts[place]!.lines.push(at)
    parts[place]!.members.lines.push(line)
  })
  facts.links.forEach((link, at) => {
    const part = parts[partAt(ofLink[at]!)]!
    part.links.push(at)
    part.members.links.push(link)
  })
  /** Papers of nothing in the batch belong to no part. */
  const holder = (node: number | undefined): PartMembers | undefined => {
    if (node === undefined) return undefined
    const place = placeOf.get(whole ? -1 : threads.rootOf(node))
    return place === undefined ? undefined : parts[place]!.members
  }
  for (const item of facts.siblings) holder(threads.knownDeclaration(item.no))?.siblings.push(item)
  for (const papers of facts.papers)
    holder(threads.knownDeclaration(papers.declarationNo))?.papers.push(papers)
  for (const invoice of facts.invoices) holder(threads.knownInvoice(invoice.number))?.invoices.push(invoice)
  for (const other of facts.elsewhere) {
    const holders = other.link.purchases.map(({ invoiceNumber }) =>
      holder(threads.knownInvoice(invoiceNumber)),
    )
    for (const one of new Set(holders)) one?.elsewhere.push(other)
  }
  return { parts, partOfLine }
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

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at])

export const sameLine = (a: BatchLine, b: BatchLine): boolean =>
  a === b || (a.line === b.line && a.item === b.item)

/** Whether two parts hold the very same records: what was found of one is then found of the other. */
export const sameMembers = (a: PartMembers, b: PartMembers): boolean =>
  a.lines.length === b.lines.length &&
  a.lines.every((line, at) => sameLine(line, b.lines[at]!)) &&
  sameList(a.links, b.links) &&
  sameList(a.siblings, b.siblings) &&
  sameList(a.invoices, b.invoices) &&
  sameList(a.papers, b.papers) &&
  a.elsewhere.length === b.elsewhere.length &&
  a.elsewhere.every(({ link, period, number }, at) => {
    const other = b.elsewhere[at]!
    return link === other.link && period === other.period && number === other.number
  })
