import { z } from 'zod'
import type { Enterprise } from '#shared/model/enterprise'
import type { Zone } from '#shared/zones/zone'
import { zoneBook, zoneInEdition, type ZoneBook } from '#shared/zones/zones'
import { inCommon } from './common-acts'

export const zoneFilesKey = 'zone.files'
/** Data files of zones as somebody read them in; of one zone every edition. */
export const ZoneFiles = z.array(z.strictObject({ id: z.string(), file: z.string(), text: z.string() }))
export type ZoneFiles = z.infer<typeof ZoneFiles>

export const readZoneFiles = (): Promise<ZoneFiles> =>
  inCommon(async (store) => ZoneFiles.safeParse(await store.setting(zoneFilesKey)).data ?? [])

/** The shipped zones with those that were read in on this machine. */
export const knownZones = async (): Promise<ZoneBook> => zoneBook(await readZoneFiles())

/** The zone an enterprise names, in the edition its book works by; undefined where none of that name is known here. */
export async function zoneOf(
  enterprise: Pick<Enterprise, 'zone' | 'zoneEdition'> | undefined,
): Promise<Zone | undefined> {
  if (!enterprise?.zone) return undefined
  return zoneInEdition(await knownZones(), enterprise.zone, enterprise.zoneEdition)
}
