import { fillText } from '#shared/model/text'
import type { Language, Text } from '#shared/model/text'
import {
  graceOf,
  hoursOf,
  noCheckRules,
  offlineTooLong,
  type CheckRules,
  type Grace,
} from '#shared/people/checking'
import type { BookHealth, SentinelPort } from '../port'
import { DataRefusal } from '../errors/refusal'
import { texts } from '../errors/texts'
import type { WatchedCounter } from '../schema/counters'

/** 已迁出, among the counters that only rise: no older database and no older settings take it back. */
const movedOut = 'moved'

/** Hours among the counters: the last answer of the service, and the latest hour the book was worked in. */
const contact = 'contact'
const seen = 'seen'
const timed: ReadonlySet<string> = new Set([contact, seen])

type Shortfalls = Extract<BookHealth, { state: 'suspect' }>['shortfalls']

/** What is counted, in the officer's words. */
const counted: Readonly<Record<WatchedCounter, Text>> = {
  journal: { zh: '操作记录', en: 'journal entries' },
  facts: { zh: '导入的记录', en: 'imported records' },
  lists: { zh: '清单', en: 'lists' },
  outbox: { zh: '入过队列的单证', en: 'documents ever queued' },
  receipts: { zh: '回执', en: 'receipts' },
}

const recorded: Text = { zh: '登记', en: 'recorded' }

function describe(shortfalls: Shortfalls): Text {
  const inWords = (language: Language) => {
    const parts = shortfalls.map(({ counter, database, sentinel }) => {
      const name = counted[counter as WatchedCounter]?.[language] ?? counter
      return `${name} ${database} (${recorded[language]} ${sentinel})`
    })
    return fillText(texts.suspect, { detail: parts.join(', ') })[language]
  }
  return { zh: inWords('zh'), en: inWords('en') }
}

/** The database against the counters outside it. Only *less* alarms: a crash between commit and advance leaves more. */
export function compareCounters(
  database: Readonly<Record<string, number>>,
  sentinel: Readonly<Record<string, number>>,
): BookHealth {
  if (sentinel[movedOut]) return { state: 'moved', text: texts['moved-out'] }
  const shortfalls = Object.entries(sentinel)
    .filter(([counter, n]) => !timed.has(counter) && (database[counter] ?? 0) < n)
    .map(([counter, n]) => ({ counter, database: database[counter] ?? 0, sentinel: n }))
  if (shortfalls.length === 0) return { state: 'ok' }
  return { state: 'suspect', shortfalls, text: describe(shortfalls) }
}

/**
 * Raises the counters outside IndexedDB after each strict commit. A relaxed commit does not: a power cut may take it
 * back, and that would look like a lost database. A failed advance is made up by the next one, as values are absolute.
 */
export class Sentinel {
  readonly #port: SentinelPort
  #health: BookHealth = { state: 'ok' }
  #rules: CheckRules = noCheckRules

  constructor(port: SentinelPort) {
    this.#port = port
  }

  get health(): BookHealth {
    return this.#health
  }

  async check(database: Readonly<Record<string, number>>): Promise<BookHealth> {
    this.#health = compareCounters(database, await this.#port.read())
    if (this.#health.state === 'ok') await this.#port.advance({ ...database })
    return this.#health
  }

  /** The rules of the enterprise that is open, as they are set now. */
  follow(rules: CheckRules): void {
    this.#rules = rules
  }

  get rules(): CheckRules {
    return this.#rules
  }

  /** How the book stands with its offline limit; undefined without one. The hour is noted: a clock put back gains nothing. */
  async grace(now: string): Promise<Grace | undefined> {
    if (this.#rules.graceDays === 0) return undefined
    const counters = await this.#port.read()
    const found = graceOf(this.#rules, { contact: counters[contact] ?? 0, seen: counters[seen] ?? 0, now })
    if (hoursOf(now) > (counters[seen] ?? 0))
      await this.#port.advance({ [seen]: hoursOf(now) }).catch(() => undefined)
    return found
  }

  /** Throws `offline-too-long` when the limit has passed; what was stored stays, and can be read and exchanged. */
  async refuseOverdue(now: string): Promise<void> {
    const grace = await this.grace(now)
    if (grace && grace.daysLeft < 0) throw DataRefusal.carried('offline-too-long', offlineTooLong(grace))
  }

  /** 已迁出 from now on, for good. Rejects when it could not be kept outside the database. */
  async moveOut(): Promise<void> {
    await this.#port.advance({ [movedOut]: 1 })
    this.#health = { state: 'moved', text: texts['moved-out'] }
  }

  async advance(database: Readonly<Record<string, number>>): Promise<void> {
    if (this.#health.state !== 'ok') return
    await this.#port.advance({ ...database }).catch(() => undefined)
  }
}
