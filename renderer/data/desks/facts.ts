import type { ImportedRecord } from '#shared/import/api'
import { recordKey } from '#shared/import/key'
import type { OrderLine } from '#shared/model/order'
import type { BookContext } from '../context'
import { readFacts, storedKeys } from '../facts/read'
import { isForexKind } from '../facts/kinds'
import type { FactKind, FactOf } from '../facts/kinds'

/**
 * Facts by the business keys under which imports know them again. Two desks that imported the same export have other
 * ids for the same order; between desks only keys travel. Look-ups are remembered for one pass.
 */
export class FactKeys {
  readonly #context: BookContext
  readonly #ids = new Map<string, string>()
  readonly #records = new Map<string, FactOf[FactKind]>()

  constructor(context: BookContext) {
    this.#context = context
  }

  /** Read facts that are going to be asked for; ids that are none are left out. */
  async load(kind: FactKind, ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#records.has(`${kind} ${id}`))
    for (const { id, record } of await readFacts(this.#context, kind, missing)) {
      this.#records.set(`${kind} ${id}`, record)
      const key = keyOf(kind, record)
      if (key !== undefined) this.#ids.set(`${kind} ${key}`, id)
    }
  }

  /** Find facts by key that are going to be asked for. */
  async find(kind: FactKind, wanted: readonly string[]): Promise<void> {
    const missing = [...new Set(wanted)].filter((key) => !this.#ids.has(`${kind} ${key}`))
    if (missing.length === 0) return
    const found = await storedKeys(this.#context, kind, missing)
    for (const [key, { id }] of found) this.#ids.set(`${kind} ${key}`, id)
    await this.load(
      kind,
      [...found.values()].map(({ id }) => id),
    )
  }

  keyOf(kind: FactKind, id: string): string | undefined {
    const record = this.#records.get(`${kind} ${id}`)
    return record && keyOf(kind, record)
  }

  idOf(kind: FactKind, key: string): string | undefined {
    return this.#ids.get(`${kind} ${key}`)
  }

  /** Lines of an order: name between desks → source row. Files differ in rows, not in the order of a SKU's lines. */
  rowsOf(order: string): Map<string, string> {
    const record = this.#records.get(`orders ${order}`) as FactOf['orders'] | undefined
    const seen = new Map<string, number>()
    return new Map(
      (record?.lines ?? []).map((line: OrderLine) => {
        const name = line.sku || line.name
        const n = (seen.get(name) ?? 0) + 1
        seen.set(name, n)
        return [`${name}#${n}`, String(line.row)]
      }),
    )
  }
}

/** Receipts stay with their desk: nothing of them is exchanged. */
const keyOf = (kind: FactKind, record: FactOf[FactKind]): string | undefined =>
  isForexKind(kind) ? undefined : recordKey(record as ImportedRecord)
