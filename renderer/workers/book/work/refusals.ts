import type { RefusalPage, RefusalView } from '../../../data/port'
import { getRecords } from '../../../data/read/records'
import { RuleTally } from '../../declaration/tally'
import type { BookSession } from '../session'
import { pageLimit } from '../views'

/** Orders whose 清单 was refused by a rule, with every fault of each. */
export async function pageRefusals(
  { book, projection }: BookSession,
  { rule, offset, limit }: { rule?: string; offset: number; limit: number },
): Promise<RefusalPage> {
  const refused = [...projection.orders.rows()].filter(({ faults }) => faults.length > 0)
  const wanted = refused.filter(({ faults }) => !rule || faults.includes(rule))
  const tally = new RuleTally()
  const rows: RefusalView[] = []
  const page = new Set(wanted.slice(offset, offset + Math.min(limit, pageLimit)).map(({ id }) => id))
  for (const { id, orderNo, faults } of refused) {
    tally.add(faults.map((one) => projection.faultOf(one)))
    if (!page.has(id)) continue
    const laid = await getRecords(book.context, 'overlays', projection.overlaysOf(id))
    const refusal = laid.map(({ record }) => record).find((one) => one.aspect === 'refused')
    if (refusal) rows.push({ order: id, orderNo, at: refusal.at, faults: refusal.faults })
  }
  return { rows, total: wanted.length, rules: tally.counts }
}
