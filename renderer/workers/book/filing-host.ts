import type * as Port from '../../data/port'
import type { FilingDeskPort } from '../filing/desk'
import { ForexHost } from './forex-host'

type Verb = keyof FilingDeskPort

/** A verb of the filing desk, asked there; its answer comes once everything committed before is known to it. */
function forward<V extends Verb>(host: FilingHost, verb: V): FilingDeskPort[V] {
  const ask = (...asked: unknown[]) =>
    host.atFilingDesk((desk) => (desk[verb] as (...asked: unknown[]) => Promise<unknown>)(...asked))
  return ask as FilingDeskPort[V]
}

/** 备案, 税则, 监管标识, 证照 and 综试区 of the book; a worker of its own holds what they rest on. */
export class FilingHost
  extends ForexHost
  implements Port.FilingPort, Port.TariffPort, Port.ControlPort, Port.EvidencePort, Port.ZonePort
{
  readonly parties = forward(this, 'parties')
  readonly party = forward(this, 'party')
  readonly putParty = forward(this, 'putParty')
  readonly dropParty = forward(this, 'dropParty')
  readonly importParties = forward(this, 'importParties')
  readonly partySheet = forward(this, 'partySheet')

  readonly tariffEditions = forward(this, 'tariffEditions')
  readonly describeTariff = forward(this, 'describeTariff')
  readonly searchTariff = forward(this, 'searchTariff')
  readonly tariffLine = forward(this, 'tariffLine')
  readonly previewConversion = forward(this, 'previewConversion')
  readonly convertGoods = forward(this, 'convertGoods')

  readonly controlLists = forward(this, 'controlLists')
  readonly addControlList = forward(this, 'addControlList')
  readonly dropControlList = forward(this, 'dropControlList')
  readonly flagsOfGoods = forward(this, 'flagsOfGoods')
  readonly flaggedGoods = forward(this, 'flaggedGoods')
  readonly brands = forward(this, 'brands')
  readonly setBrands = forward(this, 'setBrands')

  readonly evidence = forward(this, 'evidence')
  readonly putEvidence = forward(this, 'putEvidence')
  readonly dropEvidence = forward(this, 'dropEvidence')
  readonly evidenceFile = forward(this, 'evidenceFile')
  readonly reminders = forward(this, 'reminders')
  readonly remindersTold = forward(this, 'remindersTold')
  readonly evidenceBlocks = forward(this, 'evidenceBlocks')

  readonly zoneChoice = forward(this, 'zoneChoice')
  readonly zoneInUse = forward(this, 'zoneInUse')
  readonly useZone = forward(this, 'useZone')
  readonly addZoneFile = forward(this, 'addZoneFile')
  readonly dropZoneFile = forward(this, 'dropZoneFile')
  readonly zoneVerdicts = forward(this, 'zoneVerdicts')

  async yearOpening(year: number): ReturnType<Port.TariffPort['yearOpening']> {
    const { atStake } = await this.rebateYearEnd(`${year}-01-01`)
    return this.atFilingDesk((desk) => desk.yearOpening(year, atStake.lines))
  }

  async fileParties(keys: readonly string[], why: string): Promise<Port.FilingBatch> {
    const batch = await this.atFilingDesk((desk) => desk.fileParties(keys, why))
    await this.wakeExchange()
    return batch
  }

  async fileGoods(filter: Port.Filter, why: string): Promise<Port.FilingBatch> {
    const { views } = await this.settled()
    const ids = views.ids('goods', filter)
    const batch = await this.atFilingDesk((desk) => desk.fileGoods(ids, why))
    await this.wakeExchange()
    return batch
  }

  /** For the verbs of this host. */
  atFilingDesk<T>(work: (desk: FilingDeskPort) => Promise<T>): Promise<T> {
    return this.crews.filing(work)
  }
}
