import { isByEntry, modePaths } from '#shared/model/mode'
import { businessDay } from '#shared/time/shanghai'
import { periodOf } from '#shared/summary/period'
import { may, type Roles } from '#shared/people/roles'
import type { Params } from '../../app/room'
import { uncheckedLists, uncheckedOf, uncheckedParams } from '../../app/unchecked-lists'
import type {
  BookPort,
  DailyFigures,
  Filter,
  GatePassView,
  ImportView,
  ListState,
  SummaryMonth,
} from '../../data/port'

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
const byEntry = modePaths.filter(isByEntry)
const readyOrders = (is: 'in' | 'not-in'): Filter => ({
  where: [
    { column: 'state', is: 'in', values: ['ready'] },
    { column: 'copNo', is: 'empty' },
    { column: 'mode', is, values: byEntry },
  ],
})
const listsOf = (state: ListState): Filter => ({ where: [{ column: 'state', is: 'in', values: [state] }] })

const count = (passes: readonly GatePassView[], state: GatePassView['state']) =>
  passes.filter((pass) => pass.state === state).length

/** Lists of months that are over and that nobody summarised. */
const monthsOver = (months: readonly SummaryMonth[]): SummaryMonth[] => {
  const present = periodOf(new Date().toISOString())
  return months.filter(({ period, open }) => period < present && open > 0)
}
const openOf = (months: readonly SummaryMonth[]): number =>
  monthsOver(months).reduce((sum, { open }) => sum + open, 0)
const isLate = (months: readonly SummaryMonth[]): boolean => {
  const today = businessDay(new Date().toISOString())
  return monthsOver(months).some(({ due }) => due.day < today)
}

/** Who the work is shown to. */
type Officer = { officer: string; roles: Roles }

/** What another officer prepared and this one may check or send. */
async function toCheck(
  port: BookPort,
  { officer, roles }: Officer,
): Promise<{ agree: number; lists: number }> {
  const [{ rules }, acts] = await Promise.all([port.people(), port.askedActs()])
  const agree = may(roles, 'declare') ? acts.filter(({ standing }) => standing === 'open').length : 0
  if (!rules.checking || !may(roles, 'check')) return { agree, lists: 0 }
  const [all, own] = await Promise.all([
    port.totals('lists', uncheckedLists),
    port.totals('lists', uncheckedOf(officer)),
  ])
  return { agree, lists: all.rows - own.rows }
}

/** Everything that waits for a person, in the order of the work; nothing is listed that has nothing open. */
export async function openWork(port: BookPort, { byState }: DailyFigures, who: Officer): Promise<ToDo[]> {
  const [
    imports,
    lacking,
    pending,
    rules,
    refused,
    ready,
    entries,
    drafts,
    facts,
    passes,
    parcels,
    months,
    sums,
    checks,
  ] = await Promise.all([
    port.imports(),
    port.totals('orders', lacksGoods),
    port.breaks({ effect: 'pending', offset: 0, limit: 1 }),
    port.refusals({ offset: 0, limit: 1 }),
    port.totals('lists', listsOf('refused')),
    port.totals('orders', readyOrders('not-in')),
    port.totals('orders', readyOrders('in')),
    port.totals('lists', listsOf('draft')),
    port.exchangeFacts(),
    port.gatePasses(),
    port.parcels({ offset: 0, limit: 0 }),
    port.summaryMonths(),
    port.applications(),
    toCheck(port, who),
  ])
  // The worker of receipts is started only where there are some.
  const hasReceipts = imports.some(({ kind, state }) => kind === 'bank' && state === 'done')
  const receipts = hasReceipts ? await port.forexTotals() : { waiting: 0, declare: 0 }
  const all: ToDo[] = [
    { key: 'unknown', count: facts.unknownOutcome, room: 'queue', urgent: true },
    { key: 'attention', count: facts.attention, room: 'queue', urgent: true },
    {
      key: 'interrupted',
      count: imports.filter(({ interrupted }) => interrupted).length,
      room: 'imports',
      urgent: true,
    },
    { key: 'passesOver', count: count(passes, 'overdue'), room: 'gate-passes', urgent: true },
    { key: 'passesSoon', count: count(passes, 'soon'), room: 'gate-passes', urgent: true },
    { key: 'refused', count: refused.rows, room: 'lists', params: { face: 'causes' }, urgent: true },
    { key: 'rows', count: imports.reduce((sum, view) => sum + openRows(view), 0), room: 'imports' },
    { key: 'goods', count: lacking.rows, room: 'goods', params: { missing: '1' } },
    { key: 'unmatched', count: byState.unmatched, room: 'matching' },
    { key: 'pending', count: pending.total, room: 'matching', params: { effect: 'pending' } },
    { key: 'rules', count: rules.total, room: 'lists', params: { face: 'faults' } },
    { key: 'ready', count: ready.rows, room: 'lists', params: { face: 'build' } },
    {
      key: 'entries',
      count: entries.rows,
      room: 'orders',
      params: { state: 'ready', copNo: '', mode: byEntry.join(',') },
    },
    { key: 'weights', count: parcels.undecided, room: 'departure' },
    {
      key: 'sumsBack',
      count: sums.filter(({ state }) => state === 'refused').length,
      room: 'summary',
      urgent: true,
    },
    { key: 'months', count: openOf(months), room: 'summary', urgent: isLate(months) },
    { key: 'receiptsDue', count: receipts.declare, room: 'forex', params: { face: 'ledger' }, urgent: true },
    { key: 'receipts', count: receipts.waiting, room: 'forex', params: { face: 'ledger' } },
    { key: 'agree', count: checks.agree, room: 'second', urgent: true },
    { key: 'uncheckedLists', count: checks.lists, room: 'lists', params: uncheckedParams },
    { key: 'drafts', count: drafts.rows, room: 'lists', params: { state: 'draft' } },
  ]
  return all.filter(({ count }) => count > 0)
}
