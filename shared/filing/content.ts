import type { CebDocument } from '../model/list'
import { partyFieldIds } from './fields'
import { Party } from './party'
import type { Authority } from './roles'

/**
 * The master as it travels in a filing: texts of one head.
 * @param to authorities it is meant for; those that hold what they would be told are left alone
 */
export const contentOf = ({ roles, modes, values }: Party, to: readonly Authority[] = []): CebDocument => ({
  head: {
    roles: roles.join(' '),
    modes: modes.join(' '),
    ...(to.length > 0 && { to: to.join(' ') }),
    ...values,
  },
})

const known: ReadonlySet<string> = new Set(['roles', 'modes', 'to', ...partyFieldIds])
const listOf = (value: unknown) => (typeof value === 'string' ? value.split(' ').filter(Boolean) : value)

/**
 * A master out of what a service or another desk holds; undefined for what is none. Fields of a later version are dropped
 * and named.
 */
export function partyOf(
  content: Readonly<Record<string, unknown>>,
): { party: Party; unknown: string[] } | undefined {
  const { roles, modes = '', to: _to, ...rest } = content
  const entries = Object.entries(rest).filter(([key, value]) => known.has(key) && value !== '')
  const read = Party.safeParse({
    roles: listOf(roles),
    modes: listOf(modes),
    values: Object.fromEntries(entries),
  })
  const unknown = Object.keys(rest).filter((key) => !known.has(key))
  return read.success ? { party: read.data, unknown } : undefined
}
