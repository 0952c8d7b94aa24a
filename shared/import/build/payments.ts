import { abs, isZero, normalize, sub } from '../../money/decimal'
import type { Payment } from '../../model/payment'
import { Classifier } from '../classify'
import type { Draft, Group } from '../group'
import { hashText } from '../hash'
import { paymentKey } from '../key'
import type { RowValues } from '../read-row'
import { remark as remarkOf } from '../rules'
import {
  matcher,
  optional,
  viewer,
  type Assembled,
  type Assembler,
  type AssemblerContext,
  type RowView,
} from './assembler'
import { numbered } from './numbered'

const TEXTS = [
  'orderNo',
  'payCode',
  'payName',
  'fee',
  'status',
  'refersTo',
  'payer',
  'payerIdType',
  'payerIdNumber',
  'payerPhone',
] as const

/** Statements with a column for each direction fill one of them; what was paid out counts negative. */
function amountOf(row: RowView): string {
  const amount = row.get('amount')
  const paidOut = row.get('paidOut')
  if (paidOut === '' || (isZero(paidOut) && amount !== '')) return normalize(amount || '0')
  return sub(amount || '0', abs(paidOut))
}

/** Rows → payments. Amounts keep the sign of the file; the kind says what they are. */
export function paymentsAssembler({ profile, binding, options }: AssemblerContext): Assembler {
  const view = viewer(binding)
  const classifier = new Classifier(profile)
  const inherited = new Map<string, Map<string, string>>()
  const isSummary = profile.summaryRows ? matcher(profile.summaryRows.pattern) : undefined
  const platformOf = (row: RowView) => row.get('platform') || options.platform || profile.platform || ''
  const shopOf = (row: RowView) => row.get('shop') || options.shop || ''

  /** The file's number; else order and sequence; else a name made of the row's content, the same at every import. */
  function numberOf(row: RowView, values: readonly string[]): { paymentNo: string; derived: boolean } {
    const given = row.get('paymentNo')
    if (given !== '') return { paymentNo: given, derived: false }
    const orderNo = row.get('orderNo')
    const sequence = row.get('sequence')
    if (orderNo !== '' && sequence !== '') return { paymentNo: `${orderNo}-${sequence}`, derived: false }
    return { paymentNo: `${orderNo}~${hashText(values.join('\u001f'))}`, derived: true }
  }

  function inherit(values: RowValues): void {
    if (!profile.carry) return
    const by = view(values).get(profile.carry.by)
    if (by === '') return
    const known = inherited.get(by) ?? new Map<string, string>()
    inherited.set(by, known)
    for (const field of profile.carry.fields) {
      const position = binding.index.get(field)
      if (position === undefined) continue
      if (values.values[position]) known.set(field, values.values[position])
      else values.values[position] = known.get(field) ?? ''
    }
  }

  function summaryOf(row: RowView): boolean {
    return profile.summaryRows !== undefined && isSummary?.(row.get(profile.summaryRows.field)) === true
  }

  function build(draft: Draft): Assembled & { derived: boolean } {
    const row = view(draft)
    const { paymentNo, derived } = numberOf(row, draft.values)
    const currency = row.get('currency') || row.marks.currency || options.currency
    const summary = summaryOf(row)
    const amount = summary ? normalize(row.get(profile.summaryRows?.field ?? '')) : amountOf(row)
    const texts = Object.assign(
      {},
      ...TEXTS.map((field) => optional(field, row.get(field))),
    ) as Partial<Payment>
    const record: Payment = {
      record: 'payment',
      kind: classifier.payment(row),
      platform: platformOf(row),
      shop: shopOf(row),
      paymentNo,
      ...optional('payCode', options.payCode ?? ''),
      ...optional('payName', options.payName ?? ''),
      ...texts,
      amount,
      ...(currency ? { currency } : {}),
      ...(row.time?.instant ? { paidAt: row.time.instant } : {}),
      ...(row.time ? { fileTime: row.time.text } : {}),
      ...(row.time?.businessDay ? { businessDay: row.time.businessDay } : {}),
      source: { profile: profile.id, firstRow: draft.row, lastRow: draft.row },
    }
    const amounts = summary ? [] : [{ currency: currency ?? 'unspecified', amount }]
    return { record, rows: [draft.row], classes: [record.kind], amounts, derived }
  }

  return {
    check(values) {
      inherit(values)
      return []
    },
    keyOf(values) {
      const row = view(values)
      return paymentKey(platformOf(row), shopOf(row), numberOf(row, values.values).paymentNo)
    },
    assemble(group: Group, remark) {
      const built = group.drafts.map(build)
      const [first] = built
      if (first?.derived) {
        const { paymentNo } = first.record as Payment
        remark(remarkOf('record.number-derived', { row: first.rows[0] ?? 0, value: paymentNo }))
      }
      return numbered(group, built, remark)
    },
  }
}
