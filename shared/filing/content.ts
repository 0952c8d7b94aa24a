import type { CebDocument } from '../model/list'
import { partyFieldIds } from './fields'
import { Party } from './party'

/** The master as it travels in a filing: texts of one head. */
export const contentOf = ({ roles, modes, values }: Party): CebDocument => ({
  head: { roles: roles.join(' '), modes: modes.join(' '), ...values },
})

const known: ReadonlySet<string> = new Set(['roles', 'modes', ...partyFieldIds])
const listOf = (value: unknown) => (typeof value === 'string' ? value.split(' ').filter(Boolean) : value)

/**
 * A master out of what a service or another desk holds; undefined for what is none. Fields of a later version are dropped
 * and named.
 */
export function partyOf(
  content: Readonly<Record<string, unknown>>,
): { party: Party; unknown: string[] } | undefined {
  const { roles, modes = '', ...rest } = content
  const entries = Object.entries(rest).filter(([key, value]) => known.has(key) && value !== '')
  const read = Party.safeParse({
    roles: listOf(roles),
    modes: listOf(modes),
    values: Object.fromEntries(entries),
  })
  const unknown = Object.keys(rest).filter((key) => !known.has(key))
  return read.success ? { party: read.data, unknown } : undefined
}
