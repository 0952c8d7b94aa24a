import type { ForexFact } from '#shared/forex/files/facts'
import type { ImportedRecord, ImportItem, ImportSink, RefusedRow, Stored } from '#shared/import/api'
import { recordContent } from '#shared/import/key'
import type { BookContext } from '../../data/context'
import { isTariffKind } from '../../data/facts/kinds'
import type { FactItem } from '../../data/facts/kinds'
import { importOf } from '../../data/facts/fact-id'
import { storedKeys } from '../../data/facts/read'
import { beginImport } from '../../data/imports/begin'
import type { ImportStart } from '../../data/imports/begin'
import { declaredFacts, storedErrorRows } from '../../data/imports/lookup'
import { saveGoods, storedGoods } from '../../data/imports/goods'
import { ImportWriter } from '../../data/imports/write'
import { base64url, encodeText, sha256 } from '../../data/sealing/bytes'

export const digestText = async (text: string): Promise<string> => base64url(await sha256(encodeText(text)))

type Begun = { writer: ImportWriter; id: string; errorRows: ReadonlySet<number>; resumed: boolean }

/** Where an import file goes into the book: the importer's sink over the data port's chunks. */
export class BookSink implements ImportSink {
  readonly #context: BookContext
  readonly #who: string
  readonly #start: ImportStart
  readonly #replaces = new Map<string, string>()
  readonly #own = new Set<string>()
  #importId = ''
  #begun: Promise<Begun> | undefined
  #declared: Promise<ReadonlySet<string>> | undefined

  constructor(context: BookContext, who: string, start: ImportStart) {
    this.#context = context
    this.#who = who
    this.#start = start
  }

  /** The import in the book; it begins with the first thing there is to store, so a refused file leaves no trace. */
  begun(): Promise<Begun> {
    return (this.#begun ??= this.#begin())
  }

  /** '' until there was something to store. */
  get importId(): string {
    return this.#importId
  }

  async #begin(): Promise<Begun> {
    const { kind } = this.#start
    const { id, resumed } = await beginImport(this.#context, this.#who, this.#start)
    const writer = await ImportWriter.open(this.#context, kind, id)
    this.#importId = id
    const errorRows = resumed ? await storedErrorRows(this.#context, id) : new Set<number>()
    return { writer, id, errorRows, resumed }
  }

  /** What earlier imports stored. What this very import stored before it was interrupted is not "earlier". */
  async existing(keys: string[]): Promise<ReadonlyMap<string, Stored>> {
    const { kind } = this.#start
    if (kind === 'goods') {
      const goods = await storedGoods(this.#context, keys)
      const found = [...goods].map(
        async ([key, record]) => [key, { digest: await digestText(recordContent(record)) }] as const,
      )
      return new Map(await Promise.all(found))
    }
    const { writer, id: own, resumed } = await this.begun()
    // Within one file nothing is earlier: a first import has nothing to look up.
    if (writer.isFirst) return new Map()
    if (isTariffKind(kind) && !resumed) return new Map()
    const stored = await storedKeys(this.#context, kind, keys)
    const earlier = [...stored].filter(([key, { id }]) => {
      if (importOf(id) === own) this.#own.add(key)
      return importOf(id) !== own
    })
    if (earlier.length === 0 || isTariffKind(kind)) return new Map()
    const declared = await (this.#declared ??= declaredFacts(this.#context))
    return new Map(
      earlier.map(([key, { id, digest }]) => {
        this.#replaces.set(key, id)
        return [key, { digest, declared: declared.has(id) }]
      }),
    )
  }

  async records(items: ImportItem<ImportedRecord | ForexFact>[]): Promise<void> {
    const { writer, id } = await this.begun()
    const { kind } = this.#start
    if (kind === 'goods') {
      const goods = items.flatMap(({ record }) => (record.record === 'goods' ? [record] : []))
      return saveGoods(this.#context, this.#who, id, this.#start.file, goods)
    }
    await writer.facts(this.#fresh(items))
  }

  async refused(rows: RefusedRow[]): Promise<void> {
    const { writer, errorRows } = await this.begun()
    await writer.errors(rows.filter(({ row }) => !errorRows.has(row)))
  }

  /** Warnings are counted in the report; they change nothing that is stored. */
  warnings(): void {}

  /** Without those an interrupted run of this import already stored; `existing` was asked about each before. */
  #fresh(items: readonly ImportItem<ImportedRecord | ForexFact>[]): FactItem[] {
    return items.flatMap(({ key, digest, record, change }) => {
      if (this.#own.delete(key)) return []
      const replaces = change === 'updated' ? this.#replaces.get(key) : undefined
      return [{ key, digest, record: record as FactItem['record'], ...(replaces && { replaces }) }]
    })
  }
}
