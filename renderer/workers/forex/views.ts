import { findingId } from '#shared/forex/book/run'
import type { ForexSeverity } from '#shared/forex/cite'
import { ordersNamed } from '#shared/forex/import/credits'
import { creditLedger, dueSoon, ledgerTotals, type Claim, type Difference } from '#shared/forex/ledger/claims'
import { drawOldestFirst } from '#shared/forex/ledger/levels'
import { maskText } from '#shared/model/mask'
import { add, sum } from '#shared/money/decimal'
import { DataRefusal } from '../../data/errors/refusal'
import type * as Port from '../../data/port'
import { declared, verdictOf, verdicts } from './check'
import {
  calendarOf,
  creditOf,
  creditsById,
  importsOf,
  incoming,
  levelsOf,
  nettingOf,
  sourcesOf,
  today,
} from './facts'
import { entriesOf } from './sources'
import type { CreditRecord, ForexStore } from './store'

const ordersShown = 20

function stageOf(record: CreditRecord['record'] | undefined): Port.CreditStage {
  if (record?.presented) return 'presented'
  const nature = record?.claim?.nature
  if (!nature) return 'unclaimed'
  return nature === 'goods' || nature === 'advance' ? 'inFlow' : 'outOfFlow'
}

const differencesOf = (store: ForexStore): Difference[] =>
  [...store.held.forexCredits.values()].flatMap(({ record }) =>
    record.differences.map(({ reason, amount }) => ({ creditId: record.creditId, reason, amount })),
  )

/** 收汇台账 as it stands today: money of orders that are linked, or of settlements that paid it, is matched. */
export async function ledgerOf(store: ForexStore) {
  const byId = await creditsById(store)
  const { sources } = await sourcesOf(store)
  return store.made('ledger', () => {
    const records = [...store.held.forexCredits.values()].map(({ record }) => record)
    const claims = records.flatMap(({ creditId, claim }): Claim[] => {
      if (!claim) return []
      const { shop, customer, reason, ...said } = claim
      const told = { ...(shop !== undefined && { shop }), ...(customer !== undefined && { customer }) }
      return [{ creditId, ...said, ...told, ...(reason !== undefined && { reason }) }]
    })
    const linked = records.flatMap(({ creditId, lines }) => lines.map(({ amount }) => ({ creditId, amount })))
    const byOrders = new Set(linked.map(({ creditId }) => creditId))
    const netted = [...new Set(sources.map(({ creditId }) => creditId))].flatMap((creditId) => {
      const credit = byId.get(creditId)?.credit
      // The withdrawal that became it is all of it, whatever its settlements were worth in their own currency.
      return credit && !byOrders.has(creditId) ? [{ creditId, amount: credit.amount }] : []
    })
    const credits = [...byId.values()].map((one) =>
      creditOf(one, store.creditNamed(one.credit.id)?.record, store),
    )
    const differences = differencesOf(store)
    return creditLedger(
      credits,
      { claims, matched: [...linked, ...netted], differences },
      today(store),
      calendarOf(store),
    )
  })
}

export async function creditRows(store: ForexStore): Promise<Port.ForexCreditRow[]> {
  const byId = await creditsById(store)
  const { sources } = await sourcesOf(store)
  const ledger = await ledgerOf(store)
  return store.made('credit rows', () => {
    const settlements = new Map<string, string[]>()
    for (const { creditId, settlementId } of sources) {
      settlements.set(creditId, [...(settlements.get(creditId) ?? []), settlementId])
    }
    return ledger.map((row): Port.ForexCreditRow => {
      const one = byId.get(row.id)!
      const record = store.creditNamed(row.id)?.record
      const credit = creditOf(one, record, store)
      const verdict = verdicts(store).get(row.id)
      const presented = record?.presented
      const findings: Partial<Record<ForexSeverity, number>> = {}
      for (const finding of verdict?.findings ?? []) {
        if (record?.dealt[findingId(finding)] || declared(store, finding)) continue
        findings[finding.severity] = (findings[finding.severity] ?? 0) + 1
      }
      const known = credit.channel === 'paymentInstitution' || one.own
      const payer = credit.payer?.name ?? one.payerName
      return {
        id: row.id,
        importId: importsOf(store, one)[0] ?? '',
        account: one.account,
        day: row.day,
        currency: row.currency,
        amount: row.amount,
        booked: one.booked,
        own: one.own,
        payer: known ? payer : maskText(payer),
        nature: row.nature ?? '',
        shop: row.shop ?? '',
        customer: maskText(row.customer ?? ''),
        stage: stageOf(record),
        matched: row.matched,
        explained: row.explained,
        left: row.left,
        ageDays: row.ageDays,
        waiting: row.waiting,
        declareBy: row.declareBy ?? '',
        declaredOn: credit.declaredOn ?? '',
        result: presented?.result ?? verdict?.result ?? '',
        eligible: presented?.eligible ?? verdict?.eligible ?? '',
        held: verdict?.held ?? '',
        findings,
        settlements: settlements.get(row.id) ?? [],
        orders: (record?.lines ?? []).flatMap(({ orderId }) => orderId ?? []).slice(0, ordersShown),
      }
    })
  })
}

export async function totalsOf(store: ForexStore): Promise<Port.ForexLedgerTotals> {
  const rows = await ledgerOf(store)
  const declared = new Set(
    [...store.held.forexCredits.values()].flatMap(({ record }) =>
      record.answers.declaredOn ? [record.creditId] : [],
    ),
  )
  return {
    currencies: ledgerTotals(rows, differencesOf(store)),
    ...dueSoon(rows, declared, today(store), store.rules.warnDays, calendarOf(store)),
  }
}

export async function creditView(store: ForexStore, id: string): Promise<Port.ForexCreditView> {
  const row = (await creditRows(store)).find((one) => one.id === id)
  const one = (await creditsById(store)).get(id)
  if (!row || !one) throw new DataRefusal('missing', { table: 'forexCredits', id })
  const stored = store.creditNamed(id)
  const record = stored?.record
  const { sources, unsourced } = await sourcesOf(store)
  const netting = await nettingOf(store, id)
  const { orders } = await store.trade()
  const text = one.credit.remittanceInfo ?? ''
  const verdict = verdictOf(store, id)
  const presented = record?.presented
  const claim = record?.claim
  const { payer } = record?.answers ?? {}
  return {
    row,
    rev: stored?.rev ?? 0,
    text: maskText(text),
    uetr: one.credit.uetr ?? '',
    ...(claim && {
      claim: { ...claim, ...(claim.customer !== undefined && { customer: maskText(claim.customer) }) },
    }),
    answers: { ...record?.answers, ...(payer && { payer: { ...payer, name: maskText(payer.name) } }) },
    lines: record?.lines ?? [],
    named: ordersNamed(text, new Set(orders.keys())),
    differences: (record?.differences ?? []).map(({ reason, amount, note }) => ({
      reason,
      amount,
      ...(note !== undefined && { note }),
    })),
    sources: sources.filter(({ creditId }) => creditId === id),
    unsourced: unsourced.filter(({ creditId }) => creditId === id),
    ...(netting && { netting: { ...netting, answers: record?.netting ?? { costs: {} } } }),
    ...(verdict && { verdict }),
    ...(presented && {
      presented: {
        on: presented.on,
        by: presented.by,
        run: presented.run,
        result: presented.result,
        eligible: presented.eligible,
      },
    }),
    converted: record?.converted ?? [],
    forms: record?.forms ?? {},
  }
}

export async function entryRows(store: ForexStore): Promise<Port.ForexEntryRow[]> {
  const { credits } = await incoming(store)
  return store.made('entry rows', () => {
    const ofEntry = new Map(credits.map(({ credit, account }) => [placeOf(account, credit), credit.id]))
    return entriesOf(store.files.bank).map(({ fact: { key, account, entry }, importId }) => ({
      id: key,
      importId,
      account,
      day: entry.valueDate,
      bookedOn: entry.bookedOn ?? '',
      side: entry.side,
      reversal: entry.reversal,
      amount: entry.amount,
      currency: entry.currency,
      reference: entry.bankReference ?? entry.reference ?? '',
      creditId:
        entry.side === 'credit' && !entry.reversal ? (ofEntry.get(placeOf(account, entry)) ?? '') : '',
    }))
  })
}
const placeOf = (
  account: string,
  { valueDate, currency, amount }: { valueDate: string; currency: string; amount: string },
) => JSON.stringify([account, valueDate, currency, amount])

export async function settlementRows(store: ForexStore): Promise<Port.ForexSettlementRow[]> {
  const { accounts, settlements } = await levelsOf(store)
  const { sources } = await sourcesOf(store)
  return store.made('settlement rows', () => {
    const straight = new Map(settlements.map(({ id, creditId = '' }) => [id, creditId]))
    const arrived = new Map<string, string>()
    for (const { settlementId, amount } of accounts.flatMap(({ movements }) => movements)) {
      if (settlementId !== undefined) arrived.set(settlementId, add(arrived.get(settlementId) ?? '0', amount))
    }
    return store.files.settlements.flatMap(({ fact, importId }) => {
      if (fact.record !== 'settlement') return []
      const { id, shop, currency, paidOn, payout, stated, computed, difference, lines } = fact.settlement
      const credits = sources
        .filter(({ settlementId }) => settlementId === id)
        .map(({ creditId }) => creditId)
      const told = { id, shop, currency, paidOn, payout, stated, computed, difference }
      const reached = { arrived: arrived.get(id) ?? '0', straight: straight.get(id) ?? '', credits }
      return [{ ...told, importId, lines: lines.length, ...reached }]
    })
  })
}

export async function movementRows(store: ForexStore): Promise<Port.ForexMovementRow[]> {
  const { accounts } = await levelsOf(store)
  return store.made('movement rows', () => {
    const places = new Map(
      store.files.settlements.flatMap(({ fact, importId }) =>
        fact.record === 'movement'
          ? [[`${fact.account}\n${fact.movement.id}`, { key: fact.key, importId }]]
          : [],
      ),
    )
    const ties = new Map([...store.held.forexTies.values()].map(({ record }) => [record.key, record]))
    return accounts.flatMap((account) => {
      const rests = new Map<string, string>()
      const drawn = new Map<string, string[]>()
      for (const currency of new Set(account.movements.map((one) => one.currency))) {
        const hand = account.movements.flatMap(({ id: outId }) =>
          (ties.get(places.get(`${account.id}\n${outId}`)?.key ?? '')?.draws ?? []).map((one) => ({
            outId,
            ...one,
          })),
        )
        const of = drawOldestFirst(account, currency, hand)
        for (const { inId, amount } of of.rests) rests.set(inId, amount)
        for (const { outId, inId } of of.draws) drawn.set(outId, [...(drawn.get(outId) ?? []), inId])
      }
      return account.movements.map((one): Port.ForexMovementRow => {
        const { key = one.id, importId = '' } = places.get(`${account.id}\n${one.id}`) ?? {}
        const draws = ties.get(key)?.draws ?? []
        return {
          id: key,
          no: one.id,
          importId,
          account: account.id,
          day: one.day,
          currency: one.currency,
          kind: one.kind,
          amount: one.amount,
          settlementId: one.settlementId ?? '',
          creditId: one.creditId ?? '',
          pairId: one.pairId ?? '',
          rest: rests.get(one.id) ?? '',
          drawnOn: drawn.get(one.id) ?? [],
          byHand: draws.length > 0,
          draws,
        }
      })
    })
  })
}

export function statementViews(
  store: ForexStore,
  imports: ReadonlyMap<string, { file: string; at: string }>,
): Port.ForexStatementView[] {
  return store.files.bank.flatMap(({ fact, importId }) => {
    if (fact.record !== 'bank-statement') return []
    const { record: _record, kind: _kind, ...told } = fact
    return [
      { importId, file: imports.get(importId)?.file ?? '', at: imports.get(importId)?.at ?? '', ...told },
    ]
  })
}

export async function accountViews(store: ForexStore): Promise<Port.ForexAccountView[]> {
  const { accounts } = await levelsOf(store)
  return accounts.map(({ id, openings, closings, movements }) => ({
    id,
    balances: [...new Set([...Object.keys(openings), ...movements.map(({ currency }) => currency)])].map(
      (currency) => {
        const own = movements.filter((one) => one.currency === currency)
        const computedClosing = add(openings[currency] ?? '0', sum(own.map(({ amount }) => amount)))
        const closing = closings[currency] ?? null
        return {
          currency,
          opening: openings[currency] ?? null,
          closing,
          computedClosing,
          balanced: closing === null ? null : closing === computedClosing,
          movements: own.length,
        }
      },
    ),
  }))
}
