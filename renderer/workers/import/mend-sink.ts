import type { ImportItem, ImportSink, RefusedRow, Stored } from '#shared/import/api'
import { recordContent } from '#shared/import/key'
import type { Goods } from '#shared/model/goods'
import type { BookContext } from '../../data/context'
import { importOf } from '../../data/facts/fact-id'
import { isTariffKind } from '../../data/facts/kinds'
import type { FactItem, FactKind } from '../../data/facts/kinds'
import { storedKeys } from '../../data/facts/read'
import { saveGoods, storedGoods } from '../../data/imports/goods'
import { declaredFacts } from '../../data/imports/lookup'
import type { ImportRecord } from '../../data/port'
import { digestText } from './sink'

/** Kinds of which several rows make one record. */
export const isGrouped = (kind: string): kind is 'orders' | 'invoices' =>
  kind === 'orders' || kind === 'invoices'

/** Collects what mended rows became; few enough to be held, and stored by one transaction afterwards. */
export class MendSink implements ImportSink {
  readonly items: FactItem[] = []
  readonly refusedRows: RefusedRow[] = []
  /** Records of several rows of this very import that lack some: business key → id of the fact. */
  readonly ownRecords = new Map<string, string>()
  readonly #context: BookContext
  readonly #who: string
  readonly #importId: string
  readonly #import: Pick<ImportRecord, 'kind' | 'file'>
  readonly #replaces = new Map<string, string>()

  constructor(context: BookContext, who: string, importId: string, of: Pick<ImportRecord, 'kind' | 'file'>) {
    this.#context = context
    this.#who = who
    this.#importId = importId
    this.#import = of
  }

  /** What other imports stored. What this one stored is not "earlier": its orders are completed. */
  async existing(keys: string[]): Promise<ReadonlyMap<string, Stored>> {
    const { kind } = this.#import
    if (kind === 'goods') return goodsDigests(await storedGoods(this.#context, keys))
    if (isTariffKind(kind)) return new Map()
    const found = await storedKeys(this.#context, kind, keys)
    const declared = found.size > 0 ? await declaredFacts(this.#context) : new Set<string>()
    const earlier = new Map<string, Stored>()
    for (const [key, { id, digest }] of found) {
      if (importOf(id) === this.#importId) {
        if (isGrouped(kind)) this.ownRecords.set(key, id)
      } else {
        this.#replaces.set(key, id)
        earlier.set(key, { digest, declared: declared.has(id) })
      }
    }
    return earlier
  }

  async records(items: ImportItem[]): Promise<void> {
    const { kind, file } = this.#import
    if (kind === 'goods') {
      const goods = items.map(({ record }) => record as Goods)
      return saveGoods(this.#context, this.#who, this.#importId, file, goods)
    }
    for (const { key, digest, record, change } of items) {
      const replaces = change === 'updated' ? this.#replaces.get(key) : undefined
      this.items.push({
        key: isGrouped(kind) ? key : await this.#freeKey(kind, key),
        digest,
        record: record as FactItem['record'],
        ...(replaces && { replaces }),
      })
    }
  }

  refused(rows: RefusedRow[]): void {
    this.refusedRows.push(...rows)
  }

  warnings(): void {}

  /** A second payment or parcel of one number in a file carries its occurrence; this one is the next. */
  async #freeKey(kind: FactKind, key: string): Promise<string> {
    const taken = new Set(this.items.map((item) => item.key))
    const own = async (candidate: string) => {
      const stored = (await storedKeys(this.#context, kind, [candidate])).get(candidate)
      return taken.has(candidate) || (stored !== undefined && importOf(stored.id) === this.#importId)
    }
    let candidate = key
    for (let occurrence = 2; await own(candidate); occurrence += 1) candidate = `${key}#${occurrence}`
    return candidate
  }
}

async function goodsDigests(goods: ReadonlyMap<string, Goods>): Promise<Map<string, Stored>> {
  const entries = [...goods].map(
    async ([key, record]) => [key, { digest: await digestText(recordContent(record)) }] as const,
  )
  return new Map(await Promise.all(entries))
}
