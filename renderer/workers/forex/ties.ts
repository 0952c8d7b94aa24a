import type { CreditLine, ForexTie } from '#shared/forex/book/records'
import { suggestTies, type TieSuggestion } from '#shared/forex/ledger/suggest'
import { ordersNamed } from '#shared/forex/import/credits'
import { cmp, sub, sum } from '#shared/money/decimal'
import type { Text } from '#shared/model/text'
import { DataRefusal } from '../../data/errors/refusal'
import type * as Port from '../../data/port'
import { command } from '../../data/write/command'
import { changeCredits } from './credits'
import { creditsById, inFlow, levelsOf, sourcesOf } from './facts'
import type { ForexStore } from './store'
import { movementRows } from './views'

const words = {
  named: {
    zh: '附言写明订单号，金额合计相符',
    en: 'The remittance names the orders, and they make the amount',
  },
  payment: { zh: '金额、币种相同的收款单只有一笔', en: 'One payment alone has its amount and currency' },
} as const satisfies Record<string, Text>

/** Orders for receipts in the flow that have none and rest on no settlement: named by the bank's text, or paid by the one payment of its amount. */
async function lineSuggestions(
  store: ForexStore,
): Promise<{ lines: Port.ForexSuggestion['lines']; ambiguous: number }> {
  const { orders, payments } = await store.trade()
  const byId = await creditsById(store)
  const { sources } = await sourcesOf(store)
  const netted = new Set(sources.map(({ creditId }) => creditId))
  const linked = new Set(
    [...store.held.forexCredits.values()].flatMap(({ record }) =>
      record.lines.flatMap(({ orderId }) => orderId ?? []),
    ),
  )
  const known = new Set(orders.keys())
  const byAmount = new Map<string, (typeof payments)[number][]>()
  for (const one of payments) {
    const key = `${one.currency} ${one.amount}`
    byAmount.set(key, [...(byAmount.get(key) ?? []), one])
  }
  const lines: Port.ForexSuggestion['lines'] = []
  let ambiguous = 0
  for (const { record } of inFlow(store)) {
    const one = byId.get(record.creditId)
    if (!one || record.lines.length > 0 || netted.has(record.creditId)) continue
    const { id: creditId, amount, currency, remittanceInfo = '' } = one.credit
    const named = ordersNamed(remittanceInfo, known).flatMap((id) => {
      const order = orders.get(id)
      return order?.currency === currency && !linked.has(id) ? [order] : []
    })
    if (named.length > 0 && cmp(sum(named.map((order) => order.amount)), amount) === 0) {
      for (const order of named) {
        lines.push({
          creditId,
          line: { id: `${creditId}/${order.id}`, orderId: order.id, amount: order.amount },
          why: words.named,
        })
      }
      continue
    }
    const paid = (byAmount.get(`${currency} ${amount}`) ?? []).filter(
      ({ orderNo }) => known.has(orderNo) && !linked.has(orderNo),
    )
    const [only] = paid
    if (paid.length > 1) ambiguous += 1
    if (only && paid.length === 1) {
      lines.push({ creditId, line: { id: only.id, orderId: only.orderNo, amount }, why: words.payment })
    }
  }
  // One order for two receipts is for a person to share.
  const times = new Map<string, number>()
  for (const { line } of lines) times.set(line.orderId!, (times.get(line.orderId!) ?? 0) + 1)
  const sure = lines.filter(({ line }) => times.get(line.orderId!) === 1)
  return { lines: sure, ambiguous: ambiguous + lines.length - sure.length }
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
  const credits = [...byId.values()].map(({ credit }) => ({
    id: credit.id,
    day: credit.valueDate,
    currency: credit.currency,
    amount: credit.amount,
  }))
  return suggestTies(movements, levels.settlements, credits)
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
          const row = rows.get(movementId)
          if (!row) continue
          const record: ForexTie = {
            account: row.account,
            key: row.id,
            importIds: [row.importId].filter(Boolean),
          }
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
  const { settlements } = await levelsOf(store)
  if (settlementId && !settlements.some((one) => one.id === settlementId)) {
    throw new DataRefusal('missing', { table: 'settlement', id: settlementId })
  }
  const byId = await creditsById(store)
  if (creditId && !byId.has(creditId))
    throw new DataRefusal('missing', { table: 'forexCredits', id: creditId })
  const over = sub(sum((draws ?? []).map(({ amount }) => amount)), row.amount.replace('-', ''))
  if (cmp(over, '0') > 0) throw new DataRefusal('not-linked', { credit: row.account, detail: over })
  const record: ForexTie = {
    account: row.account,
    key: row.id,
    importIds: [row.importId].filter(Boolean),
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
