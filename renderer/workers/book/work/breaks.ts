import type { BreakKind, Effect } from '#shared/matching/break'
import { readOrphans } from '../../../data/facts/orphans'
import { readResults } from '../../../data/facts/results'
import type { BreakPage, BreakQuery, BreakView } from '../../../data/port'
import { readSetting } from '../../../data/settings'
import { matchSetting, MatchMark } from '../../matching/mark'
import { totalsOf } from '../projection/totals'
import type { BookSession } from '../session'
import { pageLimit } from '../views'

type Place = { order: string; at: number }
const rooms = ['orders', 'payments', 'waybills'] as const

/** One page of breaks: those of orders first, then payments and waybills without an order. */
export async function pageBreaks(
  session: BookSession,
  { kind, effect, numbers, offset, limit }: BreakQuery,
): Promise<BreakPage> {
  const { book, projection } = session
  const { context } = book
  const byKind: Partial<Record<BreakKind, number>> = {}
  const byEffect: Record<Effect, number> = { block: 0, pending: 0 }
  const count = (found: { kind: BreakKind; effect: Effect }) => {
    byKind[found.kind] = (byKind[found.kind] ?? 0) + 1
    byEffect[found.effect] += 1
  }
  const pasted = numbers && recordsWith(session, numbers)
  const wanted = (id: string, found: { kind: BreakKind; effect: Effect }) =>
    (!kind || found.kind === kind) && (!effect || found.effect === effect) && (!pasted || pasted.ids.has(id))

  const places: Place[] = []
  for (const { id } of projection.orders.rows()) {
    for (const [at, found] of projection.breaksOf(id).entries()) {
      count(found)
      if (wanted(id, found)) places.push({ order: id, at })
    }
  }
  const orphans = await readOrphans(context)
  for (const found of orphans) count(found)
  const alone = orphans.filter((found) => wanted(found.fact, found))

  const most = Math.min(limit, pageLimit)
  const page = places.slice(offset, offset + most)
  const results = await readResults(context, [...new Set(page.map(({ order }) => order))])
  const rows = page.flatMap(({ order, at }): BreakView[] => {
    const found = results.get(order)?.breaks[at]
    return found ? [{ ...found, order, day: projection.orders.get(order)?.day ?? '' }] : []
  })
  const rest = Math.max(0, offset - places.length)
  const lonely = alone.slice(rest, rest + most - page.length)
  rows.push(...lonely.map((found) => ({ ...found, day: dayOf(session, found.fact) })))
  const owners = [...new Set(places.map(({ order }) => order))]
  const mark = await readSetting(context, matchSetting, MatchMark)
  return {
    rows,
    total: places.length + alone.length,
    byKind,
    byEffect,
    totals: totalsOf<'orders'>(owners.flatMap((id) => projection.orders.get(id) ?? [])),
    notFound: pasted?.notFound ?? [],
    ...(mark && { matchedAt: mark.at }),
  }
}

const dayOf = ({ projection }: BookSession, id: string): string =>
  (projection.payments.get(id) ?? projection.waybills.get(id))?.day ?? ''

/** Records of any kind that carry one of these numbers, and the numbers that none carries. */
function recordsWith({ views }: BookSession, numbers: string[]): { ids: Set<string>; notFound: string[] } {
  const pages = rooms.map((table) => ({
    ids: views.ids(table, { numbers }),
    notFound: new Set(views.page({ table, filter: { numbers }, offset: 0, limit: 1 }).notFound),
  }))
  return {
    ids: new Set(pages.flatMap(({ ids }) => ids)),
    notFound: numbers.filter((number) => pages.every(({ notFound }) => notFound.has(number))),
  }
}
