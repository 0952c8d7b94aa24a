import type { CreditLine, ForexTie } from '#shared/forex/book/records'
import { drawFault } from '#shared/forex/ledger/draws'
import { suggestTies, type TieSuggestion } from '#shared/forex/ledger/suggest'
import { splitCredits, type SplitCredit, type SplitPayment } from '#shared/forex/ledger/split'
import { splitAcross } from '#shared/forex/ledger/split-across'
import { settingsOf } from '#shared/model/forex/common'
import { ordersNamed, type IncomingCredit } from '#shared/forex/import/credits'
import { DataRefusal } from '../../data/errors/refusal'
import type * as Port from '../../data/port'
import { command } from '../../data/write/command'
import { changeCredits } from './credits'
import { creditsById, inFlow, levelsOf, ratesOf, sourcesOf } from './facts'
import type { Trade } from './sources'
import type { ForexStore } from './store'
import { movementRows } from './views'

/** Orders for receipts in the flow that have none and rest on no settlement, taken apart to the cent (`splitCredits`). */
async function lineSuggestions(
  store: ForexStore,
): Promise<{ lines: Port.ForexSuggestion['lines']; ambiguous: number }> {
  const { orders, payments } = await store.trade()
  const byId = await creditsById(store)
  const { sources } = await sourcesOf(store)
  const netted = new Set(sources.map(({ creditId }) => creditId))
  const candidates = store.made('payments to link', () => paymentsOf(orders, payments))
  const known = store.made(
    'names to link',
    () => new Set(candidates.flatMap(({ id, orderId }) => [id, orderId])),
  )
  const credits = inFlow(store).flatMap(({ record: { creditId, lines, claim } }): SplitCredit[] => {
    const credit = byId.get(creditId)?.credit
    if (!credit || lines.length > 0 || netted.has(creditId)) return []
    const { id, valueDate: day, currency, amount, remittanceInfo = '' } = credit
    return [{ id, day, currency, amount, shop: claim?.shop ?? '', named: ordersNamed(remittanceInfo, known) }]
  })
  const used = [
    ...[...store.held.forexCredits.values()].flatMap(({ record }) =>
      record.lines.map(({ id, orderId, amount }) => ({ paymentId: id, orderId: orderId ?? '', amount })),
    ),
    ...store
      .notes('paperUse')
      .flatMap(({ docType, docId, amount }) =>
        docType === 'order' ? [{ paymentId: '', orderId: docId, amount }] : [],
      ),
  ]
  const prices = Object.fromEntries([...orders.values()].map(({ id, amount }) => [id, amount]))
  const { shares: inOne, ambiguous } = splitCredits(credits, candidates, prices, used)
  const done = new Set([...inOne.map(({ creditId }) => creditId), ...ambiguous])
  const across = splitAcross(
    credits.filter(({ id }) => !done.has(id)),
    candidates,
    ratesOf(store),
    { used: [...used, ...inOne], tolerance: settingsOf(store.rules.settings).receiptToleranceRate },
  )
  const shares = [...inOne, ...across]
  return {
    lines: shares.map(({ creditId, paymentId, orderId, amount, why }) => ({
      creditId,
      line: { id: paymentId, orderId, amount, why },
      why,
    })),
    ambiguous: ambiguous.length,
  }
}

/** Payments in the currency of their order; an order whose payments no file told stands for itself. */
function paymentsOf(orders: Trade['orders'], payments: Trade['payments']): SplitPayment[] {
  const told = payments.flatMap(({ id, orderNo: orderId, amount, currency, day, shop }) =>
    orders.get(orderId)?.currency === currency ? [{ id, orderId, amount, currency, day, shop }] : [],
  )
  const paid = new Set(payments.map(({ orderNo }) => orderNo))
  const untold = [...orders.values()].flatMap(({ id, amount, currency, orderedOn, shop }) =>
    paid.has(id) ? [] : [{ id, orderId: id, amount, currency, day: orderedOn ?? '', shop }],
  )
  return [...told, ...untold]
}

async function tieSuggestions(store: ForexStore): Promise<TieSuggestion> {
  const byId = await creditsById(store)
  const levels = await levelsOf(store)
  const keyOf = new Map((await movementRows(store)).map((row) => [row.id, row]))
  const movements = [...keyOf.values()].map(
    ({ id, day, currency, kind, amount, settlementId, creditId }) => ({
      id,
      day,
      currency,
      kind,
      amount,
      ...(settlementId !== '' && { settlementId }),
      ...(creditId !== '' && { creditId }),
    }),
  )
  const placed = ({ credit: { id, valueDate: day, currency, amount } }: IncomingCredit) => ({
    id,
    day,
    currency,
    amount,
  })
  const all = [...byId.values()]
  const atBank = all.filter(({ credit: { channel }, own }) => channel === 'bank' && !own)
  return suggestTies(movements, levels.settlements, all.map(placed), atBank.map(placed))
}

export async function suggestion(store: ForexStore): Promise<Port.ForexSuggestion> {
  const [{ lines, ambiguous }, ties] = [await lineSuggestions(store), await tieSuggestions(store)]
  return { lines, ties: ties.ties, ambiguous: ambiguous + ties.ambiguous }
}

/** Everything that suggests itself, under one group. */
export async function applySuggestion(
  store: ForexStore,
  why: string,
): Promise<{ lines: number; ties: number }> {
  const { lines, ties } = await suggestion(store)
  const byCredit = new Map<string, CreditLine[]>()
  for (const { creditId, line } of lines) byCredit.set(creditId, [...(byCredit.get(creditId) ?? []), line])
  const group = crypto.randomUUID()
  await changeCredits(
    store,
    'forex.suggest',
    [...byCredit.keys()],
    why,
    (id) => (credit) => ({ ...credit, lines: byCredit.get(id) ?? credit.lines }),
    { group },
  )
  const rows = new Map((await movementRows(store)).map((row) => [row.id, row]))
  if (ties.length > 0) {
    await command(
      store.book.context,
      'forex.suggest',
      store.who,
      why,
      async (draft) => {
        const ids: string[] = []
        for (const { movementId, settlementId, creditId } of ties) {
          const row = movementId === undefined ? undefined : rows.get(movementId)
          const record = row ? tieOf(row) : straightTie(store, settlementId)
          if (!record) continue
          const before = await draft.get('forexTies', await draft.idOf('forexTies', record))
          const told = {
            ...(settlementId !== undefined && { settlementId }),
            ...(creditId !== undefined && { creditId }),
          }
          ids.push(await draft.put('forexTies', { ...(before?.record ?? record), ...told }))
        }
        return ids
      },
      { group },
    )
  }
  return { lines: lines.length, ties: ties.length }
}

const tieOf = ({ account, id, importId }: Port.ForexMovementRow): ForexTie => ({
  account,
  key: id,
  importIds: [importId].filter(Boolean),
})

/** The tie of a settlement that was paid straight to a bank; undefined of one nobody imported. */
function straightTie(store: ForexStore, settlementId: string | undefined): ForexTie | undefined {
  const found = store.files.settlements.find(
    ({ fact }) => fact.record === 'settlement' && fact.settlement.id === settlementId,
  )
  return found && settlementId
    ? { account: '', key: settlementId, importIds: [found.importId], settlementId }
    : undefined
}

/** A settlement paid straight to the bank as this credit; without one that is taken back. */
export async function tieSettlement(
  store: ForexStore,
  settlementId: string,
  creditId: string | undefined,
  why: string,
): Promise<void> {
  const record = straightTie(store, settlementId)
  if (!record) throw new DataRefusal('missing', { table: 'settlement', id: settlementId })
  const { settlements } = await levelsOf(store)
  const credit = creditId === undefined ? undefined : (await creditsById(store)).get(creditId)?.credit
  if (creditId !== undefined && !credit)
    throw new DataRefusal('missing', { table: 'forexCredits', id: creditId })
  const currency = settlements.find(({ id }) => id === settlementId)?.currency
  if (credit && credit.currency !== currency)
    throw new DataRefusal('not-linked', { credit: credit.id, detail: credit.currency })
  await command(store.book.context, 'forex.tie', store.who, why, async (draft) => {
    if (creditId !== undefined) return [await draft.put('forexTies', { ...record, creditId })]
    const own = await draft.idOf('forexTies', record)
    if (await draft.get('forexTies', own)) await draft.delete('forexTies', own)
    return []
  })
}

/** Ties of one movement as said; nothing said takes them back. */
export async function tieMovement(
  store: ForexStore,
  id: string,
  {
    settlementId,
    creditId,
    draws,
  }: { settlementId?: string; creditId?: string; draws?: { inId: string; amount: string }[] },
  why: string,
): Promise<void> {
  const row = (await movementRows(store)).find((one) => one.id === id)
  if (!row) throw new DataRefusal('missing', { table: 'forexTies', id })
  const { settlements, accounts } = await levelsOf(store)
  if (settlementId && !settlements.some((one) => one.id === settlementId)) {
    throw new DataRefusal('missing', { table: 'settlement', id: settlementId })
  }
  const byId = await creditsById(store)
  if (creditId && !byId.has(creditId))
    throw new DataRefusal('missing', { table: 'forexCredits', id: creditId })
  const fault = drawFault(
    accounts.find((one) => one.id === row.account)!,
    { ...row, id: row.no },
    draws ?? [],
  )
  if (fault)
    throw new DataRefusal(fault.code, { account: row.account, currency: row.currency, ...fault.told })
  const record: ForexTie = {
    ...tieOf(row),
    ...(settlementId && { settlementId }),
    ...(creditId && { creditId }),
    ...(draws && draws.length > 0 && { draws }),
  }
  await command(store.book.context, 'forex.tie', store.who, why, async (draft) => {
    const own = await draft.idOf('forexTies', record)
    const bare = !settlementId && !creditId && !record.draws
    if (!bare) return [await draft.put('forexTies', record)]
    if (await draft.get('forexTies', own)) await draft.delete('forexTies', own)
    return []
  })
}
