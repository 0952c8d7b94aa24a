import { createContext, use, useCallback, useMemo, useState } from 'react'
import { mergeLayout } from './layout'
import type { GridColumn, GridLayout, LayoutStore } from './types'

/** Forgets at the end of the session; the app puts a lasting one in its place. */
const sessionOnly: LayoutStore = { read: () => undefined, write: () => undefined }

export const LayoutStoreContext = createContext<LayoutStore>(sessionOnly)

/** The officer's layout of one grid over its declared columns; the same object until one of them changes. */
export function useLayout(id: string, columns: readonly GridColumn[]) {
  const store = use(LayoutStoreContext)
  const [kept, setKept] = useState(() => store.read(id))
  const layout = useMemo(() => mergeLayout(columns, kept), [columns, kept])
  const change = useCallback(
    (next: GridLayout) => {
      setKept(next)
      store.write(id, next)
    },
    [id, store],
  )
  const reset = useCallback(() => {
    setKept(undefined)
    store.write(id, { order: [], widths: {}, hidden: [] })
  }, [id, store])
  return { layout, change, reset }
}
