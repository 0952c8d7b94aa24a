import type { CheckRules, Grace } from '#shared/people/checking'
import type { Roles } from '#shared/people/roles'
import type { LeftOut } from './work-port'
import type { Filter } from './rows'

/** Who is signed in: the name stands in the journal, the roles decide what is let through. */
export type SignedIn = { name: string; roles: Roles }

/** What was done among the officers, for the journal. `refused`: main did not let it happen. */
export type PeopleAct = 'add' | 'disable' | 'renew' | 'roles' | 'lock' | 'recovery' | 'keys' | 'refused'

/** The work of several officers in one book; part of `BookPort`. */
export type PeoplePort = {
  /** What the enterprise chose, and how the book stands with its offline limit. */
  people(): Promise<{ rules: CheckRules; grace?: Grace }>
  setCheckRules(rules: Pick<CheckRules, 'checking' | 'graceDays'>, why: string): Promise<void>
  /** Put into the journal what main is about to do with an officer: the vault itself keeps no record of who did it. */
  notePeople(act: PeopleAct, officer: string, detail: string): Promise<void>
  /** 复核: drafts and corrections that somebody else entered or changed last. The others are left out with the reason. */
  checkLists(
    lists: Filter,
    why: string,
  ): Promise<{ checked: number; leftOutCount: number; leftOut: LeftOut[] }>
}
