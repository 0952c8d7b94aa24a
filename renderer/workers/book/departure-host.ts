import type { ChainMessage, Transmitters } from '#shared/protocol/transmitters'
import type { WeightTolerance } from '#shared/departure/weight-check'
import type * as Port from '../../data/port'
import { putSetting, toleranceKey } from '../../data/settings'
import { command } from '../../data/write/command'
import { SummaryHost } from './summary-host'
import { chainEvents, chainOf, putTransmitters, tickLists, transmittersOf } from './work/chain'
import { boarding, departureViews, tick } from './work/departures'
import { billsOf, decideWeights, pageParcels } from './work/parcels'

/** The book at the warehouse: what parcels weigh, and the 总分单 they leave on. */
export class DepartureHost
  extends SummaryHost
  implements
    Omit<
      Port.BookPort,
      keyof Port.DeskPort | keyof Port.SafetyPort | keyof Port.ReturnsPort | keyof Port.MessagesPort
    >
{
  /** What others did with its parcel stands in the timeline of a 清单 too, under its last attempt. */
  override async timeline(list: string): Promise<Port.ListTimeline> {
    const told = await super.timeline(list)
    const events = await chainEvents(await this.settled(), list)
    const [last, ...earlier] = told.attempts
    if (!last || events.length === 0) return told
    const all = [...last.events, ...events].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    return { ...told, attempts: [{ ...last, events: all }, ...earlier] }
  }

  async parcels(query: Port.ParcelQuery): Promise<Port.ParcelPage> {
    return pageParcels(await this.settled(), query)
  }

  async decideWeights(
    which: { ids: string[] } | { billNo?: string },
    take: 'weighed' | 'calculated',
    reason: string,
  ): Promise<number> {
    return decideWeights(await this.settled(), which, take, reason)
  }

  async setTolerance(tolerance: WeightTolerance, why: string): Promise<void> {
    const { book, who } = this.session
    await command(book.context, 'weight.tolerance', who, why, async (draft) => [
      await putSetting(draft, toleranceKey, { ...tolerance }),
    ])
  }

  async bills(): Promise<Port.BillView[]> {
    return billsOf(await this.settled())
  }

  async depart(choice: Port.DepartureChoice, why: string): Promise<Port.DepartureQueued> {
    const parcels = await boarding(await this.settled(), choice)
    return this.crews.declare((api) => api.depart({ choice, parcels, why }))
  }

  async departures(): Promise<Port.DepartureView[]> {
    return departureViews(await this.settled())
  }

  takeBackDeparture(departure: string, why: string): Promise<void> {
    return this.takeBackParts('departures', departure, why)
  }

  voidDeparture(departure: string, why: string): Promise<void> {
    return this.voidParts('departures', departure, why)
  }

  resendDeparture(departure: string, why: string): Promise<Port.DepartureQueued> {
    return this.crews.declare((api) => api.resendDeparture(departure, why))
  }

  async chain(list: string): Promise<Port.ChainView[]> {
    return chainOf(await this.settled(), list)
  }

  async tickLists(lists: Port.Filter, message: ChainMessage, note: string): Promise<Port.Ticked> {
    const session = await this.settled()
    return tickLists(session, session.views.ids('lists', lists), message, note)
  }

  async transmitters(): Promise<Transmitters> {
    return transmittersOf(await this.settled())
  }

  async setTransmitters(table: Transmitters, why: string): Promise<void> {
    return putTransmitters(await this.settled(), table, why)
  }

  async tickDeparture(departure: string, what: 'arrived' | 'left', note: string): Promise<void> {
    return tick(await this.settled(), departure, what, note)
  }
}
