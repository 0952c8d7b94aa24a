import type { Departure } from '#shared/departure/departure'
import type { Weighing } from '#shared/model/weighing'
import { importOf } from '../../../data/facts/fact-id'
import type { Fact, Stored } from '../../../data/port'
import { normalNumber } from '../../../data/sealing/blind'

type Aboard = { id: string; copNo: string; state: Departure['state']; departure: Departure }

/** Parcels as the warehouse weighed them, and the 总分单 they are on, held unsealed and found by waybill number. */
export class ParcelIndex {
  readonly #weighings = new Map<string, Weighing>()
  readonly #departures = new Map<string, Aboard>()
  readonly #aboard = new Map<string, Aboard>()

  putWeighings(facts: readonly Fact<'weighings'>[]): void {
    for (const { id, record } of facts) this.#weighings.set(id, record)
  }

  deleteWeighing(id: string): void {
    this.#weighings.delete(id)
  }

  clearWeighings(): void {
    this.#weighings.clear()
  }

  weighingsOf(importId: string): string[] {
    return [...this.#weighings.keys()].filter((id) => importOf(id) === importId)
  }

  /** Each parcel once: what was weighed last counts. */
  weighings(): Map<string, { id: string; weighing: Weighing }> {
    const found = new Map<string, { id: string; weighing: Weighing }>()
    for (const [id, weighing] of this.#weighings)
      found.set(normalNumber(weighing.logisticsNo), { id, weighing })
    return found
  }

  putDepartures(departures: readonly Stored<Departure>[]): void {
    for (const { id, record } of departures) {
      for (const { logisticsNo } of this.#departures.get(id)?.departure.parcels ?? []) {
        if (this.#aboard.get(normalNumber(logisticsNo))?.id === id)
          this.#aboard.delete(normalNumber(logisticsNo))
      }
      const aboard = { id, copNo: record.copNo, state: record.state, departure: record }
      this.#departures.set(id, aboard)
      if (record.state === 'void') continue
      for (const { logisticsNo } of record.parcels) this.#aboard.set(normalNumber(logisticsNo), aboard)
    }
  }

  departures(): Iterable<Aboard> {
    return this.#departures.values()
  }

  /** The living 总分单 a parcel is on. */
  departureOf(logisticsNo: string): Aboard | undefined {
    return this.#aboard.size === 0 ? undefined : this.#aboard.get(normalNumber(logisticsNo))
  }
}
