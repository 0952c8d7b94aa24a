import { kindOf } from '#shared/protocol/document-kind'
import { isListMessage } from '#shared/declaration/dossier-messages'
import { nextActions } from '#shared/protocol/actions'
import type { CallRecord, SubmissionHead } from '#shared/protocol/engine/records'
import { attemptOf } from '#shared/protocol/engine/transitions'
import { failureWords } from '#shared/protocol/failure-words'
import { isGoodEnd, isNegative, statuses, statusWords } from '#shared/protocol/status'
import { timeline } from '#shared/protocol/timeline'
import type { Contact, Moment } from '#shared/protocol/timeline'
import type { Text } from '#shared/model/text'
import type { Book } from '../../../data/book'
import type { DocumentHistory } from '../../../data/engine/dossier'
import { zoneOf } from '../../../data/zones'
import { DataRefusal } from '../../../data/errors/refusal'
import type {
  DocumentView,
  ListSummary,
  ListTimeline,
  TimelineAttemptView,
  TimelineEventView,
} from '../../../data/port'
import { allRecords, getRecord } from '../../../data/read/records'
import { withdrawalOf } from '../../declaration/documents'
import { historiesOf, standingOf, viewOfList } from '../../declaration/histories'
import { callsOf } from '../../../data/engine/calls'

const names: Readonly<Record<string, Text>> = {
  CEB303: { zh: '订单', en: 'Order' },
  CEB403: { zh: '收款单', en: 'Receipt of payment' },
  CEB505: { zh: '运单', en: 'Waybill' },
  CEB603: { zh: '清单', en: 'List' },
  CEB311: { zh: '进口订单', en: 'Import order' },
  CEB411: { zh: '支付单', en: 'Payment' },
  CEB511: { zh: '进口运单', en: 'Import waybill' },
  CEB621: { zh: '进口清单', en: 'Import list' },
  CEB605: { zh: '撤销申请单', en: 'Withdrawal' },
  CEB623: { zh: '撤销申请单', en: 'Withdrawal' },
}

/**
 * Everything that happened to a 清单 and to the documents that go with it, in words with the raw codes.
 * @param inSummary the 汇总申请 that names it, and the 报关单 that came of it
 */
export async function listTimeline(
  book: Book,
  id: string,
  inSummary: ListSummary,
): Promise<Omit<ListTimeline, 'outdated'>> {
  const { context } = book
  const stored = await getRecord(context, 'lists', id)
  if (!stored) throw new DataRefusal('missing', { table: 'lists', id })
  const found = await historiesOf(book, [stored])
  const histories = [...found.values()]
  const reason = withdrawalOf(stored.record)?.document.head['reason'] ?? ''
  const batches = histories.flatMap(({ attempts }) => attempts.flatMap(({ batch }) => batch ?? []))
  const calls = await callsOf(context, new Set(batches))
  const own = histories.find(({ message }) => isListMessage(message))
  const starts = (own?.attempts ?? []).map(({ attempt, queuedAt }) => ({ attempt, at: queuedAt }))
  const events = histories.flatMap((history) => eventsOf(history, calls, reason))
  const known = viewOfList(stored.record, found)
  const summary = summarised(inSummary)
  const view = known && { ...known, ...(summary && { summary }) }
  const [enterprise] = await allRecords(context, 'enterprise')
  const zone = await zoneOf(enterprise?.record)
  return {
    attempts: attemptsOf(own, starts, events),
    documents: histories.map(documentView),
    actions: view ? [...nextActions(view, zone)] : [],
  }
}

/** One that was taken back or refused asks nothing of customs. */
function summarised({ application, entries }: ListSummary): 'applied' | 'declared' | undefined {
  if (entries.length > 0) return 'declared'
  return application?.state === 'waiting' || application?.state === 'accepted' ? 'applied' : undefined
}

type Dated = TimelineEventView & { message: string; attempt: number }

/** @param reason why its withdrawal was asked for, which stands with the request */
function eventsOf(history: DocumentHistory, calls: readonly CallRecord[], reason: string): Dated[] {
  const { message, attempts, facts } = history
  const name = names[message] ?? { zh: message, en: message }
  const queued = attempts.map((one): Dated => ({
    id: `${one.id} queued`,
    at: one.queuedAt,
    kind: 'local',
    outcome: 'neutral',
    title: named(name, { zh: `第${one.attempt}次申报，进入发送队列`, en: `Attempt ${one.attempt} queued` }),
    ...queuedWith(one, reason),
    message,
    attempt: one.attempt,
  }))
  const refused = attempts.flatMap((one): Dated[] =>
    one.turnedAway && one.reason
      ? [
          {
            id: `${one.id} refused`,
            at: one.acceptedAt ?? one.queuedAt,
            kind: 'receipt',
            outcome: 'bad',
            title: named(name, one.reason.text),
            raw: { code: one.reason.code, text: one.reason.text.zh },
            message,
            attempt: one.attempt,
          },
        ]
      : [],
  )
  const contacts = attempts.flatMap((one) => contactsOf(one, calls))
  const moments = timeline(message, attempts.map(attemptOf), facts, contacts)
  return [...queued, ...refused, ...moments.map((moment, i) => eventOf(history, name, moment, i))]
}

function queuedWith({ message, batchNo }: SubmissionHead, reason: string): Pick<Dated, 'detail'> {
  const parts: Text[] = [
    ...(kindOf(message) === 'withdrawal' ? [{ zh: `原因：${reason}`, en: `reason: ${reason}` }] : []),
    ...(batchNo ? [{ zh: `批次号 ${batchNo}`, en: `batch ${batchNo}` }] : []),
  ]
  if (parts.length === 0) return {}
  return {
    detail: { zh: parts.map(({ zh }) => zh).join(' · '), en: parts.map(({ en }) => en).join(' · ') },
  }
}

function contactsOf({ attempt, batch }: SubmissionHead, calls: readonly CallRecord[]): Contact[] {
  return calls.flatMap((call): Contact[] => {
    if (call.batch !== batch || (call.kind !== 'send' && call.kind !== 'query')) return []
    const text =
      call.code === 'ok' ? { zh: '已收到应答', en: 'answered' } : failureWords(call.code, call.status).message
    return [{ attempt, at: call.at, kind: call.kind, code: call.code, text }]
  })
}

function eventOf({ message }: DocumentHistory, name: Text, moment: Moment, i: number): Dated {
  const { at, attempt, source, raw, words, info, remark } = moment
  const unknown = source === 'contact' && raw !== 'ok'
  return {
    id: `${message} ${i}`,
    at,
    kind: source === 'receipt' ? 'receipt' : unknown ? 'unknown' : 'sent',
    outcome: source === 'receipt' ? outcomeOf(message, raw) : unknown ? 'waiting' : 'neutral',
    title: named(name, words),
    ...(remark && { detail: remark }),
    raw: { code: raw, text: info },
    message,
    attempt,
  }
}

/** How a code reads to the officer of this message. */
export function outcomeOf(message: string, code: string): TimelineEventView['outcome'] {
  if (isNegative(code)) return 'bad'
  const standing = statuses[code]?.standing
  if (standing === undefined) return 'waiting'
  if (['rejected', 'returned', 'not-forwarded', 'held'].includes(standing)) return 'bad'
  return standing === 'released' || isGoodEnd(message, code) ? 'good' : 'neutral'
}

const named = (name: Text, text: Text): Text => ({
  zh: `${name.zh}：${text.zh}`,
  en: `${name.en}: ${text.en}`,
})

/** The attempts of the 清单, newest first; what happened to its partners stands under the attempt it happened in. */
function attemptsOf(
  own: DocumentHistory | undefined,
  starts: readonly { attempt: number; at: string }[],
  events: readonly Dated[],
): TimelineAttemptView[] {
  const first = starts[0]?.attempt ?? 1
  const groups = new Map<number, Dated[]>(starts.map(({ attempt }) => [attempt, []]))
  for (const event of events) {
    const during = starts.findLast(({ at }) => Date.parse(at) <= Date.parse(event.at))?.attempt ?? first
    const number = isListMessage(event.message) && event.attempt > 0 ? event.attempt : during
    groups.set(number, [...(groups.get(number) ?? []), event])
  }
  return [...groups]
    .sort(([a], [b]) => b - a)
    .map(([number, found]) => ({
      number,
      summary: summaryOf(
        number,
        own?.attempts.find(({ attempt }) => attempt === number),
      ),
      // Equal times stand in the order they came in, so the newest first is the reverse of it.
      events: found
        .reverse()
        .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
        .map(({ message: _message, attempt: _attempt, ...event }) => event),
    }))
}

function summaryOf(number: number, one: SubmissionHead | undefined): Text {
  const words = one ? wordsOf(one) : { zh: '', en: '' }
  return { zh: `第${number}次 ${words.zh}`, en: `Attempt ${number}: ${words.en}` }
}

function wordsOf({ attempt, stage, state, reason }: SubmissionHead): Text {
  if (stage === 'cancelled') return { zh: '已撤回', en: 'Taken back' }
  // The state of the last attempt is that of the document: before it is answered it tells of an earlier one.
  if (state.attempt !== attempt) return stageWords[stage] ?? reason?.text ?? statusWords(state.code)
  if (state.refusal?.open) return statusWords(state.refusal.code)
  if (reason && stage !== 'accepted' && stage !== 'done') return reason.text
  if (state.code !== '') return statusWords(state.code)
  return stageWords[stage] ?? { zh: stage, en: stage }
}

const stageWords: Readonly<Partial<Record<SubmissionHead['stage'], Text>>> = {
  waiting: { zh: '等待同单的其它单证', en: 'Waits for another document' },
  queued: { zh: '在发送队列', en: 'In the queue' },
  sending: { zh: '正在发送', en: 'Being sent' },
  sent: { zh: '已发送·结果未知', en: 'Sent, result unknown' },
  accepted: { zh: '单一窗口已接收', en: 'Taken in by the single window' },
}

function documentView(history: DocumentHistory): DocumentView {
  const { message, businessKey, last } = history
  return {
    message,
    businessKey,
    attempt: last?.attempt ?? 0,
    stage: last?.stage ?? 'waiting',
    situation: standingOf(history),
    code: last?.state.refusal?.open ? last.state.refusal.code : (last?.state.code ?? ''),
    words: last ? wordsOf(last) : { zh: '未申报', en: 'Not declared' },
    ...(last?.reason && { reason: last.reason }),
  }
}
