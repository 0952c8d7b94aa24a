import { isEditable, stateOfLine } from '#shared/rebate/book/life'
import type { RebateLine } from '#shared/rebate/book/records'
import { DataRefusal } from '../../data/errors/refusal'
import type * as Port from '../../data/port'
import { keyedId } from '../../data/sealing/blind'
import { inParts } from './batches'
import { today } from './facts'
import type { RebateStore } from './store'

/** Whether a line may get another 出口日期: its papers do not tell it, and no office has it or has decided on it. */
function isOpen(store: RebateStore, key: string): boolean {
  const line = store.lineOf.get(key)?.record
  if (store.items.get(key)?.item.exportDate !== undefined) return false
  if (!line) return true
  const batch = store.held.rebateBatches.get(line.batch)?.record
  if (batch?.locked || line.exemptIn !== undefined) return false
  return isEditable(stateOfLine(line, batch?.checkedAt))
}

/**
 * Note the 出口日期 of items. It is kept with the line of the item, also while that stands in no batch yet: a line is chosen with
 * its day, because the law it is judged by follows from it.
 */
export async function dateItems(
  store: RebateStore,
  rows: readonly Pick<Port.RebateItemRow, 'id' | 'no' | 'item'>[],
  exportDate: string,
  why: string,
): Promise<{ dated: number; left: number }> {
  if (exportDate > today(store))
    throw new DataRefusal('day-to-come', { day: exportDate, today: today(store) })
  const { context } = store.book
  const open = rows.filter(({ id }) => isOpen(store, id))
  const ids = await Promise.all(
    open.map(({ no, item }) => keyedId(context.keys, 'rebateLines', [no, String(item)])),
  )
  const idOf = new Map(open.map((row, at) => [row, ids[at]!]))
  await inParts(
    store,
    'rebate.exportDate',
    why,
    open,
    (row) => idOf.get(row)!,
    async (draft, { no, item }) => {
      const fresh: RebateLine = {
        no,
        item,
        exportDate,
        batch: '',
        importId: '',
        answers: {},
        history: [],
        touchedAt: context.now(),
      }
      const before = (await draft.get('rebateLines', await draft.idOf('rebateLines', fresh)))?.record ?? fresh
      await draft.put('rebateLines', { ...before, exportDate, answers: { ...before.answers, exportDate } })
    },
  )
  return { dated: open.length, left: rows.length - open.length }
}
