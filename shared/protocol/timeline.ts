import type { Text } from '../model/text'
import { attribute, type Attempt } from './attempts'
import { byOrder, returnInstant, type ReceiptFact } from './receipts'
import { isFinal, isNegative, statuses, statusWords } from './status'

/** One request about a submission, as the screens show it. `code` is our own structured code or the HTTP status. */
export type Contact = { attempt: number; at: string; kind: 'send' | 'query'; code: string; text: Text }

/** One line of the timeline; `raw` is the code as it came, always shown beside the words. */
export type Moment = {
  at: string
  attempt: number
  source: 'contact' | 'receipt'
  raw: string
  words: Text
  info: string
  /** Why it did not move the state: already received, overtaken by a newer one, after the end, or unknown. */
  remark?: Text
}

const remarks = {
  repeated: { zh: '重复回执', en: 'Repeated' },
  late: { zh: '迟到回执，状态不变', en: 'Late, state unchanged' },
  ended: { zh: '终态之后收到，状态不变', en: 'After the end, state unchanged' },
  refusal: {
    zh: '本次报文未处理，原状态不变',
    en: 'This message was not processed; the state before it stands',
  },
  unknown: { zh: '代码未收录，按原值保留', en: 'Unknown code, kept as it came' },
} satisfies Record<string, Text>

/** Everything that happened to a document, oldest first, in words with the raw codes. */
export function timeline(
  message: string,
  attempts: readonly Attempt[],
  facts: readonly ReceiptFact[],
  contacts: readonly Contact[] = [],
): Moment[] {
  const sent = contacts.map(({ attempt, at, kind, code, text }): Moment => {
    const words =
      kind === 'send'
        ? { zh: `第${attempt}次发送：${text.zh}`, en: `Sent (attempt ${attempt}): ${text.en}` }
        : { zh: `查询：${text.zh}`, en: `Asked: ${text.en}` }
    return { at, attempt, source: 'contact', raw: code, words, info: '' }
  })
  const moments = [...sent, ...received(message, attempts, facts)]
  return moments.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

function received(message: string, attempts: readonly Attempt[], facts: readonly ReceiptFact[]): Moment[] {
  const reached = new Map<number, { phase: number; time: string; ended: boolean }>()
  const seen = new Set<string>()
  return [...facts].sort(byOrder).map((fact) => {
    const { no } = attribute(attempts, fact)
    const content = JSON.stringify([no, fact.status, fact.time, fact.info])
    const before = reached.get(no) ?? { phase: 0, time: '', ended: false }
    const phase = statuses[fact.status]?.phase
    const moment: Moment = {
      at: returnInstant(fact.time) ?? fact.receivedAt,
      attempt: no,
      source: 'receipt',
      raw: fact.status,
      words: statusWords(fact.status),
      info: fact.info,
    }
    const remark = remarkOn(fact, phase, before, seen.has(content))
    if (remark) moment.remark = remark
    else reached.set(no, { phase: phase!, time: fact.time, ended: isFinal(message, fact.status) })
    seen.add(content)
    return moment
  })
}

function remarkOn(
  fact: ReceiptFact,
  phase: number | undefined,
  before: { phase: number; time: string; ended: boolean },
  repeated: boolean,
): Text | undefined {
  if (repeated) return remarks.repeated
  if (isNegative(fact.status)) return remarks.refusal
  if (phase === undefined) return remarks.unknown
  if (before.ended) return remarks.ended
  const late = phase < before.phase || (phase === before.phase && fact.time < before.time)
  return late ? remarks.late : undefined
}
