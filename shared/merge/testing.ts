import { editRecord, resolveRecord } from './edit'
import { differences } from './flat'
import { joinRecords } from './join'
import { print } from '../model/json'
import type { Json } from '../model/json'
import { emptyRecord } from '../model/merge-record'
import type { MergeRecord } from '../model/merge-record'
import { joinVersions } from './version'
import type { Version } from './version'
import { conflictsOf, marksShown, sidesOf, valuesShown } from './view'

/** A desk as the book keeps it, for tests: one record, what is shown of it, and what left the desk. */
export class TestDesk {
  record: MergeRecord = emptyRecord('goods', ['SKU-1'])
  shown: Record<string, string> = {}
  shared: Version = {}
  readonly name: string

  constructor(name: string) {
    this.name = name
  }

  get values(): Record<string, Json> {
    return valuesShown(this.record, this.shown)
  }

  edit(changes: Record<string, Json>, at = '2026-01-01T00:00:00Z'): void {
    const act = { who: `officer ${this.name}`, at, desk: this.name }
    const { shown, shared, values: before } = this
    this.record = editRecord(this.record, { writer: this.name, act, changes, shown, shared })
    const values = { ...before, ...changes }
    this.shown = marksShown(values)
  }

  /** What the desk hands out; it may arrive late, twice or never. */
  send(): MergeRecord {
    this.shared = this.record.version
    return JSON.parse(JSON.stringify(this.record)) as MergeRecord
  }

  receive(record: MergeRecord): void {
    this.record = joinRecords(this.record, record)
    this.shared = joinVersions(this.shared, record.version)
    this.#show()
  }

  /** Take one side of every conflict. */
  resolve(side: number): void {
    const choices: Record<string, Json> = {}
    for (const path of conflictsOf(this.record)) {
      const sides = sidesOf(this.record, path)
      choices[path] = sides[side % sides.length]!.value
    }
    if (Object.keys(choices).length === 0) return
    const act = { who: `officer ${this.name}`, at: '2026-01-02T00:00:00Z', desk: this.name }
    const seen = this.record.version
    this.record = resolveRecord(this.record, { writer: this.name, act, choices, seen })
    this.#show()
  }

  /** Fields on which what is shown differs from another desk. */
  differs(other: TestDesk): string[] {
    return Object.keys(differences(this.values, other.values, (_path, a, b) => print(a) === print(b)))
  }

  #show(): void {
    this.shown = marksShown(this.values)
  }
}
