import type { Break, OrderMatch } from '#shared/matching/break'
import { needsRecordNo } from '#shared/declaration/modes/modes'
import type { Text } from '#shared/model/text'
import { ExactSum, mul } from '#shared/money/decimal'
import { isSourceKind } from '../../../data/facts/kinds'
import { orderState, orderStates } from '../../../data/order-state'
import type {
  DailyFigures,
  Fact,
  FactKind,
  ListRow,
  ListMove,
  OrderRow,
  Overlay,
  Room,
  SealedRecord,
  Stored,
} from '../../../data/port'
import { decides } from '../../../data/read/overlays'
import { ListSources } from './list-sources'
import { ParcelIndex } from './parcel-index'
import { moveOf } from './move-of'
import { weightOf } from './weight-of'
import { SummaryIndex } from './summary-index'
import { Aftermath } from './aftermath'
import { AwaitIndex } from './await-index'
import type { ChainFacts } from './chain-steps'
import { EntryIndex } from './entry-index'
import { RoomTable } from './room-table'
import { goodsRow, listRow, orderGoods, numberSeparator, orderRow, paymentRow, waybillRow } from './rows-of'
import type { OrderGoods } from './rows-of'

type RuleWords = { rule: string; message: Text; fix: Text }
type FoundBreak = Pick<Break, 'kind' | 'effect'>
type Match = Pick<OrderMatch, 'state' | 'payments' | 'waybills'> & { breaks: FoundBreak[] }

const nothing: OrderGoods = { items: [], partial: false, ended: false }

/** The unsealed columns of a book: filled at unlock, kept up by what commands change, dropped at lock. */
export class Projection {
  readonly orders = new RoomTable('orders')
  readonly payments = new RoomTable('payments')
  readonly waybills = new RoomTable('waybills')
  readonly lists = new RoomTable('lists')
  readonly goods = new RoomTable('goods')
  readonly summary = new SummaryIndex()
  readonly after = new Aftermath()
  readonly parcels = new ParcelIndex()
  readonly awaits = new AwaitIndex()
  readonly #own = new Map<string, OrderRow>()
  readonly #goodsOf = new Map<string, OrderGoods>()
  readonly #matches = new Map<string, Match>()
  readonly #overlays = new Map<string, Overlay>()
  readonly #overlaysOf = new Map<string, Set<string>>()
  readonly #listsOf = new Map<string, Set<string>>()
  readonly #ordersOf = new Map<string, readonly string[]>()
  readonly #entries = new EntryIndex()
  readonly #weights = new Map<string, string>()
  readonly #gross = new Map<string, string>()
  /** SKUs with a number in the bonded account book. */
  readonly #recorded = new Set<string>()
  #stale: Set<string> | 'all' = new Set()
  readonly #sources = new ListSources()
  readonly #rules = new Map<string, RuleWords>()
  #moves: Partial<Record<ListMove, number>> = {}

  table<R extends Room>(room: R): RoomTable<R> {
    const { orders, payments, waybills, lists, goods } = this
    const tables: { [K in Room]: RoomTable<K> } = { orders, payments, waybills, lists, goods }
    return tables[room]
  }

  putOrders(facts: readonly Fact<'orders'>[]): void {
    for (const { id, record } of facts) {
      this.#own.set(id, orderRow(id, record))
      this.#goodsOf.set(id, orderGoods(record))
      this.#touch(id)
    }
  }

  putPayments(facts: readonly Fact<'payments'>[]): void {
    for (const { id, record } of facts) this.payments.put(paymentRow(id, record))
  }

  putWaybills(facts: readonly Fact<'waybills'>[]): void {
    for (const { id, record } of facts) this.waybills.put(waybillRow(id, record))
  }

  putResults(results: readonly OrderMatch[]): void {
    for (const { order, state, payments, waybills, breaks } of results) {
      this.#matches.set(order, {
        state,
        payments,
        waybills,
        breaks: breaks.map(({ kind, effect }) => ({ kind, effect })),
      })
      this.#touch(order)
    }
  }

  putOverlays(overlays: readonly Stored<Overlay>[]): void {
    for (const { id, rev, record } of overlays) {
      this.#overlays.set(id, record)
      this.#moved(`overlay ${record.fact}`, id, decides(record) ? rev : undefined)
      if (record.aspect === 'refused') for (const fault of record.faults) this.#rules.set(fault.rule, fault)
      link(this.#overlaysOf, record.fact, id)
      this.#touch(record.fact)
      this.awaits.touch(record.fact)
    }
  }

  putLists(lists: readonly Stored<SealedRecord<'lists'>>[]): void {
    for (const stored of lists) {
      this.#unlinkList(stored.id)
      const move = moveOf(this.lists.get(stored.id), stored.record)
      if (move) this.#moves[move] = (this.#moves[move] ?? 0) + 1
      this.#sources.put(stored)
      this.summary.putList(stored)
      const { awaits = [] } = this.lists.get(stored.id) ?? {}
      this.lists.put({ ...listRow(stored), awaits, outdated: this.#sources.isOutdated(stored.id) })
      this.awaits.putList(stored)
      this.#ordersOf.set(stored.id, stored.record.orders)
      for (const order of stored.record.orders) {
        link(this.#listsOf, order, stored.id)
        this.#touch(order)
      }
    }
  }

  putGoods(goods: readonly Stored<SealedRecord<'goods'>>[]): void {
    for (const stored of goods) {
      this.goods.put(goodsRow(stored))
      this.#moved('goods', stored.id, stored.rev)
      this.#weights.set(stored.record.sku, stored.record.netWeight)
      this.#gross.set(stored.record.sku, stored.record.grossWeight)
      if (stored.record.itemRecordNo) this.#recorded.add(stored.record.sku)
      else this.#recorded.delete(stored.record.sku)
    }
    if (goods.length > 0) this.#stale = 'all'
  }

  deleteGoods(id: string): void {
    const row = this.goods.get(id)
    if (!row) return
    this.goods.delete(id)
    this.#moved('goods', id, undefined)
    this.#weights.delete(row.sku)
    this.#gross.delete(row.sku)
    this.#recorded.delete(row.sku)
    this.#stale = 'all'
  }

  deleteOverlay(id: string): void {
    const overlay = this.#overlays.get(id)
    if (!overlay) return
    this.#overlays.delete(id)
    this.#overlaysOf.get(overlay.fact)?.delete(id)
    this.#moved(`overlay ${overlay.fact}`, id, undefined)
    this.#touch(overlay.fact)
    this.awaits.touch(overlay.fact)
  }

  /** Templates and the enterprise: no list shows them, but every 清单 was made with one of each. */
  putMasters(table: 'template' | 'enterprise', masters: readonly { id: string; rev: number }[]): void {
    for (const { id, rev } of masters) this.#moved(table, id, rev)
  }

  putEntries(entries: readonly Stored<SealedRecord<'exportEntries'>>[]): void {
    for (const stored of entries) for (const order of this.#entries.put(stored)) this.#touch(order)
  }

  /** 报关单 that were declared outside. */
  exportEntries = (): ReadonlyMap<string, { number: string }> => this.#entries.all()

  deleteEntry(id: string): void {
    for (const order of this.#entries.delete(id)) this.#touch(order)
  }

  deleteList(id: string): void {
    this.#sources.drop(id)
    this.summary.deleteList(id)
    this.awaits.deleteList(id)
    this.#unlinkList(id)
    this.lists.delete(id)
  }

  /** Facts that no longer count; ids of any kind. */
  deleteFacts(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#own.delete(id)
      this.#goodsOf.delete(id)
      this.#matches.delete(id)
      for (const table of [this.orders, this.payments, this.waybills]) table.delete(id)
      this.parcels.deleteWeighing(id)
    }
  }

  /** Kind and effect of each break of an order, in the order of its result. */
  breaksOf = (order: string): readonly FoundBreak[] => this.#matches.get(order)?.breaks ?? []

  /** Payments and waybills that 对碰 found for an order. */
  partnersOf = (order: string): Pick<Match, 'payments' | 'waybills'> =>
    this.#matches.get(order) ?? { payments: [], waybills: [] }

  /** The words of a rule as it was last refused by. */
  faultOf(rule: string): RuleWords {
    return this.#rules.get(rule) ?? { rule, message: { zh: rule, en: rule }, fix: { zh: '', en: '' } }
  }

  /** How many 清单 came to a new state since this was last asked, by that state. */
  takeMoves(): Partial<Record<ListMove, number>> {
    const moves = this.#moves
    this.#moves = {}
    return moves
  }

  /** Every 备注 with its id; who is in charge stands there too. */
  notes(): { id: string; note: Extract<Overlay, { aspect: 'note' }> }[] {
    const found = []
    for (const [id, note] of this.#overlays) if (note.aspect === 'note') found.push({ id, note })
    return found
  }

  listsOf = (order: string): string[] => [...(this.#listsOf.get(order) ?? [])]

  /** What was laid over a fact in one respect. */
  overlay<A extends Overlay['aspect']>(fact: string, aspect: A): Extract<Overlay, { aspect: A }> | undefined {
    for (const id of this.#overlaysOf.get(fact) ?? []) {
      const laid = this.#overlays.get(id)
      if (laid?.aspect === aspect) return laid as Extract<Overlay, { aspect: A }>
    }
    return undefined
  }

  /** Gross weight of an order's goods by the goods master; undefined while one of them is not known. */
  calculatedGross(order: string): string | undefined {
    const { items } = this.#goodsOf.get(order) ?? nothing
    if (items.length === 0 || items.some(({ sku }) => !this.#gross.has(sku))) return undefined
    const sum = new ExactSum()
    for (const { sku, quantity } of items) sum.add(mul(quantity, this.#gross.get(sku)!))
    return sum.toString()
  }

  overlaysOf(fact: string): string[] {
    return [...(this.#overlaysOf.get(fact) ?? [])]
  }

  /** Orders of every 合单, those that travel and those they travel in. */
  mergedOrders(): Set<string> {
    const merged = [...this.#overlays.values()].filter((one) => one.aspect === 'merged')
    return new Set(merged.flatMap(({ fact, into }) => [fact, into]))
  }

  /** Ids of all facts of an import. */
  factsOf(importId: string): string[] {
    const ids = [...this.#own.values()].filter((row) => row.importId === importId).map(({ id }) => id)
    for (const table of [this.payments, this.waybills]) {
      for (const row of table.rows()) if (row.importId === importId) ids.push(row.id)
    }
    return [...ids, ...this.parcels.weighingsOf(importId)]
  }

  clearFacts(kind: FactKind): void {
    if (kind === 'weighings') return this.parcels.clearWeighings()
    if (!isSourceKind(kind)) return
    this.table(kind).clear()
    if (kind !== 'orders') return
    for (const map of [this.#own, this.#goodsOf, this.#matches]) map.clear()
  }

  /** Bring what is derived (states, weights, breaks) up to date; called before anything is read. */
  settle(): void {
    const stale = this.#stale === 'all' ? this.#own.keys() : this.#stale
    this.#stale = new Set()
    for (const id of stale) {
      const own = this.#own.get(id)
      if (own) this.orders.put(this.#derive(own))
    }
    for (const [id, awaits] of this.awaits.settle((list, numbers) => this.chainFacts(list, numbers))) {
      if (this.lists.get(id)?.awaits.join() !== awaits.join()) this.lists.patch(id, { awaits })
    }
  }

  /** What is known of a 清单 beyond its own documents. */
  chainFacts(id: string, { logisticsNo, invtNo }: { logisticsNo: string; invtNo: string }): ChainFacts {
    return {
      ticks: this.overlay(id, 'told')?.ticks ?? {},
      departure: this.parcels.departureOf(logisticsNo)?.departure,
      application: this.summary.applicationOf(id)?.copNo ?? '',
      entries: invtNo === '' ? [] : this.summary.entryNumbersOf(invtNo),
    }
  }

  /** 日清表 over the orders (cancellation and adjustment records are not orders). */
  figures(silentSince: string): DailyFigures {
    const byState = Object.fromEntries(orderStates.map((state) => [state, 0])) as DailyFigures['byState']
    let imported = 0
    for (const { state } of this.orders.rows()) {
      if (state === '') continue
      byState[state]++
      imported++
    }
    let silent = 0
    for (const { awaitingSince } of this.lists.rows()) {
      if (awaitingSince !== '' && awaitingSince < silentSince) silent++
    }
    return { imported, byState, silent }
  }

  /** A source has this revision now: drafts made from another one become 待更新, or are no longer. */
  #moved(table: string, id: string, rev: number | undefined): void {
    for (const list of this.#sources.move(table, id, rev)) {
      const row = this.lists.get(list)
      const outdated = this.#sources.isOutdated(list)
      if (row && row.outdated !== outdated) this.lists.put({ ...row, outdated })
    }
  }

  #touch(order: string): void {
    if (this.#stale !== 'all') this.#stale.add(order)
  }

  #unlinkList(id: string): void {
    for (const order of this.#ordersOf.get(id) ?? []) {
      this.#listsOf.get(order)?.delete(id)
      this.#touch(order)
    }
    this.#ordersOf.delete(id)
  }

  #derive(own: OrderRow): OrderRow {
    const { items, partial, ended } = this.#goodsOf.get(own.id) ?? nothing
    const match = this.#matches.get(own.id)
    const lists = [...(this.#listsOf.get(own.id) ?? [])]
      .map((id) => this.lists.get(id))
      .filter((row): row is ListRow => row !== undefined)
    const entries = this.#entries.of(own.id)
    const living = lists.filter((row) => row.state !== 'void')
    const overlays = [...(this.#overlaysOf.get(own.id) ?? [])].map((id) => this.#overlays.get(id))
    const aspects = overlays.map((overlay) => overlay?.aspect)
    const refusals = overlays.flatMap((overlay) => (overlay?.aspect === 'refused' ? overlay.faults : []))
    const merged = overlays.find((overlay) => overlay?.aspect === 'merged')
    const path = overlays.find((overlay) => overlay?.aspect === 'mode')?.path ?? ''
    const wanted = path !== '' && needsRecordNo(path) ? this.#recorded : this.#weights
    const missing = [...new Set(items.map(({ sku }) => sku))].filter((sku) => !wanted.has(sku))
    const note = overlays.find((overlay) => overlay?.aspect === 'note')
    const waybills = (match?.waybills ?? [])
      .map((id) => this.waybills.get(id))
      .filter((row) => row !== undefined)
    const payments = (match?.payments ?? [])
      .map((id) => this.payments.get(id))
      .filter((row) => row !== undefined)
    const empty = items.length === 0
    const leaves =
      match?.state === 'cancelled' ||
      aspects.includes('cancelled') ||
      match?.state === 'none' ||
      (empty && !partial)
    const state =
      own.kind !== 'order' && !ended
        ? ''
        : orderState({
            cancelled: ended || (leaves && !aspects.includes('reinstated')),
            goodsMissing: missing.length > 0 || empty,
            match: !match ? 'none' : match.state === 'blocked' ? 'block' : 'open',
            lists: [...lists, ...entries].map(({ state }) => state),
          })
    return {
      ...own,
      state,
      missing,
      mode: path,
      faults: [...new Set(refusals.map(({ rule }) => rule))],
      breaks: [...new Set(match?.breaks.map(({ kind }) => kind))],
      mergedInto: merged?.orderNo ?? '',
      note: note?.note ?? '',
      labels: note?.labels ?? [],
      owner: note?.owner ?? '',
      remindOn: note?.remindOn ?? '',
      copNo: [...living.map(({ copNo }) => copNo), ...entries.map(({ number }) => number)].join(' ').trim(),
      paymentNo: own.paymentNo || payments.map((row) => row.paymentNo).join(numberSeparator),
      waybillNo: own.waybillNo || waybills.map((row) => row.waybillNo).join(numberSeparator),
      netWeight: missing.length > 0 || empty ? '' : this.#netWeight(items),
      grossWeight: weightOf(waybills.map((row) => row.grossWeight)),
    }
  }

  #netWeight(items: OrderGoods['items']): string {
    const sum = new ExactSum()
    for (const { sku, quantity } of items) sum.add(mul(quantity, this.#weights.get(sku)!))
    return sum.toString()
  }
}

function link(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key)
  if (values) values.add(value)
  else map.set(key, new Set([value]))
}
