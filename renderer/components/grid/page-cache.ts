import type { GridRow } from './types'

/** One row of the whole set; `row` is undefined until its page has come. */
export type Slot<R extends GridRow> = { readonly index: number; readonly row: R | undefined }

const pageSize = 100
/** 20,000 rows: what scrolling back and forth touches, and little memory. */
const keptPages = 200
/** Pages passed during a fast scroll are not worth asking for. */
const settleMs = 40

type Page<R extends GridRow> = { slots: Slot<R>[]; version: number }
export type Fetch<R> = (offset: number, limit: number) => Promise<readonly R[]>

/**
 * Rows by page, fetched when they are looked at. Rows of an older version stay visible until the new ones come, so
 * that a refresh does not flash. `snapshot()` changes identity with every change.
 */
export class PageCache<R extends GridRow> {
  private pages = new Map<number, Page<R>>()
  private running = new Map<number, Promise<void>>()
  private wanted = new Set<number>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private version = 0
  private listeners = new Set<() => void>()
  private view: readonly Slot<R>[] = []
  private failure: unknown

  constructor(
    private fetch: Fetch<R>,
    private total: number,
  ) {
    this.view = this.makeView()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** All rows as an array of the full length; looking at an index asks for its page. */
  snapshot = (): readonly Slot<R>[] => this.view

  /** What the last fetch failed with; undefined after one that succeeded. */
  lastFailure = (): unknown => this.failure

  /** The rows behind the filter changed: ask again for what is shown. */
  reset(fetch: Fetch<R>, total: number): void {
    this.fetch = fetch
    this.version += 1
    this.failure = undefined
    this.running.clear()
    if (total !== this.total) {
      this.total = total
      for (const page of this.pages.keys()) if (page * pageSize >= total) this.pages.delete(page)
    }
    this.changed()
  }

  peek(index: number): R | undefined {
    return this.pages.get(Math.floor(index / pageSize))?.slots[index % pageSize]?.row
  }

  /** Rows first…last, fetching what is missing. Rejects when a fetch does. */
  async read(first: number, last: number): Promise<R[]> {
    const rows: R[] = []
    for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1) {
      if (this.pages.get(page)?.version !== this.version) await this.load(page)
      const slots = this.pages.get(page)?.slots ?? []
      const from = page * pageSize
      for (const slot of slots.slice(Math.max(0, first - from), last - from + 1)) {
        if (slot.row) rows.push(slot.row)
      }
    }
    return rows
  }

  /** Show a changed value at once; the next version brings the truth. */
  patch(index: number, key: string, value: string): void {
    const page = this.pages.get(Math.floor(index / pageSize))
    const slot = page?.slots[index % pageSize]
    if (!page || !slot?.row) return
    page.slots[index % pageSize] = { index, row: { ...slot.row, [key]: value } }
    this.changed()
  }

  private slot(index: number): Slot<R> {
    const number = Math.floor(index / pageSize)
    const page = this.pages.get(number)
    if (page?.version !== this.version) this.want(number)
    const slot = page?.slots[index % pageSize]
    return slot ?? { index, row: undefined }
  }

  private want(page: number): void {
    if (this.running.has(page) || this.failure !== undefined) return
    this.wanted.add(page)
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      // The newest wishes are what stands on the screen now.
      const pages = [...this.wanted].slice(-4)
      this.wanted.clear()
      for (const wanted of pages) {
        this.load(wanted).catch((error: unknown) => {
          this.failure = error
          this.changed()
        })
      }
    }, settleMs)
  }

  private load(page: number): Promise<void> {
    const known = this.running.get(page)
    if (known) return known
    const version = this.version
    const from = page * pageSize
    const limit = Math.min(pageSize, this.total - from)
    if (limit <= 0) return Promise.resolve()
    const task = this.fetch(from, limit).then((rows) => {
      if (version !== this.version) return
      this.running.delete(page)
      const old = this.pages.get(page)?.slots
      this.pages.delete(page)
      this.pages.set(page, { version, slots: rows.map((row, i) => this.keep(old?.[i], from + i, row)) })
      if (this.pages.size > keptPages) this.pages.delete(this.pages.keys().next().value!)
      this.changed()
    })
    this.running.set(page, task)
    task.catch(() => {
      if (this.running.get(page) === task) this.running.delete(page)
    })
    return task
  }

  /** An equal row keeps its slot, so that its cells are not drawn again. */
  private keep(old: Slot<R> | undefined, index: number, row: R): Slot<R> {
    if (old?.row && JSON.stringify(old.row) === JSON.stringify(row)) return old
    return { index, row }
  }

  private changed(): void {
    this.view = this.makeView()
    for (const listener of this.listeners) listener()
  }

  private makeView(): readonly Slot<R>[] {
    const { total } = this
    const empty: Slot<R>[] = []
    return new Proxy(empty, {
      get: (target, property, receiver) => {
        if (property === 'length') return total
        if (typeof property === 'string' && /^\d+$/.test(property)) return this.slot(Number(property))
        return Reflect.get(target, property, receiver)
      },
    })
  }
}
