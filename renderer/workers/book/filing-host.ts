import type * as Port from '../../data/port'
import type { FilingDeskPort } from '../filing/desk'
import { ForexHost } from './forex-host'
import { asking } from './forward'
import { telling } from './work/crews'

/** 备案, 税则, 监管标识, 证照 and 综试区 of the book; a worker of its own holds what they rest on. */
export class FilingHost
  extends ForexHost
  implements
    Port.FilingPort,
    Port.TariffPort,
    Port.ControlPort,
    Port.EvidencePort,
    Port.PiecePort,
    Port.ReferencePort,
    Port.ZonePort
{
  readonly #ask = asking<FilingDeskPort>((work) => this.crews.filing(work))

  readonly parties = this.#ask('parties')
  readonly party = this.#ask('party')
  readonly putParty = this.#ask('putParty')
  readonly dropParty = this.#ask('dropParty')
  readonly importParties = this.#ask('importParties')
  readonly partySheet = this.#ask('partySheet')
  readonly zoneLookedAt = this.#ask('zoneLookedAt')

  readonly tariffEditions = this.#ask('tariffEditions')
  readonly describeTariff = this.#ask('describeTariff')
  readonly searchTariff = this.#ask('searchTariff')
  readonly tariffLine = this.#ask('tariffLine')
  readonly previewConversion = this.#ask('previewConversion')
  readonly convertGoods = this.#ask('convertGoods')
  readonly workCalendars = this.#ask('workCalendars')

  readonly derivedValues = this.#ask('derivedValues')
  readonly movedMasters = this.#ask('movedMasters')
  readonly updateFromSources = this.#ask('updateFromSources')

  readonly controlLists = this.#ask('controlLists')
  readonly flagsOfGoods = this.#ask('flagsOfGoods')
  readonly flaggedGoods = this.#ask('flaggedGoods')
  readonly brands = this.#ask('brands')
  readonly setBrands = this.#ask('setBrands')

  readonly evidence = this.#ask('evidence')
  readonly putEvidence = this.#ask('putEvidence')
  readonly dropEvidence = this.#ask('dropEvidence')
  readonly evidenceFile = this.#ask('evidenceFile')
  readonly reminders = this.#ask('reminders')
  readonly remindersTold = this.#ask('remindersTold')
  readonly evidenceBlocks = this.#ask('evidenceBlocks')

  readonly pieces = this.#ask('pieces')
  readonly putPiece = this.#ask('putPiece')
  readonly recordStation = this.#ask('recordStation')
  readonly voidStation = this.#ask('voidStation')
  readonly dropPiece = this.#ask('dropPiece')

  readonly zoneChoice = this.#ask('zoneChoice')
  readonly zoneInUse = this.#ask('zoneInUse')
  readonly useZone = this.#ask('useZone')
  readonly zoneVerdicts = this.#ask('zoneVerdicts')

  readonly referenceEditions = this.#ask('referenceEditions')
  readonly cancelReference = this.#ask('cancelReference')
  readonly takeReference = this.#ask('takeReference')
  readonly dropReference = this.#ask('dropReference')

  planReference(
    offer: Port.ReferenceOffer,
    progress?: (p: Port.WorkProgress) => void,
  ): ReturnType<Port.ReferencePort['planReference']> {
    return this.crews.filing((desk) => desk.planReference(offer, telling(progress)))
  }

  async yearOpening(year: number): ReturnType<Port.TariffPort['yearOpening']> {
    const { atStake } = await this.rebateYearEnd(`${year}-01-01`)
    return this.crews.filing((desk) => desk.yearOpening(year, atStake.lines))
  }

  async fileParties(keys: readonly string[], why: string): Promise<Port.FilingBatch> {
    const batch = await this.crews.filing((desk) => desk.fileParties(keys, why))
    await this.wakeExchange()
    return batch
  }

  async fileGoods(filter: Port.Filter, why: string): Promise<Port.FilingBatch> {
    const { views } = await this.settled()
    const ids = views.ids('goods', filter)
    const batch = await this.crews.filing((desk) => desk.fileGoods(ids, why))
    await this.wakeExchange()
    return batch
  }
}
