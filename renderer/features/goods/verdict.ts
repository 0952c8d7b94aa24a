import type { StateTone } from '../../components/StateTag'
import type { GoodsFlags } from '../../data/port'

/** What of goods and a mode is worth knowing at a glance; the worst of everything that was said. */
export type Verdict = 'forbid' | 'missing' | 'ask' | 'free'

export const verdictTones: Readonly<Record<Verdict, StateTone>> = {
  forbid: 'bad',
  missing: 'bad',
  ask: 'neutral',
  free: 'good',
}

/** `free` says only that nothing in use names the goods, or that what they need is there. */
export function verdictOf(goods: Pick<GoodsFlags, 'flags' | 'brands' | 'missing'> | undefined): Verdict {
  if (!goods) return 'free'
  if (goods.flags.some(({ effect }) => effect === 'forbid')) return 'forbid'
  if (goods.missing.length > 0) return 'missing'
  return goods.flags.some(({ effect }) => effect === 'ask') || goods.brands.length > 0 ? 'ask' : 'free'
}
