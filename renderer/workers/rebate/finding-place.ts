import { claimKey } from '#shared/rebate/keys'
import type { Finding } from '#shared/rules/rule'
import type * as Port from '../../data/port'
import type { RebateStore } from './store'

/** Fields of the period of a 生产企业; a line of it is `exports.LINE`. */
const ofPeriod = /^(vatReturnFiled|rebateRate|carryIn|nonCreditableOffset|ecrOffset|settlement|exports\.)/

/** The record a finding is about as a list of the room knows it, so that a jump lands on it. */
export function placeOfFinding(
  store: RebateStore,
  batch: string,
  { target, field }: Pick<Finding, 'target' | 'field'>,
): Port.RebateFinding['at'] {
  const at = target.indexOf(':')
  const [kind, id] = at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)]
  switch (kind) {
    case 'line':
      return { table: 'lines', id }
    case 'link':
      // Of one goods code of a link: the link.
      return { table: 'links', id: id.split('/')[0]! }
    case 'invoice':
      return { table: 'invoices', id: lineOfInvoice(store, id) }
    case 'declaration': {
      const [no = '', item] = id.split('#')
      return item === undefined
        ? { table: 'papers', id: no }
        : { table: 'lines', id: claimKey(no, Number(item)) }
    }
    case 'exportInvoice':
      return placeOfExportInvoice(store, batch, id)
    case 'library':
      return { table: 'rates', id }
    default:
      return ofPeriod.test(field) ? { table: 'period', id: '' } : { table: 'enterprise', id }
  }
}

/** A whole invoice stands for its first line: the lists know lines. */
function lineOfInvoice(store: RebateStore, id: string): string {
  if (id.includes('#')) return id
  const first = store.invoices.get(id)?.invoice.lines[0]?.line ?? 1
  return `${id}#${first}`
}

/** Where the number was written: among the papers of a 报关单, else in the answer about a line. */
function placeOfExportInvoice(store: RebateStore, batch: string, no: string): Port.RebateFinding['at'] {
  const lines = store.linesOf(batch)
  const declaration = lines.find(({ record }) =>
    store.papersOf(record.no)?.record.exportInvoices.some((paper) => paper.no === no),
  )
  if (declaration) return { table: 'papers', id: declaration.record.no }
  const answered = lines.find(({ record }) => record.answers.exportInvoiceNo === no) ?? lines[0]
  return answered
    ? { table: 'lines', id: claimKey(answered.record.no, answered.record.item) }
    : { table: 'papers', id: '' }
}
