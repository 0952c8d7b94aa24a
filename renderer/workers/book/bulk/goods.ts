import type { BookContext } from '../../../data/context'
import { DataRefusal } from '../../../data/errors/refusal'
import type { SealedRecord } from '../../../data/port'
import { getRecords } from '../../../data/read/records'
import { schemaOf } from '../../../data/schema/tables'
import type { BulkTarget, Patch } from './target'

type Goods = SealedRecord<'goods'>
const valueOf = (goods: Goods, field: string): unknown => (goods as Record<string, unknown>)[field]
const apply = (goods: Goods, patch: Patch): Goods => ({ ...goods, ...patch }) as Goods
const changes = (goods: Goods, patch: Patch): boolean =>
  Object.entries(patch).some(([field, value]) => valueOf(goods, field) !== value)

/** The goods master: a patch sets fields of the record. */
export const goodsTarget = (context: BookContext): BulkTarget => ({
  act: 'goods.bulk',
  async look(ids, patch) {
    // A SKU names one record; many cannot be given the same one.
    if ('sku' in patch) {
      throw new DataRefusal('invalid', { table: 'goods', field: 'sku', detail: String(patch['sku']) })
    }
    const found = await getRecords(context, 'goods', ids)
    return found
      .filter(({ record }) => changes(record, patch))
      .map(({ id, record }) => {
        const before = Object.keys(patch).map((field) => String(valueOf(record, field) ?? ''))
        const issue = schemaOf('goods').safeParse(apply(record, patch)).error?.issues[0]
        const detail = issue && `${issue.path.join('.')}: ${issue.message}`
        return {
          id,
          caption: record.sku,
          before: before.join(' '),
          after: Object.values(patch).join(' '),
          ...(detail && { fault: { zh: detail, en: detail } }),
        }
      })
  },
  async write(draft, ids, patch) {
    await draft.prefetch('goods', ids)
    let written = 0
    for (const id of ids) {
      const found = await draft.get('goods', id)
      if (!found || !changes(found.record, patch)) continue
      await draft.put('goods', apply(found.record, patch), id)
      written++
    }
    return written
  },
})
