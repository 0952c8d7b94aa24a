import { add, cmp, neg } from '../../money/decimal'
import { OPENING, type Draw, type InstitutionAccount, type Movement } from './levels'

export type DrawFault =
  | { code: 'inflow-unknown'; told: { id: string } }
  | { code: 'inflow-exceeded'; told: { id: string; amount: string; most: string } }

/**
 * Why what a person wrote that an outflow drew on cannot be: an inflow that the account does not have in its currency, more
 * of one than came in, or more than went out. The opening balance counts as an inflow of its own.
 */
export function drawFault(
  { openings, movements }: Pick<InstitutionAccount, 'openings' | 'movements'>,
  out: Pick<Movement, 'id' | 'currency' | 'amount'>,
  draws: readonly Omit<Draw, 'outId'>[],
): DrawFault | undefined {
  const inflows = new Map([[OPENING, openings[out.currency] ?? '0']])
  for (const { id, currency, amount } of movements) if (currency === out.currency) inflows.set(id, amount)
  const taken = new Map<string, string>()
  let all = '0'
  for (const { inId, amount } of draws) {
    const most = inflows.get(inId) ?? '0'
    if (cmp(most, '0') <= 0) return { code: 'inflow-unknown', told: { id: inId } }
    const own = add(taken.get(inId) ?? '0', amount)
    if (cmp(own, most) > 0) return { code: 'inflow-exceeded', told: { id: inId, amount: own, most } }
    taken.set(inId, own)
    all = add(all, amount)
  }
  const most = cmp(out.amount, '0') < 0 ? neg(out.amount) : '0'
  return cmp(all, most) > 0 ? { code: 'inflow-exceeded', told: { id: out.id, amount: all, most } } : undefined
}
