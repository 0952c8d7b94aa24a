import { useEffect } from 'react'

const dialogs = '.ant-modal-wrap'
const isUnderDialog = () => [...document.querySelectorAll(dialogs)].some((dialog) => dialog.checkVisibility())

/**
 * Gives the focus back to what had it before a dialog, when the dialog leaves the page with the state it belongs to.
 * The library does so only for a dialog that is closed and stays; without it Tab would begin at the top of the window. The key
 * that closed the dialog is let go first: an Enter still down would press the button below.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    let before: HTMLElement | undefined
    let isHeld = false
    let isKeyDown = false
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      isHeld = target.closest(dialogs) !== null
      // Tab behind the last field of a dialog passes the top of the window before it is brought back into the dialog.
      if (!isHeld && !isUnderDialog()) before = target
    }
    const giveBack = () => {
      // What took the focus by itself keeps it, and so does a dialog that lay below.
      if (!isHeld || isKeyDown || document.activeElement !== document.body) return
      if (isUnderDialog()) return
      isHeld = false
      before?.focus({ preventScroll: true })
    }
    const press = () => {
      isKeyDown = true
    }
    const letGo = () => {
      isKeyDown = false
      giveBack()
    }
    // Dialogs hang on the body itself; nothing deeper is watched.
    const watch = new MutationObserver(giveBack)
    watch.observe(document.body, { childList: true })
    const left = new AbortController()
    const { signal } = left
    document.addEventListener('focusin', remember, { signal })
    window.addEventListener('keydown', press, { signal, capture: true })
    window.addEventListener('keyup', letGo, { signal, capture: true })
    window.addEventListener('blur', letGo, { signal })
    return () => {
      watch.disconnect()
      left.abort()
    }
  }, [])
}
