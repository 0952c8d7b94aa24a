import { kindOf } from '#shared/protocol/document-kind'
import { mayDo } from '#shared/protocol/actions'
import type { Reason, SubmissionHead } from '#shared/protocol/engine/records'
import type { Book } from '../../data/book'
import { BookStore } from '../../data/engine/store'
import { allRecords, getRecords } from '../../data/read/records'
import { command } from '../../data/write/command'
import { DataRefusal } from '../../data/errors/refusal'
import { accountFor } from '../engine/account'
import { allDocumentsOf } from './documents'
import { historiesOf, keyOf, viewOfList } from './histories'
import type { Histories } from './histories'
import { leaveOut } from './left-out'
import type { LeftOuts } from './left-out'
import type { StoredOne } from './queue'
import { reasons } from './reasons'

const perPart = 100

type Acted = LeftOuts & { done: number }

/** Give 清单 up: those customs does not hold. Their order and waybill are free again, their number is not. */
export async function voidLists(
  book: Book,
  who: string,
  lists: readonly string[],
  why: string,
): Promise<Acted> {
  const acted = newActed()
  for await (const { part, histories } of eachPart(book, lists)) {
    const free = part.filter((stored) => {
      const reason = whyNotVoid(stored, histories)
      if (reason) leaveOut(acted, stored, reason)
      return !reason
    })
    if (free.length === 0) continue
    await command(book.context, 'list.void', who, why, async (draft) => {
      for (const { id, rev } of free) {
        const present = await draft.get('lists', id)
        if (present?.rev !== rev) {
          throw new DataRefusal('stale', { table: 'lists', id, expected: rev, found: present?.rev ?? 0 })
        }
        await draft.put('lists', { ...present.record, state: 'void' }, id)
      }
    })
    acted.done += free.length
  }
  return acted
}

function whyNotVoid({ record }: StoredOne, histories: Histories): Reason | undefined {
  if (record.declaredBy) return reasons.otherDesk
  if (record.state !== 'draft' && record.state !== 'refused') {
    return record.state === 'void' ? reasons.gone : reasons.stands
  }
  const view = viewOfList(record, histories)
  return !view || mayDo(view, 'void') ? undefined : reasons.stands
}

const mayCancel = (last: SubmissionHead | undefined): boolean =>
  last !== undefined && mayDo({ message: last.message, handling: last.stage, state: last.state }, 'take-back')

/**
 * Take out of the queue what has not left: the 清单, or the request to withdraw it. The 清单 goes before its partners, so
 * that no half of it is sent on.
 */
export async function takeBack(
  book: Book,
  who: string,
  lists: readonly string[],
  why: string,
): Promise<Acted> {
  const { context } = book
  const [enterprise] = await allRecords(context, 'enterprise')
  if (!enterprise) throw new DataRefusal('no-enterprise')
  const store = new BookStore(context, accountFor(enterprise.record))
  const acted = newActed()
  for await (const { part, histories } of eachPart(book, lists)) {
    for (const stored of part) {
      if (stored.record.declaredBy) {
        leaveOut(acted, stored, reasons.otherDesk)
        continue
      }
      const attempts = allDocumentsOf(stored.record)
        .filter(
          ({ message }) => (kindOf(message) === 'withdrawal') === (stored.record.state === 'withdrawing'),
        )
        .reverse()
        .map((one) => histories.get(keyOf(one))?.last)
      const at = context.now()
      const own = attempts[0]
      if (!own || !mayCancel(own) || !(await store.cancel(own.id, at, who, why))) {
        leaveOut(acted, stored, reasons.notLeft)
        continue
      }
      for (const last of attempts.slice(1)) {
        if (last?.dossier === stored.id && mayCancel(last)) await store.cancel(last.id, at, who, why)
      }
      acted.done += 1
    }
  }
  return acted
}

async function* eachPart(
  book: Book,
  lists: readonly string[],
): AsyncGenerator<{ part: StoredOne[]; histories: Histories }> {
  for (let i = 0; i < lists.length; i += perPart) {
    const part = await getRecords(book.context, 'lists', lists.slice(i, i + perPart))
    yield { part, histories: await historiesOf(book, part) }
  }
}

const newActed = (): Acted => ({ done: 0, leftOutCount: 0, leftOut: [] })
