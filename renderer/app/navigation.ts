import { create } from 'zustand'
import type { Params } from './room'

/** A detail tab. `id` is made of view and params: the same record never opens twice. */
export type Tab = { id: string; view: string; params: Params; title: string }

export type NavigationState = {
  room: string
  params: Params
  /** What each room was shown with when it was left. */
  left: Readonly<Record<string, Params>>
  tabs: readonly Tab[]
  /** Id of the tab in front; undefined = the room itself. */
  active?: string
  /** Raised by the refresh command; views put it into the dependencies of what they load. */
  refresh: number
}

export const useNavigation = create<NavigationState>(() => ({
  room: 'home',
  params: {},
  left: {},
  tabs: [],
  refresh: 0,
}))

/** Where in a record a view begins; no part of which record it is. */
const places: readonly string[] = ['step', 'link']

export function tabId(view: string, params: Params): string {
  const which = Object.entries(params).filter(([name]) => !places.includes(name))
  return `${view}?${new URLSearchParams(which.sort(([a], [b]) => (a < b ? -1 : 1)))}`
}

/** Show a room of the tree; params are its filter or preset. Without them it is shown as it was left. */
export function openRoom(room: string, params?: Params): void {
  useNavigation.setState((before) => {
    const left = { ...before.left, [before.room]: before.params }
    return { room, params: params ?? left[room] ?? {}, left, active: undefined }
  })
}

/**
 * Open (or bring to front) a detail tab; one that is open is led to the place that is named, else left as it is. `title` may be
 * a number of the record; it is not remembered in clear.
 */
export function openTab(tab: { view: string; params: Params; title: string }): void {
  const id = tabId(tab.view, tab.params)
  const leads = places.some((name) => name in tab.params)
  useNavigation.setState(({ tabs }) => ({
    tabs: tabs.some((t) => t.id === id)
      ? tabs.map((t) => (t.id === id && leads ? { ...t, params: tab.params } : t))
      : [...tabs, { ...tab, id }],
    active: id,
  }))
}

/** Open a room id or a `ROOM/DETAIL` view, as search hits and notices name it. */
export function openView(view: string, params: Params, title = ''): void {
  if (view.includes('/')) openTab({ view, params, title })
  else openRoom(view, params)
}

export function activateTab(id: string | undefined): void {
  useNavigation.setState({ active: id })
}

/** A detail view names its tab once it has loaded its record. */
export function titleTab(view: string, params: Params, title: string): void {
  const id = tabId(view, params)
  useNavigation.setState(({ tabs }) => ({ tabs: tabs.map((t) => (t.id === id ? { ...t, title } : t)) }))
}

/** Close a tab; its left neighbour (or the room) comes to front when it was the one in front. */
export function closeTab(id: string): void {
  useNavigation.setState(({ tabs, active }) => {
    const at = tabs.findIndex((t) => t.id === id)
    if (at < 0) return {}
    const rest = tabs.filter((t) => t.id !== id)
    return { tabs: rest, active: active === id ? (rest[at - 1] ?? rest[at])?.id : active }
  })
}

export function refreshView(): void {
  useNavigation.setState(({ refresh }) => ({ refresh: refresh + 1 }))
}

/** Back to the start; at lock, so that nothing of the book stays in memory. */
export function resetNavigation(): void {
  useNavigation.setState(
    { room: 'home', params: {}, left: {}, tabs: [], active: undefined, refresh: 0 },
    true,
  )
}
