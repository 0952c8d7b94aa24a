import type { BatchItem } from '#shared/protocol/api'
import type { Decision } from '../desks/customs'
import { links, type Filed } from '../desks/filed'
import { judge, type Submission, type Verdict } from '../desks/intake'
import { invtNo, preNo } from '../desks/official'
import { identity } from '../store/documents'

/** What intake does to the documents of a batch: answers, decisions that become receipts, and rows to save. */
export type Intake = {
  items: BatchItem[]
  decisions: (Decision & { guid: string })[]
  changed: Map<string, Filed>
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

function filedAs(
  status: string,
  submission: Submission,
  before: Filed | undefined,
  context: IntakeContext,
): Filed {
  const { message, businessKey, guid, digest, content } = submission
  const { batchId, now, delay } = context
  const isList = message === 'CEB603'
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
    ...(isList || message === 'CEB605' ? { preNo: before?.preNo ?? preNo(now, context.preNos.pop()!) } : {}),
    ...(isList
      ? { invtNo: before?.invtNo ?? invtNo(content.head.customsCode ?? '', now, context.invtNos.pop()!) }
      : {}),
    // An order that customs had once stays known to it; a 清单 that is declared again starts over.
    takenIn: !isList && (before?.takenIn ?? false),
    withdrawn: false,
    ...(status === '2' ? { nextAt: now + delay } : {}),
    updatedAt: now,
  }
}

/** 清单 that bear on a submission: for a 撤销申请单 the one it names, else those with the same order or waybill. */
function relatedLists(submission: Submission, documents: Iterable<Filed>): Filed[] {
  const { message, content } = submission
  const { orderKey, waybillKey } = links(message, content)
  return [...documents].filter((other) => {
    if (other.message !== 'CEB603') return false
    if (message === 'CEB605') return other.takenIn && other.invtNo === content.head.invtNo
    return (
      (orderKey !== undefined && other.orderKey === orderKey) ||
      (waybillKey !== undefined && other.waybillKey === waybillKey)
    )
  })
}

function standing(
  submission: Submission,
  before: Filed | undefined,
  verdict: Decided,
  context: IntakeContext,
): Filed {
  if (verdict.kind === 'take') return filedAs(verdict.status, submission, before, context)
  // What customs knows stands; a document it never knew is kept as refused, so that it can be asked about.
  if (before && !before.status.startsWith('-')) return { ...before, updatedAt: context.now }
  return filedAs(verdict.code, submission, before, context)
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
  const intake: Intake = { items: [], decisions: [], changed: new Map() }
  for (const submission of submissions) {
    const { message, businessKey, guid } = submission
    const before = known.get(identity(submission))
    const verdict = judge(submission, before, relatedLists(submission, known.values()))
    const outcome = verdict.kind === 'repeat' ? 'duplicate' : 'accepted'
    intake.items.push({ message, businessKey, outcome })
    if (verdict.kind === 'repeat') continue

    const document = standing(submission, before, verdict, context)
    known.set(identity(document), document)
    intake.changed.set(identity(document), document)
    const status = verdict.kind === 'take' ? verdict.status : verdict.code
    intake.decisions.push({ document, at: context.now, status, info: verdict.info, guid })
  }
  return intake
}
