import type { Book } from '../../data/book'
import { DataRefusal } from '../../data/errors/refusal'
import type { BulkPreview, SealedRecord, Stored } from '../../data/port'
import { getRecords } from '../../data/read/records'
import { schemaOf } from '../../data/schema/tables'
import { command } from '../../data/write/command'

/** Records changed by one command; a larger edit is several commands of one group. */
const perCommand = 500
const invalidListed = 20

type Goods = SealedRecord<'goods'>
const apply = (goods: Goods, patch: Readonly<Record<string, string>>): Goods =>
  ({ ...goods, ...patch }) as Goods
const changes = (goods: Goods, patch: Readonly<Record<string, string>>): boolean =>
  Object.entries(patch).some(([field, value]) => (goods as Record<string, unknown>)[field] !== value)

/** What an edit of all these goods would do; nothing is written. */
export async function previewEdit(
  book: Book,
  ids: readonly string[],
  patch: Readonly<Record<string, string>>,
): Promise<BulkPreview> {
  const preview: BulkPreview = { rows: ids.length, changing: 0, samples: [], invalid: [], invalidCount: 0 }
  // A SKU names one record; many cannot be given the same one.
  if ('sku' in patch)
    throw new DataRefusal('invalid', { table: 'goods', field: 'sku', detail: String(patch.sku) })
  for await (const part of parts(book, ids)) {
    for (const { id, record } of part) {
      if (!changes(record, patch)) continue
      preview.changing++
      const before = Object.keys(patch).map((field) =>
        String((record as Record<string, unknown>)[field] ?? ''),
      )
      if (preview.samples.length < invalidListed) {
        preview.samples.push({
          id,
          caption: record.sku,
          before: before.join(' '),
          after: Object.values(patch).join(' '),
        })
      }
      const issue = schemaOf('goods').safeParse(apply(record, patch)).error?.issues[0]
      if (!issue) continue
      preview.invalidCount++
      if (preview.invalid.length >= invalidListed) continue
      const detail = `${issue.path.join('.')}: ${issue.message}`
      preview.invalid.push({ id, caption: record.sku, text: { zh: detail, en: detail } })
    }
  }
  return preview
}

/** Do the edit where it changes something; refused whole with `invalid` at the first goods it would spoil. */
export async function bulkEdit(
  book: Book,
  who: string,
  ids: readonly string[],
  patch: Readonly<Record<string, string>>,
  why: string,
): Promise<{ group: string; changed: number }> {
  const { invalid } = await previewEdit(book, ids, patch)
  const spoiled = invalid[0]
  if (spoiled)
    throw new DataRefusal('invalid', { table: 'goods', field: spoiled.caption, detail: spoiled.text.en })
  const group = crypto.randomUUID()
  let changed = 0
  for (let i = 0; i < ids.length; i += perCommand) {
    const part = ids.slice(i, i + perCommand)
    await command(
      book.context,
      'goods.bulk',
      who,
      why,
      async (draft) => {
        const written: string[] = []
        await draft.prefetch('goods', part)
        for (const id of part) {
          const found = await draft.get('goods', id)
          if (!found || !changes(found.record, patch)) continue
          written.push(await draft.put('goods', apply(found.record, patch), id))
        }
        return written
      },
      { group },
    ).then(({ ids: written }) => (changed += written.length))
  }
  return { group, changed }
}

async function* parts(book: Book, ids: readonly string[]): AsyncGenerator<Stored<Goods>[]> {
  for (let i = 0; i < ids.length; i += perCommand) {
    yield await getRecords(book.context, 'goods', ids.slice(i, i + perCommand))
  }
}
