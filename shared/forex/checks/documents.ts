import { abs, cmp, ExactSum, isZero, mul, sub } from '../../money/decimal'
import { least, positive } from '../amount'
import { rules } from '../catalogue'
import { find, tell, type ForexFinding } from '../cite'
import type { CustomsPaper, SaleOrder } from '../../model/forex/papers'
import { checkCap } from './caps'
import { codeOf } from './codes'
import type { CodedPart } from './declaration'
import type { ReceiptFacts } from './facts'
import { checkOrder, inCurrencyOf } from './order'
import { checkExporter, takePapers } from './papers'

/** What one payment line of a receipt came to. `matched`: what names an order; `supported`: what all papers carry. */
export type LineVerdict = {
  lineId: string
  orderId: string | null
  matched: string
  supported: string
  /** Payment less order, where it passes the line tolerance; listed, and no finding. */
  difference?: string
}

export type DocumentVerdict = {
  lines: LineVerdict[]
  matched: string
  supported: string
  parts: CodedPart[]
  findings: ForexFinding[]
}

/** Whether orders or payments are part of what is checked at all. */
export const ordersExamined = ({ input }: ReceiptFacts): boolean =>
  input.orders !== undefined || input.paymentLines !== undefined

/** A01–A09, A11, C01: a receipt against its orders and their papers. What papers lend is taken from the usage ledger. */
export function checkDocuments(facts: ReceiptFacts): DocumentVerdict {
  const { credit, input, index } = facts
  const day = credit.valueDate
  const findings: ForexFinding[] = []
  const lines: LineVerdict[] = []
  const parts: CodedPart[] = []
  const papers = new Map<string, CustomsPaper>(index.papersOfCredit(credit.id).map((one) => [one.no, one]))
  const seen = new Set<string>()
  const matched = new ExactSum()
  const supported = new ExactSum()

  for (const line of index.lines(credit.id)) {
    const order = line.orderId === null ? undefined : index.orders.get(line.orderId)
    if (line.orderId === null || (input.orders && !order)) {
      findings.push(find(rules.A02, { target: line.id, field: 'orderId', day }))
      lines.push({ lineId: line.id, orderId: line.orderId, matched: '0', supported: '0' })
      continue
    }
    const comparable = inCurrencyOf(credit, line)
    const part = !comparable ? '0' : order ? matchedPart(line.amount, order, credit.currency) : line.amount
    matched.add(part)
    if (!order) {
      supported.add(part)
      parts.push({ code: null, note: '', amount: part })
      lines.push({ lineId: line.id, orderId: line.orderId, matched: part, supported: part })
      continue
    }
    const checked = checkOrder(order, line, facts)
    const taken = checked.supported ? takePapers(order, part, facts) : { taken: '0', findings: [] }
    findings.push(...checked.findings, ...taken.findings)
    if (!seen.has(order.id)) findings.push(...checkCap(order, facts))
    seen.add(order.id)
    const of = index.papersOfOrder(order.id)
    for (const paper of of) papers.set(paper.no, paper)
    supported.add(taken.taken)
    const coded = codeOf(
      order.supervisionMode,
      of.map(({ type }) => type),
    )
    parts.push({ ...coded, amount: taken.taken })
    if (taken.taken !== part) {
      const unsupported = sub(part, taken.taken)
      if (!isZero(unsupported)) parts.push({ code: null, note: '', amount: unsupported })
    }
    const difference = comparable ? lineDifference(line.amount, order, facts) : undefined
    lines.push({
      lineId: line.id,
      orderId: order.id,
      matched: part,
      supported: taken.taken,
      ...(difference !== undefined && { difference }),
    })
  }
  findings.push(...checkExporter([...papers.values()], facts))
  if (ordersExamined(facts) && lines.every(({ orderId }) => orderId === null)) {
    findings.push(find(rules.A01, { target: credit.id, day }))
  }
  if (papers.size > 0) findings.push(...tell(rules.A09, { target: credit.id, day }))
  if (input.waybills && seen.size > 0) findings.push(find(rules.A11, { target: credit.id, day }))
  return { lines, matched: matched.toString(), supported: supported.toString(), parts, findings }
}

/** At most the price of the order; in another currency the payment stands as it is. */
const matchedPart = (amount: string, order: SaleOrder, currency: string): string =>
  positive(order.currency === currency ? least(amount, order.amount) : amount)

function lineDifference(
  amount: string,
  order: SaleOrder,
  { credit, settings }: ReceiptFacts,
): string | undefined {
  if (order.currency !== credit.currency || amount === order.amount) return undefined
  const difference = sub(amount, order.amount)
  const size = abs(difference)
  const within =
    cmp(size, settings.lineToleranceAbs) <= 0 || cmp(size, mul(order.amount, settings.lineToleranceRate)) <= 0
  return within ? undefined : difference
}

/** M02: what a claim for a rebate wants of the receipt, where the enterprise claims. */
export const rebateLink = ({ credit, subject }: ReceiptFacts): ForexFinding[] =>
  subject.rebateCategory === undefined ? [] : tell(rules.M02, { target: credit.id, day: credit.valueDate })
