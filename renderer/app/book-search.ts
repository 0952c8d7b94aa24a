import type { BookPort, HitGroup } from '../data/port'
import { viewComponent } from './rooms'
import { registerSearch, type SearchGroup } from './search'
import type { i18n } from 'i18next'

/** A room that shows records of its own as tabs has a detail view of this name. */
const recordView = 'record'

/** `ROOM/record` where the room has such a view, else the room itself with the record as preset. */
export function viewOfRecord(room: string): string {
  const detail = `${room}/${recordView}`
  return viewComponent(detail) ? detail : room
}

function groupOf(group: HitGroup, language: i18n): SearchGroup {
  const key = `app:numbers.${group.kind}`
  return {
    kind: { zh: language.t(key, { lng: 'zh' }), en: language.t(key, { lng: 'en' }) },
    more: group.count > group.hits.length,
    hits: group.hits.map((hit) => ({
      id: `${group.kind}-${hit.id}`,
      title: hit.number,
      subtitle: hit.caption,
      view: viewOfRecord(hit.room),
      params: { id: hit.id },
    })),
  }
}

/** Let the palette find the numbers of the open book; the returned function takes them out again. */
export function offerBookSearch(port: BookPort, language: i18n): () => void {
  const groupsOf = (groups: readonly HitGroup[]) => groups.map((group) => groupOf(group, language))
  const stops = [
    registerSearch(async (query) => groupsOf(await port.search(query))),
    registerSearch(async (query) => groupsOf(await port.rebateSearch(query))),
  ]
  return () => stops.forEach((stop) => stop())
}
