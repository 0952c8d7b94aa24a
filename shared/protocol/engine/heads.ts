import type { BatchHead, Submission, SubmissionHead } from './records'

/** Nothing of it has left: not in a batch, nor set aside with one. */
export const mayCancel = ({ stage, messageGuid }: Submission) =>
  stage === 'waiting' || stage === 'queued' || (stage === 'attention' && messageGuid === undefined)

/** Company the documents of a refused batch may keep, so that the one at fault is found. */
export const halfOf = (batch: BatchHead): number => Math.floor(batch.submissions.length / 2)

/** A document among others, in one text. */
export const keyOf = ({ message, businessKey }: { message: string; businessKey?: string }) =>
  JSON.stringify([message, businessKey])

/** A document as receipts name it: its key, and the guids of its submissions. */
export function identity(attempts: readonly SubmissionHead[]) {
  return {
    message: attempts[0]?.message ?? '',
    businessKey: attempts[0]?.businessKey ?? '',
    guids: attempts.flatMap(({ guid, messageGuid }) => (messageGuid ? [guid, messageGuid] : [guid])),
  }
}

/** A submission without its content. */
export function headOf({ document: _document, ...head }: Submission): SubmissionHead {
  return head
}

/** How often each key occurs. */
export function tally<K extends string>(keys: readonly K[]): Record<K, number> {
  const counts = {} as Record<K, number>
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
