import type { Member } from '../ceb/dossier-rules'
import { currencyByLetters } from '../codes/currency'
import { div, mul, normalize, round, sum } from '../money/decimal'
import type { Enterprise } from '../model/enterprise'
import type { Goods } from '../model/goods'
import type { DeclarationList, FieldOverride } from '../model/list'
import { flagOfPath, type ModePath } from '../model/mode'
import type { Payment } from '../model/payment'
import type { Template } from '../model/template'
import type { Waybill } from '../model/waybill'
import type { LastPurchases } from '../rebate/last-purchases'
import type { Zone } from '../zones/zone'
import { sourceFault, type BuildFault } from './build-fault'
import { checkDossier } from './check'
import type { DeclaredOrder } from './declared-order'
import { deriveDocument } from './derive/documents'
import type { AppType, Dossier, DossierLine } from './derive/dossier'
import { isSold } from './declare-order'
import { messagesOf } from './dossier-messages'
import { checkMode } from './modes/check-mode'
import { maySimplify } from '../model/constraint'
import type { CnyRates } from './modes/cny'
import { modeTexts } from './modes/mode-texts'
import { modeRules, type ModeRule } from './modes/modes'
import type { JoinedPayment } from './parcels'
import { countryCode, currencyCode, portCode, reporter, type Codes, type Report } from './resolve'
import { checkRetail, foreignCharge } from './retail-import/check-retail'
import type { PersonYears } from './retail-import/person-years'
import { refundRemarks } from './refund-remarks'
import { applyOverrides } from './overrides'
import { retailTexts } from './retail-import/retail-texts'
import type { DeclarationSettings } from './settings'
import { businessDay, shanghaiTime } from '../time/shanghai'
import type { Sourced } from './sourced'
import { transmitterOf } from '../protocol/transmitters'
import { weigh } from './weigh'

export type BuildInput = {
  order: DeclaredOrder
  goods: ReadonlyMap<string, Sourced<Goods>>
  template: Sourced<Template>
  waybill: Sourced<Waybill>
  /** What was received for it; several payments are joined by `joinPayments`. */
  payment?: Sourced<Payment> & Partial<Pick<JoinedPayment, 'others'>>
  enterprise: Sourced<Enterprise>
  zone: Zone
  settings: DeclarationSettings
  codes: Codes
  /** How the order is to be declared, where an officer decided that; it goes before goods and template. */
  path?: ModePath
  /** What persons bought this year as far as this book knows, for retail import. */
  personYears?: PersonYears
  /** Invoices goods were last bought by, for what has to agree with them before declaring. */
  purchases?: LastPurchases
  /** Rates to judge limits in CNY by; without one the limit is left to the officer. */
  rates?: CnyRates
  copNo: string
  /** 36 characters, upper case; called once per document. */
  guid: () => string
  /** ISO instant. */
  now: string
  /** Derived values an officer replaced; those of other orders are passed over. */
  overrides?: readonly FieldOverride[]
  /** Set when a 清单 is corrected: what it keeps of its former attempts; see correct-list.ts. */
  correction?: Correction
}

export type Correction = {
  attempt: number
  appType: Readonly<Record<Member, AppType>>
  preNo?: string
  invtNo?: string
}

const allNew = { order: '1', receipts: '1', logistics: '1', inventory: '1' } as const

export type BuildResult =
  { list: DeclarationList; faults?: undefined } | { list?: undefined; faults: BuildFault[] }

/**
 * The 清单 of one declared order with the documents this enterprise transmits itself, each value derived by the
 * tables in `derive/` and checked by the rules of the messages. Refused with every fault at once, each naming the
 * record in which it is mended; warnings stay with the list.
 */
export function buildList(input: BuildInput): BuildResult {
  const faults: BuildFault[] = []
  const dossier = resolveDossier(input, reporter(faults), faults)
  if (!dossier || faults.length) return { faults }
  const judged = judge(input, dossier)
  const messages = messagesOf(input.template.value)
  const inventory = deriveDocument(messages.inventory, dossier)
  const isOwn = (member: Member) => transmitterOf(input.settings, messages[member], inventory.head) === 'self'
  const paid = input.payment && dossier.mode.receipts !== 'none'
  if (!paid && dossier.mode.receipts === 'first' && isOwn('receipts')) {
    const source = { record: 'order', key: dossier.order.orderNo, field: 'paymentNo' } as const
    judged.faults.push(sourceFault(retailTexts.noPayment, source, ''))
  }
  const overridden = applyOverrides(
    {
      order: deriveDocument(messages.order, dossier),
      ...(paid && { receipts: deriveDocument(messages.receipts, dossier) }),
      logistics: deriveDocument(messages.logistics, dossier),
      inventory,
    },
    messages,
    (input.overrides ?? []).filter(({ orderNo }) => orderNo === dossier.order.orderNo),
  )
  const all = overridden.documents
  const documents = {
    ...(isOwn('order') && { order: all.order }),
    ...(all.receipts && isOwn('receipts') && { receipts: all.receipts }),
    ...(isOwn('logistics') && { logistics: all.logistics }),
    inventory: all.inventory,
  }
  // Customs compares an import with the documents of the others too, and what they hold is known from their files.
  const compared = dossier.mode.direction === 'import' ? all : documents
  const checked = checkDossier(documents, compared, dossier, input.codes.book)
  const refused = [...judged.faults, ...overridden.faults, ...checked.faults]
  if (refused.length) return { faults: refused }
  const refund = refundRemarks(all.inventory, dossier, input.purchases, input.codes.book)
  const warnings = [...checked.warnings, ...judged.warnings, ...refund]
  const list = listOf(input, dossier, documents, warnings, judged.estimate)
  const { applied } = overridden
  return { list: applied.length > 0 ? { ...list, overrides: applied } : list }
}

/** What mode and law say of the order, beyond the rules of the messages. */
function judge(
  { template, codes, now, rates = {}, personYears }: BuildInput,
  dossier: Dossier,
): ReturnType<typeof checkMode> & { estimate?: DeclarationList['retail'] } {
  if (dossier.mode.direction === 'import')
    return checkRetail(dossier, businessDay(now), personYears, codes.book)
  return checkMode({
    mode: template.value.tradeMode,
    statisticsFlag: dossier.statisticsFlag,
    orderNo: dossier.order.orderNo,
    lines: dossier.lines,
    goodsValue: dossier.goodsValue,
    currency: dossier.order.currency,
    rates,
  })
}

/** Look up codes, join the goods and sum weights; everything that is missing is reported, not only the first. */
function resolveDossier(input: BuildInput, report: Report, faults: BuildFault[]): Dossier | undefined {
  const { order, codes, now, guid, correction } = input
  const template = input.template.value
  const mode = modeRules[template.tradeMode]
  const lines = joinGoods(input, report)
  const currency = currencyCode(codes, order.currency, order.orderNo, report)
  const { country, port } =
    mode.direction === 'import' ? origin(input, mode, faults) : destination(input, mode, report, faults)
  const payment = mode.receipts === 'none' ? undefined : paymentCode(input, report)
  const freight = currencyByLetters(codes.book, input.waybill.value.currency ?? '')?.code
  if (!lines.length) return undefined
  const statisticsFlag = flagOf(input, mode, lines, report)
  const licenseNo = licenceOf(lines, report)
  return {
    order,
    lines,
    template,
    mode,
    waybill: input.waybill.value,
    ...(input.payment && { payment: input.payment.value }),
    enterprise: input.enterprise.value,
    copNo: input.copNo,
    guid: { order: guid(), receipts: guid(), logistics: guid(), inventory: guid() },
    appType: correction?.appType ?? allNew,
    appTime: shanghaiTime(now),
    codes: { currency, country, port, ...(payment && { payment }), ...(freight && { freight }) },
    goodsValue: sum((order.retail ? lines.filter(isSold) : lines).map(({ amount }) => amount)),
    ...weigh(lines, input.waybill.value, report),
    statisticsFlag,
    ...(licenseNo && { licenseNo }),
    ...(correction?.preNo && { preNo: correction.preNo }),
    ...(correction?.invtNo && { invtNo: correction.invtNo }),
  }
}

function joinGoods({ order, goods }: BuildInput, report: Report): DossierLine[] {
  const joined: DossierLine[] = []
  const missing = new Set<string>()
  for (const [at, line] of order.lines.entries()) {
    const known = goods.get(line.sku)?.value
    if (!known) {
      missing.add(line.sku)
      continue
    }
    const { unit, unit1, unit2, perUnit1, perUnit2 } = known
    if ((unit2 === undefined) !== (perUnit2 === undefined)) {
      report('secondUnit', { record: 'goods', key: line.sku, field: 'perUnit2' }, perUnit2 ?? unit2 ?? '')
    }
    joined.push({
      ...line,
      gnum: at + 1,
      goods: known,
      // The same unit must carry the same quantity, whatever the conversion in the master says.
      quantity1: unit === unit1 ? normalize(line.quantity) : round(mul(line.quantity, perUnit1), 5),
      ...(unit2 !== undefined &&
        perUnit2 !== undefined && { quantity2: round(mul(line.quantity, perUnit2), 5) }),
      price: div(line.amount, line.quantity, 5),
    })
  }
  for (const sku of missing) report('goodsMissing', { record: 'goods', key: sku, field: 'sku' }, sku)
  return joined
}

function paymentCode({ payment, codes }: BuildInput, report: Report): string | undefined {
  if (!payment) return undefined
  const { paymentNo, currency } = payment.value
  const row = currency === undefined ? undefined : currencyByLetters(codes.book, currency)
  if (!row)
    report('paymentCurrency', { record: 'payment', key: paymentNo, field: 'currency' }, currency ?? '')
  return row?.code
}

/** China, from where goods leave a bonded zone by 1210. */
const CHINA = '142'
/** copNo of CEB621 is shorter than that of CEB603; day and serial take fourteen characters of it. */
const IMPORT_PREFIX = 20 - 14

/** Where imported goods come from; in CNY alone, and under numbers that fit. */
function origin(
  { order, template, waybill, payment, enterprise: { value } }: BuildInput,
  mode: ModeRule,
  faults: BuildFault[],
): { country: string; port: string } {
  const prefix = `${value.copNoPrefix}${value.desk}`
  if (prefix.length > IMPORT_PREFIX) {
    const source = { record: 'enterprise', key: value.customsCode, field: 'copNoPrefix' } as const
    faults.push(sourceFault(retailTexts.copNo, source, prefix))
  }
  const foreign = foreignCharge({ order, waybill: waybill.value, ...(payment && { payment: payment.value }) })
  if (foreign) faults.push(sourceFault(retailTexts.currency, foreign, foreign.value))
  const direct = mode.template.includes('departureCountry')
  return { country: direct ? (template.value.departureCountry ?? '') : CHINA, port: '' }
}

/** Where the goods go and the port of discharge there. A booking (9810) that names no country goes to its warehouse. */
function destination(
  input: BuildInput,
  mode: ModeRule,
  report: Report,
  faults: BuildFault[],
): { country: string; port: string } {
  const country = countryOf(input, mode, report, faults)
  return { country, port: portCode(input.template.value, country, report) }
}

function countryOf(
  { order, codes, template: { value } }: BuildInput,
  mode: ModeRule,
  report: Report,
  faults: BuildFault[],
): string {
  const warehouse = mode.template.includes('warehouseCountry') ? value.warehouseCountry : undefined
  if (warehouse && order.country.trim() === '') return warehouse
  const country = countryCode(codes, order.country, order.orderNo, report)
  if (warehouse && country && country !== warehouse) {
    const source = { record: 'order', key: order.orderNo, field: 'country' } as const
    faults.push(sourceFault(modeTexts.warehouse, source, `${country} ≠ ${warehouse}`))
  }
  return country
}

function flagOf(
  { order, template: { value: template }, path }: BuildInput,
  mode: ModeRule,
  lines: readonly DossierLine[],
  report: Report,
): 'A' | 'B' {
  // B2B lists are not summarised, but A is only for goods free of licence, export duty and refund.
  if (mode.statistics === 'A') return lines.every(({ goods }) => maySimplify(goods)) ? 'A' : 'B'
  const decided = path && flagOfPath(path)
  if (decided) return decided
  const { statisticsFlag = 'goods' } = template
  if (statisticsFlag !== 'goods') return statisticsFlag
  const flags = [...new Set(lines.map(({ goods }) => goods.statisticsFlag))]
  if (flags.length > 1) {
    const other = lines.find(({ goods }) => goods.statisticsFlag !== flags[0])?.goods.sku ?? order.orderNo
    report('statisticsMixed', { record: 'goods', key: other, field: 'statisticsFlag' }, flags.join(' '))
  }
  return flags[0] ?? 'A'
}

/** The one 许可证号 of the goods; the head of a 清单 has room for no second one. */
function licenceOf(lines: readonly DossierLine[], report: Report): string | undefined {
  const [first, ...others] = lines.filter(({ goods }) => goods.licenseNo)
  const other = others.find(({ goods }) => goods.licenseNo !== first?.goods.licenseNo)
  if (other) {
    const value = `${first!.goods.licenseNo} ${other.goods.licenseNo}`
    report('licenceMixed', { record: 'goods', key: other.sku, field: 'licenseNo' }, value)
  }
  return first?.goods.licenseNo
}

function listOf(
  input: BuildInput,
  dossier: Dossier,
  documents: DeclarationList['documents'],
  warnings: DeclarationList['warnings'],
  retail: DeclarationList['retail'],
): DeclarationList {
  const { order, template, waybill, payment, enterprise, zone, codes, correction } = input
  const used = [...new Set(order.lines.map(({ sku }) => sku))].map((sku) => input.goods.get(sku))
  const records = [
    ...order.originals.map(({ id, rev }) => ({ record: 'order', id, rev })),
    ...used.flatMap((goods) => (goods ? [{ record: 'goods', id: goods.id, rev: goods.rev }] : [])),
    { record: 'template', id: template.id, rev: template.rev },
    { record: 'waybill', id: waybill.id, rev: waybill.rev },
    ...(payment ? [payment, ...(payment.others ?? [])] : []).map(({ id, rev }) => ({
      record: 'payment',
      id,
      rev,
    })),
    { record: 'enterprise', id: enterprise.id, rev: enterprise.rev },
    { record: 'zone', id: zone.id, rev: 0 },
    ...(['currency', 'country'] as const).map((table) => ({
      record: 'codes',
      id: `${table}@${codes.book.table(table).edition}`,
      rev: 0,
    })),
  ]
  return {
    copNo: input.copNo,
    tradeMode: template.value.tradeMode,
    platform: order.platform,
    shop: order.shop,
    orderNo: order.orderNo,
    originalOrderNos: order.originals.map(({ orderNo }) => orderNo),
    logisticsNo: waybill.value.logisticsNo,
    country: dossier.codes.country,
    currency: order.currency,
    amount: dossier.goodsValue,
    pieces: waybill.value.packNo ?? 1,
    grossWeight: documents.inventory.head['grossWeight'] ?? dossier.grossWeight,
    netWeight: documents.inventory.head['netWeight'] ?? dossier.netWeight,
    documents,
    ...(warnings?.length && { warnings }),
    ...(retail && { retail }),
    ...(dossier.preNo && { preNo: dossier.preNo }),
    ...(dossier.invtNo && { invtNo: dossier.invtNo }),
    attempt: correction?.attempt ?? 1,
    builtAt: input.now,
    businessDay: businessDay(input.now),
    provenance: records,
  }
}
