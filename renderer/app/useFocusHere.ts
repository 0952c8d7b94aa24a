import { useEffect, useRef, type RefObject } from 'react'

/**
 * Gives a part the focus when what had it left the screen with the part that stood here before: Tab goes on here and not
 * at the top of the window. The part needs `tabIndex={-1}`.
 */
export function useFocusHere<T extends HTMLElement>(shown: string): RefObject<T | null> {
  const part = useRef<T>(null)
  useEffect(() => {
    if (document.activeElement === document.body) part.current?.focus({ preventScroll: true })
  }, [shown])
  return part
}
