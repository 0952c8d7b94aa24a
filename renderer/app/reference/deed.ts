import { zoneIdOf } from '#shared/zones/zone-rows'
import type { Deed } from '../roles'

/** What taking or withdrawing an edition takes: what a zone says decides for the whole book, as changing the zone does. */
export const deedOf = (table: string | undefined): Deed =>
  table !== undefined && zoneIdOf(table) !== undefined ? 'useZone' : 'takeReference'
