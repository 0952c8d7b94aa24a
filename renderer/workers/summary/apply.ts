import { applicationDocuments } from '#shared/summary/application'
import type { Declarant } from '#shared/summary/application'
import type { Application } from '#shared/summary/application-record'
import { groupEntries } from '#shared/summary/group'
import type { SummaryList } from '#shared/summary/summary-list'
import { totalsOf } from '#shared/summary/totals'
import type { Book } from '../../data/book'
import { DataRefusal } from '../../data/errors/refusal'
import type { AppliedSummary, SummaryChoice } from '../../data/port'
import { getRecord } from '../../data/read/records'
import { newGuid } from '../declaration/build'
import { queueParts } from '../declaration/parts-queue'
import { loadSources } from '../declaration/sources'
import type { Sources } from '../declaration/sources'
import { applicationGroups } from './preview'
import { readSummaryLists } from './read'

export type ApplyTask = {
  choice: SummaryChoice
  included: readonly string[]
  /** Who makes the 报关单; the declarant of the lists when absent. */
  declarant: Declarant | undefined
  why: string
}

/** Build one 汇总申请 (701) for each 申报地海关 and declarant of these lists, and queue them together. */
export async function applySummary(book: Book, who: string, task: ApplyTask): Promise<AppliedSummary> {
  const { choice, declarant, why } = task
  const lists = await readSummaryLists(book, task.included)
  if (lists.length === 0) throw new DataRefusal('summary-empty', { period: choice.period })
  const sources = await loadSources(book)
  const now = book.context.now()
  const groups = applicationGroups(lists)
  const queued = await queueParts(
    book,
    who,
    why,
    sources,
    'summary.apply',
    groups.map((group) => ({
      table: 'applications' as const,
      message: 'CEB701',
      copNo: undefined,
      build: (copNo: string) => applicationOf(group, copNo, choice, declarant, now),
    })),
  )
  return { ...queued, applications: queued.copNos, lists: lists.length }
}

function applicationOf(
  lists: readonly SummaryList[],
  copNo: string,
  { period, grouping }: SummaryChoice,
  chosen: Declarant | undefined,
  now: string,
): Application {
  const { head } = lists[0]!.inventory
  const declarant = chosen ?? { code: head['agentCode'] ?? '', name: head['agentName'] ?? '' }
  return {
    copNo,
    period,
    customsCode: head['customsCode'] ?? '',
    grouping,
    declarant,
    lists: lists.map(({ id, invtNo }) => ({ id, invtNo })),
    totals: totalsOf(lists),
    entries: groupEntries(lists, grouping).length,
    documents: applicationDocuments({ lists, copNo, grouping, declarant, guid: newGuid, now }),
    state: 'waiting',
  }
}

/**
 * Send an application again that was taken back or came back: same number, same lists. What customs never took in is new
 * again, what it turned down goes as the zone sets it.
 */
export async function resendApplication(
  book: Book,
  who: string,
  id: string,
  why: string,
): Promise<AppliedSummary> {
  const stored = await getRecord(book.context, 'applications', id)
  if (!stored) throw new DataRefusal('missing', { table: 'applications', id })
  const { record } = stored
  if (record.state !== 'draft' && record.state !== 'refused')
    throw new DataRefusal('summary-stands', { copNo: record.copNo })
  const sources = await loadSources(book)
  const appType = appTypeOf(record, sources)
  const queued = await queueParts(book, who, why, sources, 'summary.resend', [
    {
      table: 'applications',
      message: 'CEB701',
      copNo: record.copNo,
      build: () => ({
        ...record,
        documents: record.documents.map(({ head, ...rest }) => ({
          ...rest,
          head: { ...head, appType, ...(record.preNo && appType === '2' && { preNo: record.preNo }) },
        })),
      }),
    },
  ])
  return { ...queued, applications: queued.copNos, lists: record.lists.length }
}

const appTypeOf = ({ state, answer }: Application, { zone }: Sources): string =>
  state === 'refused' && answer?.code === '100' ? zone.rejectedAppType : '1'
