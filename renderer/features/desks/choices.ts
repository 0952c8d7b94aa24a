import type { ConflictView, Resolve } from '../../data/port'

export type Side = 'mine' | number
/** Chosen sides by record and field. */
export type Choices = Readonly<Record<string, Readonly<Record<string, Side>>>>

/** One side of every open field of these records; a record with fewer other sides gives its first. */
export function chooseAll(views: readonly ConflictView[], side: 'mine' | 'theirs'): Choices {
  return Object.fromEntries(
    views.map(({ id, fields }) => [
      id,
      Object.fromEntries(fields.map(({ path }) => [path, side === 'mine' ? 'mine' : 0])),
    ]),
  )
}

export const choose = (choices: Choices, id: string, path: string, side: Side): Choices => ({
  ...choices,
  [id]: { ...choices[id], [path]: side },
})

/** Decisions of the records of which something was chosen. A field without choice stays open. */
export const decisionsOf = (views: readonly ConflictView[], choices: Choices): Resolve[] =>
  views.flatMap(({ id, rev, fields }) => {
    const chosen = fields.flatMap(({ path }) => {
      const side = choices[id]?.[path]
      return side === undefined ? [] : [[path, side] as const]
    })
    return chosen.length === 0 ? [] : [{ id, rev, choices: Object.fromEntries(chosen) }]
  })
