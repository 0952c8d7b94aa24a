import { daysLeft, dueOn, passState } from '#shared/declaration/modes/gate-pass'
import { businessDay } from '#shared/time/shanghai'
import { allRecords } from '../../../data/read/records'
import type { GatePassView, OrderState } from '../../../data/port'
import type { BookSession } from '../session'

/** Declared, whatever became of it later: a list that came back has to be declared again. */
const declaredStates: readonly (OrderState | '')[] = ['waiting', 'inspected', 'released', 'cleared']

/** Every 核放单 with its countdown, the most urgent first. Works without a line: it needs the clock only. */
export async function gatePassesOf({ book, projection }: BookSession): Promise<GatePassView[]> {
  const today = businessDay(book.context.now())
  const views = (await allRecords(book.context, 'gatePasses')).map(({ id, rev, record }): GatePassView => {
    const orders = record.orders.flatMap((order) => projection.orders.get(order) ?? [])
    const declared = orders.filter(({ state }) => declaredStates.includes(state)).length
    const left = daysLeft(record, today)
    const state = passState(left, record.orders.length, declared)
    return { id, rev, record, dueOn: dueOn(record), daysLeft: left, declared, state }
  })
  const rank = ({ state }: GatePassView) => (state === 'done' ? 1 : 0)
  return views.sort((a, b) => rank(a) - rank(b) || a.daysLeft - b.daysLeft)
}
