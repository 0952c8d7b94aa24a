import { addDays } from '#shared/rules/days'
import type { CreditNature } from '#shared/forex/ledger/claims'
import type { Condition } from '../../../data/port'

/** Only these go on to orders; the others leave the flow with a reason. */
export const inFlow = (nature: CreditNature): boolean => nature === 'goods' || nature === 'advance'

/** Ages of what is open, in days since the credit: three days to claim, 30 and 90 as the reports count. */
export const openAges = [
  { id: 'to3', from: 0, to: 3 },
  { id: 'to30', from: 4, to: 30 },
  { id: 'to90', from: 31, to: 90 },
  { id: 'over90', from: 91, to: undefined },
] as const
export type OpenAge = (typeof openAges)[number]['id']

/** Credits that are neither presented nor out of the flow and not yet matched, of an age. */
export function openOf(age: OpenAge | '', today: string): Condition[] {
  const named = openAges.find(({ id }) => id === age)
  const open: Condition[] = [
    { column: 'stage', is: 'in', values: ['unclaimed', 'inFlow'] },
    { column: 'left', is: 'not-in', values: ['0', '0.0', '0.00', '0.000'] },
  ]
  if (!named) return open
  const from = named.to === undefined ? undefined : addDays(today, -named.to)
  return [
    ...open,
    {
      column: 'day',
      is: 'between',
      ...(from !== undefined && { from }),
      to: addDays(today, -named.from),
    },
  ]
}
