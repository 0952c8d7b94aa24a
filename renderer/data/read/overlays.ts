import type { BookContext } from '../context'
import type { Overlay, Stored } from '../port'
import { eachRecord } from './records'

type Laid = Stored<Overlay>

/** What officers decided about orders, by the order it concerns, and which orders travel in another one (合单). */
export type Overlays = {
  of(fact: string): readonly Laid[]
  mergedInto(order: string): readonly string[]
}

const changing: readonly Overlay['aspect'][] = ['cancelled', 'reinstated', 'split', 'merged', 'class', 'mode']
const kept: readonly Overlay['aspect'][] = [...changing, 'refused', 'weight']

export async function readOverlays(context: BookContext): Promise<Overlays> {
  const byFact = new Map<string, Laid[]>()
  const merged = new Map<string, string[]>()
  for await (const chunk of eachRecord(context, 'overlays')) {
    for (const one of chunk) {
      const { aspect, fact } = one.record
      if (!kept.includes(aspect)) continue
      byFact.set(fact, [...(byFact.get(fact) ?? []), one])
      if (one.record.aspect === 'merged') {
        merged.set(one.record.into, [...(merged.get(one.record.into) ?? []), fact])
      }
    }
  }
  return { of: (fact) => byFact.get(fact) ?? [], mergedInto: (order) => merged.get(order) ?? [] }
}

/** Whether what was laid over an order changes what its 清单 says. */
export const decides = ({ aspect }: Overlay): boolean => changing.includes(aspect)

/**
 * Revision of an order as a 清单 remembers it: the fact itself never changes, so it is what was laid over it.
 * Revisions only grow, and so does their sum.
 */
export const orderRevision = (overlays: readonly Laid[]): number =>
  overlays.reduce((sum, { rev, record }) => (decides(record) ? sum + rev : sum), 0)
