import type { Filing } from '../api'
import { filingKind, filingMessage } from '../dependencies'
import type { Failure } from '../errors'
import { callRecord, mood } from './call'
import type { Memory } from './memory'
import { keyOf } from './heads'
import { backoff } from './pace'
import type { Fence, Ports } from './ports'
import type { Reason, Submission, SubmissionHead, Work } from './records'
import { MOST_UNCLEAR, MOST_UNKNOWN, reasonOf } from './settle'

/**
 * How soon to look for reviews after a filing was handed in or one came, and how often while one is awaited. Each look in
 * vain doubles the wait: a fast office is not waited for, a slow one is asked seldom.
 */
const AFTER_FILING_MS = 2_000
export const FILINGS_EVERY_MS = 30_000
/** How often what was filed is compared with what the service has; also after each start. */
const COMPARE_EVERY_MS = 3_600_000
const PAGE = 100

/** What a state of the review makes of a submission. A state we do not know is a review that goes on. */
export function filedStage({ state, reasons, updatedAt }: FilingNews): Partial<Submission> {
  const reviewed = updatedAt === undefined ? {} : { reviewedAt: updatedAt }
  if (state === 'approved') return { ...reviewed, stage: 'done', reason: undefined }
  if (state !== 'returned') return { ...reviewed, stage: 'accepted', reason: undefined }
  const said = reasons.map(({ field, text }) => (field === '' ? text : `${field}：${text}`)).join('；')
  return { ...reviewed, stage: 'rejected', reason: returned(said, reasons) }
}

/** What the service says of a filing; the answer to handing it in has no time of its own. */
export type FilingNews = Pick<Filing, 'state' | 'reasons'> & Partial<Pick<Filing, 'updatedAt'>>

const returned = (said: string, reasons: Filing['reasons']): Reason => ({
  code: 'filing-returned',
  text: {
    zh: `备案被退回：${said || '未说明原因'}`,
    en: `The filing was returned: ${said || 'no reason given'}`,
  },
  fix: { zh: '请按原因修改后重新备案', en: 'Correct it and file again' },
  fields: reasons.map(({ field, code, text }) => ({ field, ...(code !== undefined && { code }), text })),
})

export const filedAgain: Reason = {
  code: 'filed-again',
  text: {
    zh: '单一窗口恢复到了较早的状态，丢失了这份备案，正在自动重新提交',
    en: 'The single window was put back to an older state and lost this filing; it is being filed again',
  },
}

/** More pages than this are no list of filings. */
const MOST_PAGES = 1_000

/**
 * Compare what was filed with what the service has, after it was put back and now and then: what it lost goes again. A
 * newer version than ours, or another one of the same number, is somebody else's and stays.
 */
export async function compareFilings(
  work: Work,
  fence: Fence,
  ports: Ports,
  memory: Pick<Memory, 'filingsComparedAt' | 'awaitsReview'>,
): Promise<void> {
  const { store, transport, clock } = ports
  const compared = async () => {
    if (work.recheck) await store.recheck({ ...work.recheck, filed: true }, fence)
    memory.filingsComparedAt = clock.now() + COMPARE_EVERY_MS
  }
  const taken = await store.filed()
  memory.awaitsReview = taken.some(isAwaited)
  if (taken.length === 0 || !transport.filings) return compared()
  const there = new Map<string, number>()
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const started = clock.now()
    const outcome = await transport.filings.page(cursor, PAGE)
    const call = callRecord('filings', outcome, started, ports)
    if (!outcome.ok) {
      const { failure } = outcome
      const passes = failure.line || failure.kind === 'retry' || failure.kind === 'auth'
      const failures = work.line.failures + (passes ? 1 : 0)
      const nextAt = passes ? clock.now() + backoff(failures, mood(ports), failure.retryAfterSeconds) : 0
      await store.schedule('line', { failures, nextAt }, call, fence)
      if (failure.kind === 'auth') await store.hold({ kind: 'auth', reason: reasonOf(failure) }, fence)
      // A service that does not show them cannot be compared with.
      return passes ? undefined : compared()
    }
    await store.schedule('line', { failures: 0, nextAt: 0 }, call, fence)
    for (const { kind, key, version } of outcome.value.filings) {
      if (kind === 'enterprise' || kind === 'goods')
        there.set(keyOf({ message: filingMessage(kind), businessKey: key }), version)
    }
    if (!outcome.value.more || outcome.value.cursor === cursor) break
    cursor = outcome.value.cursor
  }
  const lost = taken.flatMap((one) => {
    const base = there.get(keyOf(one)) ?? 0
    return base < one.version! ? [{ id: one.id, version: one.version!, base }] : []
  })
  for (let at = 0; at < lost.length; at += PAGE) await store.refile(lost.slice(at, at + PAGE), fence)
  await compared()
}

/**
 * Hand in one version of a filing. The service knows a repetition by base and content, so a lost answer is simply
 * followed by the same request; a filing that breaks a good line again and again is put before a person.
 */
export async function file(
  head: SubmissionHead,
  work: Work,
  fence: Fence,
  ports: Ports,
  memory: Pick<Memory, 'filingTries' | 'filingsAt' | 'reviewLooks' | 'awaitsReview'>,
): Promise<void> {
  const { store, transport, clock } = ports
  const kind = filingKind(head.message)
  const [one] = await store.contents([head.id])
  if (!one || !kind) return
  const { document, businessKey: key, base = 0 } = one
  const content = { ...document.head, ...(document.lines && { lines: document.lines }) }
  const started = clock.now()
  const outcome = await transport.filings!.put({ kind, key, base, content, account: work.account })
  const call = callRecord('filing', outcome, started, ports)
  if (outcome.ok) {
    memory.filingTries.delete(one.id)
    memory.filingsAt = Math.min(memory.filingsAt, clock.now() + AFTER_FILING_MS)
    memory.reviewLooks = 0
    memory.awaitsReview = true
    if (work.line.failures > 0) await store.schedule('line', { failures: 0, nextAt: 0 }, undefined, fence)
    return store.applyFiling(one.id, outcome.value, call, fence)
  }
  const { failure } = outcome
  const isFinal = failure.kind === 'refused' || isTooOften(one.id, failure, memory)
  const failures = work.line.failures + (isFinal ? 0 : 1)
  const nextAt = failures === 0 ? 0 : clock.now() + backoff(failures, mood(ports), failure.retryAfterSeconds)
  await store.schedule('line', { failures, nextAt }, call, fence)
  if (failure.kind === 'auth') await store.hold({ kind: 'auth', reason: reasonOf(failure) }, fence)
  if (!isFinal) return
  memory.filingTries.delete(one.id)
  await store.park({ submission: one.id }, reasonOf(failure), fence)
}

/** Count a try that failed for this filing alone; what is wrong with the line or the sign-in counts against none. */
function isTooOften(
  id: string,
  { kind, line }: Failure,
  { filingTries }: Pick<Memory, 'filingTries'>,
): boolean {
  if (line || kind === 'auth') return false
  const tries = (filingTries.get(id) ?? 0) + 1
  filingTries.set(id, tries)
  return tries >= (kind === 'retry' ? MOST_UNCLEAR : MOST_UNKNOWN)
}

/** Taken in, and nobody has said what came of it. */
const isAwaited = ({ stage }: SubmissionHead): boolean => stage === 'accepted'

/** Fetch what became of filings; gives when to look again. */
export async function pullFilings(
  work: Work,
  fence: Fence,
  ports: Ports,
  memory: Pick<Memory, 'awaitsReview' | 'reviewLooks'>,
): Promise<number> {
  const { store, transport, clock } = ports
  const started = clock.now()
  const outcome = await transport.filings!.page(work.filingCursor, PAGE)
  const call = callRecord('filings', outcome, started, ports)
  if (outcome.ok) {
    const { filings, cursor, more } = outcome.value
    await store.applyFilings({ from: work.filingCursor, cursor, filings, call }, fence)
    if (filings.length > 0 && !more) memory.awaitsReview = (await store.filed()).some(isAwaited)
    if (more && cursor !== work.filingCursor) return clock.now()
    const isNews = filings.length > 0 && cursor !== work.filingCursor
    const looks = isNews ? 0 : (memory.reviewLooks ?? Infinity) + 1
    memory.reviewLooks = looks
    return clock.now() + Math.min(FILINGS_EVERY_MS, AFTER_FILING_MS * 2 ** looks)
  }
  const { failure } = outcome
  const failures = work.line.failures + (failure.line ? 1 : 0)
  const nextAt = failures === 0 ? 0 : clock.now() + backoff(failures, mood(ports), failure.retryAfterSeconds)
  await store.schedule('line', { failures, nextAt }, call, fence)
  if (failure.kind === 'auth') await store.hold({ kind: 'auth', reason: reasonOf(failure) }, fence)
  return clock.now() + FILINGS_EVERY_MS
}
