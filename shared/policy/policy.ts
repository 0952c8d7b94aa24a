import type { Text } from '../model/text'

/** How much of a document was read when the rules were written from it. */
export type Seen = 'whole' | 'part' | 'told' | 'not-seen'

/**
 * One document that rules cite: what it settles, in our own words and no further than it was read or told of. `document` is
 * the name citations use. Days are YYYY-MM-DD; a day that is not known is left out.
 */
export type Policy = {
  document: string
  title: Text
  kind: 'law' | 'tax' | 'forex' | 'customs' | 'form' | 'practice'
  dated?: string
  from?: string
  to?: string
  seen: Seen
  says: readonly Text[]
  /** What is open about it: shown as 口径待确认. */
  open?: Text
}

type Words = readonly [zh: string, en: string]
type More = Pick<Policy, 'dated' | 'from' | 'to'> & { open?: Words }

export const policy = (
  document: string,
  kind: Policy['kind'],
  seen: Seen,
  [zh, en]: Words,
  says: readonly Words[],
  { open, ...days }: More = {},
): Policy => ({
  document,
  title: { zh, en },
  kind,
  seen,
  says: says.map(([said, translated]) => ({ zh: said, en: translated })),
  ...(open && { open: { zh: open[0], en: open[1] } }),
  ...days,
})

/** Open of every document of the older layer that no later one names. */
export const survives: readonly [string, string] = [
  '2026年新法施行后是否沿用未见明文',
  'Whether it stands beside the law of 2026 was not seen',
]
