import type { ChainMessage, Transmitter, Transmitters } from '#shared/protocol/transmitters'
import type { Ashore } from '#shared/departure/boarding'
import type { Departure } from '#shared/departure/departure'
import type { Verdict, WeightTolerance } from '#shared/departure/weight-check'
import type { Text } from '#shared/model/text'
import type { ListState } from './order-state'
import type { Filter } from './rows'

/** One weighed parcel against the goods master and its 清单. Weights in kg; '' where there is nothing to show. */
export type ParcelView = {
  id: string
  logisticsNo: string
  totalPackageNo: string
  billNo: string
  voyageNo: string
  weighed: string
  calculated: string
  difference: string
  verdict: Verdict
  decision: 'weighed' | 'calculated' | ''
  /** Its 清单: record id, own number, state and gross weight as it stands there. */
  list: string
  copNo: string
  listState: ListState | ''
  declared: string
  /** copNo of the 总分单 it is on. */
  departure: string
}
export type ParcelQuery = { verdict?: Verdict; billNo?: string; offset: number; limit: number }
/** Counts are of all parcels of the bill asked for, whatever verdict is shown. */
export type ParcelPage = {
  rows: ParcelView[]
  total: number
  byVerdict: Record<Verdict, number>
  undecided: number
  grossWeight: string
  tolerance: WeightTolerance
}

/** Weighed parcels of one bill and voyage: those that may board, and why the others may not. */
export type BillView = {
  billNo: string
  voyageNo: string
  trafName: string
  trafMode: string
  bags: number
  parcels: number
  ready: number
  grossWeight: string
  ashore: { reason: Ashore; parcels: number; numbers: string[] }[]
}

export type DepartureView = Omit<Departure, 'parcels' | 'documents'> & {
  id: string
  rev: number
  parcels: number
  bags: number
  parts: number
}
export type DepartureChoice = {
  billNo: string
  voyageNo: string
  trafName: string
  trafMode: string
  domesticTrafNo?: string
}
export type DepartureQueued = { departures: string[]; parcels: number; documents: number; batchNo: string }

/**
 * A message of the chain as one 清单 sees it. `ours`: this enterprise transmits it. `awaited`: somebody else does and nobody
 * knows that it went. `later`: it is not its turn yet.
 */
export type ChainView = {
  message: ChainMessage
  transmitter: Transmitter
  state: 'ours' | 'done' | 'awaited' | 'later'
  words: Text
  at?: string
  /** May be ticked by hand: it is somebody else's. */
  mayTick: boolean
}

/** How many 清单 were ticked, and what the journal knows the act by. */
export type Ticked = { ticked: number; group: string }

/** 称重核对 and 总分单. Part of `BookPort`; the same rules hold. */
export type DeparturePort = {
  parcels(query: ParcelQuery): Promise<ParcelPage>
  /** Which weight counts, for single parcels or for all that are over the tolerance and undecided; the number decided. */
  decideWeights(
    which: { ids: string[] } | { billNo?: string },
    take: 'weighed' | 'calculated',
    reason: string,
  ): Promise<number>
  setTolerance(tolerance: WeightTolerance, why: string): Promise<void>
  bills(): Promise<BillView[]>
  /** Build the 总分单 (607) of the parcels of a bill that may board, and queue it. */
  depart(choice: DepartureChoice, why: string): Promise<DepartureQueued>
  departures(): Promise<DepartureView[]>
  takeBackDeparture(departure: string, why: string): Promise<void>
  voidDeparture(departure: string, why: string): Promise<void>
  resendDeparture(departure: string, why: string): Promise<DepartureQueued>
  /** 507 运抵 or 509 离境, which somebody else transmits, ticked by hand. */
  tickDeparture(departure: string, what: 'arrived' | 'left', note: string): Promise<void>
  /** Every message of the chain of one 清单, in its order. */
  chain(list: string): Promise<ChainView[]>
  /** A message of somebody else, ticked for 清单; those for which it is our own, or known already, are left alone. */
  tickLists(lists: Filter, message: ChainMessage, note: string): Promise<Ticked>
  transmitters(): Promise<Transmitters>
  setTransmitters(table: Transmitters, why: string): Promise<void>
}
