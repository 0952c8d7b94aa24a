import { useEffect } from 'react'
import { useBookState } from '../book'
import { openRoom, openTab, useNavigation } from '../navigation'
import { rooms, viewComponent } from '../rooms'
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
    else if (viewComponent(front.room)) openRoom(front.room, front.params)
    else if (rooms[0]) openRoom(rooms[0].id)
    return useNavigation.subscribe(({ tabs }, before) => {
      // Locking closes every tab; that is not what the officer did.
      const open = useBookState.getState().book.phase === 'open'
      if (open && tabs !== before.tabs) writeTabs(bookId, tabs)
    })
  }, [bookId])
}
