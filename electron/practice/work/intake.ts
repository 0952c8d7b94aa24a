import { isListMessage } from '#shared/declaration/dossier-messages'
import type { BatchItem } from '#shared/protocol/api'
import type { Decision } from '../desks/customs'
import { isWithdrawal, links } from '../desks/filed'
import type { Filed } from '../desks/filed-document'
import { judge, type Submission, type Verdict } from '../desks/intake'
import { invtNo, preNo } from '../desks/official'
import { identity } from '../store/documents'

/** What intake does to the documents of a batch: answers, decisions that become receipts, and rows to save. */
export type Intake = {
  items: BatchItem[]
  decisions: (Decision & { guid: string })[]
  /** Documents that stand as submitted now. */
  taken: Map<string, Filed>
  /** Documents that stand as before, though something was said about them. */
  touched: Map<string, Filed>
}

type Decided = Exclude<Verdict, { kind: 'repeat' }>

export type IntakeContext = {
  batchId: string
  now: number
  /** Milliseconds until the desk looks at a declared document. */
  delay: number
  /** Fresh numbers, as many as there are submissions. */
  preNos: number[]
  invtNos: number[]
}

/** Messages that E-port gives a number (preNo). */
export const numbered: ReadonlySet<string> = new Set([
  'CEB603',
  'CEB621',
  'CEB605',
  'CEB623',
  'CEB507',
  'CEB509',
  'CEB607',
  'CEB701',
  'CEB213',
  'CEB625',
])

function filedAs(
  status: string,
  submission: Submission,
  before: Filed | undefined,
  context: IntakeContext,
): Filed {
  const { message, businessKey, guid, digest, content } = submission
  const { batchId, now, delay } = context
  const isList = isListMessage(message)
  const ieFlag = message === 'CEB621' ? 'I' : 'E'
  return {
    message,
    businessKey,
    guid,
    digest,
    content,
    ...links(message, content),
    status,
    attempt: (before?.attempt ?? 0) + 1,
    appTime: content.head.appTime ?? '',
    batchId,
    ...(numbered.has(message) ? { preNo: before?.preNo ?? preNo(now, context.preNos.pop()!) } : {}),
    ...(isList
      ? {
          invtNo:
            before?.invtNo ?? invtNo(content.head.customsCode ?? '', now, context.invtNos.pop()!, ieFlag),
        }
      : {}),
    // An order that customs had once stays known to it; a 清单 that is declared again starts over.
    takenIn: !isList && (before?.takenIn ?? false),
    withdrawn: false,
    ...(status === '2' ? { nextAt: now + delay } : {}),
    updatedAt: now,
  }
}

/** The 清单 known so far, found by what other documents have in common with them. */
class KnownLists {
  readonly #by = {
    order: new Map<string, Filed[]>(),
    waybill: new Map<string, Filed[]>(),
    number: new Map<string, Filed[]>(),
  }

  /** A list that is declared again takes the place of what was known under its key. */
  add(list: Filed): void {
    if (!isListMessage(list.message)) return
    const keys = [
      [this.#by.order, list.orderKey],
      [this.#by.waybill, list.waybillKey],
      [this.#by.number, list.invtNo],
    ] as const
    for (const [index, key] of keys) {
      if (key === undefined) continue
      const others = (index.get(key) ?? []).filter((other) => other.businessKey !== list.businessKey)
      index.set(key, [...others, list])
    }
  }

  /** 清单 that bear on a submission: for a 撤销申请单 the one it names, else those with the same order or waybill. */
  relatedTo({ message, content }: Submission): Filed[] {
    if (isWithdrawal(message)) {
      return (this.#by.number.get(content.head.invtNo ?? '') ?? []).filter((list) => list.takenIn)
    }
    const { orderKey, waybillKey } = links(message, content)
    const found = [
      ...(orderKey === undefined ? [] : (this.#by.order.get(orderKey) ?? [])),
      ...(waybillKey === undefined ? [] : (this.#by.waybill.get(waybillKey) ?? [])),
    ]
    return [...new Set(found)]
  }
}

/** What stands after a verdict, and whether it is this submission that stands now. */
function standing(
  submission: Submission,
  before: Filed | undefined,
  verdict: Decided,
  context: IntakeContext,
): { document: Filed; isNew: boolean } {
  if (verdict.kind === 'take') {
    return { document: filedAs(verdict.status, submission, before, context), isNew: true }
  }
  // What customs knows stands; a document it never knew is kept as refused, so that it can be asked about.
  if (before && !before.status.startsWith('-')) {
    return { document: { ...before, updatedAt: context.now }, isNew: false }
  }
  return { document: filedAs(verdict.code, submission, before, context), isNew: true }
}

/**
 * Take in the submissions of a batch one after another, each knowing what those before it did.
 * @param stored documents with the same keys and everything linked to them, by identity
 */
export function takeIn(
  submissions: readonly Submission[],
  stored: ReadonlyMap<string, Filed>,
  context: IntakeContext,
): Intake {
  const known = new Map(stored)
  const lists = new KnownLists()
  for (const document of stored.values()) lists.add(document)
  const intake: Intake = { items: [], decisions: [], taken: new Map(), touched: new Map() }
  for (const submission of submissions) {
    const { message, businessKey, guid } = submission
    const before = known.get(identity(submission))
    const verdict = judge(submission, before, lists.relatedTo(submission))
    const outcome = verdict.kind === 'repeat' ? 'duplicate' : 'accepted'
    intake.items.push({ message, businessKey, outcome })
    if (verdict.kind === 'repeat') continue

    const { document, isNew } = standing(submission, before, verdict, context)
    const id = identity(document)
    known.set(id, document)
    lists.add(document)
    const isWhole = isNew || intake.taken.has(id)
    ;(isWhole ? intake.taken : intake.touched).set(id, document)
    const status = verdict.kind === 'take' ? verdict.status : verdict.code
    intake.decisions.push({ document, at: context.now, status, info: verdict.info, guid })
  }
  return intake
}
