import type { Capabilities } from '../api'
import { isFiling } from '../dependencies'
import { sendingRank } from '../keys'
import { waitState } from './lane'
import { isDue } from './pace'
import type { SubmissionHead } from './records'

/**
 * Choose what goes into the next batch: the queue in its order, whole dossiers together where they fit, each
 * document that need not rest after those it goes together with, never above the service's limit of documents nor above the company
 * that a document from a refused batch may keep.
 */
export function pickBatch(
  queued: readonly SubmissionHead[],
  limits: Pick<Capabilities['limits'], 'maxDocuments'>,
  now: number,
): SubmissionHead[] {
  const dossiers = new Map<string, SubmissionHead[]>()
  for (const one of queued) {
    if (isFiling(one.message)) continue
    const dossier = dossiers.get(one.dossier)
    if (dossier) dossier.push(one)
    else dossiers.set(one.dossier, [one])
  }
  const picked: SubmissionHead[] = []
  let room = limits.maxDocuments
  for (const dossier of dossiers.values()) {
    const group = readyTogether(dossier, now)
    const company = Math.min(room, ...group.map((one) => one.crowd ?? room))
    if (picked.length + group.length <= company) picked.push(...group)
    else if (picked.length === 0) picked.push(...group.slice(0, Math.max(1, company)))
    else continue
    room = company
    if (picked.length >= room) break
  }
  return picked
}

/** The documents of one dossier that may go now, in sending order: none whose partner is not before it. */
function readyTogether(dossier: readonly SubmissionHead[], now: number): SubmissionHead[] {
  const result: SubmissionHead[] = []
  const sorted = [...dossier].sort(
    (a, b) => sendingRank(a.message) - sendingRank(b.message) || a.place - b.place,
  )
  for (const one of sorted) {
    const isMet = one.waits.every(
      (wait) =>
        isFiling(wait.message) ||
        waitState(dossier, wait) === 'met' ||
        result.some((s) => s.message === wait.message && s.businessKey === wait.businessKey),
    )
    if (isMet && isDue(one.restsUntil ?? 0, now)) result.push(one)
  }
  return result
}
