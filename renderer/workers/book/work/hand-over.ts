import type { HandOverItem, Overlay, Room } from '../../../data/port'
import type { JournalRow } from '../../../data/schema/stored'
import { open } from '../../../data/sealing/cipher'
import { command } from '../../../data/write/command'
import type { JournalBody } from '../../../data/write/journal'
import type { BookSession } from '../session'

type Note = Extract<Overlay, { aspect: 'note' }>

/** Notes of one commit when everything changes hands. */
const perPart = 200
/** How far back the last act on a record is looked for. */
const entriesBack = 2_000
const rooms: readonly Room[] = ['lists', 'orders', 'payments', 'waybills', 'goods']
/** States in which nothing is left to be done. */
const atTheirEnd = new Set(['cleared', 'void', 'cancelled'])

type LastAct = { lastAct: string; lastAt: string; lastWho: string }
const never: LastAct = { lastAct: '', lastAt: '', lastWho: '' }

/** 交接: who is in charge of what, and giving all of it to somebody else. */
export class HandOver {
  readonly #session: BookSession

  constructor(session: BookSession) {
    this.#session = session
  }

  /** Records somebody is in charge of that are not at their end, by person, the next to be done first. */
  async items(owner?: string): Promise<HandOverItem[]> {
    const found = this.#notes().flatMap(({ note }): HandOverItem[] => {
      if (!note.owner || (owner !== undefined && note.owner !== owner)) return []
      const subject = this.#subject(note.fact)
      if (!subject || atTheirEnd.has(subject.state)) return []
      const { labels, remindOn = '' } = note
      return [{ ...subject, id: note.fact, owner: note.owner, note: note.note, labels, remindOn, ...never }]
    })
    const acts = await this.#lastActs(new Set(found.flatMap(({ id }) => [id, ...this.#related(id)])))
    return found
      .map((item) => ({ ...item, ...latest([item.id, ...this.#related(item.id)].map((id) => acts.get(id))) }))
      .sort((a, b) => order(a).localeCompare(order(b), 'zh'))
  }

  /** Give everything one person is in charge of to another; one group, so it is taken back as one. */
  async transfer(from: string, to: string, why: string): Promise<number> {
    const { book, who } = this.#session
    const ids = this.#notes()
      .filter(({ note }) => note.owner === from)
      .map(({ id }) => id)
    const group = crypto.randomUUID()
    for (let i = 0; i < ids.length; i += perPart) {
      await command(
        book.context,
        'note.transfer',
        who,
        why,
        async (draft) => {
          for (const id of ids.slice(i, i + perPart)) {
            const stored = await draft.get('overlays', id)
            if (stored?.record.aspect !== 'note' || stored.record.owner !== from) continue
            await draft.put('overlays', { ...stored.record, owner: to }, id)
          }
        },
        { group },
      )
    }
    return ids.length
  }

  #notes(): { id: string; note: Note }[] {
    return this.#session.projection.notes()
  }

  #subject(id: string): Pick<HandOverItem, 'room' | 'number' | 'state'> | undefined {
    const { projection } = this.#session
    for (const room of rooms) {
      const row = projection.table(room).get(id) as Record<string, unknown> | undefined
      if (!row) continue
      const number = {
        lists: 'copNo',
        orders: 'orderNo',
        payments: 'paymentNo',
        waybills: 'waybillNo',
        goods: 'sku',
      }
      return { room, number: String(row[number[room]]), state: String(row['state'] ?? '') }
    }
    return undefined
  }

  /** What is done about an order is done to its 清单 and to what is laid over it. */
  #related(id: string): string[] {
    const { projection } = this.#session
    return [...projection.listsOf(id), ...projection.overlaysOf(id)]
  }

  async #lastActs(ids: ReadonlySet<string>): Promise<Map<string, LastAct>> {
    const { connections, keys } = this.#session.book.context
    const found = new Map<string, LastAct>()
    const rows = await connections.run('strict', (db) =>
      db.table<JournalRow>('journal').orderBy('seq').reverse().limit(entriesBack).toArray(),
    )
    for (const row of rows) {
      if (found.size === ids.size) break
      if (row.name.startsWith('desk.') || row.name === 'note.transfer') continue
      const { changes, who } = (await open(keys, 'journal', String(row.seq), row)) as JournalBody
      for (const { id } of changes) {
        if (ids.has(id) && !found.has(id)) found.set(id, { lastAct: row.name, lastAt: row.at, lastWho: who })
      }
    }
    return found
  }
}

const latest = (acts: readonly (LastAct | undefined)[]): LastAct =>
  acts.reduce<LastAct>((last, act) => (act && act.lastAt > last.lastAt ? act : last), never)

/** Reminders first, then by number. */
const order = ({ owner, remindOn, number }: HandOverItem): string => `${owner}|${remindOn || '9'}|${number}`
