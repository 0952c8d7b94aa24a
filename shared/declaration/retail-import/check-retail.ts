import type { CodeBook } from '../../codes/book'
import type { DeclarationList } from '../../model/list'
import { add, cmp, isZero, sum } from '../../money/decimal'
import { sourceFault, type BuildFault } from '../build-fault'
import type { Dossier } from '../derive/dossier'
import { importFreight, importInsurance } from '../derive/import-logistics-document'
import { retailLawOn, type RetailLaw } from './law'
import type { PersonYears } from './person-years'
import { retailTexts } from './retail-texts'
import { estimateTaxes } from './tax'

type Warnings = NonNullable<DeclarationList['warnings']>
type Words = (typeof retailTexts)[keyof typeof retailTexts]

export type RetailCheck = {
  faults: BuildFault[]
  warnings: Warnings
  estimate: NonNullable<DeclarationList['retail']>
}

/**
 * What the law of retail import says of an order: its limits, its taxes, the list of goods that may come in, and that
 * who pays is who buys. Only what this book knows is counted; what customs knows better is a remark.
 * @param day YYYY-MM-DD of the declaration, which decides the edition of the law
 */
export function checkRetail(
  dossier: Dossier,
  day: string,
  years: PersonYears | undefined,
  codes: CodeBook,
): RetailCheck {
  const { order, lines } = dossier
  const law = retailLawOn(day)
  const charges = add(importFreight(dossier), importInsurance(dossier))
  const dutiable = add(sum(lines.map(({ amount }) => amount)), charges)
  const over = cmp(dutiable, law.perOrder) > 0
  const inFull = over && law.oneArticleInFull && isOneArticle(dossier) && cmp(dutiable, law.perYear) < 0
  const person = order.retail?.buyer.idNumber ?? ''
  const knownYear = years?.sumOf(person, day, order.orderNo) ?? '0'
  const share = inFull ? '1' : law.share
  const { taxes, missing } = estimateTaxes(
    lines.map(({ sku, amount, goods }) => ({ sku, amount, rates: goods })),
    charges,
    share,
    inFull,
  )
  const faults: BuildFault[] = []
  if (over && !inFull) faults.push(refuse(order.orderNo, `${dutiable} > ${law.perOrder} CNY`))
  return {
    faults,
    warnings: [
      ...(inFull ? [remark('country', `${dutiable} > ${law.perOrder} CNY`, retailTexts.oneArticle)] : []),
      ...yearWarnings(add(knownYear, dutiable), law),
      ...payerWarnings(dossier),
      ...unlisted(dossier, codes),
    ],
    estimate: {
      law: law.from,
      dutiable,
      share,
      ...(taxes && { tax: taxes }),
      ...(missing && { missing }),
      knownYear,
    },
  }
}

/** One article: one line of one piece (口径待确认). */
const isOneArticle = ({ lines }: Dossier) => lines.length === 1 && cmp(lines[0]!.quantity, '1') === 0

const refuse = (orderNo: string, value: string) =>
  sourceFault(retailTexts.overOrder, { record: 'order', key: orderNo, field: 'lines' }, value)

const remark = (path: string, value: string, { rule, message, fix }: Words): Warnings[number] => ({
  document: 'CEB621',
  path,
  rule,
  value,
  message,
  fix,
})

const yearWarnings = (year: string, { perYear }: RetailLaw): Warnings =>
  cmp(year, perYear) > 0 ? [remark('buyerIdNumber', `≥ ${year} > ${perYear} CNY`, retailTexts.overYear)] : []

/** Compared also where the 支付单 is the payment company's to transmit. Says no name and no number: they are personal. */
function payerWarnings({ payment, order: { retail } }: Dossier): Warnings {
  if (!payment || !retail) return []
  const other = (a: string | undefined, b: string) =>
    a !== undefined && a !== '' && b !== '' && a.trim().toUpperCase() !== b.trim().toUpperCase()
  const differs =
    other(payment.payerIdNumber, retail.buyer.idNumber) ||
    (!payment.payerIdNumber && other(payment.payer, retail.buyer.name))
  return differs ? [remark('buyerName', payment.paymentNo, retailTexts.payer)] : []
}

/** A table that nobody has filled in yet says nothing about any code. */
function unlisted({ lines }: Dossier, codes: CodeBook): Warnings {
  const table = codes.table('retail-import')
  if (table.rows.length === 0) return []
  return [...new Set(lines.map(({ goods }) => goods.gcode))]
    .filter(
      (gcode) => !codes.lookup('retail-import', gcode) && !codes.lookup('retail-import', gcode.slice(0, 8)),
    )
    .map((gcode) => remark('gcode', gcode, retailTexts.positiveList))
}

/** Whether anything was charged in a currency that is not the yuan. */
export function foreignCharge({ order, waybill, payment }: Pick<Dossier, 'order' | 'waybill' | 'payment'>) {
  const charged = [waybill.freight, waybill.insuredFee].some(
    (amount) => amount !== undefined && !isZero(amount),
  )
  if (order.currency !== 'CNY')
    return { record: 'order', key: order.orderNo, field: 'currency', value: order.currency } as const
  if (charged && waybill.currency !== undefined && waybill.currency !== 'CNY')
    return {
      record: 'waybill',
      key: waybill.logisticsNo,
      field: 'currency',
      value: waybill.currency,
    } as const
  if (payment?.currency !== undefined && payment.currency !== 'CNY')
    return { record: 'payment', key: payment.paymentNo, field: 'currency', value: payment.currency } as const
  return undefined
}
