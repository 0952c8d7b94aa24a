import type { Transaction } from 'dexie'
import type { BookContext } from '../context'
import type { StoredRow } from '../schema/stored'
import { ruleOf } from '../schema/tables'
import { blind } from '../sealing/blind'
import type { StoredList } from '../records'
import type { Draft } from '../write/draft'
import { changeDesk } from './setting'

/** Numbers taken by 清单 that this draft has written already. */
const taken = new WeakMap<Draft, Map<string, string>>()

/** Id of another living 清单 that holds the order or waybill of this one. */
async function holderOf(
  context: BookContext,
  draft: Draft,
  id: string,
  record: StoredList,
): Promise<string | undefined> {
  const claims = ruleOf('lists').claims!({ ...record, held: undefined })
  const macs = await Promise.all(
    claims.map(({ kind, scope, number }) => blind(context.keys, 'lists', kind, `${scope}|${number}`)),
  )
  const now = taken.get(draft) ?? new Map<string, string>()
  taken.set(draft, now)
  const early = macs.map((mac) => now.get(mac)).find((other) => other !== undefined && other !== id)
  for (const mac of macs) if (!now.has(mac)) now.set(mac, id)
  if (early) return early
  const rows = await context.connections.run('strict', (db) =>
    db.transaction('r', 'lists', (tx: Transaction) =>
      Promise.all(macs.map((mac) => tx.table<StoredRow>('lists').where('claims').equals(mac).toArray())),
    ),
  )
  for (const row of rows.flat()) {
    if (row.id === id) continue
    const present = await draft.get('lists', row.id)
    if (present && present.record.state !== 'void' && !present.record.held) return row.id
  }
  return undefined
}

/**
 * Write a 清单 that came from another desk. An order is declared once: what was declared keeps its numbers, and a draft of
 * the same order waits with the name of the desk; of two drafts, the one that was here first goes on.
 */
export async function putHeld(
  context: BookContext,
  draft: Draft,
  id: string,
  record: StoredList,
  ownDesk: string,
): Promise<void> {
  const { held: _held, ...free } = record
  const holder = free.state === 'void' ? undefined : await holderOf(context, draft, id, free)
  const other = holder === undefined ? undefined : await draft.get('lists', holder)
  if (!other) {
    await draft.put('lists', free, id)
    return
  }
  if (free.state !== 'draft' && other.record.state === 'draft') {
    await draft.put('lists', free, id)
    const by = { by: free.list.copNo, desk: free.declaredBy ?? ownDesk, declared: true }
    await draft.put('lists', { ...other.record, held: by }, other.id)
    await remember(context, draft, other.id)
    return
  }
  const { list, declaredBy = ownDesk, state } = other.record
  const held = { by: list.copNo, desk: declaredBy, declared: state !== 'draft' }
  await draft.put('lists', { ...free, held }, id)
  await remember(context, draft, id)
}

const remember = (context: BookContext, draft: Draft, id: string): Promise<void> =>
  changeDesk(context, draft, (desk) => ({ ...desk, held: [...new Set([...desk.held, id])] }))

/** Let go on what was held by a 清单 that is void or gone by now. */
export async function releaseHeld(context: BookContext, draft: Draft, ids: readonly string[]): Promise<void> {
  const still: string[] = []
  for (const id of ids) {
    const stored = await draft.get('lists', id)
    if (!stored?.record.held || stored.record.state === 'void') continue
    const holder = await holderOf(context, draft, id, stored.record)
    if (holder !== undefined) {
      still.push(id)
      continue
    }
    const { held: _held, ...free } = stored.record
    await draft.put('lists', free, id)
  }
  await changeDesk(context, draft, (desk) => ({
    ...desk,
    held: [...desk.held.filter((id) => !ids.includes(id)), ...still],
  }))
}
