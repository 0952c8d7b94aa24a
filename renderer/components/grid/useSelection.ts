import { useCallback, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SelectionContextValue } from './context'
import type { PageCache } from './page-cache'
import type { Range } from './range'
import { isSelected, nothingSelected, setSelected, toggleAll } from './selection'
import type { GridProps, GridRow } from './types'

/** Selected rows by box, Space and Shift; everything at once is a query. */
export function useSelection(
  cache: PageCache<GridRow>,
  total: number,
  selection: GridProps['selection'],
  onSelect: GridProps['onSelect'],
) {
  const { t } = useTranslation('grid')
  const last = useRef<number | undefined>(undefined)
  const current = selection ?? nothingSelected

  const toggleRange = useCallback(
    async (range: Range) => {
      if (!onSelect) return
      const rows = await cache.read(range.top, range.bottom)
      const allIn = rows.every((row) => isSelected(current, row.id))
      onSelect(
        setSelected(
          current,
          rows.map((row) => row.id),
          !allIn,
        ),
      )
    },
    [cache, current, onSelect],
  )

  const toggle = useCallback<SelectionContextValue['toggle']>(
    (row, index, extend) => {
      const from = last.current
      last.current = index
      const on = !isSelected(current, row.id)
      if (!extend || from === undefined || from === index) {
        onSelect?.(setSelected(current, [row.id], on))
        return
      }
      void cache.read(Math.min(from, index), Math.max(from, index)).then((rows) =>
        onSelect?.(
          setSelected(
            current,
            rows.map((r) => r.id),
            on,
          ),
        ),
      )
    },
    [cache, current, onSelect],
  )

  const value = useMemo<SelectionContextValue>(
    () => ({
      selection: current,
      total,
      rowLabel: (row) => t('selectRow', { row }),
      toggle,
      toggleAll: () => onSelect?.(toggleAll(current, total)),
    }),
    [current, onSelect, t, toggle, total],
  )
  return { value, toggleRange }
}
