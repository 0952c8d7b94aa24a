import { useCallback, useEffect, useRef, useState } from 'react'
import type { ColumnWidths } from 'react-data-grid'
import type { GridLayout } from './types'

/** A drag reports every pixel; the layout is written when the hand rests. */
const restMs = 250

const ofLayout = (widths: GridLayout['widths']): ColumnWidths =>
  new Map(Object.entries(widths).map(([key, width]) => [key, { type: 'resized', width }]))

/**
 * Widths of the columns as the grid library keeps them, measured ones included, and the officer's share of them in
 * the layout. The library tells the end of a drag but not of a change by keyboard, so the change itself is listened to.
 */
export function useWidths(layout: GridLayout, change: (layout: GridLayout) => void) {
  const [current, setCurrent] = useState(() => ofLayout(layout.widths))
  const latest = useRef({ layout, change })
  useEffect(() => {
    latest.current = { layout, change }
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const onResize = useCallback((key: string, width: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const { layout: now, change: write } = latest.current
      write({ ...now, widths: { ...now.widths, [key]: Math.round(width) } })
    }, restMs)
  }, [])
  const forget = useCallback(() => setCurrent(new Map()), [])
  return { current, onChange: setCurrent, onResize, forget }
}
