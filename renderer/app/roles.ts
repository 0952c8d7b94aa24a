import type { ChannelName } from '#shared/ipc/contract'
import { channelRights } from '#shared/ipc/rights'
import { withoutLeave } from '#shared/filing/authorisation'
import type { Text } from '#shared/model/text'
import { may, whyNot, type Right, type Roles } from '#shared/people/roles'
import { useText } from '../components/text'
import type { AgencyView, BookPort } from '../data/port'
import { neededFor, work } from '../workers/book/call-rights'
import { actOf } from '../workers/book/leave-gate'
import { useBookState } from './book'
import { useLeaves } from './leaves'

/** What somebody is about to do: a call of the book, a channel of main, a right, or any work in the book. */
export type Deed = keyof BookPort | ChannelName | Right | 'work'

/** The rights of which a deed takes one, by the tables the gates themselves ask. */
export const rightsFor = (deed: Deed): readonly Right[] =>
  deed === 'work'
    ? work
    : (neededFor(deed, []) ?? [channelRights[deed as ChannelName]?.right ?? (deed as Right)])

/** What leaves the machine through main takes the same leave as what leaves by the book. */
const leaveFor = (deed: Deed) =>
  deed === 'export' || deed === 'files.saveAs' || deed === 'print.pdf'
    ? 'export'
    : neededFor(deed, []) && actOf(deed)

/**
 * Why somebody may not, and what to do; undefined when it is allowed.
 * @param leaves what the enterprise gave leave for, where somebody works in its book as an agent
 */
export function refusalOf(deed: Deed, roles: Roles, leaves: AgencyView['leaves']): Text | undefined {
  const needed = rightsFor(deed)
  if (needed.length > 0 && !needed.some((right) => may(roles, right))) return whyNot(...needed)
  const act = leaveFor(deed)
  const leave = act && leaves?.[act]
  return leave && !leave.may ? withoutLeave(act, leave) : undefined
}

/** Why the officer who is signed in may not, in words, for the title of what is disabled; undefined when it is allowed. */
export function useWhyNot(): (deed: Deed) => string | undefined {
  const book = useBookState((state) => state.book)
  // Views that are tested without a whole session work as those of a sole officer do.
  const { roles = ['chief'] } = book.phase === 'open' ? book.session : {}
  const leaves = useLeaves((state) => state.leaves)
  const show = useText()
  return (deed) => {
    const refused = refusalOf(deed, roles, leaves)
    return refused && show(refused)
  }
}
