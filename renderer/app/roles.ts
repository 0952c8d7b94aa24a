import { may, whyNot, type Right } from '#shared/people/roles'
import { useText } from '../components/text'
import { useSession } from './book'

/** Why the officer who is signed in may not, in words, for the title of what is disabled; undefined when it is allowed. */
export function useWhyNot(): (right: Right) => string | undefined {
  // Views that are tested without a whole session work as those of a sole officer do.
  const { roles = ['chief'] } = useSession()
  const show = useText()
  return (right) => (may(roles, right) ? undefined : show(whyNot(right)))
}
