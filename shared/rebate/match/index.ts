import { ExactSum } from '../../money/decimal'
import { claimKey, declarationNumber } from '../keys'
import type {
  AmountDocument,
  ClaimExport,
  ClaimPurchase,
  FilingDocuments,
  ForexReceipt,
  Ledger,
  PurchaseInvoice,
  PurchaseInvoiceLine,
  RebateSettings,
} from '../../model/rebate/claim'
import { defaultSettings } from '../../model/rebate/claim'
import type { RebateEnterprise } from '../../model/rebate/enterprise'
import type { DeclarationItem } from '../../model/rebate/export-line'
import type { LinkQuantity } from './link-quantity'

/** One batch of a claim with every paper it is compared with. */
export type Claim = {
  enterprise: RebateEnterprise
  settings?: RebateSettings
  declarations: readonly DeclarationItem[]
  invoices: readonly PurchaseInvoice[]
  exports: readonly ClaimExport[]
  purchases: readonly ClaimPurchase[]
  ledger?: Ledger
  exportInvoices?: readonly AmountDocument[]
  contracts?: readonly AmountDocument[]
  forexReceipts?: readonly ForexReceipt[]
  filingDocuments?: readonly FilingDocuments[]
}

/** One 关联号; `items` are those of its export rows and `lines` of its purchase rows, each row in its place. */
export type Link = {
  linkNo: string
  exports: ClaimExport[]
  purchases: ClaimPurchase[]
  items: (DeclarationItem | undefined)[]
  lines: (InvoiceLine | undefined)[]
}
export type InvoiceLine = { key: string; invoice: PurchaseInvoice; line: PurchaseInvoiceLine }
export type Used = { qty: ExactSum; net: ExactSum }

export const lineKey = (invoice: string, line: number): string => `${invoice}#${line}`
export const itemKey = (no: string, item: number): string => `${no}#${item}`

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const pushNew = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  if (!map.get(key)?.includes(value)) push(map, key, value)
}

/** The claim by its numbers, built once; every rule costs what it looks at. */
export class ClaimIndex {
  readonly settings: Required<RebateSettings>
  readonly items = new Map<string, DeclarationItem>()
  readonly itemsOf = new Map<string, DeclarationItem[]>()
  /** Items whose number came with their item in it (21 digits), as they came; everything else goes by the 18 digits. */
  readonly carried = new Map<string, DeclarationItem[]>()
  readonly links = new Map<string, Link>()
  readonly invoices = new Map<string, PurchaseInvoice>()
  readonly invoiceLines = new Map<string, InvoiceLine>()
  /** Quantity and net taken from an invoice line by this claim and by earlier ones. */
  readonly used = new Map<string, Used>()
  /** Where an item was claimed in an earlier period. */
  readonly claimedBefore = new Map<string, { period?: string | undefined; batch?: string | undefined }>()
  readonly claimedOf = new Map<string, ClaimExport[]>()
  /** Rows of the claim by item of a 报关单 and by invoice line, and links by item. */
  readonly rowsOfItem = new Map<DeclarationItem, ClaimExport[]>()
  readonly purchasesOf = new Map<string, ClaimPurchase[]>()
  readonly linksOfItem = new Map<DeclarationItem, Link[]>()
  readonly exportInvoices = new Map<string, AmountDocument[]>()
  readonly contracts = new Map<string, AmountDocument[]>()
  readonly receipts = new Map<string, ForexReceipt[]>()
  readonly papers = new Map<string, FilingDocuments>()
  /** 报关单 by export invoice number. */
  readonly declarationsOfInvoice = new Map<string, Set<string>>()
  /** Items of 报关单 an invoice is used for in this claim. */
  readonly itemsOfInvoice = new Map<string, DeclarationItem[]>()
  /** Quantities of a link, once they were asked for. */
  readonly quantities = new Map<Link, LinkQuantity[]>()
  readonly #itemsOfLine = new Map<string, DeclarationItem[]>()

  constructor(readonly claim: Claim) {
    this.settings = { ...defaultSettings, ...claim.settings }
    for (const declared of claim.declarations) {
      const no = declarationNumber(declared.no)
      const item = no === declared.no ? declared : { ...declared, no }
      if (item !== declared) push(this.carried, no, declared)
      this.items.set(itemKey(no, item.item), item)
      push(this.itemsOf, no, item)
    }
    for (const invoice of claim.invoices) {
      this.invoices.set(invoice.number, invoice)
      for (const line of invoice.lines) {
        const key = lineKey(invoice.number, line.line)
        this.invoiceLines.set(key, { key, invoice, line })
      }
    }
    this.#fillLinks()
    this.#fillLedger()
    for (const document of claim.exportInvoices ?? []) {
      const no = declarationNumber(document.declarationNo)
      push(this.exportInvoices, no, document)
      this.#nameInvoice(document.no, no)
    }
    for (const document of claim.contracts ?? []) {
      push(this.contracts, declarationNumber(document.declarationNo), document)
    }
    for (const receipt of claim.forexReceipts ?? []) {
      push(this.receipts, declarationNumber(receipt.declarationNo), receipt)
    }
    for (const papers of claim.filingDocuments ?? []) {
      this.papers.set(declarationNumber(papers.declarationNo), papers)
    }
    for (const link of this.links.values()) {
      const items = this.itemsOfLink(link)
      for (const item of items) pushNew(this.linksOfItem, item, link)
      link.purchases.forEach(({ invoiceNumber, line, hsCode }, at) => {
        const key = link.lines[at]?.key ?? lineKey(invoiceNumber, line)
        for (const item of itemsFor(items, hsCode)) {
          pushNew(this.#itemsOfLine, key, item)
          pushNew(this.itemsOfInvoice, invoiceNumber, item)
        }
      })
    }
  }

  /** Nothing but export invoices: what is asked of a claim that was judged in parts. */
  static ofInvoiceNames(declarationsOf: ReadonlyMap<string, ReadonlySet<string>>): ClaimIndex {
    const enterprise = { type: 'trading' as const }
    const index = new ClaimIndex({ enterprise, declarations: [], invoices: [], exports: [], purchases: [] })
    for (const [no, of] of declarationsOf) index.declarationsOfInvoice.set(no, new Set(of))
    return index
  }

  #fillLinks(): void {
    const linkOf = (linkNo: string): Link => {
      const known = this.links.get(linkNo)
      if (known) return known
      const link: Link = { linkNo, exports: [], purchases: [], items: [], lines: [] }
      this.links.set(linkNo, link)
      return link
    }
    for (const row of this.claim.exports) {
      const item = this.#find(row)
      if (item) push(this.rowsOfItem, item, row)
      const link = linkOf(row.linkNo)
      link.exports.push(row)
      link.items.push(item)
      push(this.claimedOf, claimKey(row.declarationNo, row.item), row)
      if (row.exportInvoiceNo) this.#nameInvoice(row.exportInvoiceNo, declarationNumber(row.declarationNo))
    }
    for (const row of this.claim.purchases) {
      const named = lineKey(row.invoiceNumber, row.line)
      const line = this.invoiceLines.get(named)
      const key = line?.key ?? named
      const link = linkOf(row.linkNo)
      link.purchases.push(row)
      link.lines.push(line)
      push(this.purchasesOf, key, row)
      this.#use(key, row.qty, row.net)
    }
  }

  #fillLedger(): void {
    for (const { declarationNo, item, period, batch } of this.claim.ledger?.exports ?? []) {
      this.claimedBefore.set(claimKey(declarationNo, item), { period, batch })
    }
    for (const { invoiceNumber, line, qty, net } of this.claim.ledger?.purchases ?? []) {
      this.#use(lineKey(invoiceNumber, line), qty, net)
    }
  }

  #use(key: string, qty: string, net: string): void {
    let used = this.used.get(key)
    if (!used) this.used.set(key, (used = { qty: new ExactSum(), net: new ExactSum() }))
    used.qty.add(qty)
    used.net.add(net)
  }

  #nameInvoice(no: string, declaration: string): void {
    const of = this.declarationsOfInvoice.get(no)
    if (of) of.add(declaration)
    else this.declarationsOfInvoice.set(no, new Set([declaration]))
  }

  #find({ declarationNo, item }: ClaimExport): DeclarationItem | undefined {
    return this.items.get(itemKey(declarationNumber(declarationNo), item))
  }

  itemsOfLink({ items }: Link): DeclarationItem[] {
    return items.filter((item) => item !== undefined)
  }

  /** The declared items an invoice line stands for in this claim. */
  itemsOfLine(key: string): readonly DeclarationItem[] {
    return this.#itemsOfLine.get(key) ?? []
  }
}

/** Items a purchase row can belong to: those of its goods code, or all of the link where none has it. */
export function itemsFor(items: readonly DeclarationItem[], hsCode: string): readonly DeclarationItem[] {
  if (items.length === 1) return items
  const same = items.filter((item) => item.hsCode === hsCode)
  return same.length > 0 ? same : items
}
