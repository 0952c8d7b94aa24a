import { create } from 'zustand'

/** What may lie over the frame; one at a time. */
export type Panel = 'search' | 'help' | 'notices' | 'shortcuts'

type PanelState = {
  open?: Panel
  /** Field the help was asked for, as its element carries it in `data-help`. */
  field?: string
  show: (panel: Panel, field?: string) => void
  hide: () => void
}

export const usePanels = create<PanelState>((set) => ({
  show: (open, field) => set({ open, field }),
  hide: () => set({ open: undefined, field: undefined }),
}))
