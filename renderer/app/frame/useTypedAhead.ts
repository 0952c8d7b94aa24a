import { useCallback, useLayoutEffect, useRef } from 'react'
import { isImeKey } from '../../components/ime'

/**
 * What is typed after something was opened by key and before its field is there to take it: drawing takes a moment, and
 * a practised hand does not wait. Until then no such key reaches what lies behind.
 * @returns gives what was typed so far and ends the listening; for the field, when it gets the focus
 */
export function useTypedAhead(open: boolean): () => string {
  const typed = useRef('')
  const stop = useRef<() => void>(undefined)
  useLayoutEffect(() => {
    if (!open) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (isImeKey(event) || event.ctrlKey || event.altKey || event.metaKey) return
      if (event.key.length === 1) typed.current += event.key
      else if (event.key !== 'Enter') return
      event.preventDefault()
      event.stopPropagation()
    }
    const end = () => window.removeEventListener('keydown', onKeyDown, true)
    window.addEventListener('keydown', onKeyDown, true)
    stop.current = end
    return () => {
      typed.current = ''
      end()
    }
  }, [open])
  return useCallback(() => {
    stop.current?.()
    const text = typed.current
    typed.current = ''
    return text
  }, [])
}
