import { useCallback, useMemo } from 'react'
import { create } from 'zustand'
import { useBookState } from './book'

type Values = Readonly<Record<string, string>>

/** Input that was not saved yet, by form. In memory only, and gone when the book is locked: it is business data. */
const useDrafts = create<{ drafts: Readonly<Record<string, Values>> }>(() => ({ drafts: {} }))
useBookState.subscribe(({ book }) => {
  if (book.phase !== 'open') useDrafts.setState({ drafts: {} })
})

function keep(id: string, values: Values | undefined): void {
  useDrafts.setState(({ drafts }) => {
    const { [id]: _old, ...others } = drafts
    return { drafts: values ? { ...others, [id]: values } : others }
  })
}

/**
 * The values of a form over what is stored. They outlive the form: closing its tab or pressing Esc loses nothing,
 * opening it again brings them back. `drop` gives them up.
 */
export function useDraft(id: string, stored: Values) {
  const draft = useDrafts((state) => state.drafts[id])
  const values = draft ?? stored
  const change = useCallback(
    (key: string, value: string) => {
      const before = useDrafts.getState().drafts[id] ?? stored
      if ((before[key] ?? '') === value) return
      const next = { ...before, [key]: value }
      const same = Object.keys({ ...next, ...stored }).every((k) => (next[k] ?? '') === (stored[k] ?? ''))
      keep(id, same ? undefined : next)
    },
    [id, stored],
  )
  const drop = useCallback(() => keep(id, undefined), [id])
  return useMemo(() => ({ values, change, drop, dirty: draft !== undefined }), [values, change, drop, draft])
}
