import type { Language, Text } from '../../model/text'
import { div, mul, sum } from '../../money/decimal'
import { citedAs, strengthLabel, strengthOf } from '../../rules/rule'
import { itemKey } from '../match/index'
import { manufacturerRefund } from '../amounts/manufacturer'
import type { TradingPart, TradingResult } from '../amounts/trading'
import type { ClaimPurchase, PurchaseInvoice } from '../../model/rebate/claim'
import { explainLinks, precheck } from '../precheck'
import { papersIndex, type PaperCase } from '../filing-papers'
import { ecrDetailTable, ecrSummaryTable } from '../tables/manufacturer'
import { tableOf, text, type ExportTable } from '../tables/table'
import {
  exportDetailTable,
  purchaseDetailTable,
  receiptTable,
  type ClaimHead,
  type PurchaseDetail,
  type ReceiptRow,
} from '../tables/trading'
import { ecrRows } from './ecr-rows'
import { answersOf, fobsOf, precheckOf, type BatchFacts } from './claim'
import type { RebateBatch, RebatePapers } from './records'
import { grades } from './print-rows'
import { periodOf } from './period'
import type { FoundNow } from './run-result'

export const headOf = ({ batch, enterprise }: BatchFacts): ClaimHead => ({
  name: enterprise.name ?? '',
  taxNo: enterprise.taxNo ?? '',
  period: batch.period,
  batch: batch.number,
})

/** The official tables of a claim as its facts stand: 出口明细 and 进货明细, or 免抵退 明细 and 汇总. */
export function claimTables(facts: BatchFacts): ExportTable[] {
  return facts.batch.kind === 'trading' ? tradingTables(facts) : manufacturerTables(facts)
}

function tradingTables(facts: BatchFacts): ExportTable[] {
  const head = headOf(facts)
  const given = precheckOf(facts)
  const { claim } = given
  const items = new Map(claim.declarations.map((item) => [itemKey(item.no, item.item), item]))
  const invoices = new Map(claim.invoices.map((invoice) => [invoice.number, invoice]))
  const remarks = new Map(
    facts.lines.map(({ line }) => [itemKey(line.no, line.item), answersOf(facts.batch, line).remark]),
  )
  const exports = claim.exports.flatMap((row) => {
    const item = items.get(itemKey(row.declarationNo, row.item))
    if (!item) return []
    const remark = remarks.get(itemKey(row.declarationNo, row.item))
    return [
      {
        linkNo: row.linkNo,
        exportInvoiceNo: row.exportInvoiceNo ?? '',
        declarationNo: row.declarationNo,
        item: row.item,
        exportDate: item.exportDate,
        hsCode: item.hsCode,
        name: item.name,
        unit: item.unit ?? '',
        qty: row.qty,
        fobUsd: row.fobUsd ?? '0',
        ...(item.extensionCode && { claimedCode: item.extensionCode }),
        ...(row.businessType && { businessType: row.businessType }),
        ...(remark && { remark }),
      },
    ]
  })
  const vouchers = new Map(
    facts.lines.map(({ line }) => [
      itemKey(line.no, line.item),
      answersOf(facts.batch, line).consumptionTaxVoucher,
    ]),
  )
  const amounts = new Map(explainLinks(given).map((link) => [link.line, link]))
  const purchases = facts.links.flatMap(({ linkNo, hsCode, purchases: own, exports: [first] }) => {
    const of = amounts.get(linkNo)
    const rows = own.map((row) => ({ linkNo, hsCode, ...row }))
    const detail = purchaseDetails(rows, invoices, of?.parts)
    const voucherNo = first && vouchers.get(itemKey(first.declarationNo, first.item))
    return [...detail, ...(of ? consumptionDetail(of, detail, voucherNo ?? '') : [])]
  })
  return [exportDetailTable(head, exports), purchaseDetailTable(head, purchases)]
}

/** Rows of a link with what each is refunded on: the share that is claimed, at the rate of its voucher; nothing of goods that are not refunded. */
function purchaseDetails(
  rows: readonly ClaimPurchase[],
  invoices: ReadonlyMap<string, PurchaseInvoice>,
  parts: TradingResult['parts'] | undefined,
): PurchaseDetail[] {
  const known = rows.flatMap((row) => {
    const invoice = invoices.get(row.invoiceNumber)
    const line = invoice?.lines.find((one) => one.line === row.line)
    return invoice && line ? [{ row, invoice, line }] : []
  })
  return known.flatMap(({ row, invoice, line }, at) => {
    const part: TradingPart | undefined = parts ? parts[at] : { base: row.net, rate: '0', refund: '0' }
    if (!part || invoice.kind === 'vatOrdinary') return []
    return [
      {
        linkNo: row.linkNo,
        tax: 'vat' as const,
        voucher: invoice.kind,
        voucherNo: invoice.number,
        sellerTaxNo: invoice.sellerTaxNo,
        date: invoice.date,
        hsCode: row.hsCode,
        name: line.name,
        unit: line.unit,
        qty: part.used ? div(mul(row.qty, part.used.qty), part.used.of, 6) : row.qty,
        net: part.base,
        levyRate: line.rate,
        rebateRate: part.rate,
        refund: part.refund,
      },
    ]
  })
}

/**
 * The consumption tax of a link under its 专用缴款书, a row for what is taxed by value and one for what is by quantity: there
 * the amount per unit stands where the rate does (口径待确认).
 */
function consumptionDetail(
  { consumptionTaxByValue, consumptionTaxByQuantity, taxedBy = {}, base = '0' }: TradingResult,
  [first, ...others]: readonly PurchaseDetail[],
  voucherNo: string,
): PurchaseDetail[] {
  if (!first) return []
  const common = {
    ...first,
    tax: 'consumption' as const,
    voucher: 'consumptionPayment' as const,
    voucherNo,
    net: base,
  }
  const rows: PurchaseDetail[] = []
  const { consumptionTaxRate: rate, consumptionTaxByQuantity: by } = taxedBy
  if (consumptionTaxByValue !== undefined && rate !== undefined) {
    const qty = sum([first, ...others].map((one) => one.qty))
    rows.push({ ...common, qty, levyRate: rate, rebateRate: rate, refund: consumptionTaxByValue })
  }
  if (consumptionTaxByQuantity !== undefined && by) {
    const { qty, unit, perUnit } = by
    rows.push({ ...common, qty, unit, perUnit, refund: consumptionTaxByQuantity })
  }
  return rows
}

function manufacturerTables(facts: BatchFacts): ExportTable[] {
  const head = headOf(facts)
  const fobs = fobsOf(facts)
  const given = precheckOf(facts, fobs)
  const treated = precheck(given).lines
  const rows = ecrRows(facts, fobs, given.lines, treated)
  const { figures } = manufacturerRefund(periodOf(facts, fobs, treated), facts.asOf)
  return [
    ecrDetailTable(head, rows),
    ecrSummaryTable(head, figures, facts.batch.manufacturer?.vatReturn ?? {}),
  ]
}

/** 出口业务收汇情况表; a receipt whose rate is not known stands with rate 0, to be filled in. */
export function receiptsTable(facts: BatchFacts): ExportTable {
  const head = headOf(facts)
  const fobs = fobsOf(facts)
  const rows = facts.lines.flatMap(({ item, line }): ReceiptRow[] => {
    const papers = facts.papers.find(({ declarationNo }) => declarationNo === item.no)
    const fob = fobs.get(itemKey(item.no, item.item))
    const receipts = (papers?.receipts ?? []).filter(
      (one) => one.item === undefined || one.item === item.item,
    )
    return receipts.map((receipt) => ({
      declarationNo: item.no,
      item: item.item,
      exportInvoiceNo: answersOf(facts.batch, line).exportInvoiceNo ?? '',
      salesCurrency: { code: item.currency ?? '', name: item.currency ?? '' },
      sales: item.amount ?? '0',
      salesRate: fob?.fxRate ?? '0',
      receivedOn: receipt.date,
      voucherNo: receipt.no,
      receivedCurrency: { code: receipt.currency, name: receipt.currency },
      voucherTotal: receipt.amount,
      received: receipt.amount,
      receivedRate: receipt.currency === item.currency ? (fob?.fxRate ?? '0') : '0',
      payer: receipt.payer ?? '',
      contractNo: papers?.contracts[0]?.no ?? '',
    }))
  })
  return receiptTable(head, rows)
}

export const paperCase = (papers: RebatePapers, claimedOn?: string): PaperCase => ({
  declarationNo: papers.declarationNo,
  ...(claimedOn !== undefined && { claimedOn }),
  purchased: papers.purchased,
  brokered: papers.brokered,
  files: papers.files,
  place: papers.place,
  kept: papers.kept,
})

/** What is assumed of the papers of a 报关单 nobody has written anything down about. */
export const noPapers = (declarationNo: string, kind: RebateBatch['kind']): RebatePapers => ({
  declarationNo,
  purchased: kind === 'trading',
  brokered: true,
  files: [],
  place: '',
  kept: 'digital',
  exportInvoices: [],
  contracts: [],
  receipts: [],
  filing: {},
})

/** 备案单证目录 of the 报关单 of a batch. */
export function papersTable({ batch, lines, papers }: BatchFacts): ExportTable {
  const numbers = [...new Set(lines.map(({ item }) => item.no))]
  const cases = numbers.map((no) => {
    const claimed = lines
      .find(({ item }) => item.no === no)
      ?.line.history.findLast(({ event }) => event === 'declare')
    const own = papers.find(({ declarationNo }) => declarationNo === no) ?? noPapers(no, batch.kind)
    return paperCase(own, claimed?.on)
  })
  return papersIndex(batch.period, batch.number, cases)
}

const findingTitles = {
  sheet: { zh: '疑点', en: 'Findings' },
  title: { zh: '退税预检疑点', en: 'Findings of the pre-check' },
  says: {
    zh: '企业内部预检，不代表审核结论',
    en: 'a pre-check of the enterprise; it says nothing of the result',
  },
  period: { zh: '申报年月', en: 'Period' },
  batch: { zh: '申报批次', en: 'Batch' },
  columns: {
    serial: { zh: '序号', en: 'No.' },
    grade: { zh: '级别', en: 'Grade' },
    rule: { zh: '规则', en: 'Rule' },
    target: { zh: '位置', en: 'Where' },
    field: { zh: '字段', en: 'Field' },
    text: { zh: '内容', en: 'What' },
    why: { zh: '原因', en: 'Why' },
    fix: { zh: '处理', en: 'What to do' },
    basis: { zh: '依据', en: 'Ground' },
    mark: { zh: '口径', en: 'Strength' },
    dealt: { zh: '已处理', en: 'Dealt with' },
  },
} as const

/** Findings with place, reason, remedy and ground in one language, as they go to a colleague. */
export function findingsTable(
  { batch }: BatchFacts,
  findings: readonly (FoundNow & { reason?: string })[],
  language: Language,
): ExportTable {
  const { columns: names, ...heads } = findingTitles
  const t = (words: Text) => words[language]
  return tableOf<FoundNow & { reason?: string }>(
    t(heads.sheet),
    [
      t(heads.title),
      `${t(heads.period)}：${batch.period}　${t(heads.batch)}：${batch.number}　${t(heads.says)}`,
    ],
    [
      text(t(names.serial), (_, at) => String(at + 1)),
      text(t(names.grade), ({ severity }) => t(grades[severity])),
      text(t(names.rule), ({ rule }) => rule),
      text(t(names.target), ({ target }) => target),
      text(t(names.field), ({ field }) => field),
      text(t(names.text), (found) => t(found.text)),
      text(t(names.why), ({ why }) => t(why)),
      text(t(names.fix), ({ fix }) => t(fix)),
      text(t(names.basis), ({ basis }) => basis.map((one) => t(citedAs(one))).join('；')),
      text(t(names.mark), ({ basis }) => t(strengthLabel[strengthOf(basis)])),
      text(t(names.dealt), ({ reason }) => reason ?? ''),
    ],
    findings,
  )
}
