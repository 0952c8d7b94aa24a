import cangzhou from './data/cangzhou.json'
import foshan from './data/foshan.json'
import huzhou from './data/huzhou.json'
import jiaxing from './data/jiaxing.json'
import langfang from './data/langfang.json'
import lishui from './data/lishui.json'
import quzhou from './data/quzhou.json'
import shantou from './data/shantou.json'
import shijiazhuang from './data/shijiazhuang.json'
import taizhou from './data/taizhou.json'
import tangshan from './data/tangshan.json'
import { fillText } from '../model/text'
import { readZone, zoneFault, type ZoneFault } from './read-zone'
import { ZoneFile, zoneOf, type Zone } from './zone'
import { isSameZone } from './zone-rows'

/** The eleven zones of the plans, with what the plans themselves say; province by province, as the plans came. */
export const zones: readonly Zone[] = [
  langfang,
  cangzhou,
  shijiazhuang,
  tangshan,
  shantou,
  foshan,
  huzhou,
  jiaxing,
  quzhou,
  taizhou,
  lishui,
].map((file) => zoneOf(ZoneFile.parse(file)))

export const zoneById = (id: string): Zone | undefined => zones.find((zone) => zone.id === id)

/**
 * Zones to choose from, each in its latest edition, and why some files were left out. `editions`: everything that is
 * known of a zone, by id, the latest last; a book goes on by the one it chose until it takes another.
 */
export type ZoneBook = {
  zones: readonly Zone[]
  editions: ReadonlyMap<string, readonly Zone[]>
  faults: readonly ZoneFault[]
}

/**
 * The shipped zones with further ones from files, in whatever order these were read in. A file of a zone that is there
 * already is a further edition of it, and is refused by name when it is older than the shipped one or of the same day
 * as another with other content.
 */
export function zoneBook(files: readonly { file: string; json: unknown }[]): ZoneBook {
  const editions = new Map(zones.map((zone) => [zone.id, [zone]]))
  const faults: ZoneFault[] = []
  const found: { file: string; zone: Zone }[] = []
  for (const { file, json } of files) {
    const read = readZone(json, file)
    if (!read.ok) {
      faults.push(...read.faults)
      continue
    }
    found.push({ file, zone: read.zone })
  }
  found.sort((a, b) => (a.zone.edition < b.zone.edition ? -1 : a.zone.edition > b.zone.edition ? 1 : 0))
  for (const { file, zone } of found) {
    const known = editions.get(zone.id) ?? []
    const last = known.at(-1)
    if (last === undefined || zone.edition > last.edition) editions.set(zone.id, [...known, zone])
    else faults.push(...editionFaults(file, zone, last))
  }
  return { zones: [...editions.values()].map((known) => known.at(-1)!), editions, faults }
}

/** Why data of a zone are not taken beside the latest that are known: older, or of the same day and different. */
export const editionFaults = (file: string, zone: Zone, last: Zone | undefined): ZoneFault[] =>
  last === undefined || zone.edition > last.edition || isSameZone(zone, last)
    ? []
    : [zoneFault(file, 'edition', older(zone.edition, last.edition))]

/**
 * The data a book works by: the edition it names; the first that is known where it names none, so that a further one
 * never counts by merely being there. One that is not here any more is stood in for by the latest.
 */
export function zoneInEdition(
  { editions }: ZoneBook,
  id: string,
  edition: string | undefined,
): Zone | undefined {
  const known = editions.get(id)
  if (edition === undefined) return known?.[0]
  return known?.find((zone) => zone.edition === edition) ?? known?.at(-1)
}

const older = (edition: string, have: string) =>
  [
    fillText(
      {
        zh: '这份资料是 {edition} 的，现有的是 {have} 的',
        en: 'These data are of {edition}, those in use of {have}',
      },
      { edition, have },
    ),
    {
      zh: '用更新的资料；要更正内容，改写资料日期',
      en: 'Use newer data; to correct content, give a later day',
    },
  ] as const
