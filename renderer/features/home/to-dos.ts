import type { Remote } from 'comlink'
import type { Params } from '../../app/room'
import type { BookPort, DailyFigures, Filter, ImportView } from '../../data/port'

/** Open work and the room where it is done. `key` names its words. */
export type ToDo = { key: string; count: number; room: string; params?: Params; urgent?: boolean }

const openRows = ({ stored, settled, state }: ImportView) =>
  state === 'done' ? stored.refused - (settled?.mended ?? 0) - (settled?.dropped ?? 0) : 0

const lacksGoods: Filter = {
  where: [
    { column: 'state', is: 'in', values: ['incomplete'] },
    { column: 'missing', is: 'filled' },
  ],
}
const refusedLists: Filter = { where: [{ column: 'state', is: 'in', values: ['refused'] }] }

/** Everything that waits for a person, in the order of the work; nothing is listed that has nothing open. */
export async function openWork(port: Remote<BookPort>, { byState }: DailyFigures): Promise<ToDo[]> {
  const [imports, lacking, pending, rules, refused, facts] = await Promise.all([
    port.imports(),
    port.totals('orders', lacksGoods),
    port.breaks({ effect: 'pending', offset: 0, limit: 1 }),
    port.refusals({ offset: 0, limit: 1 }),
    port.totals('lists', refusedLists),
    port.exchangeFacts(),
  ])
  const all: ToDo[] = [
    { key: 'unknown', count: facts.unknownOutcome, room: 'queue', urgent: true },
    { key: 'attention', count: facts.attention, room: 'queue', urgent: true },
    {
      key: 'interrupted',
      count: imports.filter(({ interrupted }) => interrupted).length,
      room: 'imports',
      urgent: true,
    },
    { key: 'refused', count: refused.rows, room: 'declaration', params: { state: 'refused' }, urgent: true },
    { key: 'rows', count: imports.reduce((sum, view) => sum + openRows(view), 0), room: 'imports' },
    { key: 'goods', count: lacking.rows, room: 'missing' },
    { key: 'unmatched', count: byState.unmatched, room: 'matching' },
    { key: 'pending', count: pending.total, room: 'matching', params: { effect: 'pending' } },
    { key: 'rules', count: rules.total, room: 'declaration' },
    { key: 'ready', count: byState.ready, room: 'declaration' },
  ]
  return all.filter(({ count }) => count > 0)
}
