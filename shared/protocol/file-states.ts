import type { CebMessage, Values } from '../ceb/message'
import { tableOf } from '../ceb/tables'
import { type Option } from './act-table'
import { kindOf } from './document-kind'
import { notWithdrawn, whyNotSent } from './act-refusals'
import { actOf, mayDo, nextActions, type ActSettings } from './actions'
import type { Attempt } from './attempts'
import { dependencies } from './dependencies'
import type { Reason } from './engine/records'
import { businessKey } from './keys'
import { byOrder, concerns, receiptFacts, returnInstant, type ReceiptFact } from './receipts'
import {
  situationOf,
  withdrawalOf,
  type DocumentView,
  type Handling,
  type Situation,
  type Withdrawal,
} from './situations'
import { foldAttempts, foldDocument, type DocumentState } from './states'

/** One submission of a document, as its message says. `at`: its appTime as an instant. */
export type FiledAttempt = Attempt & { appType: string; at: string; reason?: Reason }

/** A document that message files and receipt files speak of, with everything they say. */
export type FiledDocument = {
  message: string
  businessKey: string
  attempts: FiledAttempt[]
  facts: ReceiptFact[]
  state: DocumentState
  situation: Situation
  acts: readonly Option[]
}

type Known = {
  message: string
  businessKey: string
  head: Values
  lines: readonly Values[]
  attempts: FiledAttempt[]
  facts: ReceiptFact[]
}
type Case = { documents: readonly Known[]; results: readonly CebMessage[] }

/** Later than anything a message can say. */
const NOW = '9999-12-31T23:59:59.999+08:00'

/**
 * States of all documents that these messages declare or answer, without a book: from receipts in any order, repeated or
 * late. Each submission is judged by what was known when it was made (`reason` when it should not have been sent); what
 * may be done next is the table of acts.
 * @param messages decoded messages and receipts of any number of files, in any order
 */
export function foldFiles(messages: readonly CebMessage[], zone?: ActSettings): FiledDocument[] {
  const all: Case = {
    documents: gather(messages),
    results: messages.filter(({ type }) => type === 'CEB792'),
  }
  return all.documents.map((one) => {
    const view = viewAt(one, all, NOW)
    return {
      message: one.message,
      businessKey: one.businessKey,
      attempts: one.attempts.map((attempt) => judged(attempt, one, all, zone)),
      facts: one.facts,
      state: view.state,
      situation: situationOf(view),
      acts: nextActions(view, zone),
    }
  })
}

function gather(messages: readonly CebMessage[]): Known[] {
  const known = new Map<string, Known>()
  const entry = (message: string, key: string): Known => {
    const id = `${message} ${key}`
    const found = known.get(id)
    if (found) return found
    const made: Known = { message, businessKey: key, head: {}, lines: [], attempts: [], facts: [] }
    known.set(id, made)
    return made
  }
  for (const message of messages) {
    if (tableOf(message.type).origin === 'declarant') addSubmissions(message, entry)
  }
  for (const one of known.values()) number(one)
  const facts = uniqueFacts(messages)
  for (const fact of facts) {
    if (fact.businessKey !== undefined) entry(fact.message, fact.businessKey).facts.push(fact)
    else {
      for (const one of known.values()) {
        const guids = one.attempts.flatMap(({ guid, messageGuid }) => [guid, messageGuid ?? guid])
        if (concerns(fact, { ...one, guids })) one.facts.push(fact)
      }
    }
  }
  return [...known.values()]
}

function addSubmissions(
  { type, guid, documents }: CebMessage,
  entry: (message: string, key: string) => Known,
): void {
  for (const { head, lines = [] } of documents) {
    const key = businessKey(type, head)
    if (key === undefined) continue
    const one = entry(type, key)
    const own = (head['guid'] ?? '').toUpperCase()
    // The same bytes again are the same submission.
    if (one.attempts.some((attempt) => attempt.guid === own)) continue
    const at = returnInstant(head['appTime'] ?? '') ?? ''
    const appType = head['appType'] ?? '1'
    one.attempts.push({ no: 0, guid: own, messageGuid: guid.toUpperCase(), acceptedAt: at, appType, at })
    if (one.attempts.every((other) => other.at <= at)) Object.assign(one, { head, lines })
  }
}

function number(one: Known): void {
  one.attempts.sort((a, b) => (a.at < b.at ? -1 : 1))
  one.attempts.forEach((attempt, at) => (attempt.no = at + 1))
}

/** Receipts of all files, each once: what is repeated says nothing new, wherever it stands. */
function uniqueFacts(messages: readonly CebMessage[]): ReceiptFact[] {
  const facts = messages
    .filter(({ type }) => tableOf(type).origin === 'authority' && type !== 'CEB792')
    .flatMap((message) =>
      receiptFacts({ seq: 0, id: '', message: message.type, receivedAt: '' }, message).map((fact) => ({
        ...fact,
        id: [fact.receipt, fact.businessKey, fact.guid, fact.status, fact.time, fact.info].join('\n'),
      })),
    )
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()].sort(byOrder)
}

/** A document as it stood at an instant: its submissions before it, what had been answered, and what rested on it. */
function viewAt(one: Known, all: Case, at: string): DocumentView {
  const attempts = one.attempts.filter((attempt) => attempt.at < at)
  const facts = one.facts.filter(({ time }) => (returnInstant(time) ?? '') <= at)
  const state = foldDocument(one.message, attempts, facts)
  const view = { message: one.message, handling: handlingOf(one.message, attempts, facts), state }
  const kind = kindOf(one.message)
  if (kind === 'data') {
    const usedBy = userOf(one, all, at)
    return { ...view, ...(usedBy && { usedBy }) }
  }
  if (kind !== 'list') return view
  const numbers = new Set([state.invtNo, one.head['invtNo']].filter((number) => number))
  const withdrawal = withdrawalAt(numbers, all, at)
  const summary = summaryAt(numbers, all, at)
  return { ...view, ...(withdrawal && { withdrawal }), ...(summary && { summary }) }
}

/** Our side of the exchange, as far as files show it: the last submission is answered, or its result is unknown. */
function handlingOf(
  message: string,
  attempts: readonly FiledAttempt[],
  facts: readonly ReceiptFact[],
): Handling {
  const last = attempts.at(-1)
  if (!last) return 'none'
  const own = foldAttempts(message, attempts, facts).find(({ attempt }) => attempt === last.no)
  return own && (own.code !== '' || own.refusal || own.unknown.length > 0) ? 'accepted' : 'sent'
}

const partnerKeys = [
  ['ebcCode', 'orderNo'],
  ['logisticsCode', 'logisticsNo'],
] as const

/** The 清单 that refers to an order, 收款单, payment or waybill: of several the one that binds it most. */
function userOf({ head }: Known, all: Case, at: string): Situation | undefined {
  const found = all.documents
    .filter(({ message }) => kindOf(message) === 'list')
    .filter((list) =>
      partnerKeys.some((key) => key.every((name) => head[name] && head[name] === list.head[name])),
    )
    .map((list) => situationOf(viewAt(list, all, at)))
  const binds = (situation: Situation) => {
    if (situation === 'draft' || situation === 'withdrawn') return 0
    return situation === 'refused' || situation === 'rejected' ? 1 : 2
  }
  return found.sort((a, b) => binds(b) - binds(a))[0]
}

/** Where the 撤销申请单 that name a 清单 by its number stand. */
function withdrawalAt(
  numbers: ReadonlySet<string | undefined>,
  all: Case,
  at: string,
): Withdrawal | undefined {
  const found = all.documents
    .filter(({ message, head }) => kindOf(message) === 'withdrawal' && numbers.has(head['invtNo']))
    .map((request) => viewAt(request, all, at))
    .map(({ handling, state }) => withdrawalOf(handling, state))
  return (['done', 'asked', 'refused'] as const).find((one) => found.includes(one))
}

/** Whether a 701 names the 清单, or a 792 says that a 报关单 was made of it. A 701 by period names none. */
function summaryAt(numbers: ReadonlySet<string | undefined>, all: Case, at: string): DocumentView['summary'] {
  const made = all.results.some(({ documents }) =>
    documents.some(
      ({ head, lines = [] }) =>
        head['entryId'] &&
        (returnInstant(head['opDate'] ?? '') ?? '') <= at &&
        lines.some(({ invtNo }) => numbers.has(invtNo)),
    ),
  )
  if (made) return 'declared'
  const asked = all.documents
    .filter(
      ({ message, lines }) => kindOf(message) === 'summary' && lines.some((l) => numbers.has(l['invtNo'])),
    )
    .map((summary) => situationOf(viewAt(summary, all, at)))
  return asked.some((situation) => !['draft', 'refused', 'rejected'].includes(situation))
    ? 'applied'
    : undefined
}

/** A submission with the reason why it should not have been sent, by what was known just before it. */
function judged(attempt: FiledAttempt, one: Known, all: Case, zone?: ActSettings): FiledAttempt {
  const reason = forbiddenAt(attempt, one, all, zone)
  return reason ? { ...attempt, reason } : attempt
}

function forbiddenAt(
  { appType, at }: FiledAttempt,
  one: Known,
  all: Case,
  zone?: ActSettings,
): Reason | undefined {
  if (kindOf(one.message) === 'withdrawal') {
    const list = all.documents.find(
      ({ message, head, facts }) =>
        kindOf(message) === 'list' &&
        [head['invtNo'], ...facts.map(({ invtNo }) => invtNo)].includes(one.head['invtNo']),
    )
    const view = list && viewAt(list, all, at)
    if (view && !mayDo(view, 'withdraw', zone)) return notWithdrawn[situationOf(view)]
  }
  const view = viewAt(one, all, at)
  if (!actOf(view, appType, zone)) return whyNotSent(situationOf(view), appType)
  return kindOf(one.message) === 'list' ? overtaking(one, all, at) : undefined
}

/** Customs compares a 清单 with what it has stored: a change under way has to be stored (120) before the 清单 goes. */
function overtaking({ message, head }: Known, all: Case, at: string): Reason | undefined {
  const partners = all.documents.filter(
    (other) =>
      dependencies[message]?.includes(other.message) &&
      partnerKeys.some((key) => key.every((name) => head[name] && head[name] === other.head[name])),
  )
  const changing = partners.some((partner) => {
    const last = partner.attempts.filter((attempt) => attempt.at <= at).at(-1)
    if (last?.appType !== '2') return false
    const known = partner.facts.filter(({ time }) => (returnInstant(time) ?? '') <= at)
    const states = foldAttempts(partner.message, partner.attempts, known)
    return !states.some(({ attempt, good }) => attempt === last.no && good)
  })
  return changing ? waitsForChange : undefined
}

const waitsForChange: Reason = {
  code: 'change-not-stored',
  text: {
    zh: '变更的订单、收款单或运单还没有入库（120），清单不能先报',
    en: 'A change of its order, receipt of payment or waybill is not stored (120) yet',
  },
  fix: { zh: '等变更入库后再报清单', en: 'Send the list once the change is stored' },
}
