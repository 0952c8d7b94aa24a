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

/** Zones to choose from, and why some files were left out. */
export type ZoneBook = { zones: readonly Zone[]; faults: readonly ZoneFault[] }

/**
 * The shipped zones with further ones from files. A file of a zone that is there already takes its place when it is the
 * later edition, and is refused by name when it is older or of the same day with other content.
 */
export function zoneBook(files: readonly { file: string; text: string }[]): ZoneBook {
  const book = new Map(zones.map((zone) => [zone.id, zone]))
  const faults: ZoneFault[] = []
  for (const { file, text } of files) {
    const read = readZone(text, file)
    if (!read.ok) {
      faults.push(...read.faults)
      continue
    }
    const { zone } = read
    const before = book.get(zone.id)
    if (before === undefined || zone.edition > before.edition) book.set(zone.id, zone)
    else if (JSON.stringify(zone) !== JSON.stringify(before)) {
      faults.push(zoneFault(file, 'edition', older(zone.edition, before.edition)))
    }
  }
  return { zones: [...book.values()], faults }
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
