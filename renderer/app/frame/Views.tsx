import { Activity, memo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation, type Tab } from '../navigation'
import type { Params } from '../room'
import { roomById, viewComponent } from '../rooms'
import { ErrorBoundary } from './ErrorBoundary'

/** Rooms visited lately stay behind the scenes with their filter, place and unfinished input. */
const keptRooms = 8

function useVisited(room: string, params: Params): Map<string, Params> {
  const visited = useRef(new Map<string, Params>())
  visited.current.delete(room)
  visited.current.set(room, params)
  for (const old of visited.current.keys()) {
    if (visited.current.size <= keptRooms) break
    visited.current.delete(old)
  }
  return visited.current
}

/** Drawn anew for itself only, not because the frame goes from room to room. */
const View = memo(function View({ view, params, place }: { view: string; params: Params; place: string }) {
  const Shown = viewComponent(view)
  if (!Shown) return null
  return (
    <ErrorBoundary place={place}>
      <Shown params={params} />
    </ErrorBoundary>
  )
})

function TabView({ tab, active }: { tab: Tab; active: boolean }) {
  return (
    <Activity mode={active ? 'visible' : 'hidden'}>
      <section className="view" role="tabpanel" aria-label={tab.title}>
        <View view={tab.view} params={tab.params} place={tab.title} />
      </section>
    </Activity>
  )
}

/** The room and the detail tabs; what is not in front keeps its state and does no work. */
export function Views() {
  const { t } = useTranslation('app')
  const { room, params, tabs, active } = useNavigation()
  const visited = useVisited(room, params)
  return (
    <main className="views">
      {[...visited]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, own]) => {
          const title = t(roomById(id)?.title ?? id)
          return (
            <Activity key={id} mode={active === undefined && id === room ? 'visible' : 'hidden'}>
              <section className="view" aria-label={title}>
                <View view={id} params={own} place={title} />
              </section>
            </Activity>
          )
        })}
      {tabs.map((tab) => (
        <TabView key={tab.id} tab={tab} active={tab.id === active} />
      ))}
    </main>
  )
}
