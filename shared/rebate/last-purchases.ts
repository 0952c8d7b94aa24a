import { compareNames, plainName } from './match/units'
import type { PurchaseInvoice } from '../model/rebate/claim'

/** The line of a purchase invoice that certain goods were last bought by. */
export type LastPurchase = {
  invoice: Pick<PurchaseInvoice, 'number' | 'sellerRegion' | 'usage'>
  line: PurchaseInvoice['lines'][number]
}

/** What goods go by, on paper and here. `names`: most telling first; '' is passed over. */
export type PurchasedGoods = { sku?: string; names: readonly string[] }

type Known = LastPurchase & { age: string }

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/**
 * The newest invoice line of each kind of goods: by the SKU in its 规格型号, else by one of their names, else by the one name of
 * the book that contains such a name or is contained in it. Void and reversed invoices and ordinary ones, which no refund
 * rests on, are passed over.
 */
export class LastPurchases {
  readonly #bySpec = new Map<string, Known>()
  readonly #byName = new Map<string, Known>()
  readonly #found = new Map<string, LastPurchase | undefined>()

  constructor(invoices: Iterable<PurchaseInvoice>) {
    for (const invoice of invoices) {
      if (invoice.status !== 'normal' || invoice.kind === 'vatOrdinary') continue
      const age = `${invoice.date} ${invoice.number}`
      for (const line of invoice.lines) {
        const known = { invoice, line, age }
        keepNewer(this.#bySpec, plain(line.spec ?? ''), known)
        keepNewer(this.#byName, plainName(line.name), known)
      }
    }
  }

  of({ sku = '', names }: PurchasedGoods): LastPurchase | undefined {
    const asked = [sku, ...names].join('\n')
    if (!this.#found.has(asked)) this.#found.set(asked, this.#search(sku, names))
    return this.#found.get(asked)
  }

  #search(sku: string, names: readonly string[]): LastPurchase | undefined {
    const bySku = sku === '' ? undefined : this.#bySpec.get(plain(sku))
    if (bySku) return bySku
    const own = names.filter((name) => plainName(name) !== '')
    for (const name of own) {
      const same = this.#byName.get(plainName(name))
      if (same) return same
    }
    const near = [...this.#byName.values()].filter(({ line }) =>
      own.some((name) => compareNames(line.name, name) === 'contains'),
    )
    // Several names that fit are several goods: which one is meant nobody can say.
    return near.length === 1 ? near[0] : undefined
  }
}

function keepNewer(known: Map<string, Known>, key: string, one: Known): void {
  if (key === '') return
  const before = known.get(key)
  if (!before || before.age < one.age) known.set(key, one)
}
