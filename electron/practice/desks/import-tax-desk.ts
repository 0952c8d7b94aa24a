import type { MessageType, Values } from '#shared/ceb/message'
import type { CebDocument } from '#shared/model/list'
import { add, allocate, isDecimal, mul, round, sum } from '#shared/money/decimal'
import type { Filed } from './filed-document'
import { returnTime } from './official'

/** A message that goes out of the desk's own accord. */
export type Unasked = { at: number; message: MessageType; documents: CebDocument[] }

/** VAT at 13 % of which 70 % is levied: the only tax this window knows, whatever the goods (演练规则). */
const SHARE = '0.091'
const GUARANTOR = 'ebcCode'

const amount = (text = '') => (isDecimal(text) ? text : '0')
const taxOf = (taxPrice: string) => round(mul(taxPrice, SHARE), 2)
const taxNo = (list: Filed) => `T${list.invtNo ?? ''}`

/**
 * What customs and the site tell of an import 清单 without being asked: 电子税单 (816) when it is released, with 入库明细 (711) for
 * 直购进口, and the bill's state (818) once the 清单 is closed.
 */
export function unaskedOf(list: Filed, status: string | undefined, at: number): Unasked[] {
  if (list.message !== 'CEB621') return []
  if (status === '800') return [taxBill(list, at), ...delivery(list, at)]
  return status === '899' ? [taxState(list, at)] : []
}

const common = (list: Filed, at: number): Values => ({
  returnTime: returnTime(at),
  invtNo: list.invtNo ?? '',
  taxNo: taxNo(list),
})

function taxBill(list: Filed, at: number): Unasked {
  const { head, lines = [] } = list.content
  const prices = lines.map((line) => amount(line['totalPrice']))
  const charges = add(amount(head['freight']), amount(head['insuredFee']))
  // 完税价格: freight and insurance belong to it.
  const taxPrices = allocate(charges, prices, 2).map((share, n) => add(prices[n]!, share))
  const bill: Values = {
    ...common(list, at),
    customsTax: '0',
    valueAddedTax: sum(taxPrices.map(taxOf)),
    consumptionTax: '0',
    status: '1',
    note: '演练税单：增值税按13%的70%计，不代表应征税款',
    ...kept(head, ['ebcCode', 'logisticsCode', 'agentCode', 'customsCode']),
    assureCode: head[GUARANTOR] ?? '',
  }
  const told = lines.map((line, n) => ({
    gnum: line['gnum'] ?? '',
    gcode: line['gcode'] ?? '',
    taxPrice: taxPrices[n]!,
    customsTax: '0',
    valueAddedTax: taxOf(taxPrices[n]!),
    consumptionTax: '0',
  }))
  return { at, message: 'CEB816', documents: [{ head: bill, lines: told }] }
}

const taxState = (list: Filed, at: number): Unasked => ({
  at,
  message: 'CEB818',
  documents: [{ head: { ...common(list, at), status: '2', entDutyNo: `J${list.invtNo ?? ''}` } }],
})

/** The site's word that the parcel of a direct purchase came in; a bonded parcel never comes to a site. */
function delivery(list: Filed, at: number): Unasked[] {
  const { head } = list.content
  if (head['tradeMode'] !== '9610') return []
  const told: Values = {
    appType: '1',
    appTime: returnTime(at).slice(0, 14),
    appStatus: '2',
    copNo: `R${list.invtNo ?? ''}`,
    operatorCode: '0402960001',
    operatorName: '演练监管场所',
    ieFlag: 'I',
    ...kept(head, [
      'customsCode',
      'trafMode',
      'trafNo',
      'voyageNo',
      'billNo',
      'logisticsCode',
      'logisticsName',
    ]),
  }
  const lines = [{ gnum: '1', logisticsNo: head['logisticsNo'] ?? '' }]
  return [{ at, message: 'CEB711', documents: [{ head: told, lines }] }]
}

const kept = (head: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.flatMap((name) => (head[name] ? [[name, head[name]]] : [])))
