import type { ClauseVerdict } from '#shared/zones/eligibility'
import type { ZoneFault } from '#shared/zones/read-zone'
import type { ZoneSubject } from '#shared/zones/conditions'
import type { Zone } from '#shared/zones/zone'

/**
 * Zones to choose from, each in its latest edition, that of the book in the one it works by. `added` were taken here (by
 * id); `inUse` is '' where the enterprise names none that is known.
 */
export type ZoneChoice = {
  zones: Zone[]
  added: string[]
  faults: ZoneFault[]
  inUse: string
  /** A later edition of the zone in use, which counts when `useZone` takes it. */
  newer?: Zone
  /** The edition the book chose, where it is not here any more and the latest stands in for it. */
  gone?: string
}

/** What somebody wants to use a clause for. Code, place, filing and goods come from the book. */
export type ZoneQuestion = Omit<ZoneSubject, 'uscc' | 'goods' | 'kind' | 'filed'> & {
  kind?: ZoneSubject['kind']
  /** Of these goods; without them clauses that ask for goods stay open. */
  skus?: readonly string[]
}

/** 综试区; part of `BookPort`. Data of zones are published tables (`ReferencePort`) and belong to the machine; which zone is used, and in which edition, to the enterprise. */
export type ZonePort = {
  zoneChoice(): Promise<ZoneChoice>
  /** The zone of the enterprise; undefined where it names none that is known. Rules and menus follow it. */
  zoneInUse(): Promise<Zone | undefined>
  /** The latest edition of a zone. Refused with `no-zone`. Unsent 清单 that rest on the zone are marked 待更新. */
  useZone(id: string, why: string): Promise<void>
  /** Every clause of a zone for this enterprise, with the conditions that are broken or open. */
  zoneVerdicts(zone: string, question: ZoneQuestion): Promise<ClauseVerdict[]>
}
