import type { BreakKind } from '#shared/matching/break'
import { readOrphans } from '../../../data/facts/orphans'
import { readResults } from '../../../data/facts/results'
import type { BreakPage, BreakQuery, BreakView } from '../../../data/port'
import { readSetting } from '../../../data/settings'
import { matchSetting, MatchMark } from '../../matching/mark'
import type { BookSession } from '../session'
import { pageLimit } from '../views'

type Place = { order: string; at: number }

/** One page of breaks: those of orders first, then payments and waybills without an order. */
export async function pageBreaks(
  { book, projection }: BookSession,
  { kind, effect, offset, limit }: BreakQuery,
): Promise<BreakPage> {
  const { context } = book
  const byKind: Partial<Record<BreakKind, number>> = {}
  const wanted = (found: { kind: BreakKind; effect: string }) =>
    (!kind || found.kind === kind) && (!effect || found.effect === effect)
  const places: Place[] = []
  for (const { id } of projection.orders.rows()) {
    for (const [at, found] of projection.breaksOf(id).entries()) {
      byKind[found.kind] = (byKind[found.kind] ?? 0) + 1
      if (wanted(found)) places.push({ order: id, at })
    }
  }
  const orphans = await readOrphans(context)
  for (const found of orphans) byKind[found.kind] = (byKind[found.kind] ?? 0) + 1
  const alone = orphans.filter(wanted)
  const most = Math.min(limit, pageLimit)
  const page = places.slice(offset, offset + most)
  const results = await readResults(context, [...new Set(page.map(({ order }) => order))])
  const rows = page.flatMap(({ order, at }): BreakView[] => {
    const found = results.get(order)?.breaks[at]
    return found ? [{ ...found, order }] : []
  })
  const rest = Math.max(0, offset - places.length)
  rows.push(...alone.slice(rest, rest + most - page.length))
  const mark = await readSetting(context, matchSetting, MatchMark)
  return { rows, total: places.length + alone.length, byKind, ...(mark && { matchedAt: mark.at }) }
}
