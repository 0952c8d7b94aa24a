import type { CebDocument } from '../model/list'
import { print, type Json } from '../model/json'

/** Whose value goes into the next version. */
export type Pick = 'mine' | 'theirs'

/**
 * One field in which our version and the one the service holds differ; values as text, absent where the field is. `pick`: the
 * side that alone changed it since the version both began with; absent where both did, or nobody knows what that version held.
 */
export type VersionField = { name: string; base?: string; mine?: string; theirs?: string; pick?: Pick }

const LINES = 'lines'
/** Authorities a filing is meant for: not what is filed, but whom it is told. */
const ADDRESSEES = 'to'

/** A filing by field; its rows are one field, because half of each is a list that nobody wrote. */
function flat(content: Readonly<Record<string, unknown>>): Map<string, string> {
  const fields = Object.entries(content).flatMap(([name, value]): [string, string][] => {
    if (name === ADDRESSEES || value === undefined || value === null || value === '') return []
    return [[name, typeof value === 'string' ? value : print(value as Json)]]
  })
  return new Map(fields)
}

/** What the service holds, in the shape of a filing. */
export const filedContent = ({ head, lines }: CebDocument): Record<string, unknown> => ({
  ...head,
  ...(lines && { [LINES]: lines }),
})

/**
 * Two versions of one filing, side by side.
 * @param base the version both were made from; undefined when this book does not have it: then nothing decides itself
 */
export function compareVersions(
  base: Readonly<Record<string, unknown>> | undefined,
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): VersionField[] {
  const [before, own, other] = [base && flat(base), flat(mine), flat(theirs)]
  const names = [...new Set([...own.keys(), ...other.keys()])]
  return names.flatMap((name): VersionField[] => {
    const [was, a, b] = [before?.get(name), own.get(name), other.get(name)]
    if (a === b) return []
    const pick = before && (a === was ? 'theirs' : b === was ? 'mine' : undefined)
    return [
      {
        name,
        ...(was !== undefined && { base: was }),
        ...(a !== undefined && { mine: a }),
        ...(b !== undefined && { theirs: b }),
        ...(pick && { pick }),
      },
    ]
  })
}

/** The next version out of both; `open` names the fields nobody decided, and then there is none. */
export function decideVersions(
  mine: CebDocument,
  theirs: Readonly<Record<string, unknown>>,
  fields: readonly VersionField[],
  choices: Readonly<Record<string, Pick>>,
): { open: string[] } | { content: CebDocument; isTheirs: boolean } {
  const picked = new Map(fields.map(({ name, pick }) => [name, choices[name] ?? pick]))
  const open = [...picked].flatMap(([name, pick]) => (pick ? [] : [name]))
  if (open.length > 0) return { open }
  const next: Record<string, unknown> = filedContent(mine)
  for (const [name, pick] of picked) {
    if (pick !== 'theirs') continue
    if (theirs[name] === undefined) delete next[name]
    else next[name] = theirs[name]
  }
  const isTheirs = [...picked.values()].every((pick) => pick === 'theirs')
  const { [LINES]: lines, ...head } = next as { lines?: CebDocument['lines'] } & Record<string, string>
  return { content: { head, ...(lines && { lines }) }, isTheirs }
}
