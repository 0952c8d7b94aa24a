import type { CaseFile } from './case-file'
import type { Filed } from './filed'
import { advanceList } from './list-desk'
import type { Step, Timings } from './step'
import { advancePayment, advanceSupporting } from './supporting-desk'
import { advanceWithdrawal } from './withdrawal-desk'

type Desk = (due: Filed, file: CaseFile, timings: Timings) => Step[]

/** The messages that the customs desk takes, each with its course. One more message is one more line. */
export const customsDesk: Readonly<Record<string, Desk>> = {
  CEB303: advanceSupporting,
  CEB403: advancePayment,
  CEB505: advanceSupporting,
  CEB603: advanceList,
  CEB605: advanceWithdrawal,
}

const order = Object.keys(customsDesk)

function apply(step: Step): void {
  const { document, at } = step
  document.nextAt = step.nextAt
  document.updatedAt = at
  if (step.status !== undefined) document.status = step.status
  if (step.takenIn) document.takenIn = true
  if (step.withdrawn) document.withdrawn = true
}

function earliest(file: CaseFile, now: number): Filed | undefined {
  let found: Filed | undefined
  for (const document of file.all()) {
    if (document.nextAt === undefined || document.nextAt > now) continue
    if (
      !found ||
      document.nextAt < found.nextAt! ||
      (document.nextAt === found.nextAt! && order.indexOf(document.message) < order.indexOf(found.message))
    ) {
      found = document
    }
  }
  return found
}

/** A decision as it was made: `document` is a copy of that moment, because a receipt shows no later number. */
export type Decision = { document: Filed; at: number; status: string; info: string }

/**
 * Work off everything that is due until `now`, in the order of time, and change the documents of `file` in place.
 * Each step happens at the moment it was due, however late the desk looks.
 * @returns the decisions in the order they were made, and the documents that changed
 */
export function settleCase(
  file: CaseFile,
  now: number,
  timings: Timings,
): { decisions: Decision[]; changed: Set<Filed> } {
  const decisions: Decision[] = []
  const changed = new Set<Filed>()
  for (let due = earliest(file, now); due; due = earliest(file, now)) {
    for (const step of customsDesk[due.message]!(due, file, timings)) {
      apply(step)
      changed.add(step.document)
      if (step.status === undefined) continue
      const { at, status, info = '' } = step
      decisions.push({ document: { ...step.document }, at, status, info })
    }
  }
  return { decisions, changed }
}
