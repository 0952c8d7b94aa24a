import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { isImeKey } from './ime'

const fields =
  'input:not([type=hidden], [disabled], [readonly], [role=grid] input), select:not([disabled]), button[type=submit]:not([disabled])'

/** Fields that use Enter themselves: lines of text, an open list of choices, a button, a cell of a grid. */
function keepsEnter(target: Element): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLButtonElement ||
    target.closest('[role=grid]') !== null ||
    target.getAttribute('aria-expanded') === 'true'
  )
}

/**
 * Enter goes to the next field, as in the declaration programs officers come from; the last one goes to the submit
 * button. Enter that picks a candidate of the input method stays where it is. Ctrl+Enter submits from anywhere.
 */
export function EnterNext({ children, className }: { children: ReactNode; className?: string }) {
  const root = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (event.key !== 'Enter' || isImeKey(event) || event.defaultPrevented) return
    if (event.ctrlKey || event.metaKey) {
      event.stopPropagation()
      target.closest('form')?.requestSubmit()
      return
    }
    if (keepsEnter(target)) return
    const all = [...root.current!.querySelectorAll<HTMLElement>(fields)].filter(
      (element) => element.offsetParent !== null,
    )
    const at = all.indexOf(target)
    const isLocked = target instanceof HTMLInputElement && target.readOnly && target.matches('.ant-input')
    const next = isLocked
      ? all.find((one) => target.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
      : all[at + 1]
    if ((at < 0 && !isLocked) || !next) return
    event.preventDefault()
    event.stopPropagation()
    next.focus()
    if (next instanceof HTMLInputElement) next.select()
  }
  return (
    // On the way down: a closed list of choices would open itself on Enter.
    <div ref={root} className={className} onKeyDownCapture={onKeyDown}>
      {children}
    </div>
  )
}
