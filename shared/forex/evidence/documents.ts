import { add, isZero } from '../../money/decimal'
import { written } from '../amount'
import type { ReceiptInput } from '../../model/forex/input'
import type { ReceiptReport } from '../precheck'
import { roles, type Original, type PackDocument, type Role, type Support } from './roles'

/** Where the originals of a paper are found: by what it is and its number. */
export type Originals = (role: Role, no: string) => readonly Original[]

/** Settlements a credit was drawn on, and how much of each. */
export type SettlementsOf = (creditId: string) => readonly { id: string; amount: string }[]

type Wanted = { role: Role; no: string; currency?: string; supports: Map<string, Support>; note?: string }

/**
 * The papers behind the receipts of a pre-check, each once, with what every receipt used of it. What is not linked to one of
 * these receipts is left out.
 */
export function packDocuments(
  input: ReceiptInput,
  { receipts, docBalances }: Pick<ReceiptReport, 'receipts' | 'docBalances'>,
  originals: Originals,
  settlementsOf: SettlementsOf = () => [],
): PackDocument[] {
  const wanted = new Map<string, Wanted>()
  const want = (
    role: Role,
    no: string,
    creditId: string,
    { used, currency, note }: { used?: string; currency?: string; note?: string } = {},
  ) => {
    const key = `${role} ${no}`
    const one = wanted.get(key) ?? { role, no, supports: new Map<string, Support>() }
    wanted.set(key, one)
    const before = one.supports.get(creditId)
    const total = used === undefined ? before?.used : add(before?.used ?? '0', used)
    const left = role === 'order' || role === 'customsDoc' ? docBalances[no] : undefined
    one.supports.set(creditId, {
      creditId,
      ...(total !== undefined && { used: total }),
      ...(left !== undefined && { left }),
    })
    if (currency !== undefined) one.currency = currency
    if (note !== undefined) one.note = note
  }

  const orders = new Map((input.orders ?? []).map((order) => [order.id, order]))
  const byOrder = <T extends { orderId: string }>(all: readonly T[] | undefined) => {
    const found = new Map<string, T[]>()
    for (const one of all ?? []) found.set(one.orderId, [...(found.get(one.orderId) ?? []), one])
    return found
  }
  const [waybills, outs] = [byOrder(input.waybills), byOrder(input.warehouseOuts)]
  const papersOf = (key: 'orderIds' | 'creditIds') => {
    const found = new Map<string, string[]>()
    for (const paper of input.customsDocs ?? []) {
      for (const id of paper[key] ?? []) found.set(id, [...(found.get(id) ?? []), paper.no])
    }
    return found
  }
  const [ofOrder, ofCredit] = [papersOf('orderIds'), papersOf('creditIds')]

  for (const receipt of receipts) {
    const { id, lines, currency } = receipt
    want('creditAdvice', id, id, { currency, used: receipt.credited })
    for (const { lineId, orderId, supported } of lines) {
      want('payment', lineId, id, { currency })
      if (orderId === null) continue
      const order = orders.get(orderId)
      want('order', orderId, id, { used: supported, currency: order?.currency ?? currency })
      for (const { no } of waybills.get(orderId) ?? []) want('waybill', no, id)
      for (const out of outs.get(orderId) ?? []) want('warehouseOut', out.id, id)
      for (const no of ofOrder.get(orderId) ?? []) want('customsDoc', no, id)
    }
    for (const no of ofCredit.get(id) ?? []) want('customsDoc', no, id)
  }
  const known = new Set(receipts.map(({ id }) => id))
  for (const { id, creditId, currency, costs } of input.platformReports ?? []) {
    if (creditId === null || !known.has(creditId)) continue
    // Behind one credit stand several settlements where a withdrawal drew on them: each is a paper of its own.
    const parts = settlementsOf(creditId)
    for (const part of parts) want('settlement', part.id, creditId, { currency, used: part.amount })
    if (parts.length === 0) want('settlement', id, creditId, { currency })
    const own = new Set([id, ...parts.map((part) => part.id)])
    for (const { documentId, amount } of costs) {
      if (documentId && !own.has(documentId))
        want('costDocument', documentId, creditId, { currency, used: amount })
    }
  }
  const order = Object.keys(roles)
  return [...wanted.values()]
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || (a.no < b.no ? -1 : a.no > b.no ? 1 : 0))
    .map(({ supports, ...one }) => ({
      ...one,
      supports: [...supports.values()].map(({ used, ...support }) => ({
        ...support,
        ...(used !== undefined && !isZero(used) && { used: written(used, one.currency ?? 'USD') }),
      })),
      originals: originals(one.role, one.no),
    }))
}
