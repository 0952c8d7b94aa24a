import { proxy } from 'comlink'
import type { OwnCode, OwnCodes, OwnEdition } from '#shared/codes/own'
import type { PreviewOutcome } from '#shared/import/api'
import type { BookEntry } from '#shared/ipc/vault'
import { may, type Roles } from '#shared/people/roles'
import { DataRefusal } from '../../data/errors/refusal'
import { readFact } from '../../data/facts/read'
import { readResults } from '../../data/facts/results'
import { listImports } from '../../data/imports/begin'
import { removeImport } from '../../data/imports/end'
import { pageErrors, putCells } from '../../data/imports/error-block'
import { importRunning } from '../../data/imports/lock'
import { readProgress, storedOf } from '../../data/imports/progress'
import type * as Port from '../../data/port'
import { pageJournal } from '../../data/read/journal'
import { allRecords, getRecord, getRecords } from '../../data/read/records'
import { command } from '../../data/write/command'
import { undo } from '../../data/write/undo'
import { verifyJournal } from '../../data/write/verify'
import type { MendAct } from '../import/mend'
import { bulkEdit, previewEdit } from './bulk/edit'
import { goodsTarget } from './bulk/goods'
import { ordersTarget } from './bulk/orders'
import type { BulkTarget } from './bulk/target'
import { ownNumbers } from './projection/own-numbers'
import { searchTables } from './projection/search'
import { dropCodes, putCodes, readOwnCodes, setEdition } from './own-codes'
import { masked, personalFields } from './personal'
import { refuseRules } from './work/checks'
import { BookSession } from './session'
import { pageLimit } from './views'

const bulkTargets: Readonly<Record<Port.BulkTable, (session: BookSession) => BulkTarget>> = {
  goods: ({ book }) => goodsTarget(book.context),
  orders: ordersTarget,
}

const rooms: readonly Port.Room[] = ['orders', 'payments', 'waybills', 'lists', 'goods']

/** The book of this worker: what the window's code reaches through Comlink. */
export class BookHost implements Port.BookCore {
  #session: BookSession | undefined

  async unlock(
    entry: BookEntry,
    keys: Port.BookKeyBytes,
    officer: Port.SignedIn,
    sentinel: Port.SentinelPort,
    progress?: (p: Port.Progress) => void,
  ): Promise<Port.BookHealth> {
    await this.lock()
    this.#session = await BookSession.open(entry, keys, officer, sentinel, progress)
    return this.#session.book.health
  }

  async lock(): Promise<void> {
    const session = this.#session
    this.#session = undefined
    await session?.close()
  }

  /** Of who is signed in; nothing is let through without. */
  get roles(): Roles {
    return this.#open.roles
  }

  async health(): Promise<Port.BookHealth> {
    return this.#open.book.health
  }

  async page<R extends Port.Room>(query: Port.PageQuery<R>): Promise<Port.Page<R>> {
    return (await this.#settled()).views.page(query)
  }

  async totals(table: Port.Room, filter?: Port.Filter): Promise<Port.Totals> {
    return (await this.#settled()).views.totals(table, filter)
  }

  async search(text: string): Promise<Port.HitGroup[]> {
    const { projection } = await this.#settled()
    projection.settle()
    return searchTables(
      rooms.map((room) => projection.table(room)),
      text,
      ownNumbers(projection),
    )
  }

  async figures(silentHours = 2): Promise<Port.DailyFigures> {
    const { projection, book } = await this.#settled()
    projection.settle()
    const since = Date.parse(book.context.now()) - silentHours * 3_600_000
    return projection.figures(new Date(since).toISOString())
  }

  async values(table: Port.Room, column: string): Promise<{ value: string; count: number }[]> {
    const { projection, views } = await this.#settled()
    projection.settle()
    return views.values(table, column)
  }

  get<T extends Port.SealedTable>(
    table: T,
    id: string,
  ): Promise<Port.Stored<Port.SealedRecord<T>> | undefined> {
    return getRecord(this.#context, table, id)
  }

  all<T extends Port.SealedTable>(table: T): Promise<Port.Stored<Port.SealedRecord<T>>[]> {
    return allRecords(this.#context, table)
  }

  fact<K extends keyof Port.FactOf>(kind: K, id: string): Promise<Port.FactOf[K] | undefined> {
    return readFact(this.#context, kind, id)
  }

  async order(id: string): Promise<Port.OrderDossier | undefined> {
    const { projection, book } = await this.#settled()
    projection.settle()
    const order = await readFact(book.context, 'orders', id)
    if (!order) return undefined
    const [overlays, lists, results] = await Promise.all([
      getRecords(book.context, 'overlays', projection.overlaysOf(id)),
      getRecords(book.context, 'lists', projection.listsOf(id)),
      readResults(book.context, [id]),
    ])
    const match = results.get(id)
    const state = projection.orders.get(id)?.state ?? ''
    return { id, order: masked(order), state, overlays, lists, ...(match && { match }) }
  }

  async reveal(order: string, field: string, reason: string): Promise<string> {
    const { book, who } = this.#open
    const record = await readFact(book.context, 'orders', order)
    const name = personalFields.find((each) => each === field)
    if (!record || !name) throw new DataRefusal('missing', { table: 'orders', id: order })
    await command(book.context, 'order.reveal', who, reason, async () => [], {
      about: { order, field },
      extra: { tables: [], run: () => Promise.resolve() },
    })
    return String(record[name] ?? '')
  }

  async revealErrors(importId: string, reason: string): Promise<void> {
    const { book, who } = this.#open
    await command(book.context, 'import.reveal', who, reason, async () => [], {
      about: { import: importId },
      extra: { tables: [], run: () => Promise.resolve() },
    })
  }

  async command(name: string, why: string, changes: Port.Change[]): Promise<Port.Done> {
    await refuseRules(this.#open, changes)
    return command(this.#context, name, this.#open.who, why, changes)
  }

  undo(group: string, why: string): Promise<Port.Undone> {
    const { who, roles } = this.#open
    return undo(this.#context, who, group, why, may(roles, 'manage'))
  }

  journal(offset: number, limit: number): Promise<{ entries: Port.JournalEntry[]; total: number }> {
    return pageJournal(this.#context, offset, Math.min(limit, pageLimit))
  }

  verifyJournal(): Promise<Port.JournalVerdict> {
    return verifyJournal(this.#context)
  }

  ownCodes(): Promise<OwnCodes> {
    return readOwnCodes(this.#isPractice)
  }

  putCodes(codes: readonly OwnCode[], why: string): Promise<void> {
    return putCodes(this.#context, this.#open.who, codes, why)
  }

  dropCodes(codes: readonly Pick<OwnCode, 'table' | 'code'>[], why: string): Promise<void> {
    return dropCodes(this.#context, this.#open.who, codes, why)
  }

  setEdition(
    table: OwnEdition['table'],
    edition: Omit<OwnEdition, 'table'> | null,
    why: string,
  ): Promise<void> {
    return setEdition(this.#context, this.#open.who, table, edition, why)
  }

  async bulkPreview(
    table: Port.BulkTable,
    filter: Port.Filter,
    patch: Record<string, string>,
  ): Promise<Port.BulkPreview> {
    const session = await this.#settled()
    return previewEdit(bulkTargets[table](session), session.views.ids(table, filter), patch)
  }

  async bulkEdit(
    table: Port.BulkTable,
    filter: Port.Filter,
    patch: Record<string, string>,
    why: string,
  ): Promise<{ group: string; changed: number }> {
    const session = await this.#settled()
    const { book, who, views } = session
    return bulkEdit(book, who, bulkTargets[table](session), views.ids(table, filter), patch, why)
  }

  previewFile(file: File, job: Port.ImportJob): Promise<PreviewOutcome> {
    return this.#open.imports.preview(file, job)
  }

  async importFile(
    file: File,
    job: Port.ImportJob,
    progress: (p: Port.ImportProgress) => void = () => undefined,
  ): Promise<Port.ImportResult> {
    const { imports, entry, who, book } = this.#open
    const task = { database: entry.database, keys: book.context.keys, who, file, job }
    const end = await imports.run(task, this.#open, progress)
    if (!end.ok && 'refusal' in end) return end
    const view = end.importId ? await this.#view(end.importId) : undefined
    if (end.ok) return { ok: true, view: view! }
    return { ok: false, cancelled: true, ...(view && { view }) }
  }

  async cancelImport(): Promise<void> {
    await this.#open.imports.cancel()
  }

  async imports(): Promise<Port.ImportView[]> {
    const all = await listImports(this.#context)
    return (await Promise.all(all.map(({ id }) => this.#view(id)))).filter((view) => view !== undefined)
  }

  async undoImport(importId: string, why: string): Promise<void> {
    await removeImport(this.#context, this.#open.who, importId, why, 'undone')
  }

  async errors(
    importId: string,
    offset: number,
    limit: number,
    state?: Port.ErrorState,
  ): Promise<{ rows: Port.ErrorView[]; total: number }> {
    const view = await this.#view(importId)
    const rows = await pageErrors(this.#context, importId, offset, Math.min(limit, pageLimit), state)
    const { mended, dropped } = view?.settled ?? { mended: 0, dropped: 0 }
    const all = view?.stored.refused ?? 0
    const totals = { open: all - mended - dropped, mended, dropped }
    return { rows, total: state ? totals[state] : all }
  }

  async editError(id: string, cells: string[], why: string): Promise<void> {
    const { book, who } = this.#open
    await command(book.context, 'error.edit', who, why, (draft) =>
      putCells(book.context, draft, { fact: id, cells }),
    )
  }

  async retryErrors(importId: string, why: string): Promise<Port.MendSummary> {
    return this.#mend({ act: 'retry', importId, why })
  }

  async dropErrors(importId: string, ids: string[], reason: string): Promise<void> {
    await this.#mend({ act: 'drop', importId, why: reason, rows: ids })
  }

  async subscribe(listener: (notice: Port.ChangeNotice) => void): Promise<() => void> {
    return proxy(this.#open.live.listen(listener))
  }

  #mend(act: MendAct): Promise<Port.MendSummary> {
    const { imports, entry, who, book } = this.#open
    return imports.mend({ ...act, database: entry.database, keys: book.context.keys, who }, this.#open)
  }

  protected get session(): BookSession {
    return this.#open
  }

  /** The session with everything committed before this call in its projection. */
  protected async settled(): Promise<BookSession> {
    const session = await this.#settled()
    session.projection.settle()
    return session
  }

  get #open(): BookSession {
    if (!this.#session) throw new DataRefusal('locked')
    return this.#session
  }

  get #isPractice(): boolean {
    return this.#open.entry.kind === 'practice'
  }

  get #context() {
    return this.#open.book.context
  }

  async #settled(): Promise<BookSession> {
    const session = this.#open
    await session.live.settled()
    return session
  }

  async #view(id: string): Promise<Port.ImportView | undefined> {
    const { book, entry } = this.#open
    const found = await getRecord(book.context, 'imports', id)
    if (!found) return undefined
    const stored = found.record.stored ?? storedOf(await readProgress(book.context, id))
    const interrupted = found.record.state === 'running' && !(await importRunning(entry.database))
    return { ...found.record, id, stored, interrupted }
  }
}
