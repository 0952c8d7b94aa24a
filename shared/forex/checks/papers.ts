import { cmp, sub, sum } from '../../money/decimal'
import { least, written } from '../amount'
import { rules } from '../catalogue'
import { find, tell, type ForexFinding } from '../cite'
import type { CustomsPaper, SaleOrder } from '../../model/forex/papers'
import type { PaperType } from '../usage'
import { type ReceiptFacts } from './facts'
import { sameText } from '../same-text'

/**
 * The value a customs paper can lend to money of a currency; undefined: not limited by value. Goods of an overseas
 * warehouse are counted in units, and a paper in another currency is not compared.
 */
const worthOf = ({ amount, supervisionMode, currency }: CustomsPaper, money: string): string | undefined =>
  supervisionMode === '9810' || (currency !== undefined && currency !== money) ? undefined : amount

/**
 * A06: take a line's amount from its order, its waybills and its customs papers, as far as they are free.
 * @returns what could be taken, with a finding for each paper that is used up
 */
export function takePapers(
  order: SaleOrder,
  wanted: string,
  { usage, index, credit }: ReceiptFacts,
): { taken: string; findings: ForexFinding[] } {
  const findings: ForexFinding[] = []
  let taken = wanted
  const short = (type: PaperType, document: string, free: string): void => {
    if (free === taken || cmp(free, taken) >= 0) return
    const again = cmp(free, '0') === 0 && usage.servedWith(type, document, taken)
    findings.push(
      find(rules.A06, {
        target: document,
        severity: again ? 'block' : 'hold',
        day: credit.valueDate,
        params: {
          document,
          free: written(free, credit.currency),
          wanted: written(taken, credit.currency),
        },
      }),
    )
    taken = free
  }

  // An order in another currency than the money lends all of itself to its first receipt.
  const comparable = order.currency === credit.currency
  const worth = comparable ? order.amount : wanted
  short('order', order.id, usage.free('order', order.id, worth))
  for (const { no } of index.waybills(order.id)) short('waybill', no, usage.free('waybill', no, worth))

  const papers = index.papersOfOrder(order.id)
  const limited = papers.length > 0 && papers.every((paper) => worthOf(paper, credit.currency) !== undefined)
  const shares: { no: string; free: string }[] = []
  if (limited) {
    for (const paper of papers) {
      shares.push({
        no: paper.no,
        free: usage.free('customsDoc', paper.no, worthOf(paper, credit.currency) ?? '0'),
      })
    }
    const [only] = shares
    const free = shares.length === 1 && only ? only.free : sum(shares.map((share) => share.free))
    short('customsDoc', (shares.find((share) => cmp(share.free, '0') === 0) ?? shares[0])?.no ?? '', free)
  }

  usage.take('order', order.id, taken)
  let left = taken
  for (const { no, free } of shares) {
    const part = least(free, left)
    usage.take('customsDoc', no, part)
    left = sub(left, part)
  }
  return { taken, findings }
}

/** A08, J01, J02, J09: the exporter of a customs paper is the payee, or a contract stands between them. */
export function checkExporter(papers: readonly CustomsPaper[], facts: ReceiptFacts): ForexFinding[] {
  const { subject, input, credit } = facts
  const { uscc, name } = subject
  const day = credit.valueDate
  return papers.flatMap(({ no, exporterUscc, exporterName }) => {
    const known = exporterUscc !== undefined && uscc !== undefined
    // Where a code is not known on both sides the names have to do.
    const named = exporterName !== undefined && name !== undefined
    if (known ? exporterUscc === uscc : !named || sameText(exporterName, name)) return []
    const covering = (input.contracts ?? []).find(({ type, principalUscc, agentUscc }) => {
      if (type === 'payOnBehalf') return false
      const covers = (a: string | undefined, b: string | undefined) =>
        a === undefined || b === undefined || a === b
      return (
        (covers(principalUscc, exporterUscc) && covers(agentUscc, uscc)) ||
        (covers(principalUscc, uscc) && covers(agentUscc, exporterUscc))
      )
    })
    const zone = subject.inSpecialZone ? tell(rules.J09, { target: no, day }) : []
    if (!covering) return [find(rules.A08, { target: no, field: 'exporterUscc', day }), ...zone]
    const contract = covering.type === 'agencyExport' ? rules.J01 : rules.J02
    return [
      find(rules.A08, { target: no, field: 'exporterUscc', severity: 'review', day }),
      ...tell(contract, { target: credit.id, day }),
      ...zone,
    ]
  })
}
