import type { ReturnCase } from '#shared/returns/case'
import { directionOfList, returnMessage, takesGoods } from '#shared/returns/case'
import { deadlinesOf } from '#shared/returns/clocks'
import { returnDocument } from '#shared/returns/documents'
import { returnFaults } from '#shared/returns/faults'
import type { ReturnFault } from '#shared/returns/fault'
import type { ReplacementLink } from '#shared/returns/replacement'
import { quantitiesLeft, withStatutory } from '#shared/returns/quantities'
import type { ReturnedItem } from '#shared/returns/quantities'
import { eventRules } from '#shared/returns/routes'
import { businessDay } from '#shared/time/shanghai'
import { DataRefusal } from '../../data/errors/refusal'
import type { ReturnChoice, ReturnSheet, SealedRecord, Stored } from '../../data/port'
import type { Draft } from '../../data/write/draft'
import { newGuid } from '../declaration/build'

/** A 清单 with the cases that stand before it, in the order they were written down. */
export type ReturnOf = {
  list: Stored<SealedRecord<'lists'>>
  earlier: readonly Stored<ReturnCase>[]
}

/**
 * The 清单 and every case of it, read by the draft: the commit checks that none has changed and that nobody else has taken the
 * next serial.
 */
export async function readReturnOf(draft: Draft, id: string): Promise<ReturnOf> {
  const list = await draft.get('lists', id)
  if (!list) throw new DataRefusal('missing', { table: 'lists', id })
  const earlier: Stored<ReturnCase>[] = []
  for (let serial = 1; ; serial++) {
    const key = { listCopNo: list.record.list.copNo, serial } as ReturnCase
    const found = await draft.get('returns', await draft.idOf('returns', key))
    if (!found) return { list, earlier }
    earlier.push(found)
  }
}

/** What earlier cases took of the lines. */
export const takenBy = (earlier: readonly { record: ReturnCase }[]): ReturnedItem[][] =>
  earlier.filter(({ record }) => takesGoods(record)).map(({ record }) => record.items as ReturnedItem[])

/** What speaks against a return so. Goods count only where something comes back, and customs only where it is told. */
export function faultsOf(
  choice: ReturnChoice,
  { list, earlier }: Pick<ReturnOf, 'list' | 'earlier'>,
  sheet: Pick<ReturnSheet, 'direction' | 'mode' | 'releasedOn' | 'exportedOn'>,
  now: string,
): ReturnFault[] {
  if (choice.act !== 'return' && !eventRules[choice.event].ofGoods) return []
  const { inventory } = list.record.list.documents
  const today = businessDay(now)
  const declares = choice.act === 'return'
  return returnFaults({
    direction: sheet.direction,
    mode: sheet.mode,
    items: choice.items,
    left: quantitiesLeft(inventory.lines ?? [], takenBy(earlier)),
    ...(declares && { transport: choice.transport }),
    customsCode: inventory.head['customsCode'] ?? '',
    deadlines: declares
      ? deadlinesOf(
          {
            direction: sheet.direction,
            mode: sheet.mode,
            releasedOn: choice.releasedOn || sheet.releasedOn,
            exportedOn: choice.exportedOn || sheet.exportedOn,
            food: choice.food,
          },
          today,
        )
      : [],
    today,
  })
}

/** The record of a case as it is first written down, with its message where customs is told. */
export function caseOf(
  choice: ReturnChoice,
  { list, earlier }: ReturnOf,
  sheet: Pick<ReturnSheet, 'mode' | 'releasedOn' | 'exportedOn'>,
  copNo: string,
  now: string,
  replacement?: ReplacementLink,
): ReturnCase {
  const { record } = list
  const { inventory } = record.list.documents
  const direction = directionOfList(inventory)
  const declares = choice.act === 'return'
  const ofGoods = declares || eventRules[choice.event].ofGoods
  const releasedOn = choice.releasedOn || sheet.releasedOn
  const exportedOn = choice.exportedOn || sheet.exportedOn
  const made: ReturnCase = {
    copNo,
    list: list.id,
    listCopNo: record.list.copNo,
    invtNo: record.list.invtNo ?? '',
    orderNo: record.list.orderNo,
    serial: earlier.length + 1,
    direction,
    mode: sheet.mode,
    event: choice.event,
    act: choice.act,
    reason: choice.reason.trim(),
    items: ofGoods ? withStatutory(inventory, choice.items, takenBy(earlier)) : [],
    ...(declares && direction === 'export' && choice.transport && { transport: choice.transport }),
    ...(replacement && { replacement }),
    ...(releasedOn && { releasedOn }),
    ...(exportedOn && { exportedOn }),
    ...(choice.food && { food: true }),
    settled: {},
    notedAt: now,
    documents: [],
    state: declares ? 'draft' : 'noted',
  }
  return declares ? withDocument(made, list, '1', now) : made
}

/** What was chosen when the case was written down. */
export const choiceAsKept = ({ replacement: _made, ...record }: ReturnCase): ReturnChoice => ({
  ...record,
  items: record.items.map(({ gnum, qty }) => ({ gnum, qty })),
})

/** The case with its message made anew: another attempt, another time. */
export function withDocument(
  record: ReturnCase,
  list: Stored<SealedRecord<'lists'>>,
  appType: string,
  now: string,
): ReturnCase {
  const document = returnDocument(returnMessage(record), {
    list: list.record.list.documents.inventory,
    invtNo: record.invtNo,
    copNo: record.copNo,
    ...(appType === '2' && { preNo: record.preNo }),
    appType,
    reason: record.reason,
    items: record.items as ReturnedItem[],
    transport: record.transport,
    guid: newGuid(),
    now,
  })
  return { ...record, documents: [document] }
}
