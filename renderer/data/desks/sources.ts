import type { Provenance } from '#shared/model/list'
import type { z } from 'zod'
import { allRecords, getRecord } from '../read/records'
import { decides } from '../read/overlays'
import { keyedId } from '../sealing/blind'
import type { Shelf } from './kind'
import { storedOverlaysOf } from './orders'

type Source = z.infer<typeof Provenance>

/** What a 清单 was built from, by key. */
export type SourceKeys = { orders: readonly string[]; goods: readonly string[]; template: string | undefined }

/**
 * Sources of a 清单 as they stand in this book. `outdated`: where it was built they had moved on already; then it is
 * 待更新 here too, by a revision that no record ever has.
 */
export async function sourcesHere(
  { context }: Shelf,
  { orders, goods, template }: SourceKeys,
  facts: readonly Source[],
  outdated: boolean,
): Promise<Source[]> {
  const found: Source[] = [...facts]
  const overlays = await storedOverlaysOf(context, orders)
  for (const id of orders) {
    const rev = (overlays.get(id) ?? []).reduce((sum, one) => (decides(one.record) ? sum + one.rev : sum), 0)
    found.push({ record: 'order', id, rev })
  }
  for (const sku of goods) {
    const stored = await getRecord(context, 'goods', await keyedId(context.keys, 'goods', [sku]))
    if (stored) found.push({ record: 'goods', id: stored.id, rev: stored.rev })
  }
  const stored = template === undefined ? undefined : await getRecord(context, 'templates', template)
  if (stored) found.push({ record: 'template', id: stored.id, rev: outdated ? -1 : stored.rev })
  const [enterprise] = await allRecords(context, 'enterprise')
  if (enterprise) found.push({ record: 'enterprise', id: enterprise.id, rev: enterprise.rev })
  return found
}

/** Whether a source of a 清单 moved on since it was built, by what is stored now. */
export async function isOutdated(
  { context }: Shelf,
  sources: readonly Source[],
  orders: readonly string[],
): Promise<boolean> {
  const overlays = await storedOverlaysOf(context, orders)
  for (const { record, id, rev } of sources) {
    if (record === 'order') {
      const now = (overlays.get(id) ?? []).reduce(
        (sum, one) => (decides(one.record) ? sum + one.rev : sum),
        0,
      )
      if (now !== rev) return true
    }
    if (record !== 'goods' && record !== 'template') continue
    const stored = await getRecord(context, record === 'goods' ? 'goods' : 'templates', id)
    if (stored?.rev !== rev) return true
  }
  return false
}
