import { applicationKey } from '#shared/summary/application'
import { groupEntries } from '#shared/summary/group'
import type { Entry } from '#shared/summary/group'
import type { Grouping } from '#shared/summary/keys'
import type { StatementEntry } from '#shared/summary/statement'
import type { SummaryList } from '#shared/summary/summary-list'
import { totalsOf } from '#shared/summary/totals'
import type { Book } from '../../data/book'
import type { SummaryPreview } from '../../data/port'
import { readSummaryLists } from './read'

export type PreviewTask = { included: readonly string[]; simplified: readonly string[]; grouping: Grouping }
export type Previewed = Pick<SummaryPreview, 'entries' | 'included' | 'simplified' | 'applications'>

/** The 报关单 to come of these lists, application by application, with the sums of what is in and of what is A. */
export async function previewSummary(book: Book, task: PreviewTask): Promise<Previewed> {
  const lists = await readSummaryLists(book, task.included)
  const groups = applicationGroups(lists)
  const entries = groups.flatMap((group) => groupEntries(group, task.grouping))
  return {
    entries: entries.map((entry, at) => shown({ ...entry, no: at + 1 })),
    included: totalsOf(lists),
    simplified: totalsOf(await readSummaryLists(book, task.simplified)),
    applications: groups.length,
  }
}

/** Lists that go into one application each. */
export function applicationGroups(lists: readonly SummaryList[]): SummaryList[][] {
  const groups = new Map<string, SummaryList[]>()
  for (const list of lists) {
    const key = applicationKey(list)
    const group = groups.get(key)
    if (group) group.push(list)
    else groups.set(key, [list])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

/** An entry for the screen: the lines behind its items stay in the worker. */
export const shown = (entry: Entry, application = '', entryId = ''): StatementEntry => ({
  ...entry,
  items: entry.items.map(({ lines: _lines, ...item }) => item),
  application,
  entryId,
})
