import type { ClaimExport, FilingDocuments, PurchaseInvoice } from '../../model/rebate/claim'
import type { Handbook } from '../../model/rebate/handbook'
import type { RebateEnterprise } from '../../model/rebate/enterprise'
import type { RateLibrary } from '../../model/rebate/common'
import type { DeclarationItem, TreatmentLine } from '../../model/rebate/export-line'
import type { ClaimBefore, SettledLine } from '../amounts/manufacturer-carried'
import type { PrecheckGiven } from '../precheck'
import { cmp, sub } from '../../money/decimal'
import { lastDayOfMonth } from '../../rules/days'
import { itemKey } from '../match/index'
import { MODE_9810, partsOfClaim } from '../pre-refund'
import { claimKey } from '../keys'
import { itemFobValues, shareOf, type FxTable, type ItemFob } from './fob'
import type { RebateAnswers, RebateBatch, RebateLine, RebateLink, RebatePapers, RebateRules } from './records'

/** One line of a batch with the item it is about. */
export type BatchLine = { item: DeclarationItem; line: RebateLine }

/** Everything a pre-check of one batch is made of. */
export type BatchFacts = {
  asOf: string
  batch: RebateBatch
  enterprise: RebateEnterprise
  rules: RebateRules
  lines: readonly BatchLine[]
  /** Items of the same 报关单 that are not in the batch: papers state sums of whole 报关单. */
  siblings: readonly DeclarationItem[]
  links: readonly RebateLink[]
  /** Links of other batches that use the same invoices, with the number of their batch. */
  elsewhere: readonly { link: RebateLink; period: string; number: string }[]
  invoices: readonly PurchaseInvoice[]
  library: RateLibrary
  papers: readonly RebatePapers[]
  fx: FxTable
  /** 手（账）册 by number. */
  handbooks?: ReadonlyMap<string, Handbook>
  /** 生产企业: the claim before, and what was settled of pre-refunds in the period. */
  before?: ClaimBefore
  settled?: readonly SettledLine[]
}

/** The item as it is claimed: with what the officer answered for papers that do not tell it. */
export function claimedItem(item: DeclarationItem, answers: RebateAnswers): DeclarationItem {
  const { extensionCode, exportDate } = answers
  if (!extensionCode && !exportDate) return item
  return { ...item, ...(extensionCode && { extensionCode }), ...(exportDate && { exportDate }) }
}

/** What was answered about a line; beneath it what the 收汇台账 knows of it, and the answers of its batch. */
export function answersOf(batch: Pick<RebateBatch, 'answers'>, line: RebateLine): RebateAnswers {
  const { answers, fxStatus } = line
  if (fxStatus !== undefined) return { ...batch.answers, fxStatus, ...answers }
  for (const _ in answers) return { ...batch.answers, ...answers }
  return batch.answers
}

export const papersByNumber = (papers: readonly RebatePapers[]): ReadonlyMap<string, RebatePapers> =>
  new Map(papers.map((one) => [one.declarationNo, one]))

/** Facts of an export nobody has said anything about: as strict as the rules take an absent fact. */
export const noFacts = ({ type }: RebateEnterprise) => ({
  goodsSource: type === 'trading' ? ('purchased' as const) : ('own' as const),
  departed: true,
  bookedAsSale: false,
  fxStatus: 'pending' as const,
  buyer: 'overseas' as const,
})

/** The ledger of the warehouse tells that not all of a 9810 item is sold; an answer about the booking goes before it. */
function unsoldAbroad(
  { supervisionMode, qty }: DeclarationItem,
  { soldQty, bookedAsSale }: RebateAnswers,
): Partial<TreatmentLine> {
  const told = supervisionMode === MODE_9810 && soldQty !== undefined && qty !== undefined
  return told && bookedAsSale === undefined && cmp(soldQty, qty) < 0
    ? { bookedAsSale: false, notBookedReason: 'unsoldOverseasWarehouse' }
    : {}
}

/**
 * What of an item a 生产企业 claims again after a settlement gave a part of it back: what was sold since, by the ledger of the
 * warehouse; undefined where all of the item is claimed. A trading company sees it by its links.
 */
export function claimedAgain(
  batch: Pick<RebateBatch, 'answers'>,
  { item: { qty }, line }: BatchLine,
): string | undefined {
  const { earlier } = line
  if (earlier === undefined || qty === undefined) return undefined
  const { soldQty = qty } = answersOf(batch, line)
  const most = sub(qty, earlier.lost)
  const open = sub(cmp(soldQty, most) > 0 ? most : soldQty, earlier.kept)
  return cmp(open, '0') > 0 ? open : '0'
}

/** What of a 9810 line is claimed as sold and what before its sale; undefined for other modes. */
export function claimParts(
  batch: Pick<RebateBatch, 'answers'>,
  { item, line }: BatchLine,
  asOf: string,
): { sold: string; unsold: string } | undefined {
  const again = claimedAgain(batch, { item, line })
  if (again !== undefined) return { sold: again, unsold: '0' }
  const answered = answersOf(batch, line)
  const { departed = true, soldQty } = answered
  const { bookedAsSale = item.revenueDate !== undefined } = { ...unsoldAbroad(item, answered), ...answered }
  return partsOfClaim({ departed, soldQty, bookedAsSale, declaration: item }, asOf)
}

/** Facts of an item for its treatment, as answered. What nobody answered stays as strict as the rules take an absent fact. */
export function factsOfItem(
  enterprise: RebateEnterprise,
  item: DeclarationItem,
  answers: RebateAnswers,
  { vouchers, receipts = [] }: { vouchers: TreatmentLine['vouchers']; receipts?: RebatePapers['receipts'] },
): TreatmentLine {
  const {
    exportInvoiceNo: _invoice,
    remark: _remark,
    extensionCode: _code,
    businessType: _type,
    exportDate: _date,
    fxContractDate: _contract,
    consumptionTaxVoucher: _voucher,
    materialCode,
    materialShare,
    ...answered
  } = answers
  const received = receipts.some((receipt) => receipt.item === undefined || receipt.item === item.item)
  return {
    ...noFacts(enterprise),
    bookedAsSale: item.revenueDate !== undefined,
    ...(received && { fxStatus: 'collected' as const }),
    ...(item.supervisionMode === '9610' && { ecommerceList: { statisticsFlag: 'B' as const } }),
    ...unsoldAbroad(item, answered),
    ...answered,
    line: claimKey(item.no, item.item),
    declaration: claimedItem(item, answers),
    vouchers,
    ...(materialCode &&
      materialShare && { mainMaterial: { code: materialCode, costShare: materialShare, annex9: true } }),
  }
}

/** Facts of a line of a batch for its treatment. */
function treatmentLine(
  { batch, enterprise }: BatchFacts,
  papers: ReadonlyMap<string, RebatePapers>,
  { item, line }: BatchLine,
  vouchers: TreatmentLine['vouchers'],
): TreatmentLine {
  const receipts = papers.get(item.no)?.receipts ?? []
  const claimed = line.history.findLast(({ event }) => event === 'declare')?.on
  return {
    ...factsOfItem(enterprise, item, answersOf(batch, line), { vouchers, receipts }),
    ...(claimed !== undefined && { claimedOn: claimed }),
    ...exemptDeclared(line),
  }
}

/** Nobody notes the day of the return: a 所属期 counts as declared when it ends (企业内部口径). */
export const exemptDeclared = ({
  exemptIn,
}: Pick<RebateLine, 'exemptIn'>): Pick<TreatmentLine, 'exemptDeclaredOn'> =>
  exemptIn === undefined ? {} : { exemptDeclaredOn: lastDayOfMonth(exemptIn) }

/** 备案单证 as the rules ask for them: what was filed as a paper of the broker is one. */
function filingDocuments({ declarationNo, filing, files }: RebatePapers): FilingDocuments {
  const brokers = files.filter(({ kind }) => kind === 'brokerAgreement' || kind === 'brokerInvoice')
  const broker = [...(filing.broker ?? []), ...brokers.map(({ number }) => number)]
  return { declarationNo, ...filing, ...(broker.length > 0 && { broker }) }
}

/** FOB of every item of a batch, by item: the values alone, or the memory of a large batch would be formulas. */
export function fobsOf({
  batch,
  lines,
  fx,
}: Pick<BatchFacts, 'batch' | 'lines' | 'fx'>): Map<string, ItemFob> {
  const fobs = new Map<string, ItemFob>()
  for (const { item, line } of lines) {
    fobs.set(itemKey(item.no, item.item), itemFobValues(claimedItem(item, answersOf(batch, line)), fx))
  }
  return fobs
}

const noAnswers: RebateAnswers = {}

/** The facts of a batch as the pre-check takes them. */
export function precheckOf(
  facts: BatchFacts,
  fobs: ReadonlyMap<string, ItemFob> = fobsOf(facts),
): PrecheckGiven {
  const { asOf, batch, enterprise, rules, lines, links, elsewhere, library, papers } = facts
  const invoiceOf = new Map(facts.invoices.map((invoice) => [invoice.number, invoice]))
  const byItem = new Map(lines.map((one) => [itemKey(one.item.no, one.item.item), one]))
  const vouchersOf = new Map<string, TreatmentLine['vouchers']>()
  const used = new Set<string>()
  for (const { exports, purchases } of links) {
    for (const { invoiceNumber } of purchases) used.add(invoiceNumber)
    for (const { declarationNo, item } of exports) {
      const key = itemKey(declarationNo, item)
      let known = vouchersOf.get(key)
      if (!known) vouchersOf.set(key, (known = []))
      for (const { invoiceNumber: number } of purchases) {
        const kind = invoiceOf.get(number)?.kind
        if (kind && !known.some((one) => one.number === number)) known.push({ type: kind, number })
      }
    }
  }
  const byNumber = papersByNumber(papers)
  const exports: ClaimExport[] = []
  for (const { linkNo, exports: rows, businessType: ofLink } of links) {
    for (const { declarationNo, item, qty } of rows) {
      const key = itemKey(declarationNo, item)
      const of = byItem.get(key)
      const { exportInvoiceNo, businessType = ofLink } = of ? answersOf(batch, of.line) : noAnswers
      const row: ClaimExport = { linkNo, declarationNo, item, qty }
      if (exportInvoiceNo) row.exportInvoiceNo = exportInvoiceNo
      const fobUsd = shareOf(fobs.get(key)?.fobUsd, qty, of?.item.qty)
      if (fobUsd !== undefined) row.fobUsd = fobUsd
      if (businessType) row.businessType = businessType
      exports.push(row)
    }
  }
  return {
    asOf,
    lines: lines.map((one) =>
      treatmentLine(facts, byNumber, one, vouchersOf.get(itemKey(one.item.no, one.item.item)) ?? []),
    ),
    library,
    claim: {
      enterprise,
      settings: rules.settings,
      declarations: [
        ...lines.map(({ item, line }) => claimedItem(item, answersOf(batch, line))),
        ...facts.siblings,
      ],
      invoices: facts.invoices.filter(({ number }) => used.has(number)),
      exports,
      purchases: links.flatMap(({ linkNo, hsCode, purchases }) =>
        purchases.map((row) => ({ linkNo, hsCode, ...row })),
      ),
      ledger: {
        purchases: elsewhere.flatMap(({ link, period, number }) =>
          link.purchases.map((row) => ({ ...row, period, batch: number })),
        ),
      },
      exportInvoices: papers.flatMap(({ exportInvoices }) => exportInvoices),
      contracts: papers.flatMap(({ contracts }) => contracts),
      forexReceipts: papers.flatMap(({ receipts }) => receipts),
      filingDocuments: papers.map(filingDocuments),
    },
  }
}
