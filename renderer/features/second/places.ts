import { openRoom, openTab } from '../../app/navigation'
import type { AskedView } from '../../data/port'

/** Where an act is at home. What is about several documents is seen there; a single one is opened itself. */
const rooms: Readonly<Record<string, string>> = {
  withdraw: 'lists',
  applySummary: 'summary',
  resendApplication: 'summary',
  deleteApplication: 'summary',
  depart: 'departure',
  resendDeparture: 'departure',
  keepReturn: 'returns',
  sendReturn: 'returns',
  queueFiling: 'filing',
  decideFiling: 'filing',
  fileParties: 'filing',
  fileGoods: 'goods',
  actOnRebateLines: 'rebate',
  declareExempt: 'rebate',
  reclaimRebateLine: 'rebate',
  sendRebateLetter: 'rebate',
  presentForexCredits: 'forex',
  submitForexApplication: 'forex',
}
/** Views that show one record of a table by its id. */
const views: Readonly<Record<string, string>> = {
  lists: 'lists/record',
  goods: 'goods/record',
  rebateBatches: 'rebate/batch',
  forexCredits: 'forex/credit',
}
/** Rooms that open at one record of a table. */
const places: Readonly<Record<string, string>> = {
  applications: 'summary',
  departures: 'departure',
  returns: 'returns',
}

/** Acts that have words and a place; another one belongs to a newer version. */
export const knownActs: readonly string[] = Object.keys(rooms)

/** The way to one of the documents an act is about; undefined where it has no view of its own. */
export function wayTo(
  { table = '', ids = [], numbers = [] }: AskedView,
  at: number,
): (() => void) | undefined {
  const id = ids[at]
  if (id === undefined) return undefined
  const view = views[table]
  if (view) return () => openTab({ view, params: { id }, title: numbers[at] ?? '' })
  const place = places[table]
  return place === undefined ? undefined : () => openRoom(place, { id })
}

/** Open what an act is about: the one document, else the room it is done in. */
export function openAct(act: AskedView): void {
  const way = act.count === 1 ? wayTo(act, 0) : undefined
  if (way) return way()
  openRoom(rooms[act.act] ?? 'home')
}
