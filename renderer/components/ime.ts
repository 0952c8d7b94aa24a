import { useMemo, useRef, type CompositionEventHandler } from 'react'

type KeyLike = { keyCode: number; nativeEvent?: { isComposing: boolean }; isComposing?: boolean }

/** True for a key that belongs to the input method: it must not commit, send or move. */
export function isImeKey(event: KeyLike): boolean {
  return event.keyCode === 229 || (event.nativeEvent?.isComposing ?? event.isComposing ?? false)
}

/**
 * Tracks composition of one field. `composing()` stays true for one macrotask after the composition ends: some input
 * methods deliver the Enter that picked the candidate as an ordinary key right behind it.
 */
export function useComposition<E extends Element>() {
  const active = useRef(false)
  return useMemo(() => {
    const start: CompositionEventHandler<E> = () => {
      active.current = true
    }
    const end: CompositionEventHandler<E> = () => {
      setTimeout(() => {
        active.current = false
      }, 0)
    }
    return {
      composing: () => active.current,
      handlers: { onCompositionStart: start, onCompositionEnd: end },
    }
  }, [])
}
