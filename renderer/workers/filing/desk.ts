import type * as Port from '../../data/port'
import { controlVerbs } from './control'
import { evidenceVerbs } from './evidence'
import { fileGoods } from './file'
import { pieceVerbs } from './pieces'
import { partyVerbs, type PartyVerb } from './parties'
import { provenanceVerbs, type ProvenanceVerb } from './provenance'
import { referenceVerbs } from './reference'
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

export const filingDesk = (store: FilingStore): FilingDeskPort =>
  inTurn(store, {
    ...tariffVerbs(store),
    ...partyVerbs(store),
    ...provenanceVerbs(store),
    ...controlVerbs(store),
    ...evidenceVerbs(store),
    ...pieceVerbs(store),
    ...zoneVerbs(store),
    ...referenceVerbs(store),
    fileGoods: (ids: readonly string[], why: string) => fileGoods(store, ids, why),
    workCalendars: () => workCalendars(store),
    yearOpening: (year: number, unfinished: number) => yearOpening(store, year, unfinished),
  })
