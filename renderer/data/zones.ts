import type { Enterprise } from '#shared/model/enterprise'
import type { Zone } from '#shared/zones/zone'
import { zoneFileOf } from '#shared/zones/zone-rows'
import { zoneBook, zoneInEdition, type ZoneBook } from '#shared/zones/zones'
import { editionsOf, rowsOfEdition } from './reference'

/** The shipped zones with those that were taken on this machine and count in a book of this kind. */
export async function knownZones(isPractice: boolean): Promise<ZoneBook> {
  const editions = await editionsOf('zone', isPractice)
  return zoneBook(
    await Promise.all(
      editions.map(async (edition) => ({
        file: edition.source,
        json: zoneFileOf(await rowsOfEdition(edition)),
      })),
    ),
  )
}

/** The zone an enterprise names, in the edition its book works by; undefined where none of that name is known here. */
export async function zoneOf(
  enterprise: Pick<Enterprise, 'book' | 'zone' | 'zoneEdition'> | undefined,
): Promise<Zone | undefined> {
  if (!enterprise?.zone) return undefined
  return zoneInEdition(
    await knownZones(enterprise.book === 'practice'),
    enterprise.zone,
    enterprise.zoneEdition,
  )
}
