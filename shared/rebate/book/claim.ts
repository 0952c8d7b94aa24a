import type { ClaimExport, ClaimPurchase, FilingDocuments, PurchaseInvoice } from '../../model/rebate/claim'
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
import { isRetailMode } from '../treatment/rule'
import { itemFobValues, shareOf, type FxTable, type ItemFob } from './fob'
import { claimableQty } from '../returned'
import { claimStands, heldQty } from './returned'
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
  { item, line }: BatchLine,
): string | undefined {
  const { earlier } = line
  const { qty } = item
  if (earlier === undefined || qty === undefined) return undefined
  const { soldQty = qty } = answersOf(batch, line)
  const most = sub(claimableQty(item) ?? qty, earlier.lost)
  const open = sub(cmp(soldQty, most) > 0 ? most : soldQty, earlier.kept)
  return cmp(open, '0') > 0 ? open : '0'
}

/** What of an item a 生产企业 claims where that is not all of it: again after a settlement, or without what came back. */
export function claimedPart(batch: Pick<RebateBatch, 'answers'>, one: BatchLine): string | undefined {
  const { item, line } = one
  return claimedAgain(batch, one) ?? (item.returned && heldQty(item, line))
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
  const parts = partsOfClaim({ departed, soldQty, bookedAsSale, declaration: item }, asOf)
  const held = item.returned && heldQty(item, line)
  if (!parts || held === undefined) return parts
  const sold = cmp(parts.sold, held) > 0 ? held : parts.sold
  const rest = sub(held, sold)
  return { sold, unsold: cmp(parts.unsold, rest) > 0 ? rest : parts.unsold }
}

/** Answers that are told of elsewhere than among the facts of a treatment. */
const besides: Readonly<Record<Exclude<keyof RebateAnswers, keyof TreatmentLine>, true>> = {
  exportInvoiceNo: true,
  remark: true,
  extensionCode: true,
  businessType: true,
  exportDate: true,
  fxContractDate: true,
  consumptionTaxVoucher: true,
  materialCode: true,
  materialShare: true,
}

/** What holds for all 清单 of the enterprise, those of a summarised 报关单 among them. */
export function listFacts(
  statisticsFlag: 'A' | 'B',
  { platformRecordComplete, clearedAtZoneCustoms }: NonNullable<RebateRules['exempt']>,
): NonNullable<TreatmentLine['ecommerceList']> {
  const facts: NonNullable<TreatmentLine['ecommerceList']> = { statisticsFlag }
  if (platformRecordComplete !== undefined) facts.platformRecordComplete = platformRecordComplete
  if (clearedAtZoneCustoms !== undefined) facts.clearedAtZoneCustoms = clearedAtZoneCustoms
  return facts
}

/** Facts of an item for its treatment, as answered. What nobody answered stays as strict as the rules take an absent fact. */
export function factsOfItem(
  enterprise: RebateEnterprise,
  item: DeclarationItem,
  answers: RebateAnswers,
  {
    vouchers,
    receipts = [],
    exempt = {},
  }: {
    vouchers: TreatmentLine['vouchers']
    receipts?: RebatePapers['receipts']
    exempt?: RebateRules['exempt']
  },
): TreatmentLine {
  const facts: TreatmentLine = {
    line: claimKey(item.no, item.item),
    declaration: claimedItem(item, answers),
    vouchers,
    ...noFacts(enterprise),
  }
  facts.bookedAsSale = item.revenueDate !== undefined
  if (receipts.some((receipt) => receipt.item === undefined || receipt.item === item.item)) {
    facts.fxStatus = 'collected'
  }
  if (isRetailMode(item.supervisionMode)) facts.ecommerceList = listFacts('B', exempt)
  if (item.supervisionMode === MODE_9810) Object.assign(facts, unsoldAbroad(item, answers))
  for (const answer in answers) {
    if (!(answer in besides)) Object.assign(facts, { [answer]: answers[answer as keyof RebateAnswers] })
  }
  const { materialCode, materialShare } = answers
  if (materialCode && materialShare) {
    facts.mainMaterial = { code: materialCode, costShare: materialShare, annex9: true }
  }
  return facts
}

/** A line of a batch with what was answered about it and the vouchers its links hold. */
type HeldLine = BatchLine & { answers: RebateAnswers; vouchers: TreatmentLine['vouchers'] }

/** Facts of a line of a batch for its treatment. */
function treatmentLine(
  { enterprise, rules }: BatchFacts,
  papers: ReadonlyMap<string, RebatePapers>,
  { item, line, answers, vouchers }: HeldLine,
): TreatmentLine {
  const receipts = papers.get(item.no)?.receipts ?? []
  const facts = factsOfItem(enterprise, item, answers, { vouchers, receipts, exempt: rules.exempt })
  const claimed = line.history.findLast(({ event }) => event === 'declare')?.on
  if (claimed !== undefined) facts.claimedOn = claimed
  if (item.returned && claimStands(line)) facts.claimStands = true
  return Object.assign(facts, exemptDeclared(line))
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

/** The facts of a batch as the pre-check takes them. */
export function precheckOf(
  facts: BatchFacts,
  fobs: ReadonlyMap<string, ItemFob> = fobsOf(facts),
): PrecheckGiven {
  const { asOf, batch, enterprise, rules, links, elsewhere, library, papers } = facts
  const invoiceOf = new Map(facts.invoices.map((invoice) => [invoice.number, invoice]))
  const byItem = new Map<string, HeldLine>()
  const lines = facts.lines.map(({ item, line }) => {
    const held: HeldLine = { item, line, answers: answersOf(batch, line), vouchers: [] }
    byItem.set(itemKey(item.no, item.item), held)
    return held
  })
  const used = new Set<string>()
  const exports: ClaimExport[] = []
  const purchases: ClaimPurchase[] = []
  for (const link of links) {
    const { linkNo, hsCode } = link
    for (const row of link.purchases) {
      used.add(row.invoiceNumber)
      purchases.push({ linkNo, hsCode, ...row })
    }
    for (const { declarationNo, item, qty } of link.exports) {
      const key = itemKey(declarationNo, item)
      const of = byItem.get(key)
      const row: ClaimExport = { linkNo, declarationNo, item, qty }
      const exportInvoiceNo = of?.answers.exportInvoiceNo
      if (exportInvoiceNo) row.exportInvoiceNo = exportInvoiceNo
      const fobUsd = shareOf(fobs.get(key)?.fobUsd, qty, of?.item.qty)
      if (fobUsd !== undefined) row.fobUsd = fobUsd
      const businessType = of?.answers.businessType ?? link.businessType
      if (businessType) row.businessType = businessType
      exports.push(row)
      if (of) addVouchers(of.vouchers, link, invoiceOf)
    }
  }
  const byNumber = papersByNumber(papers)
  return {
    asOf,
    lines: lines.map((one) => treatmentLine(facts, byNumber, one)),
    library,
    cancelledRefundList: rules.cancelledRefunds ?? [],
    claim: {
      enterprise,
      settings: rules.settings,
      declarations: [...lines.map(({ item, answers }) => claimedItem(item, answers)), ...facts.siblings],
      invoices: facts.invoices.filter(({ number }) => used.has(number)),
      exports,
      purchases,
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

/** The vouchers of a link, each number once. */
function addVouchers(
  vouchers: TreatmentLine['vouchers'],
  { purchases }: RebateLink,
  invoiceOf: ReadonlyMap<string, PurchaseInvoice>,
): void {
  for (const { invoiceNumber: number } of purchases) {
    const type = invoiceOf.get(number)?.kind
    if (type && !vouchers.some((one) => one.number === number)) vouchers.push({ type, number })
  }
}
