import { sendingRank } from '#shared/protocol/keys'
import type { Filed } from './filed-document'

type Entry = { at: number; rank: number; place: number; document: Filed }

/** At the same moment an order comes before the 清单 that needs it; otherwise whoever was there first. */
const isBefore = (a: Entry, b: Entry) =>
  a.at !== b.at ? a.at < b.at : a.rank !== b.rank ? a.rank < b.rank : a.place < b.place

/** What a desk has to look at until a moment, the earliest first: a binary heap. Documents may be given again at will. */
export class Agenda {
  readonly #heap: Entry[] = []
  readonly #places = new Map<Filed, number>()

  constructor(readonly until: number) {}

  /** Note a document down for its `nextAt`, when that is due; its entry of before no longer counts. */
  add(document: Filed): void {
    const place = this.#places.get(document) ?? this.#places.size
    this.#places.set(document, place)
    const { nextAt: at, message } = document
    if (at === undefined || at > this.until) return
    const heap = this.#heap
    let n = heap.push({ at, rank: sendingRank(message), place, document }) - 1
    while (n > 0) {
      const parent = (n - 1) >> 1
      if (!isBefore(heap[n]!, heap[parent]!)) break
      ;[heap[n], heap[parent]] = [heap[parent]!, heap[n]!]
      n = parent
    }
  }

  /** The next document to look at; undefined when nothing more is due. */
  next(): Filed | undefined {
    for (let entry = this.#pop(); entry; entry = this.#pop()) {
      if (entry.document.nextAt === entry.at) return entry.document
    }
    return undefined
  }

  #pop(): Entry | undefined {
    const heap = this.#heap
    const [first] = heap
    const last = heap.pop()
    if (!first || !last || heap.length === 0) return first
    heap[0] = last
    for (let n = 0; ;) {
      const [left, right] = [2 * n + 1, 2 * n + 2]
      let least = n
      if (left < heap.length && isBefore(heap[left]!, heap[least]!)) least = left
      if (right < heap.length && isBefore(heap[right]!, heap[least]!)) least = right
      if (least === n) return first
      ;[heap[n], heap[least]] = [heap[least]!, heap[n]!]
      n = least
    }
  }
}
