import type { AnsweredForm, KeptApplication } from '#shared/forex/book/forms'
import { appliedOf } from '#shared/forex/book/forms'
import type { ForexCredit } from '#shared/forex/book/records'
import { commitments, drawOrders, leftToApply } from '#shared/forex/ledger/applications'
import type { ApplicationAnswers } from '#shared/forex/outputs/settlement-application'
import { settlementApplication } from '#shared/forex/outputs/settlement-application'
import { cmp, isDecimal, isZero } from '#shared/money/decimal'
import { DataRefusal } from '../../data/errors/refusal'
import { verdictOf } from './check'
import { changeCredits } from './credits'
import { subjectOf } from './facts'
import type { ForexStore } from './store'

/** 结汇申请 filled in; `no`: which of the receipt it is, absent a further one. Undefined before a run. */
export function applicationOf(store: ForexStore, id: string, answers: ApplicationAnswers, no?: number) {
  const verdict = verdictOf(store, id)
  if (!verdict) return undefined
  const record = store.creditNamed(id)?.record
  const [applied, conversions] = [appliedOf(record?.forms), record?.converted ?? []]
  const { amount, orders = [] } = answers
  const asked = isDecimal(amount) ? amount : '0'
  return settlementApplication(verdict, subjectOf(store), answers, {
    earlier: commitments(applied, conversions, no),
    ...drawOrders(asked, orders, verdict.lines, { applied, conversions }, no),
  })
}

const ofCredit = (credit: ForexCredit | undefined): readonly KeptApplication[] =>
  credit?.forms?.applications ?? []

/** Put the applications of a receipt in place of those it has; none left is no form at all. */
const withApplications = (credit: ForexCredit, applications: readonly KeptApplication[]): ForexCredit => ({
  ...credit,
  forms: { ...credit.forms, applications: applications.length > 0 ? [...applications] : undefined },
})

function applicationNamed(credit: ForexCredit | undefined, id: string, no: number | undefined) {
  const found = ofCredit(credit).find((one) => one.no === no)
  if (!found) throw new DataRefusal('missing', { table: 'forexCredits', id: `${id} ${no ?? ''}` })
  return found
}

/** One that was handed to the bank stays as it was handed. */
function refuseSubmitted({ no, submitted }: KeptApplication, id: string): void {
  if (submitted) throw new DataRefusal('application-submitted', { credit: id, no: String(no) })
}

/**
 * Store an application, a new one under the next number. All of a receipt together never ask for more than it supports, and
 * no part of an order serves two of them.
 */
export async function keepApplication(
  store: ForexStore,
  id: string,
  { answers, no }: Extract<AnsweredForm, { form: 'application' }>,
  why: string,
): Promise<number> {
  const { amount } = answers
  const verdict = verdictOf(store, id)
  if (!verdict) throw new DataRefusal('not-checked', { credit: id })
  if (!isDecimal(amount) || cmp(amount, '0') <= 0) {
    throw new DataRefusal('invalid', { table: 'forexCredits', field: 'amount', detail: amount })
  }
  const before = store.creditNamed(id)?.record
  if (no !== undefined) refuseSubmitted(applicationNamed(before, id, no), id)
  const number = no ?? Math.max(0, ...ofCredit(before).map((one) => one.no)) + 1
  await changeCredits(
    store,
    'forex.form',
    [id],
    why,
    () => (credit) => {
      const [applied, conversions] = [appliedOf(credit.forms), credit.converted]
      const left = leftToApply(verdict.eligible, applied, conversions, no)
      if (cmp(amount, left) > 0) throw new DataRefusal('too-much', { credit: id, left, amount })
      const used = { applied, conversions }
      const { draws, short } = drawOrders(amount, answers.orders ?? [], verdict.lines, used, no)
      if (!isZero(short)) throw new DataRefusal('orders-short', { credit: id, short, amount })
      const made = { no: number, answers, draws, by: store.who, at: store.book.context.now() }
      const others = ofCredit(credit).filter((one) => one.no !== number)
      return withApplications(
        credit,
        [...others, made].sort((a, b) => a.no - b.no),
      )
    },
    { presented: true },
  )
  return number
}

/** Change one stored application; which, and whether it may be changed, is looked at in the commit. */
const changeApplication = (
  store: ForexStore,
  id: string,
  no: number | undefined,
  why: string,
  change: (one: KeptApplication) => KeptApplication | undefined,
): Promise<void> =>
  changeCredits(
    store,
    'forex.application',
    [id],
    why,
    () => (credit) => {
      const one = applicationNamed(credit, id, no)
      const now = change(one)
      return withApplications(
        credit,
        ofCredit(credit).flatMap((each) => (each.no === one.no ? (now ?? []) : each)),
      )
    },
    { presented: true },
  )

export const dropApplication = (
  store: ForexStore,
  id: string,
  no: number | undefined,
  why: string,
): Promise<void> =>
  changeApplication(store, id, no, why, (one) => {
    refuseSubmitted(one, id)
    return undefined
  })

/** Note that it was handed to the bank; the receipt itself has to be. */
export function submitApplication(
  store: ForexStore,
  id: string,
  no: number,
  on: string,
  why: string,
): Promise<void> {
  if (!store.creditNamed(id)?.record.presented) throw new DataRefusal('not-presented', { credit: id })
  return changeApplication(store, id, no, why, (one) => {
    refuseSubmitted(one, id)
    return { ...one, submitted: { on, by: store.who } }
  })
}

/** The bank gave it back: what it did not convert is free again, and the application stays to be read. */
export function returnApplication(
  store: ForexStore,
  id: string,
  no: number,
  on: string,
  reason: string,
): Promise<void> {
  return changeApplication(store, id, no, reason, (one) => {
    if (!one.submitted || one.returned) {
      throw new DataRefusal('application-not-submitted', { credit: id, no: String(no) })
    }
    return { ...one, returned: { on, reason, by: store.who } }
  })
}
