import { numberKey } from '#shared/audit-file/ask'
import { keyOf, type DocumentHead } from '#shared/audit-file/head'
import type { AuditKind } from '#shared/audit-file/kinds'
import { Links } from '#shared/audit-file/links'
import type { Book } from '../../../data/book'
import type { WorkProgress } from '../../../data/port'
import { eachRecord } from '../../../data/read/records'
import type { Projection } from '../projection/projection'
import { headOf, recordKinds } from './heads'

type Tell = ((p: WorkProgress) => void) | undefined

/** Every document of a book by its key, what rests on what, and where numbers lead. */
export class AuditMap {
  readonly heads = new Map<string, DocumentHead>()
  readonly links = new Links()
  readonly #byNumber = new Map<string, string[]>()

  constructor(heads: Iterable<DocumentHead>) {
    for (const head of heads) {
      this.heads.set(head.key, head)
      for (const number of head.numbers) {
        const place = `${head.kind} ${numberKey(number)}`
        const known = this.#byNumber.get(place)
        if (known) known.push(head.key)
        else this.#byNumber.set(place, [head.key])
      }
    }
    for (const { key, rests, within } of this.heads.values()) {
      if (within) this.links.put(keyOf(...within), key)
      for (const [kind, ref] of rests) {
        const own = keyOf(kind, ref)
        for (const lower of this.heads.has(own) ? [own] : this.#named(kind, ref)) this.links.put(key, lower)
      }
    }
  }

  /** Documents that carry this number, of whatever kind. */
  find(number: string, kinds: readonly AuditKind[]): string[] {
    return kinds.flatMap((kind) => this.#named(kind, number))
  }

  #named(kind: AuditKind, number: string): readonly string[] {
    return this.#byNumber.get(`${kind} ${numberKey(number)}`) ?? []
  }
}

/** Read the heads of everything in a book. Imported orders, payments and waybills are known already, unsealed. */
export async function readMap(book: Book, projection: Projection, tell?: Tell): Promise<AuditMap> {
  const heads: DocumentHead[] = factHeads(projection)
  const total = await book.count(recordKinds)
  let done = 0
  for (const kind of recordKinds) {
    for await (const chunk of eachRecord(book.context, kind)) {
      for (const { id, record } of chunk) heads.push(headOf(kind, id, record as never))
      done += chunk.length
      tell?.({ stage: 'reading', done, total })
    }
  }
  for await (const chunk of book.facts('invoices')) {
    for (const { id, record } of chunk) {
      const { number, date } = record
      heads.push(fact('invoices', id, number, [number], [date], ''))
    }
  }
  return new AuditMap(heads)
}

function factHeads(projection: Projection): DocumentHead[] {
  const heads: DocumentHead[] = []
  for (const row of projection.orders.rows()) {
    const { id, orderNo, day, state, importId } = row
    const partners = projection.partnersOf(id)
    // What was never declared is nobody's business to forget: it is declared, cancelled or taken out first.
    const isOver = state === 'cleared' || state === 'cancelled' || state === ''
    heads.push({
      ...fact('orders', id, orderNo, [orderNo], [day], state),
      importId,
      ...(!isOver && { open: 'unsent' as const }),
      rests: [
        ...partners.payments.map((one) => ['payments', one] as const),
        ...partners.waybills.map((one) => ['waybills', one] as const),
      ],
    })
  }
  for (const { id, paymentNo, day, status, importId } of projection.payments.rows()) {
    heads.push({ ...fact('payments', id, paymentNo, [paymentNo], [day], status), importId })
  }
  for (const { id, waybillNo, day, importId } of projection.waybills.rows()) {
    heads.push({ ...fact('waybills', id, waybillNo, [waybillNo], [day], ''), importId })
  }
  return heads
}

const fact = (
  kind: AuditKind,
  id: string,
  no: string,
  numbers: readonly string[],
  days: readonly string[],
  state: string,
): DocumentHead => ({ key: keyOf(kind, id), kind, id, no, numbers, days, state, rests: [] })
