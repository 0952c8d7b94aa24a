import { outdatedFields as fieldsThatDiffer, provenanceOf } from '#shared/declaration/field-provenance'
import { overrideField, withOverride, type OverrideTarget } from '#shared/declaration/overrides'
import type { DeclarationList, FieldOverride } from '#shared/model/list'
import type { Book } from '../../data/book'
import { DataRefusal } from '../../data/errors/refusal'
import type { ListField, SealedRecord, Stored } from '../../data/port'
import { getRecord } from '../../data/read/records'
import { keyedId } from '../../data/sealing/blind'
import { command } from '../../data/write/command'
import { storedList } from './build'
import { OrderInputs } from './order-inputs'
import { withPersonYears } from './person-years'
import { again } from './rebuild'
import { loadSources } from './sources'

type StoredOne = Stored<SealedRecord<'lists'>>

/** One 清单, and all cancellation records of the book. */
export type FieldTask = { list: string; cancellations: string[] }
export type OverrideTask = FieldTask & {
  target: OverrideTarget
  /** Without a value the source counts again. */
  value?: string
  why: string
}

async function listNamed({ context }: Book, id: string): Promise<StoredOne> {
  const stored = await getRecord(context, 'lists', id)
  if (!stored) throw new DataRefusal('missing', { table: 'lists', id })
  return stored
}

/** Builds a 清单 from its present sources; what it would refuse is refused here in the words of the first fault. */
async function builder(book: Book, { list, cancellations }: FieldTask) {
  const stored = await listNamed(book, list)
  const [order = ''] = stored.record.orders
  const sources = await withPersonYears(book, await loadSources(book))
  const input = (await (await OrderInputs.open(book, cancellations)).read([order])).get(order)
  return (record: StoredOne, overrides: readonly FieldOverride[] | undefined) => {
    const now = again(record, input, sources, book.context.now(), overrides)
    if (!('faults' in now)) return now
    const [fault] = now.faults
    const { rule, message, fix } = fault!
    throw DataRefusal.carried(rule, {
      zh: `${message.zh}。${fix.zh}`,
      en: `${message.en}. ${fix.en}`,
    })
  }
}

/** Where each value of a 清单 comes from, with the record of this book to jump to. */
export async function listFields(book: Book, id: string): Promise<ListField[]> {
  const { list } = (await listNamed(book, id)).record
  const places = new Map(list.provenance.map(({ record, id: source }) => [record as string, source]))
  const bySku = new Map<string, string>()
  return Promise.all(
    provenanceOf(list).map(async (field) => {
      const { origin } = field
      if (typeof origin !== 'object') return field
      const sku = origin.record === 'goods' ? skuOf(list, field) : undefined
      if (sku !== undefined && !bySku.has(sku)) {
        bySku.set(sku, await keyedId(book.context.keys, 'goods', [sku]))
      }
      const source = sku === undefined ? places.get(origin.record) : bySku.get(sku)
      return source === undefined ? field : { ...field, at: { record: origin.record, id: source } }
    }),
  )
}

const skuOf = (list: DeclarationList, { line }: ListField): string | undefined =>
  line === undefined ? undefined : list.documents.inventory.lines?.[line - 1]?.['itemNo']

/** What a 清单 would say otherwise when it is built anew. */
export async function outdatedFields(book: Book, task: FieldTask) {
  const build = await builder(book, task)
  const stored = await listNamed(book, task.list)
  return fieldsThatDiffer(stored.record.list, build(stored, stored.record.list.overrides).list)
}

/** Replace a derived value of a draft with its reason, or take that back; the 清单 is built again with it. */
export async function changeOverride(book: Book, who: string, task: OverrideTask): Promise<void> {
  const { list: id, target, value, why } = task
  const build = await builder(book, task)
  const name = value === undefined ? 'list.source' : 'list.override'
  const about = { element: target.element, ...(target.line !== undefined && { line: target.line }) }
  await command(
    book.context,
    name,
    who,
    why,
    async (draft) => {
      const known = await draft.get('lists', id)
      if (!known) throw new DataRefusal('missing', { table: 'lists', id })
      const { list, state } = known.record
      if (state !== 'draft') throw new DataRefusal('not-draft', { copNo: list.copNo })
      const standing = list.overrides ?? []
      const overrides =
        value === undefined
          ? standing.filter((one) => !isAt(one, target))
          : withOverride(
              standing,
              replaced(list, target, value, { reason: why, officer: who, now: book.context.now() }),
            )
      const built = build(known, overrides)
      await draft.put('lists', storedList(built.list, built.template), id)
    },
    { about },
  )
}

const isAt = (one: FieldOverride, { document, line, element }: OverrideTarget): boolean =>
  one.document === document && one.line === line && one.element === element

function replaced(
  list: DeclarationList,
  target: OverrideTarget,
  value: string,
  by: { reason: string; officer: string; now: string },
): FieldOverride {
  const made = overrideField(list, target, value, by)
  if ('override' in made) return made.override
  const { why, fix } = made.refusal
  throw DataRefusal.carried('locked-field', {
    zh: `“${target.element}”不能手改：${why.zh}。${fix.zh}。`,
    en: `${target.element} cannot be replaced: ${why.en}. ${fix.en}.`,
  })
}
