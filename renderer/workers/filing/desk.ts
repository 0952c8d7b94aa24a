import type * as Port from '../../data/port'
import { controlVerbs } from './control'
import { evidenceVerbs } from './evidence'
import { fileGoods } from './file'
import { pieceVerbs } from './pieces'
import { partyVerbs, type PartyVerb } from './parties'
import { provenanceVerbs, type ProvenanceVerb } from './provenance'
import { referenceVerbs } from './reference'
import { referenceReading } from './reference-reading'
import type { FilingStore } from './store'
import { tariffVerbs } from './tariff'
import { workCalendars, yearOpening } from './year'
import { zoneVerbs } from './zones'

/** What the filing worker does for the book. Goods are named by id, and what another desk counts comes with the question. */
export type FilingDeskPort = Pick<Port.FilingPort, PartyVerb> &
  Omit<Port.TariffPort, 'yearOpening'> &
  Pick<Port.ProvenancePort, ProvenanceVerb> &
  Port.ControlPort &
  Port.EvidencePort &
  Port.PiecePort &
  Port.ReferencePort &
  Port.ZonePort & {
    fileGoods(ids: readonly string[], why: string): Promise<Port.FilingBatch>
    /** `unfinished`: refunds of the year before that are not settled. */
    yearOpening(year: number, unfinished: number): ReturnType<Port.TariffPort['yearOpening']>
  }

type Verbs = Record<string, (...asked: never[]) => Promise<unknown>>

/** Every verb in turn, each on what was committed before. */
const inTurn = <V extends Verbs>(store: FilingStore, verbs: V): V =>
  Object.fromEntries(
    Object.entries(verbs).map(([name, verb]) => [
      name,
      (...asked: never[]) => store.inTurn(() => verb(...asked)),
    ]),
  ) as V

export function filingDesk(store: FilingStore): FilingDeskPort {
  const reading = referenceReading(store)
  const verbs = inTurn(store, {
    ...tariffVerbs(store),
    ...partyVerbs(store),
    ...provenanceVerbs(store),
    ...controlVerbs(store),
    ...evidenceVerbs(store),
    ...pieceVerbs(store),
    ...zoneVerbs(store),
    ...referenceVerbs(store, reading),
    fileGoods: (ids: readonly string[], why: string) => fileGoods(store, ids, why),
    workCalendars: () => workCalendars(store),
    yearOpening: (year: number, unfinished: number) => yearOpening(store, year, unfinished),
  })
  // Not in turn: who searches the tariff does not wait until a table is read, and a wish to stop is for what is running.
  return { ...verbs, planReference: reading.plan, cancelReference: reading.cancel }
}
