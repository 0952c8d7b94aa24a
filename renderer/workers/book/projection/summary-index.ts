import { directionOf } from '#shared/model/mode'
import { entryIdOf, entryLines } from '#shared/model/customs-entry'
import type { CustomsEntry, EntryLine } from '#shared/model/customs-entry'
import { eligibility } from '#shared/summary/eligible'
import type { Exclusion } from '#shared/summary/eligible'
import { periodOf } from '#shared/summary/period'
import type { Period } from '#shared/summary/period'
import type { Standing } from '#shared/summary/summary-list'
import type { SealedRecord, Stored, SummaryMonth } from '../../../data/port'

type Held = {
  id: string
  copNo: string
  preNo: string
  state: SealedRecord<'applications'>['state']
}
export type MonthLists = {
  included: string[]
  simplified: string[]
  excluded: Map<Exclusion, string[]>
}

/** What 月末汇总 asks of every 清单, held unsealed: where it stands, its application, and its 报关单. */
export class SummaryIndex {
  readonly #lists = new Map<string, Omit<Standing, 'application'>>()
  readonly #applications = new Map<string, Held & { lists: string[] }>()
  readonly #heldBy = new Map<string, Held>()
  readonly #entries = new Map<string, Stored<CustomsEntry>>()
  readonly #entriesOf = new Map<string, Set<string>>()

  putList({ id, record }: Stored<SealedRecord<'lists'>>): void {
    const { list, state, answeredAt = '' } = record
    // Only exports are summarised into a 报关单.
    if (directionOf(list.tradeMode) === 'import') return
    this.#lists.set(id, {
      state,
      tradeMode: list.tradeMode,
      statisticsFlag: list.documents.inventory.head['statisticsFlag'] ?? '',
      invtNo: list.invtNo ?? '',
      closedAt: state === 'cleared' ? answeredAt : '',
    })
  }

  deleteList(id: string): void {
    this.#lists.delete(id)
  }

  putApplications(applications: readonly Stored<SealedRecord<'applications'>>[]): void {
    for (const { id, record } of applications) {
      for (const list of this.#applications.get(id)?.lists ?? []) this.#heldBy.delete(list)
      const held = { id, copNo: record.copNo, preNo: record.preNo ?? '', state: record.state }
      const lists = record.lists.map((one) => one.id)
      this.#applications.set(id, { ...held, lists })
      if (record.state !== 'void') for (const list of lists) this.#heldBy.set(list, held)
    }
  }

  putEntries(entries: readonly Stored<CustomsEntry>[]): void {
    for (const stored of entries) {
      this.#entries.set(stored.id, stored)
      for (const { invtNo } of entryLines(stored.record)) {
        const known = this.#entriesOf.get(invtNo)
        if (known) known.add(stored.id)
        else this.#entriesOf.set(invtNo, new Set([stored.id]))
      }
    }
  }

  /** Closed lists whose time of closing their record does not hold (written by an earlier version). */
  undated(): string[] {
    return [...this.#lists].flatMap(([id, { state, closedAt }]) =>
      state === 'cleared' && closedAt === '' ? [id] : [],
    )
  }

  date(id: string, closedAt: string): void {
    const list = this.#lists.get(id)
    if (list) this.#lists.set(id, { ...list, closedAt })
  }

  /** Lists of one month by what becomes of them. */
  month(period: Period): MonthLists {
    const found: MonthLists = { included: [], simplified: [], excluded: new Map() }
    for (const [id, list] of this.#lists) {
      const at = eligibility({ ...list, application: this.#heldBy.get(id)?.copNo ?? '' }, period)
      if (at === 'in') found.included.push(id)
      else if (at === 'simplified') found.simplified.push(id)
      else if (at !== 'elsewhere') {
        const others = found.excluded.get(at)
        if (others) others.push(id)
        else found.excluded.set(at, [id])
      }
    }
    return found
  }

  /** Lists of 简化申报 that were closed in a month, with the time. */
  simplifiedOf(period: Period): { id: string; invtNo: string; closedAt: string }[] {
    return [...this.#lists].flatMap(([id, list]) =>
      eligibility({ ...list, application: '' }, period) === 'simplified'
        ? [{ id, invtNo: list.invtNo, closedAt: list.closedAt }]
        : [],
    )
  }

  /** Months with closed lists, newest first. */
  months(): Omit<SummaryMonth, 'due'>[] {
    const months = new Map<Period, Omit<SummaryMonth, 'due'>>()
    for (const [id, list] of this.#lists) {
      if (list.closedAt === '') continue
      const period = periodOf(list.closedAt)
      const month = months.get(period) ?? { period, open: 0, simplified: 0, applied: 0 }
      months.set(period, month)
      const at = eligibility({ ...list, application: this.#heldBy.get(id)?.copNo ?? '' }, period)
      if (at === 'in') month.open++
      else if (at === 'simplified') month.simplified++
      else if (at === 'applied') month.applied++
    }
    return [...months.values()].sort((a, b) => (a.period < b.period ? 1 : -1))
  }

  applications(): Iterable<Held> {
    return this.#applications.values()
  }

  entries(): Iterable<Stored<CustomsEntry>> {
    return this.#entries.values()
  }

  applicationOf(list: string): Held | undefined {
    return this.#heldBy.get(list)
  }

  /** Where the lines of one 清单 went, by its number. */
  linesOf(invtNo: string): { entry: CustomsEntry; lines: EntryLine[] }[] {
    return [...(this.#entriesOf.get(invtNo) ?? [])].map((id) => {
      const entry = this.#entries.get(id)!.record
      return { entry, lines: entryLines(entry).filter((line) => line.invtNo === invtNo) }
    })
  }

  /** Numbers of the 报关单 that one 清单 went into. */
  entryNumbersOf(invtNo: string): string[] {
    return [...(this.#entriesOf.get(invtNo) ?? [])].map((id) => numberOf(this.#entries.get(id)!.record))
  }

  /** 报关单 that hold any of these lists: an application and its results have no number in common before 702 brings one. */
  entriesOf(invtNos: readonly string[]): Stored<CustomsEntry>[] {
    const ids = new Set(invtNos.flatMap((invtNo) => [...(this.#entriesOf.get(invtNo) ?? [])]))
    return [...ids].map((id) => this.#entries.get(id)!).sort((a, b) => byName(a.record, b.record))
  }
}

const numberOf = (entry: CustomsEntry) => entryIdOf(entry) || entry.declSeqNo
const byName = (a: CustomsEntry, b: CustomsEntry) => (numberOf(a) < numberOf(b) ? -1 : 1)
