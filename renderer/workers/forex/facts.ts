import { businessDay } from '#shared/time/shanghai'
import { workCalendar } from '#shared/forex/calendar'
import type { CreditAnswers, NettingAnswers } from '#shared/forex/book/records'
import { documentedCosts } from '#shared/forex/settlement/cost-documents'
import { quoteFor } from '#shared/forex/import/bank-quotes'
import { incomingCredits, type Incoming, type IncomingCredit } from '#shared/forex/import/credits'
import { creditReport, creditSources, type Sources } from '#shared/forex/ledger/credit-sources'
import type { Draw, InstitutionAccount, Levels } from '#shared/forex/ledger/levels'
import { subjectOn, type Subject, type WorkCalendar } from '#shared/model/forex/common'
import type { BankCredit } from '#shared/model/forex/credit'
import type { ReceiptInput } from '#shared/model/forex/input'
import type { PlatformReport } from '#shared/model/forex/netting'
import type { NettingDraft } from '#shared/forex/settlement/platform-report'
import type { Movement } from '#shared/forex/ledger/levels'
import { Rates } from '#shared/forex/rates'
import { add, isZero, sum } from '#shared/money/decimal'
import { DataRefusal } from '../../data/errors/refusal'
import { entriesOf } from './sources'
import type { CreditRecord, ForexStore } from './store'

export const today = ({ book }: ForexStore): string => businessDay(book.context.now())
/** Working days as they are known here: by what was shipped and what was published. */
export const calendarOf = (store: ForexStore): WorkCalendar =>
  store.made('calendar', () => workCalendar(store.files.calendars))

/** Money that came, by its number. An officer's word about the payer stands over what the file says. */
export async function incoming(store: ForexStore): Promise<Incoming> {
  const { country3 } = await store.codes()
  return store.made('incoming', () => {
    const { ownNames, institutions } = store.rules
    const bank = store.files.bank
    const named = new Map(institutions.map((one) => [plainName(one.name), one]))
    return incomingCredits(
      entriesOf(bank).map(({ fact: { key, account, entry, told } }) => ({
        key,
        account,
        entry,
        ...(told && { told }),
      })),
      bank.flatMap(({ fact }) => (fact.record === 'bank-advice' ? [fact.advice] : [])),
      {
        country3,
        ownNames: [...ownNames, ...(store.enterprise ? [store.enterprise.name] : [])],
        worked: (id) => store.creditNamed(id) !== undefined,
        relationOf: (name) => (named.has(plainName(name)) ? 'licensedWallet' : undefined),
        institutionOf: (name) => {
          const found = named.get(plainName(name))
          return (
            found && {
              name: found.name,
              ...(found.fxRegistered !== undefined && { fxRegistered: found.fxRegistered }),
            }
          )
        },
      },
    )
  })
}
const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

export async function creditsById(store: ForexStore): Promise<ReadonlyMap<string, IncomingCredit>> {
  const { credits } = await incoming(store)
  return store.made('incoming by id', () => new Map(credits.map((one) => [one.credit.id, one])))
}

export async function incomingNamed(store: ForexStore, id: string): Promise<IncomingCredit> {
  const found = (await creditsById(store)).get(id)
  if (!found) throw new DataRefusal('missing', { table: 'forexCredits', id })
  return found
}

/** Imports a credit rests on: those whose entries or advices carry its day, amount and currency. */
export function importsOf(store: ForexStore, { credit, account }: IncomingCredit): string[] {
  const { valueDate, currency, amount } = credit
  const places = store.made('imports by place', () => {
    const found = new Map<string, Set<string>>()
    const put = (place: string, importId: string) =>
      found.set(place, (found.get(place) ?? new Set()).add(importId))
    for (const { fact, importId } of store.files.bank) {
      if (fact.record === 'bank-entry') {
        const { entry } = fact
        put(entryPlace(fact.account, entry.valueDate, entry.currency, entry.amount), importId)
      }
      if (fact.record === 'bank-advice')
        put(advicePlace(fact.advice.valueDate, fact.advice.currency), importId)
    }
    return found
  })
  return [
    ...new Set([
      ...(places.get(entryPlace(account, valueDate, currency, amount)) ?? []),
      ...(places.get(advicePlace(valueDate, currency)) ?? []),
    ]),
  ]
}
const entryPlace = (...parts: string[]): string => JSON.stringify(parts)
const advicePlace = (day: string, currency: string): string => `${day} ${currency}`

const empty: CreditAnswers = {}

/** A credit with what was answered about it. */
export function creditOf(
  { credit }: IncomingCredit,
  record: CreditRecord['record'] | undefined,
  store: ForexStore,
): BankCredit {
  const { institution, conversion: _conversion, form: _form, rmb: _rmb, ...told } = record?.answers ?? empty
  const known = store.rules.institutions.find(({ name }) => name === institution)
  const stated = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
  return {
    ...credit,
    ...stated,
    ...(institution === '' && { channel: 'bank' as const }),
    ...(institution && {
      channel: 'paymentInstitution' as const,
      institution: { name: institution, ...known },
    }),
    ...(record?.claim?.nature === 'advance' && told.isAdvance === undefined && { isAdvance: true }),
  }
}

/** Receipts that are checked: claimed as goods or advance, and not handed to the bank yet. */
export function inFlow(store: ForexStore): CreditRecord[] {
  return [...store.held.forexCredits.values()].filter(
    ({ record: { claim, presented } }) =>
      !presented && (claim?.nature === 'goods' || claim?.nature === 'advance'),
  )
}

/** The three levels, with the ties that were stored laid over the movements. */
export async function levelsOf(store: ForexStore): Promise<Levels> {
  const { credits } = await incoming(store)
  return store.made('levels', () => {
    const stored = [...store.held.forexTies.values()].map(({ record }) => record)
    const ties = new Map(stored.flatMap((tie) => (tie.account === '' ? [] : [[tie.key, tie]])))
    const straight = new Map(
      stored.flatMap((tie) => (tie.account === '' && tie.creditId ? [[tie.key, tie.creditId] as const] : [])),
    )
    const accounts = new Map<
      string,
      { openings: Record<string, string>; closings: Record<string, string>; movements: Movement[] }
    >()
    const accountOf = (id: string) => {
      const known = accounts.get(id) ?? { openings: {}, closings: {}, movements: [] }
      accounts.set(id, known)
      return known
    }
    const settlements: Levels['settlements'][number][] = []
    for (const { fact } of store.files.settlements) {
      if (fact.record === 'settlement') {
        const creditId = straight.get(fact.settlement.id)
        settlements.push({ ...fact.settlement, ...(creditId !== undefined && { creditId }) })
      }
      if (fact.record !== 'movement') continue
      const tie = ties.get(fact.key)
      const { settlementId: told, creditId: _none, ...movement } = fact.movement
      const settlementId = tie?.settlementId ?? told
      accountOf(fact.account).movements.push({
        ...movement,
        ...(settlementId !== undefined && settlementId !== '' && { settlementId }),
        ...(tie?.creditId !== undefined && { creditId: tie.creditId }),
      })
    }
    stated(store, accountOf)
    const tied = new Set(stored.flatMap(({ creditId }) => creditId ?? []))
    const levelCredits = credits
      .filter(({ credit }) => tied.has(credit.id) || credit.channel === 'paymentInstitution')
      .map(({ credit }) => {
        const told = store.creditNamed(credit.id)?.record.differences ?? []
        return {
          id: credit.id,
          day: credit.valueDate,
          currency: credit.currency,
          amount: credit.amount,
          charges: sum(told.map(({ amount }) => amount)),
        }
      })
    const all = [...accounts].map(([id, account]): InstitutionAccount => ({ id, ...account }))
    return { settlements, accounts: all, credits: levelCredits }
  })
}

/** Balances of accounts as their ledgers state them: the first opening, the last closing; else what the movements make. */
function stated(
  store: ForexStore,
  accountOf: (id: string) => {
    openings: Record<string, string>
    closings: Record<string, string>
    movements: Movement[]
  },
): void {
  const facts = store.files.settlements.flatMap(({ fact }) => (fact.record === 'account' ? [fact] : []))
  const byDay = (pick: 'from' | 'to') => [...facts].sort((a, b) => (a[pick] < b[pick] ? -1 : 1))
  for (const { account, currency, opening } of byDay('from')) {
    if (opening !== null) accountOf(account).openings[currency] ??= opening
  }
  for (const { account, currency, closing } of byDay('to')) {
    if (closing !== null) accountOf(account).closings[currency] = closing
  }
  for (const { account, currency } of facts) {
    const own = accountOf(account)
    own.closings[currency] ??= add(
      own.openings[currency] ?? '0',
      sum(own.movements.filter((one) => one.currency === currency).map(({ amount }) => amount)),
    )
  }
}

/** Draws by hand, by account. */
export function drawsByHand(store: ForexStore): Record<string, Draw[]> {
  const draws: Record<string, Draw[]> = {}
  const idOf = movementIds(store)
  for (const { record } of store.held.forexTies.values()) {
    const outId = idOf.get(record.key)
    if (outId === undefined) continue
    for (const { inId, amount } of record.draws ?? [])
      (draws[record.account] ??= []).push({ outId, inId, amount })
  }
  return draws
}

/** Movement ids by the key they have in the book. */
export const movementIds = (store: ForexStore): ReadonlyMap<string, string> =>
  store.made(
    'movement ids',
    () =>
      new Map(
        store.files.settlements.flatMap(({ fact }) =>
          fact.record === 'movement' ? [[fact.key, fact.movement.id] as const] : [],
        ),
      ),
  )

export async function sourcesOf(store: ForexStore): Promise<Sources> {
  const levels = await levelsOf(store)
  return store.made('sources', () => creditSources(levels, drawsByHand(store)))
}

/** The statement behind a netted credit, with what was answered about its costs. */
export async function nettingOf(
  store: ForexStore,
  creditId: string,
): Promise<(NettingDraft & { settlementIds: string[] }) | undefined> {
  const drawn = creditReport(creditId, await levelsOf(store), await sourcesOf(store))
  if (!drawn) return undefined
  const answers: NettingAnswers = store.creditNamed(creditId)?.record.netting ?? { costs: {} }
  const documents = store
    .notes('costDocument')
    .filter(
      ({ settlementId, currency }) =>
        drawn.settlementIds.includes(settlementId) && currency === drawn.report.currency,
    )
  const told = documentedCosts(drawn, documents)
  // What somebody said of a cost stands over its document.
  const named = (id: string) => answers.costs[id] ?? told.get(id)
  const costs = drawn.report.costs.map((cost): PlatformReport['costs'][number] => {
    const { class: kind, ...rest } = named(cost.id) ?? { class: cost.class }
    return { ...cost, ...withoutUndefined(rest), class: kind }
  })
  const classed = drawn.unclassified.flatMap(({ id, amount }): PlatformReport['costs'] => {
    const told = named(id)
    return told && !isZero(amount) ? [{ id, amount, ...withoutUndefined(told), class: told.class }] : []
  })
  const { counterparty, declaredValueOfSoldGoods } = answers
  return {
    ...drawn,
    report: {
      ...drawn.report,
      ...withoutUndefined({ counterparty, declaredValueOfSoldGoods }),
      costs: [...costs, ...classed],
    },
    unclassified: drawn.unclassified.filter(({ id }) => !named(id)),
  }
}
const withoutUndefined = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never

export function subjectOf(store: ForexStore): Subject {
  if (!store.subject) throw new DataRefusal('no-forex-subject')
  const { enterprise, subject } = store
  const presented = [...store.held.forexCredits.values()].flatMap(({ record }) => record.presented ?? [])
  const used = (all: typeof presented) => sum(all.map(({ eligibleUsd }) => eligibleUsd ?? '0'))
  const inClassB = presented.filter(({ on }) => subjectOn(subject, on).class === 'B')
  const year = presented.filter(({ on }) => on.slice(0, 4) === String(subject.ytdYear ?? ''))
  // What was handed to the bank here counts beside what was stated of the time before.
  return {
    ...subject,
    ...(enterprise && { name: enterprise.name, uscc: enterprise.uscc }),
    ...(subject.ytdReceiptsUsd !== undefined && { ytdReceiptsUsd: add(subject.ytdReceiptsUsd, used(year)) }),
    ...(subject.receiptQuotaUsd !== undefined && {
      receiptQuotaUsedUsd: add(subject.receiptQuotaUsedUsd ?? '0', used(inClassB)),
    }),
  }
}

export const monthRatesOf = (store: ForexStore) =>
  store.files.rates.map(({ fact: { currency, month, usdPerUnit } }) => ({ currency, month, usdPerUnit }))
export const ratesOf = (store: ForexStore): Rates => store.made('rates', () => new Rates(monthRatesOf(store)))

/** Everything the next check looks at: receipts in the flow, and of the book what they name. */
export async function receiptInput(store: ForexStore): Promise<ReceiptInput> {
  const subject = subjectOf(store)
  const trade = await store.trade()
  const byId = await creditsById(store)
  const flow = inFlow(store).filter(({ record }) => byId.has(record.creditId))
  const lines = flow.flatMap(({ record }) =>
    record.lines.map(({ why: _why, ...line }) => ({ ...line, creditId: record.creditId })),
  )
  const orderIds = [...new Set(lines.flatMap(({ orderId }) => orderId ?? []))]
  const wanted = new Set(orderIds)
  const notes = store.notes('customsDoc')
  const stated = new Set(notes.map(({ no }) => no))
  const papers = [
    ...trade.papers
      .filter(({ no, orderIds: of = [] }) => !stated.has(no) && of.some((id) => wanted.has(id)))
      .map(({ shop: _shop, day: _day, fob: _fob, ...paper }) => paper),
    ...notes,
  ]
  const reports: PlatformReport[] = []
  for (const { record } of flow) {
    const netting = await nettingOf(store, record.creditId)
    const currency = byId.get(record.creditId)?.credit.currency
    if (netting && netting.report.currency === currency) reports.push(netting.report)
  }
  const quotes = store.files.quotes.map(({ fact: { record: _tag, kind: _kind, ...quote } }) => quote)
  const now = store.book.context.now()
  return {
    subject,
    settings: store.rules.settings,
    rates: monthRatesOf(store),
    calendar: calendarOf(store),
    bankCredits: flow.map(({ record }) => creditOf(byId.get(record.creditId)!, record, store)),
    paymentLines: lines,
    orders: orderIds.flatMap((id) => {
      const order = trade.orders.get(id)
      if (!order) return []
      const { shop: _shop, ...sale } = order
      return [sale]
    }),
    waybills: orderIds.flatMap((id) => trade.waybills.get(id) ?? []),
    warehouseOuts: store.notes('warehouseOut'),
    customsDocs: papers,
    platformReports: reports,
    usageLedger: [
      ...store.notes('paperUse'),
      ...[...store.held.forexCredits.values()].flatMap(({ record }) => record.presented?.uses ?? []),
    ],
    contracts: store.notes('contract'),
    registrationForms: store.notes('registrationForm'),
    quotes: flow.flatMap(({ record: { creditId, answers } }) => {
      const { conversion } = answers
      const credit = byId.get(creditId)?.credit
      if (!conversion || !credit) return []
      const { bank, convert, bookedRate } = conversion
      return (
        quoteFor(credit, convert, { quotes, bank, now, ...(bookedRate !== undefined && { bookedRate }) }) ??
        []
      )
    }),
    draftForms: flow.flatMap(({ record: { creditId, answers } }) =>
      answers.form ? [{ creditId, ...answers.form }] : [],
    ),
    rmb: flow.flatMap(({ record: { creditId, answers } }) =>
      answers.rmb ? [{ creditId, ...answers.rmb }] : [],
    ),
  }
}
