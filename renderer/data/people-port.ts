import type { CheckRules, Grace } from '#shared/people/checking'
import type { Roles } from '#shared/people/roles'
import type { AskedAct } from '#shared/people/second-officer'
import type { LeftOut } from './work-port'
import type { Filter } from './rows'

/** Who is signed in: the name stands in the journal, the roles decide what is let through. */
export type SignedIn = { name: string; roles: Roles }

/** What was done among the officers, for the journal. `refused`: main did not let it happen. */
export type PeopleAct = 'add' | 'disable' | 'renew' | 'roles' | 'lock' | 'recovery' | 'keys' | 'refused'

/**
 * An act that waits for a second officer. `open`: whoever looks may do it, by the call `act` with `asked`, as it was. `own`: asked for by
 * the same officer; `author`: changed last by that one. `changed`: what it is about is another by now. `in-place`: too long to be
 * kept, or older than this list: done again where it belongs. `down`: turned down.
 */
export type AskedView = Omit<AskedAct, 'asked'> & {
  standing: 'open' | 'own' | 'author' | 'changed' | 'in-place' | 'down'
  asked?: readonly unknown[]
}

/** The work of several officers in one book; part of `BookPort`. */
export type PeoplePort = {
  /** What the enterprise chose, and how the book stands with its offline limit. */
  people(): Promise<{ rules: CheckRules; grace?: Grace }>
  setCheckRules(rules: Pick<CheckRules, 'checking' | 'graceDays'>, why: string): Promise<void>
  /** Put into the journal what main is about to do with an officer: the vault itself keeps no record of who did it. */
  notePeople(act: PeopleAct, officer: string, detail: string): Promise<void>
  /** Put into the journal that so many rows of a list went to the clipboard. */
  noteCopied(list: string, rows: number): Promise<void>
  /** 复核: drafts and corrections that somebody else entered or changed last. The others are left out with the reason. */
  checkLists(
    lists: Filter,
    why: string,
  ): Promise<{ checked: number; leftOutCount: number; leftOut: LeftOut[] }>
  /** 待复核: what one officer asked for and another has to do, newest first. */
  askedActs(): Promise<AskedView[]>
  /** Turn one of them down; one's own is taken back. */
  turnDown(digest: string, why: string): Promise<void>
}
