import { withdrawalDocument, withdrawalMessage } from '#shared/declaration/withdrawal'
import { businessKey } from '#shared/protocol/keys'
import { notWithdrawn } from '#shared/protocol/act-refusals'
import { mayDo } from '#shared/protocol/actions'
import { situationOf } from '#shared/protocol/situations'
import type { Reason } from '#shared/protocol/engine/records'
import type { Zone } from '#shared/zones/zone'
import type { Book } from '../../data/book'
import type { DeclareSummary, WorkProgress } from '../../data/port'
import type { StopSignal } from '../job'
import { newGuid } from './build'
import type { Outgoing } from './documents'
import { firstFault } from './first-fault'
import { historiesOf, viewOfList } from './histories'
import type { Histories } from './histories'
import { Queue } from './queue'
import type { Planned, StoredOne } from './queue'
import { reasons } from './reasons'
import type { ListTask } from './rebuild'
import { loadSources } from './sources'
import type { Sources } from './sources'

/**
 * 撤销 (605, of an import 623): ask customs to withdraw 清单 it holds, each with the reason given. Until customs agrees (399) the 清单 keeps
 * its order and waybill; what was refused may be asked for again under the same number.
 */
export async function withdrawLists(
  book: Book,
  who: string,
  { lists, why }: ListTask,
  signal: StopSignal,
  progress: (p: WorkProgress) => void,
): Promise<DeclareSummary> {
  const sources = await loadSources(book)
  const queue = new Queue(book, who, why, sources.enterprise.value, 'list.withdraw')
  return queue.work(lists, signal, progress, 'withdrawing', async (part) => {
    const histories = await historiesOf(book, part)
    return part.map((stored) => planWithdrawal(stored, histories, sources, why, book.context.now()))
  })
}

function planWithdrawal(
  stored: StoredOne,
  histories: Histories,
  sources: Sources,
  reason: string,
  now: string,
): Planned {
  const { record } = stored
  const refused = whyNot(stored, histories, sources.zone)
  if (refused) return { stored, reason: refused }
  const known = record.withdrawal?.document.head['copNo']
  const request = (copNo: string): Outgoing => {
    const document = withdrawalDocument({ list: record.list, copNo, reason, guid: newGuid(), now })
    const message = withdrawalMessage(record.list)
    return { message, businessKey: businessKey(message, document.head)!, document }
  }
  // Checked under the number of the 清单, which has the form of the one it will draw.
  const fault = firstFault([request(known ?? record.list.copNo)], sources, now)
  if (fault) return { stored, reason: fault }
  return {
    stored,
    replaces: [],
    sending: (numbers) => ({ send: [request(known ?? numbers.next())], awaited: [], kind: 'declare' }),
    keep: ([sent]) => ({ ...record, withdrawal: { document: sent!.document, queuedAt: now } }),
  }
}

function whyNot({ record }: StoredOne, histories: Histories, zone: Zone): Reason | undefined {
  if (record.state === 'void') return notWithdrawn.withdrawn
  if (record.declaredBy) return reasons.otherDesk
  const view = viewOfList(record, histories)
  if (!view) return notWithdrawn.draft
  if (!mayDo(view, 'withdraw', zone)) return notWithdrawn[situationOf(view)]
  return record.list.invtNo ? undefined : notWithdrawn.stored
}
