import { fillText } from '#shared/model/text'
import type { Language, Text } from '#shared/model/text'
import type { BookHealth, SentinelPort } from '../port'
import { texts } from '../errors/texts'
import type { WatchedCounter } from '../schema/counters'

/** 已迁出, among the counters that only rise: no older database and no older settings take it back. */
const movedOut = 'moved'

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
    .filter(([counter, n]) => (database[counter] ?? 0) < n)
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
