import { useEffect } from 'react'
import { openRoom, openTab, useNavigation } from '../navigation'
import { viewComponent } from '../rooms'
import { readTabs, writeTabs } from '../tab-memory'

/** Start where a new window was asked to (`#/room?…`), and with the tabs of the last session. */
export function useRoute(bookId: string): void {
  useEffect(() => {
    const front = useNavigation.getState()
    for (const { view, params } of readTabs(bookId, (v) => viewComponent(v) !== undefined)) {
      openTab({ view, params, title: '' })
    }
    const [, view, query] = /^#\/([a-z-]+)(?:\?(.*))?$/.exec(location.hash) ?? []
    if (view && viewComponent(view)) openRoom(view, Object.fromEntries(new URLSearchParams(query)))
    else openRoom(front.room, front.params)
    return useNavigation.subscribe(({ tabs }, before) => {
      if (tabs !== before.tabs) writeTabs(bookId, tabs)
    })
  }, [bookId])
}
