import { sameList } from '#shared/declaration/same-content'
import { marksAfter, type Checked } from '#shared/people/checking'
import type { Change, SealedRecord, SealedTable, Stored, StoredList } from '../port'
import { DataRefusal } from '../errors/refusal'
import { groupBy } from '../group-by'
import { keyedId } from '../sealing/blind'
import { schemaOf, ruleOf } from '../schema/tables'
import type { StoredRow } from '../schema/stored'
import type { BookKeys } from '../sealing/keys'

/** What a change found before it: the row as stored, or nothing. */
export type Pending = {
  table: SealedTable
  id: string
  before: StoredRow | undefined
  /** Absent when the record is deleted. */
  record?: SealedRecord<SealedTable>
}

export type RecordReader = {
  rows(table: SealedTable, ids: readonly string[]): Promise<(StoredRow | undefined)[]>
  row(table: SealedTable, id: string): Promise<StoredRow | undefined>
  open<T extends SealedTable>(table: T, row: StoredRow): Promise<SealedRecord<T>>
}

/**
 * The changes of one command while it is thought out: reads are remembered with their revision, writes are collected.
 * Nothing reaches the database before the commit, which checks that every row still is what was read.
 */
export class Draft {
  readonly #keys: BookKeys
  readonly #reader: RecordReader
  readonly #who: string | undefined
  readonly #read = new Map<string, StoredRow | undefined>()
  readonly #pending = new Map<string, Pending>()

  /** @param who writes; absent where the exchange follows what is said already: that changes nobody's authorship */
  constructor(keys: BookKeys, reader: RecordReader, who?: string) {
    this.#keys = keys
    this.#reader = reader
    this.#who = who
  }

  get changes(): Pending[] {
    return [...this.#pending.values()]
  }

  /** Id of the record with this own key, whether it exists or not. */
  idOf<T extends SealedTable>(table: T, record: SealedRecord<T>): Promise<string> {
    const key = ruleOf(table).key?.(record)
    return key ? keyedId(this.#keys, table, key) : Promise.resolve(crypto.randomUUID())
  }

  /** The record as it will be: with what this draft already put. */
  async get<T extends SealedTable>(table: T, id: string): Promise<Stored<SealedRecord<T>> | undefined> {
    const put = this.#pending.get(`${table} ${id}`)
    if (put) {
      return put.record && { id, rev: put.before?.rev ?? 0, record: put.record as SealedRecord<T> }
    }
    const row = await this.#before(table, id)
    return row && { id, rev: row.rev, record: await this.#reader.open(table, row) }
  }

  /** Write a record; checked against its schema here, so that an invalid one names its field. */
  async put<T extends SealedTable>(table: T, record: SealedRecord<T>, id?: string): Promise<string> {
    const checked = schemaOf(table).safeParse(record)
    if (!checked.success) {
      const issue = checked.error.issues[0]!
      throw new DataRefusal('invalid', { table, field: issue.path.join('.'), detail: issue.message })
    }
    const ownId = await this.idOf(table, record)
    const target = ruleOf(table).key ? ownId : (id ?? ownId)
    const before = await this.#before(table, target)
    const data = checked.data as SealedRecord<SealedTable>
    const marked = table === 'lists' ? await this.#marked(data as StoredList, target) : data
    this.#pending.set(`${table} ${target}`, { table, id: target, before, record: marked })
    return target
  }

  /** Note that somebody looked at a 清单 and found it right; its content stays. */
  async check(id: string, checked: Checked): Promise<void> {
    const found = await this.get('lists', id)
    if (!found) throw new DataRefusal('missing', { table: 'lists', id })
    const before = await this.#before('lists', id)
    const record = { ...found.record, checked }
    this.#pending.set(`lists ${id}`, { table: 'lists', id, before, record })
  }

  /** Who wrote it and who checked it is never taken from who writes: it follows from what is written. */
  async #marked(record: StoredList, id: string): Promise<StoredList> {
    const former = (await this.get('lists', id))?.record
    const { author: _author, checked: _checked, ...bare } = record
    const isSame = this.#who === undefined || (former !== undefined && sameList(former.list, record.list))
    const marks = former || this.#who !== undefined ? marksAfter(former, isSame, this.#who ?? '') : {}
    return { ...bare, ...marks } as StoredList
  }

  async delete(table: SealedTable, id: string): Promise<void> {
    const before = await this.#before(table, id)
    if (!before) throw new DataRefusal('missing', { table, id })
    this.#pending.set(`${table} ${id}`, { table, id, before })
  }

  /** Apply changes that were prepared elsewhere against revisions seen there. */
  async apply(changes: readonly Change[]): Promise<string[]> {
    const ids: string[] = []
    await this.#prefetchAll(changes)
    for (const change of changes) {
      if (change.op === 'delete') {
        await this.#expect(change.table, change.id, change.rev)
        await this.delete(change.table, change.id)
        ids.push(change.id)
      } else {
        const id = await this.put(change.table, change.record as never, change.id)
        if (change.id !== undefined && change.id !== id) {
          // The record's own key was edited: it moves, the old one goes.
          await this.#expect(change.table, change.id, change.rev ?? 0)
          await this.#expect(change.table, id, 0)
          await this.delete(change.table, change.id)
        } else await this.#expect(change.table, id, change.rev ?? 0)
        ids.push(id)
      }
    }
    return ids
  }

  /** Read many records at once that are going to be asked for or written. */
  async prefetch(table: SealedTable, ids: readonly string[]): Promise<void> {
    const rows = await this.#reader.rows(table, ids)
    ids.forEach((id, i) => this.#read.set(`${table} ${id}`, rows[i]))
  }

  async #prefetchAll(changes: readonly Change[]): Promise<void> {
    for (const [table, part] of groupBy(changes, (change) => change.table)) {
      await this.prefetch(table, await Promise.all(part.map((change) => this.#target(change))))
    }
  }

  async #target(change: Change): Promise<string> {
    const keyed = change.op === 'put' && ruleOf(change.table).key
    if (keyed) return this.idOf(change.table, change.record as never)
    return change.id ?? ''
  }

  async #before(table: SealedTable, id: string): Promise<StoredRow | undefined> {
    const key = `${table} ${id}`
    if (!this.#read.has(key)) this.#read.set(key, await this.#reader.row(table, id))
    return this.#read.get(key)
  }

  async #expect(table: SealedTable, id: string, rev: number): Promise<void> {
    const found = (await this.#before(table, id))?.rev ?? 0
    if (found !== rev) throw new DataRefusal('stale', { table, id, expected: rev, found })
  }
}
