import { useCallback, useMemo } from 'react'
import { create } from 'zustand'

type Values = Readonly<Record<string, string>>

/** What was typed, what was stored when the typing began, and how the form is called. */
export type Draft = { title: string; base: Values; values: Values }
export type Drafts = Readonly<Record<string, Draft>>

/**
 * Input that was not saved yet, by form. Business data: in memory here, sealed in the book when the book is locked or
 * the window closed (`kept-drafts.ts`).
 */
export const useDrafts = create<{ drafts: Drafts }>(() => ({ drafts: {} }))

/** Put back what was kept; what is being typed now wins. */
export function takeDrafts(kept: Drafts): void {
  useDrafts.setState(({ drafts }) => ({ drafts: { ...kept, ...drafts } }))
}

export function clearDrafts(): void {
  useDrafts.setState({ drafts: {} })
}

function keep(id: string, draft: Draft | undefined): void {
  useDrafts.setState(({ drafts }) => {
    const { [id]: _old, ...others } = drafts
    return { drafts: draft ? { ...others, [id]: draft } : others }
  })
}

const differing = (a: Values, b: Values): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => (a[key] ?? '') !== (b[key] ?? ''))

/** What was typed laid over what is stored now: fields that were not touched follow the store. */
export function rebase({ base, values }: Draft, stored: Values): Values {
  const own = differing(base, values).map((key) => [key, values[key] ?? ''])
  return { ...stored, ...(Object.fromEntries(own) as Values) }
}

/**
 * The values of a form over what is stored. They outlive the form: closing its tab or pressing Esc loses nothing,
 * opening it again brings them back. `drop` gives them up. `moved` names the fields that another window has stored
 * since the typing began; saving over them would undo that without a word. `keepOwn` goes on with the input over them.
 */
export function useDraft(id: string, title: string, stored: Values) {
  const draft = useDrafts((state) => state.drafts[id])
  const values = draft?.values ?? stored
  const change = useCallback(
    (key: string, value: string) => {
      const begun = useDrafts.getState().drafts[id]
      const { base, values: before } = begun ?? { base: stored, values: stored }
      if ((before[key] ?? '') === value) return
      const next = { ...before, [key]: value }
      keep(id, differing(next, base).length === 0 ? undefined : { title, base, values: next })
    },
    [id, stored, title],
  )
  const drop = useCallback(() => keep(id, undefined), [id])
  const keepOwn = useCallback(() => {
    const before = useDrafts.getState().drafts[id]
    if (before) keep(id, { title, base: stored, values: rebase(before, stored) })
  }, [id, stored, title])
  const moved = useMemo(() => (draft ? differing(draft.base, stored) : []), [draft, stored])
  return useMemo(
    () => ({ values, change, drop, dirty: draft !== undefined, moved, keepOwn }),
    [values, change, drop, draft, moved, keepOwn],
  )
}
