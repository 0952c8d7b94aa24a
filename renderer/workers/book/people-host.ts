import type * as Port from '../../data/port'
import { command } from '../../data/write/command'
import { BookHost } from './host'
import { askedActs, turnDown } from './second-officer'
import { notePeople, setCheckRules } from './work/checks'

/** The book as the work of several officers: its rules, and what waits for a second one. */
export class PeopleHost extends BookHost implements Omit<Port.PeoplePort, 'checkLists'> {
  async people(): ReturnType<Port.PeoplePort['people']> {
    const { context } = this.session.book
    const grace = await context.sentinel.grace(context.now())
    return { rules: context.sentinel.rules, ...(grace && { grace }) }
  }

  setCheckRules(...[chosen, why]: Parameters<Port.PeoplePort['setCheckRules']>): Promise<void> {
    return setCheckRules(this.session, chosen, why)
  }

  notePeople(...[act, officer, detail]: Parameters<Port.PeoplePort['notePeople']>): Promise<void> {
    return notePeople(this.session, act, officer, detail)
  }

  async noteCopied(list: string, rows: number): Promise<void> {
    await command(this.session.book.context, 'system.copy', this.session.who, '', async () => [], {
      about: { list, rows },
      extra: { tables: [], run: () => Promise.resolve() },
    })
  }

  async askedActs(): Promise<Port.AskedView[]> {
    return askedActs(await this.settled())
  }

  turnDown(digest: string, why: string): Promise<void> {
    return turnDown(this.session, digest, why)
  }
}
