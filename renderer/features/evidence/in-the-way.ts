import type { Block } from '#shared/evidence/blocks'
import { acts, type Act } from '#shared/evidence/kinds'
import type { BookPort, TariffUsed } from '../../data/port'

/** One paper that is wanting, and every act it stands in the way of. */
export type InTheWay = { block: Block; acts: Act[] }

/** Goods looked at for their papers; the list says how many more there are. */
export const mostGoods = 500

/**
 * Everything that a paper keeps from being done on a day: each paper once, what stops in front. `used`: the tariff that
 * goods were judged by; `goods`: how many of them have anything said of them.
 */
export async function inTheWay(
  port: Pick<BookPort, 'evidenceBlocks' | 'flaggedGoods' | 'agency'>,
  mode: string,
  on: string,
): Promise<{ rows: InTheWay[]; used: TariffUsed; goods: number }> {
  const [flagged, agency] = await Promise.all([
    port.flaggedGoods({ mode, on, offset: 0, limit: mostGoods }),
    port.agency(on),
  ])
  const skus = flagged.rows.flatMap(({ sku, missing }) => (missing.length > 0 ? [sku] : []))
  const principal = agency.agent && agency.principal
  const rows = new Map<string, InTheWay>()
  for (const act of acts) {
    const intent = { act, on, skus, mode, ...(principal !== undefined && { principal }) }
    for (const block of await port.evidenceBlocks(intent)) {
      const key = `${block.kind} ${block.subject}`
      const known = rows.get(key)
      if (known) known.acts.push(act)
      else rows.set(key, { block, acts: [act] })
    }
  }
  const inOrder = [...rows.values()].sort((a, b) => Number(b.block.stops) - Number(a.block.stops))
  return { rows: inOrder, used: flagged.tariff, goods: flagged.total }
}
