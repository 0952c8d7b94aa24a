import { heldByMonth } from '#shared/forex/book/held-by-month'
import { appliedOf } from '#shared/forex/book/forms'
import type { Conversion, ForexCredit } from '#shared/forex/book/records'
import { leftToConvert } from '#shared/forex/ledger/applications'
import { claimFaults } from '#shared/forex/ledger/claims'
import { maskText } from '#shared/model/mask'
import { cmp, isDecimal } from '#shared/money/decimal'
import { DataRefusal } from '../../data/errors/refusal'
import type * as Port from '../../data/port'
import { command } from '../../data/write/command'
import type { Draft } from '../../data/write/draft'
import { creditsById, importsOf, incomingNamed } from './facts'
import type { ForexStore } from './store'

/** Records of one commit; an act of many goes in parts of this size under one group, and is undone as one. */
const partSize = 500

type Change = (credit: ForexCredit) => ForexCredit

const fresh = (creditId: string): ForexCredit => ({
  creditId,
  importIds: [],
  answers: {},
  lines: [],
  differences: [],
  dealt: {},
  converted: [],
})

/** Nothing was done about it any more: the import it came by may be undone again. */
const isBare = ({
  claim,
  answers,
  lines,
  netting,
  differences,
  dealt,
  converted,
  presented,
  forms,
}: ForexCredit): boolean =>
  !claim &&
  !netting &&
  !presented &&
  lines.length + differences.length + converted.length === 0 &&
  Object.keys(answers).length + Object.keys(dealt).length === 0 &&
  Object.values(forms ?? {}).every((kept) => kept === undefined)

/** A name that comes back as it was shown, masked, is the name that stands there. */
const nameAgain = (now: string | undefined, before: string | undefined): string | undefined =>
  now !== undefined && before !== undefined && now === maskText(before) ? before : now

/** Answers about a credit; a payer whose name was only seen masked keeps it. */
export async function answer(
  store: ForexStore,
  id: string,
  answers: Port.CreditAnswers,
  why: string,
): Promise<void> {
  const { payerName } = await incomingNamed(store, id)
  const { payer } = answers
  await changeCredits(store, 'forex.answer', [id], why, () => (credit) => {
    const name = nameAgain(payer?.name, credit.answers.payer?.name ?? payerName)
    return {
      ...credit,
      answers: { ...answers, ...(payer && { payer: { ...payer, name: name ?? payer.name } }) },
    }
  })
}

/** Figures of a month that is closed do not change. */
export function refuseClosed(store: ForexStore, month: string, shop: string, currency: string): void {
  if (store.month(month, shop, currency)?.record.closed) {
    throw new DataRefusal('month-closed', { month, shop, currency })
  }
}

async function changeIn(
  store: ForexStore,
  draft: Draft,
  id: string,
  change: Change,
  presented: boolean,
): Promise<string> {
  const one = await incomingNamed(store, id)
  const { currency, valueDate } = one.credit
  const before = await draft.get('forexCredits', await draft.idOf('forexCredits', fresh(id)))
  if (before?.record.presented && !presented) throw new DataRefusal('credit-presented', { credit: id })
  const now = change(before?.record ?? fresh(id))
  const shops = [before?.record.claim?.shop ?? '', now.claim?.shop ?? '']
  const month = valueDate.slice(0, 7)
  if (heldByMonth(before?.record) !== heldByMonth(now)) {
    for (const shop of shops) refuseClosed(store, month, shop, currency)
  }
  if (isBare(now)) {
    if (before) await draft.delete('forexCredits', before.id)
    return before?.id ?? ''
  }
  return draft.put('forexCredits', {
    ...now,
    importIds: importsOf(store, one),
    place: { month, currency },
  })
}

/** Change what is known of credits, as it is in the database at the moment of writing. */
export async function changeCredits(
  store: ForexStore,
  name: string,
  ids: readonly string[],
  why: string,
  change: (id: string) => Change,
  { presented = false, group = crypto.randomUUID() }: { presented?: boolean; group?: string } = {},
): Promise<void> {
  for (let at = 0; at < ids.length; at += partSize) {
    const part = ids.slice(at, at + partSize)
    const intent = async (draft: Draft) => {
      const written: string[] = []
      for (const id of part) written.push(await changeIn(store, draft, id, change(id), presented))
      return written.filter((id) => id !== '')
    }
    await command(store.book.context, name, store.who, why, intent, { group })
  }
}

/** 认领; those that were handed to the bank are left. */
export async function claim(store: ForexStore, ids: readonly string[], said: Port.ForexClaim, why: string) {
  const open = ids.filter((id) => !store.creditNamed(id)?.record.presented)
  const at = store.book.context.now()
  const stated = { ...said, by: store.who, at }
  const byId = await creditsById(store)
  const [fault] = claimFaults(
    open.flatMap((id) => byId.get(id)?.credit ?? []),
    open.map((creditId) => ({ creditId, ...stated })),
  )
  if (fault) throw new DataRefusal('claim-reason', { credit: fault.creditId })
  await changeCredits(store, 'forex.claim', open, why, () => (credit) => {
    const customer = nameAgain(stated.customer, credit.claim?.customer)
    return { ...credit, claim: { ...stated, ...(customer !== undefined && { customer }) } }
  })
  return { claimed: open.length, left: ids.length - open.length }
}

export async function unclaim(store: ForexStore, ids: readonly string[], why: string): Promise<number> {
  const claimed = ids.filter((id) => {
    const record = store.creditNamed(id)?.record
    return record?.claim !== undefined && !record.presented
  })
  await changeCredits(
    store,
    'forex.unclaim',
    claimed,
    why,
    () =>
      ({ claim: _claim, ...credit }) =>
        credit,
  )
  return claimed.length
}

/** Orders a credit paid. What somebody types is checked here; whether it is enough is the business of the check. */
export async function linkOrders(
  store: ForexStore,
  id: string,
  lines: Port.CreditLine[],
  why: string,
): Promise<void> {
  const { orders } = await store.trade()
  const seen = new Set<string>()
  for (const { id: line, orderId, amount } of lines) {
    const wrong =
      orderId !== null && !orders.has(orderId)
        ? orderId
        : !isDecimal(amount) || cmp(amount, '0') <= 0
          ? `${orderId ?? ''} ${amount}`
          : seen.has(line)
            ? line
            : undefined
    if (wrong !== undefined) throw new DataRefusal('not-linked', { credit: id, detail: wrong })
    seen.add(line)
  }
  await changeCredits(store, 'forex.link', [id], why, () => (credit) => ({ ...credit, lines }))
}

/** A conversion the bank did; of an application never more than it asked for, of the receipt never more than is left. */
export async function noteConversion(
  store: ForexStore,
  id: string,
  conversion: Omit<Conversion, 'by'>,
  why: string,
): Promise<void> {
  const record = store.creditNamed(id)?.record
  if (!record?.presented) throw new DataRefusal('not-presented', { credit: id })
  const { eligible } = record.presented
  const { amount, application } = conversion
  const change: Change = (credit) => {
    const left = leftToConvert(eligible, appliedOf(credit.forms), credit.converted, application)
    if (cmp(amount, left) > 0) throw new DataRefusal('too-much', { credit: id, left, amount })
    return { ...credit, converted: [...credit.converted, { ...conversion, by: store.who }] }
  }
  await changeCredits(store, 'forex.convert', [id], why, () => change, { presented: true })
}
