import { hashText } from '../../import/hash'
import { cmp, sub } from '../../money/decimal'
import type { ForexFinding } from '../cite'
import type { ReceiptInput } from '../../model/forex/input'
import type { PaperUse } from '../../model/forex/papers'
import { precheckReceipts, type ReceiptReport } from '../precheck'
import type { ReceiptVerdict } from '../receipt-verdict'

/** One pre-check as it is kept: what went in, and what was said. */
export type KeptRun = { input: ReceiptInput; asOf: string; report: ReceiptReport }

/** The same finding has it again in the next run. */
export const findingId = ({ rule, target, field }: Pick<ForexFinding, 'rule' | 'target' | 'field'>): string =>
  `${rule}|${target}|${field}`

/**
 * What a check rests on, as one short text: it differs as soon as anything of it does, and not by the order things stand in.
 * Quotations age by the minute and are left out.
 */
export function restsOn({ quotes: _quotes, ...input }: ReceiptInput): string {
  const sections = Object.entries(input).map(([name, section]) => [
    name,
    Array.isArray(section) ? section.map((one) => JSON.stringify(one)).sort() : section,
  ])
  return hashText(JSON.stringify(sections))
}

/** Every finding once, with the receipts it stands at. */
export function findingsOf({
  receipts,
  reports,
}: ReceiptReport): { finding: ForexFinding; credits: string[] }[] {
  const all = new Map<string, { finding: ForexFinding; credits: string[] }>()
  for (const { id, findings } of receipts) {
    for (const finding of findings) {
      const key = `${findingId(finding)}|${finding.text.en}`
      const known = all.get(key)
      if (known) known.credits.push(id)
      else all.set(key, { finding, credits: [id] })
    }
  }
  for (const finding of reports.flatMap((report) => report.findings)) {
    const key = `${findingId(finding)}|${finding.text.en}`
    if (!all.has(key)) all.set(key, { finding, credits: [] })
  }
  return [...all.values()]
}

/**
 * What a receipt uses of orders and customs papers: what is left of each without the receipt, less what is left with it. So a paper
 * that served is found again whichever way it was shared.
 */
export function usesOf(input: ReceiptInput, verdict: ReceiptVerdict, asOf: string): PaperUse[] {
  const own = {
    ...input,
    bankCredits: input.bankCredits.filter(({ id }) => id === verdict.id),
    paymentLines: (input.paymentLines ?? []).filter(({ creditId }) => creditId === verdict.id),
    platformReports: [],
  }
  const [without, with_] = [{ ...own, bankCredits: [] }, own].map(
    (one) => precheckReceipts(one, asOf).docBalances,
  )
  const orders = new Set((input.orders ?? []).map(({ id }) => id))
  return Object.entries(without ?? {}).flatMap(([docId, before]): PaperUse[] => {
    const amount = sub(before, with_?.[docId] ?? before)
    if (cmp(amount, '0') <= 0) return []
    return [
      {
        docType: orders.has(docId) ? 'order' : 'customsDoc',
        docId,
        amount,
        usedBy: verdict.id,
        usedOn: asOf,
      },
    ]
  })
}
