import type { WeightTolerance } from '#shared/departure/weight-check'
import type * as Port from '../../data/port'
import { putSetting, toleranceKey } from '../../data/settings'
import { command } from '../../data/write/command'
import { SummaryHost } from './summary-host'
import { boarding, departureViews, tick } from './work/departures'
import { billsOf, decideWeights, pageParcels } from './work/parcels'

/** The book at the warehouse: what parcels weigh, and the 总分单 they leave on. */
export class DepartureHost extends SummaryHost implements Omit<Port.BookPort, keyof Port.DeskPort> {
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

  async tickDeparture(departure: string, what: 'arrived' | 'left', note: string): Promise<void> {
    return tick(await this.settled(), departure, what, note)
  }
}
