import type { Text } from '../../model/text'
import { daysBetween } from '../../rules/days'
import type { BankCredit } from '../../model/forex/credit'
import { rules } from '../catalogue'
import { find, tell, type ForexFinding } from '../cite'
import type { CustomsDocType } from '../../model/forex/common'
import type { PaymentLine, SaleOrder } from '../../model/forex/papers'
import { reduceKey } from '../../matching/key'
import type { ReceiptFacts } from './facts'
import { sameText } from '../same-text'

const declarations: readonly CustomsDocType[] = ['declaration', 'summaryDeclaration']
const listOrDeclaration: readonly CustomsDocType[] = ['list', ...declarations]
/**
 * Modes whose goods leave with a customs document, and which documents those are. 1039 is not among them: its bank may go
 * by the record of the platform (J03).
 */
const documentsOfMode: ReadonlyMap<string, readonly CustomsDocType[]> = new Map([
  ['9610', listOrDeclaration],
  ['9710', listOrDeclaration],
  ['9810', listOrDeclaration],
  ['1210', listOrDeclaration],
  ['0110', declarations],
])

const RECEIPT_BEFORE_ORDER = 365

type Part = readonly [zh: string, en: string]
const joined = (parts: readonly Part[]): Text => ({
  zh: parts.map(([zh]) => zh).join('、'),
  en: parts.map(([, en]) => en).join(', '),
})

const missing = (value: string | null | undefined): boolean =>
  value === null || (value !== undefined && value.trim() === '')

/** A03: items of the transaction information that are stated empty. */
export function missingInformation(order: SaleOrder): Part[] {
  const absent: Part[] = []
  if (missing(order.goods)) absent.push(['商品', 'goods'])
  if (missing(order.quantity)) absent.push(['数量', 'quantity'])
  if (missing(order.orderedOn)) absent.push(['下单时间', 'order time'])
  if (missing(order.buyer?.name)) absent.push(['买方', 'buyer'])
  if (missing(order.seller?.name)) absent.push(['卖方', 'seller'])
  return absent
}

/** A payment says nothing of a receipt in another currency: how much of it came is not known. */
export const inCurrencyOf = ({ currency }: Pick<BankCredit, 'currency'>, line: PaymentLine): boolean =>
  line.currency === undefined || line.currency === currency

/** A04: what differs between order, payment and waybill after equal reduction. */
function disagreements(order: SaleOrder, line: PaymentLine, { index, credit }: ReceiptFacts): Part[] {
  const found: Part[] = []
  const sameNumber = (ref: string | undefined) =>
    ref === undefined || ref === order.id || reduceKey(ref) === reduceKey(order.id)
  const receiver = order.consignee ?? order.buyer?.name
  if (!sameNumber(line.orderRef)) found.push(['支付中的订单号', 'order number of the payment'])
  if (!inCurrencyOf(credit, line))
    found.push(['支付币种与收款币种', 'currency of the payment and of the receipt'])
  for (const waybill of index.waybills(order.id)) {
    if (!sameNumber(waybill.orderRef)) found.push(['运单中的订单号', 'order number of the waybill'])
    if (waybill.consignee !== undefined && receiver !== undefined && !sameText(waybill.consignee, receiver)) {
      found.push(['收货人', 'consignee'])
    }
    const country = order.buyer?.country
    if (waybill.country !== undefined && country !== undefined && waybill.country !== country) {
      found.push(['国别', 'country'])
    }
  }
  return found
}

/** A05: what lies in the wrong order in time. */
function outOfOrder(order: SaleOrder, { credit, index }: ReceiptFacts): Part[] {
  const { orderedOn } = order
  const found: Part[] = []
  // So long before lies in an earlier year.
  const earlier = orderedOn && credit.valueDate.slice(0, 4) < orderedOn.slice(0, 4)
  if (earlier && daysBetween(credit.valueDate, orderedOn) > RECEIPT_BEFORE_ORDER) {
    found.push(['收款早于下单 365 天以上', 'received more than 365 days before the order'])
  }
  for (const { shippedOn, deliveredOn } of index.waybills(order.id)) {
    if (orderedOn && shippedOn && shippedOn < orderedOn)
      found.push(['发货早于下单', 'shipped before ordered'])
    if (shippedOn && deliveredOn && deliveredOn < shippedOn) {
      found.push(['签收早于发货', 'delivered before shipped'])
    }
    if (!shippedOn && orderedOn && deliveredOn && deliveredOn < orderedOn) {
      found.push(['签收早于下单', 'delivered before ordered'])
    }
  }
  for (const { outOn } of index.outs(order.id)) {
    if (orderedOn && outOn && outOn < orderedOn)
      found.push(['出库早于下单', 'left the warehouse before ordered'])
  }
  return found
}

/** A02–A05, A07 of one order. `supported` false: the amount of this line is held. */
export function checkOrder(
  order: SaleOrder,
  line: PaymentLine,
  facts: ReceiptFacts,
): { findings: ForexFinding[]; supported: boolean } {
  const { input, index, credit } = facts
  const { valueDate: day } = credit
  const target = order.id
  const findings: ForexFinding[] = []
  let supported = true

  const absent = missingInformation(order)
  if (absent.length > 0) {
    supported = false
    findings.push(find(rules.A03, { target, day, params: { fields: joined(absent) } }))
  }
  if (input.waybills || input.warehouseOuts) {
    if (index.waybills(target).length + index.outs(target).length === 0) {
      supported = false
      findings.push(find(rules.A02, { target, field: 'waybill', day }))
    }
  }
  const differing = disagreements(order, line, facts)
  if (differing.length > 0) {
    supported = false
    findings.push(find(rules.A04, { target, day, params: { what: joined(differing) } }))
  }
  const late = outOfOrder(order, facts)
  if (late.length > 0) {
    findings.push(find(rules.A05, { target, day, params: { what: joined(late) } }))
  }
  const mode = order.supervisionMode
  if (input.customsDocs && mode) {
    const wanted = documentsOfMode.get(mode)
    const papers = index.papersOfOrder(target)
    if (wanted && !papers.some(({ type }) => wanted.includes(type))) {
      supported = false
      findings.push(find(rules.A07, { target, field: 'customsDoc', day, params: { mode } }))
    } else if (mode === 'parcel' && papers.length === 0) {
      findings.push(
        find(rules.A07, {
          target,
          field: 'customsDoc',
          severity: 'review',
          day,
          params: { mode },
          message: {
            zh: '邮快件未报关：按网络购物申报，附言写“未报关”',
            en: 'An undeclared parcel: declared as online shopping, the remark says so',
          },
        }),
      )
    }
  }
  if (mode === '1039') findings.push(...tell(rules.J03, { target: credit.id, day }))
  if (credit.currency === 'CNY' && order.currency !== 'CNY') {
    findings.push(find(rules.H04, { target: credit.id, day, params: { currency: order.currency } }))
  }
  return { findings, supported }
}
