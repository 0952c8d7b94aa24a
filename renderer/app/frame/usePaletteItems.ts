import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useText } from '../../components/text'
import { describeFailure } from '../../components/failure'
import { useCommands } from '../commands'
import { openRoom, openView } from '../navigation'
import { rooms } from '../rooms'
import { searchAll, type SearchGroup } from '../search'
import { usePanels } from './panels'

export type PaletteItem = { id: string; title: string; subtitle?: string; keys?: string; run: () => void }
export type PaletteGroup = { title: string; items: readonly PaletteItem[]; more?: boolean }

/** Shorter than this finds too much to be of use, and numbers are asked for by their last six digits. */
const shortest = 3
const pauseMs = 120

type Found = { query: string; groups: readonly SearchGroup[]; failure?: string }

/** Ask the providers when the officer pauses; an answer to an earlier query is dropped. */
function useRecords(query: string): Found & { busy: boolean } {
  const show = useText()
  const [found, setFound] = useState<Found>({ query: '', groups: [] })
  const wanted = query.trim()
  useEffect(() => {
    if (wanted.length < shortest) return undefined
    const abort = new AbortController()
    const timer = setTimeout(() => {
      searchAll(wanted, abort.signal).then(
        (groups) => {
          if (!abort.signal.aborted) setFound({ query: wanted, groups })
        },
        (error: unknown) => {
          if (!abort.signal.aborted) {
            setFound({ query: wanted, groups: [], failure: show(describeFailure(error).text) })
          }
        },
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [show, wanted])
  if (wanted.length < shortest) return { query: wanted, groups: [], busy: false }
  return { ...found, busy: found.query !== wanted }
}

/** What the palette lists: records first, then rooms, commands and task cards whose words contain the query. */
export function usePaletteItems(query: string) {
  const { t } = useTranslation('app')
  const show = useText()
  const commands = useCommands((state) => state.commands)
  const records = useRecords(query)
  const word = query.trim().toLowerCase()

  const fixed = useMemo((): PaletteGroup[] => {
    const matches = (title: string) => title.toLowerCase().includes(word)
    const roomItems = rooms
      .map((room) => ({ id: `room-${room.id}`, title: t(room.title), run: () => openRoom(room.id) }))
      .filter((item) => matches(item.title))
    const commandItems = commands
      .filter((command) => command.id !== 'find' && (command.enabled?.() ?? true))
      .map((command) => ({ id: command.id, title: t(command.title), keys: command.keys, run: command.run }))
      .filter((item) => matches(item.title))
    const cardItems = rooms
      .flatMap((room) => room.cards ?? [])
      .map((card) => ({
        id: `card-${card.id}`,
        title: show(card.title),
        run: () => usePanels.getState().show('help', `card:${card.id}`),
      }))
      .filter((item) => word !== '' && matches(item.title))
    return [
      { title: t('search.rooms'), items: roomItems },
      { title: t('search.commands'), items: commandItems },
      { title: t('search.cards'), items: cardItems },
    ]
  }, [commands, show, t, word])

  const found = records.groups.map((group): PaletteGroup => ({
    title: show(group.kind),
    more: group.more,
    items: group.hits.map((hit) => ({
      id: hit.id,
      title: hit.title,
      subtitle: hit.subtitle,
      run: () => openView(hit.view, hit.params, hit.title),
    })),
  }))
  const groups = [...found, ...fixed].filter((group) => group.items.length > 0)
  return { groups, busy: records.busy, failure: records.failure }
}
