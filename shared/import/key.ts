import type { ImportedRecord } from './api'

function join(...parts: string[]): string {
  return parts.map((part) => part.replaceAll('|', '\\|')).join('|')
}

/** Business key of an order: platform + shop + order number. */
export function orderKey(platform: string, shop: string, orderNo: string): string {
  return join('order', platform, shop, orderNo)
}

/** Business key of a payment: platform + shop + payment number. */
export function paymentKey(platform: string, shop: string, paymentNo: string): string {
  return join('payment', platform, shop, paymentNo)
}

/** Business key of a waybill: carrier + number. */
export function waybillKey(logisticsCode: string, logisticsNo: string): string {
  return join('waybill', logisticsCode, logisticsNo)
}

/** Business key of a weighing: the label of the parcel; a warehouse does not write down the carrier's code. */
export function weighingKey(logisticsNo: string): string {
  return join('weighing', logisticsNo)
}

/** Business key of goods: SKU. */
export function goodsKey(sku: string): string {
  return join('goods', sku)
}

/** Business key of a purchase invoice: its number, with the code before it where it has one. */
export const invoiceKey = (number: string): string => join('invoice', number)

/** Business key of a declared item: 报关单号 and item. */
export const declarationKey = (no: string, item: number): string => join('declaration', no, String(item))

/** Business key of an entry of the 文库: code and the day from which it holds. */
export const rateKey = (code: string, from: string): string => join('rate', code, from)

/** Business key of a quotation: what it is for, currency, day. */
export const exchangeRateKey = (kind: string, currency: string, date: string): string =>
  join('exchange-rate', kind, currency, date)

/** Business key of a handbook of processing trade. */
export const handbookKey = (number: string): string => join('handbook', number)

/** Business key of a note from a file: kind of the file and name of the note. */
export const noteKey = (kind: string, name: string): string => join('note', kind, name)

/** Business key of a line of the tariff within its edition: code and the day from which it holds. */
export const tariffKey = (code: string, from: string): string => join('tariff', code, from)

/** Business key of a pair of old and new code within its table. */
export const codeChangeKey = (from: string, to: string, on: string): string =>
  join('code-change', from, to, on)

/**
 * The business key by which a later import finds a record again. A number that a file holds more than once is told
 * apart by its occurrence: the n-th one ends in `#n`.
 */
export function recordKey(record: ImportedRecord, occurrence = 1): string {
  const suffix = occurrence > 1 ? `#${occurrence}` : ''
  switch (record.record) {
    case 'order':
      return orderKey(record.platform, record.shop, record.orderNo) + suffix
    case 'payment':
      return paymentKey(record.platform, record.shop, record.paymentNo) + suffix
    case 'waybill':
      return waybillKey(record.logisticsCode, record.logisticsNo) + suffix
    case 'weighing':
      return weighingKey(record.logisticsNo) + suffix
    case 'goods':
      return goodsKey(record.sku) + suffix
    case 'invoice':
      return invoiceKey(record.number)
    case 'declaration':
      return declarationKey(record.no, record.item) + suffix
    case 'rate':
      return rateKey(record.code, record.from) + suffix
    case 'exchange-rate':
      return exchangeRateKey(record.kind, record.currency, record.date) + suffix
    case 'handbook':
      return handbookKey(record.number) + suffix
    case 'forex-note':
      return noteKey(record.kind, record.name) + suffix
    case 'tariff':
      return tariffKey(record.code, record.from ?? '') + suffix
    case 'code-change':
      return codeChangeKey(record.from, record.to ?? '', record.on) + suffix
  }
}

/** Fields that say where a record stood in its file, or what was concluded about it, and not what it says. */
const PLACE = new Set(['source', 'refusedRows', 'row', 'cancels'])

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Parts in a fixed order, without closures: this runs for every record of every import. */
function write(value: object): string {
  let text = ''
  if (Array.isArray(value)) {
    for (const part of value as unknown[]) text += `${isPlain(part) ? write(part) : JSON.stringify(part)},`
    return `[${text}]`
  }
  for (const name of Object.keys(value).sort()) {
    const part = (value as Record<string, unknown>)[name]
    if (part === undefined || PLACE.has(name)) continue
    text += `${name}:${isPlain(part) ? write(part) : JSON.stringify(part)},`
  }
  return `{${text}}`
}

/** What is digested to tell whether a record says the same as before, wherever in whichever file it stands. */
export function recordContent(record: ImportedRecord): string {
  return write(record)
}
