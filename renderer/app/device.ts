import { create } from 'zustand'
import type { Language } from '#shared/model/text'
import type { GridLayout, LayoutStore } from '../components/grid'
import type { ThemeName } from '../styles/theme'

/**
 * What this installation remembers in clear: how things look, never what they are. Anything of a book belongs into
 * its sealed settings.
 */
export type DeviceSettings = {
  language: Language
  theme: ThemeName
  treeCollapsed: boolean
  enterMoves: 'down' | 'right'
  /** Notifications of the system for what was sent back and for finished batches. */
  systemNotices: boolean
}

const settingsKey = 'yiguan.settings'
const initial: DeviceSettings = {
  language: 'zh',
  theme: 'light',
  treeCollapsed: false,
  enterMoves: 'down',
  systemNotices: true,
}

function read<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(key)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    // Damaged or refused storage only costs the looks.
    return undefined
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // As above: the session goes on with what it has.
  }
}

export const useDevice = create<DeviceSettings>(() => ({ ...initial, ...read<DeviceSettings>(settingsKey) }))

export function setDevice(change: Partial<DeviceSettings>): void {
  useDevice.setState(change)
  write(settingsKey, useDevice.getState())
}

/** Column order, width and choice of every grid. */
export const layoutStore: LayoutStore = {
  read: (gridId) => {
    const kept = read<GridLayout>(`yiguan.grid.${gridId}`)
    return kept && Array.isArray(kept.order) && kept.order.length > 0 ? kept : undefined
  },
  write: (gridId, layout) => write(`yiguan.grid.${gridId}`, layout),
}
