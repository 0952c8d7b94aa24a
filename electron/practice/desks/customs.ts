import { isListMessage } from '#shared/declaration/dossier-messages'
import { Agenda } from './agenda'
import type { CaseFile } from './case-file'
import type { Filed } from './filed-document'
import { unaskedOf, type Unasked } from './import-tax-desk'
import { advanceList } from './list-desk'
import type { Step, Timings } from './step'
import { advancePayment, advanceSupporting } from './supporting-desk'
import { advanceReturn } from './return-desk'
import { advanceSummary } from './summary-desk'
import { advanceConsolidation, advanceReport } from './transport-desk'
import { advanceWithdrawal } from './withdrawal-desk'

type Desk = (due: Filed, file: CaseFile, timings: Timings) => Step[]

/** The messages that the customs desk takes, each with its course. One more message is one more line. */
export const customsDesk: Readonly<Record<string, Desk>> = {
  CEB303: advanceSupporting,
  CEB403: advancePayment,
  CEB505: advanceSupporting,
  CEB603: advanceList,
  CEB605: advanceWithdrawal,
  CEB623: advanceWithdrawal,
  CEB507: advanceReport,
  CEB509: advanceReport,
  CEB607: advanceConsolidation,
  CEB701: advanceSummary,
  CEB213: advanceReturn,
  CEB625: advanceReturn,
  CEB311: advanceSupporting,
  CEB411: advanceSupporting,
  CEB511: advanceSupporting,
  CEB621: advanceList,
}

/**
 * Whether what is left of a document's course concerns nobody else, so that no other document has to be read: a 清单 that
 * is reviewed, an order or a waybill that only waits for its own time, a report of what happened.
 */
export const standsAlone = ({ message, status }: Filed): boolean => {
  if (isListMessage(message)) return status === '399' || status === '800' || status === '899'
  if (message === 'CEB507' || message === 'CEB509') return true
  return customsDesk[message] === advanceSupporting && status !== '2'
}

/** Carry a step out on its document. */
export function applyStep(step: Step): void {
  const { document, at } = step
  document.nextAt = step.nextAt
  document.updatedAt = at
  if (step.status !== undefined) document.status = step.status
  if (step.takenIn) document.takenIn = true
  if (step.withdrawn) document.withdrawn = true
}

/** A decision as it was made: `document` is a copy of that moment, because a receipt shows no later number. */
export type Decision = { document: Filed; at: number; status: string; info: string }

/** What a step that was carried out decided; undefined when it only looks again later. */
export function decisionOf({ document, at, status, info = '' }: Step): Decision | undefined {
  return status === undefined ? undefined : { document: { ...document }, at, status, info }
}

/**
 * Work off everything that is due until `now`, in the order of time, and change the documents of `file` in place.
 * Each step happens at the moment it was due, however late the desk looks.
 * @returns the decisions in the order they were made, the documents that changed, and what goes out unasked (792, 816, 818, 711)
 */
export function settleCase(
  file: CaseFile,
  now: number,
  timings: Timings,
): { decisions: Decision[]; changed: Set<Filed>; results: Unasked[] } {
  const decisions: Decision[] = []
  const results: Unasked[] = []
  const changed = new Set<Filed>()
  const agenda = new Agenda(now)
  for (const document of file.all()) agenda.add(document)
  for (let due = agenda.next(); due; due = agenda.next()) {
    for (const step of customsDesk[due.message]!(due, file, timings)) {
      applyStep(step)
      agenda.add(step.document)
      changed.add(step.document)
      if (step.results?.length) results.push({ at: step.at, message: 'CEB792', documents: step.results })
      results.push(...unaskedOf(step.document, step.status, step.at))
      const decision = decisionOf(step)
      if (decision) decisions.push(decision)
    }
  }
  return { decisions, changed, results }
}
