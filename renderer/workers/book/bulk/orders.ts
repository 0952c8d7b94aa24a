import type { Goods } from '#shared/model/goods'
import type { Order } from '#shared/model/order'
import type { Text } from '#shared/model/text'
import { DataRefusal } from '../../../data/errors/refusal'
import { readFacts } from '../../../data/facts/read'
import { eachRecord, getRecords } from '../../../data/read/records'
import { schemaOf } from '../../../data/schema/tables'
import { keyedId } from '../../../data/sealing/blind'
import type { Draft } from '../../../data/write/draft'
import type { BookSession } from '../session'
import { isStillOurs } from '../work/selection'
import { giftFault, giftRows, withGifts } from './gift-decisions'
import type { Classes, GiftDecision } from './gift-decisions'
import { alreadyDeclared, modeAfter, pathOf } from './order-mode'
import type { Mode } from './order-mode'
import { noteAfter, noteFields, noteText } from './order-notes'
import type { Note } from './order-notes'
import type { BulkTarget, Changing, Patch } from './target'

type Laid = Note | Classes | Mode

/** How the gifts of an order are declared: `fair-price`, `leave-out`, or '' for the choice made when lists are built. */
const giftField = 'gifts'
/** How they are declared. */
const modeField = 'mode'
const decisions: readonly string[] = ['fair-price', 'leave-out', ''] satisfies GiftDecision[]

/** What officers lay over orders: the facts themselves never change. */
export const ordersTarget = (session: BookSession): BulkTarget => ({
  act: 'order.bulk',
  look: (ids, patch) =>
    giftField in patch
      ? lookAtGifts(session, ids, patch)
      : modeField in patch
        ? lookAtModes(session, ids, patch)
        : lookAtNotes(session, ids, patch),
  write: (draft, ids, patch) =>
    giftField in patch
      ? writeGifts(session, draft, ids, patch)
      : modeField in patch
        ? writeModes(session, draft, ids, patch)
        : writeNotes(session, draft, ids, patch),
})

const idOf = ({ book }: BookSession, order: string, aspect: Laid['aspect']) =>
  keyedId(book.context.keys, 'overlays', [order, aspect])

async function laidOver<T extends Laid>(
  session: BookSession,
  orders: readonly string[],
  aspect: T['aspect'],
): Promise<Map<string, T>> {
  const ids = await Promise.all(orders.map((order) => idOf(session, order, aspect)))
  const found = await getRecords(session.book.context, 'overlays', ids)
  return new Map(found.map(({ record }) => [record.fact, record as T]))
}

async function lookAtNotes(session: BookSession, ids: readonly string[], patch: Patch): Promise<Changing[]> {
  checkNotes(patch)
  const notes = await laidOver<Note>(session, ids, 'note')
  return ids.flatMap((id): Changing[] => {
    const before = notes.get(id)
    const after = noteAfter(id, before, patch)
    if (same(before, after)) return []
    const issue = after && schemaOf('overlays').safeParse(after).error?.issues[0]
    const caption = session.projection.orders.get(id)?.orderNo ?? id
    const shown = { before: noteText(before, patch), after: noteText(after, patch) }
    return [{ id, caption, ...shown, ...(issue && { fault: notADay }) }]
  })
}

async function writeNotes(
  session: BookSession,
  draft: Draft,
  ids: readonly string[],
  patch: Patch,
): Promise<number> {
  checkNotes(patch)
  return lay(session, draft, ids, 'note', (fact, before) =>
    noteAfter(fact, before as Note | undefined, patch),
  )
}

async function lookAtGifts(session: BookSession, ids: readonly string[], patch: Patch): Promise<Changing[]> {
  const decision = decisionOf(patch)
  const { context } = session.book
  const orders = await readFacts(context, 'orders', ids)
  const classes = await laidOver<Classes>(session, ids, 'class')
  const goods = await goodsOf(session)
  return orders.flatMap(({ id, record }): Changing[] => {
    const before = classes.get(id)
    const rows = giftRows(record, before)
    const after = rows.length > 0 ? withGifts(id, before, rows, decision, '') : before
    if (same(before, after)) return []
    const fault = isDeclared(session, id) ? declared : after && giftFault(record, after, goods)
    const words = rows.map((row) => before?.gifts?.[row] ?? '')
    return [
      {
        id,
        caption: record.orderNo,
        before: [...new Set(words)].join(' '),
        after: decision,
        ...(fault && { fault }),
      },
    ]
  })
}

async function writeGifts(
  session: BookSession,
  draft: Draft,
  ids: readonly string[],
  patch: Patch,
): Promise<number> {
  const decision = decisionOf(patch)
  const facts = await readFacts(session.book.context, 'orders', ids)
  const orders = new Map<string, Order>(facts.map(({ id, record }) => [id, record]))
  return lay(session, draft, ids, 'class', (fact, found) => {
    const before = found as Classes | undefined
    const order = orders.get(fact)
    const rows = order && !isDeclared(session, fact) ? giftRows(order, before) : []
    return rows.length > 0 ? withGifts(fact, before, rows, decision, '') : before
  })
}

async function lookAtModes(session: BookSession, ids: readonly string[], patch: Patch): Promise<Changing[]> {
  const path = pathOf(patch)
  const modes = await laidOver<Mode>(session, ids, 'mode')
  return ids.flatMap((id): Changing[] => {
    const before = modes.get(id)?.path
    const row = session.projection.orders.get(id)
    if (before === path || row?.kind !== 'order') return []
    const fault = hasLeft(session, id) ? alreadyDeclared : undefined
    return [{ id, caption: row.orderNo, before: before ?? '', after: path ?? '', ...(fault && { fault }) }]
  })
}

async function writeModes(
  session: BookSession,
  draft: Draft,
  ids: readonly string[],
  patch: Patch,
): Promise<number> {
  const path = pathOf(patch)
  const own = ids.filter((id) => session.projection.orders.get(id)?.kind === 'order' && !hasLeft(session, id))
  return lay(session, draft, own, 'mode', (fact, before) =>
    (before as Mode | undefined)?.path === path ? before : modeAfter(fact, path, ''),
  )
}

/** Put over each order what `after` makes of what lies there; taken away when nothing is left. */
async function lay(
  session: BookSession,
  draft: Draft,
  orders: readonly string[],
  aspect: Laid['aspect'],
  after: (fact: string, before: Laid | undefined) => Laid | undefined,
): Promise<number> {
  const ids = await Promise.all(orders.map((order) => idOf(session, order, aspect)))
  await draft.prefetch('overlays', ids)
  let written = 0
  for (const [i, fact] of orders.entries()) {
    const before = (await draft.get('overlays', ids[i]!))?.record as Laid | undefined
    const now = after(fact, before)
    if (same(before, now)) continue
    if (now) await draft.put('overlays', now)
    else await draft.delete('overlays', ids[i]!)
    written++
  }
  return written
}

async function goodsOf({ book }: BookSession): Promise<Map<string, Goods>> {
  const goods = new Map<string, Goods>()
  for await (const chunk of eachRecord(book.context, 'goods')) {
    for (const { record } of chunk) goods.set(record.sku, record)
  }
  return goods
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const isDeclared = ({ projection }: BookSession, order: string): boolean =>
  projection.listsOf(order).some((list) => projection.lists.get(list)?.state !== 'void')

/** Customs holds or is sent a 清单 of it: which way it goes is settled. */
const hasLeft = ({ projection }: BookSession, order: string): boolean =>
  projection.listsOf(order).some((list) => {
    const state = projection.lists.get(list)?.state
    return state !== 'void' && !isStillOurs(state)
  })

function checkNotes(patch: Patch): void {
  const field = Object.keys(patch).find((name) => !(noteFields as readonly string[]).includes(name))
  if (field) throw new DataRefusal('invalid', { table: 'orders', field, detail: field })
}

function decisionOf(patch: Patch): GiftDecision {
  const decision = patch[giftField] ?? ''
  if (!decisions.includes(decision)) {
    throw new DataRefusal('invalid', { table: 'orders', field: giftField, detail: decision })
  }
  return decision as GiftDecision
}

const notADay: Text = {
  zh: '提醒日期应为 年-月-日，如 2026-12-01',
  en: 'The day of the reminder is written 2026-12-01',
}
const declared: Text = {
  zh: '订单已有清单，先作废清单再改赠品的处理',
  en: 'The order has a list; void it before its gifts are decided anew',
}
