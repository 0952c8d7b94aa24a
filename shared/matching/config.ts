import { z } from 'zod'
import { decimalText } from '../model/field'
import { breakKinds, Effect, type BreakKind } from './break'

/** Breaks that by default let the 清单 go: since 2024-12-15 no 收款单 has to precede it (海关总署公告2024年第167号). */
const pendingByDefault: ReadonlySet<BreakKind> = new Set<BreakKind>([
  'payment-missing',
  'payment-short',
  'payment-late',
  'payment-duplicate',
  'payment-shared',
  'payment-key-differs',
  'payment-orphan',
  'refund-part',
  'waybill-orphan',
])

const defaultEffects = Object.fromEntries(
  breakKinds.map((kind) => [kind, pendingByDefault.has(kind) ? 'pending' : 'block']),
) as Record<BreakKind, Effect>

/** Data per enterprise and zone. Tolerance: a payment may be short by the greater of both; days count from the order. */
export const MatchConfig = z.object({
  effects: z.record(z.enum(breakKinds), Effect),
  shortAmount: decimalText,
  shortPercent: decimalText,
  lateDays: z.int().nonnegative(),
})
export type MatchConfig = z.infer<typeof MatchConfig>

/** Part of the configuration as a zone or an enterprise states it; what it leaves out is inherited. */
export type MatchSettings = Partial<Omit<MatchConfig, 'effects'>> & {
  effects?: Partial<Record<BreakKind, Effect>>
}

export const defaultMatchConfig: MatchConfig = {
  effects: defaultEffects,
  shortAmount: '0.05',
  shortPercent: '5',
  lateDays: 20,
}

/** Lay settings over the defaults, the later over the earlier (zone first, then enterprise). */
export function matchConfig(...settings: readonly (MatchSettings | undefined)[]): MatchConfig {
  return settings.reduce<MatchConfig>(
    (config, own) => ({ ...config, ...own, effects: { ...config.effects, ...own?.effects } }),
    defaultMatchConfig,
  )
}
