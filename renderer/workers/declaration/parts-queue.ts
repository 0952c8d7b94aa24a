import type { Enterprise } from '#shared/model/enterprise'
import type { CebDocument } from '#shared/model/list'
import { businessKey } from '#shared/protocol/keys'
import type { Book } from '../../data/book'
import { BookStore } from '../../data/engine/store'
import { DataRefusal } from '../../data/errors/refusal'
import type { SealedRecord } from '../../data/port'
import type { Draft } from '../../data/write/draft'
import type { Enqueued } from '#shared/protocol/engine/records'
import { accountFor } from '../engine/account'
import { firstFault } from './first-fault'
import { copNumbers, nextBatchNo } from './numbering'
import { reasons } from './reasons'
import type { Sources } from './sources'
import { submissionsOf } from './submissions'

/** Records that are sent as a whole, in parts under one number. */
export type PartsTable = 'applications' | 'departures' | 'returns'
export type PartsRecord<T extends PartsTable> = SealedRecord<T> & { documents: CebDocument[] }

export type PartsWanted<T extends PartsTable> = {
  table: T
  message: string
  /** Its own number when it goes again; a new one is drawn otherwise. */
  copNo: string | undefined
  /** Thought out inside the transaction: what it reads by the draft is checked with it. */
  build(copNo: string, draft: Draft): PartsRecord<T> | Promise<PartsRecord<T>>
}
export type PartsQueued = { copNos: string[]; documents: number; batchNo: string }

/**
 * Queue records of several documents in one transaction, all or none, under one 批次号. Each is checked in full first;
 * the first fault refuses the act and says where it is.
 */
export async function queueParts<T extends PartsTable>(
  { context }: Book,
  who: string,
  why: string,
  sources: Pick<Sources, 'codes' | 'enterprise' | 'unlisted'>,
  name: string,
  wanted: readonly PartsWanted<T>[],
): Promise<PartsQueued> {
  const enterprise: Enterprise = sources.enterprise.value
  if (enterprise.dxpId.trim() === '') throw refusalOf(reasons.noDxpId)
  const at = context.now()
  const store = new BookStore(context, accountFor(enterprise))
  let queued: PartsQueued = { copNos: [], documents: 0, batchNo: '' }
  const intent = async (draft: Draft): Promise<Enqueued[]> => {
    const batchNo = await nextBatchNo(context, draft, enterprise.desk)
    const numbers = await copNumbers(context, draft, enterprise)
    const submissions: Enqueued[] = []
    const copNos: string[] = []
    for (const { table, message, copNo: own, build } of wanted) {
      const copNo = own ?? numbers.next()
      const record = await build(copNo, draft)
      const send = record.documents.map((document) => ({
        message,
        businessKey: businessKey(message, document.head)!,
        document,
      }))
      const fault = firstFault(send, sources, at)
      if (fault) throw refusalOf(fault)
      const stored = { ...record, state: 'waiting', batchNo, queuedAt: at } as SealedRecord<T>
      const id = await draft.put(table, stored)
      const parts = await submissionsOf(context.keys, id, { send, awaited: [], kind: 'declare' }, at)
      submissions.push(...parts.map((one) => ({ ...one, batchNo })))
      copNos.push(copNo)
    }
    await numbers.keep()
    queued = { copNos, documents: submissions.length, batchNo }
    return submissions
  }
  const result = await store.enqueueWith(who, why, intent, at, { replaces: [], name })
  if (!result.ok) throw refusalOf(result.reason)
  return queued
}

/** A reason as the data port refuses: what, and what to do. */
export const refusalOf = ({
  code,
  text,
  fix,
}: {
  code: string
  text: { zh: string; en: string }
  fix?: { zh: string; en: string }
}) =>
  DataRefusal.carried(code, {
    zh: fix ? `${text.zh}。${fix.zh}` : text.zh,
    en: fix ? `${text.en}. ${fix.en}` : text.en,
  })
