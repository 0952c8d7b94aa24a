import type { Language, Text } from '../../model/text'
import { allocate } from '../../money/decimal'
import { strengthLabel, strengthOf } from '../../rules/rule'
import { claimKey } from '../keys'
import { itemKey } from '../match/index'
import { manufacturerRefund } from '../amounts/manufacturer'
import { precheck } from '../precheck'
import { papersIndex, type PaperCase } from '../filing-papers'
import { ecrDetailTable, ecrSummaryTable } from '../tables/manufacturer'
import { tableOf, text, type ExportTable } from '../tables/table'
import {
  exportDetailTable,
  purchaseDetailTable,
  receiptTable,
  type ClaimHead,
  type ReceiptRow,
} from '../tables/trading'
import { ecrRows } from './ecr-rows'
import { answersOf, fobsOf, precheckOf, type BatchFacts } from './claim'
import type { RebateBatch, RebatePapers } from './records'
import { grades } from './print-rows'
import { periodOf } from './period'
import type { FoundNow, RunResult } from './run-result'

export const headOf = ({ batch, enterprise }: BatchFacts): ClaimHead => ({
  name: enterprise.name ?? '',
  taxNo: enterprise.taxNo ?? '',
  period: batch.period,
  batch: batch.number,
})

/** The official tables of a claim: 出口明细 and 进货明细, or 免抵退 明细 and 汇总. Amounts are those of the run. */
export function claimTables(facts: BatchFacts, run: RunResult): ExportTable[] {
  return facts.batch.kind === 'trading' ? tradingTables(facts, run) : manufacturerTables(facts)
}

function tradingTables(facts: BatchFacts, run: RunResult): ExportTable[] {
  const head = headOf(facts)
  const { claim } = precheckOf(facts)
  const items = new Map(claim.declarations.map((item) => [itemKey(item.no, item.item), item]))
  const invoices = new Map(claim.invoices.map((invoice) => [invoice.number, invoice]))
  const remarks = new Map(
    facts.lines.map(({ line }) => [itemKey(line.no, line.item), answersOf(facts.batch, line).remark]),
  )
  const rates = new Map(run.lines.map(({ key, rebateRate }) => [key, rebateRate]))
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
  const keyOfLink = new Map(claim.exports.map((row) => [row.linkNo, claimKey(row.declarationNo, row.item)]))
  const refunds = refundsOfRows(claim.purchases, run)
  const purchases = claim.purchases.flatMap((row, at) => {
    const invoice = invoices.get(row.invoiceNumber)
    const line = invoice?.lines.find((one) => one.line === row.line)
    if (!invoice || !line || invoice.kind === 'vatOrdinary') return []
    const rebateRate = rates.get(keyOfLink.get(row.linkNo) ?? '') ?? '0'
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
        qty: row.qty,
        net: row.net,
        levyRate: line.rate,
        rebateRate,
        refund: refunds[at]!,
      },
    ]
  })
  return [exportDetailTable(head, exports), purchaseDetailTable(head, purchases)]
}

/** What of the refund of its link stands on each purchase row: by their net, so that the rows add up to the link. */
function refundsOfRows(rows: readonly { linkNo: string; net: string }[], run: RunResult): string[] {
  const refunds = rows.map(() => '0')
  const places = new Map<string, number[]>()
  rows.forEach(({ linkNo }, at) => places.set(linkNo, [...(places.get(linkNo) ?? []), at]))
  for (const { line, refund } of run.links) {
    const own = places.get(line)
    if (!own || refund === undefined) continue
    const parts = allocate(
      refund,
      own.map((at) => rows[at]!.net),
      2,
    )
    own.forEach((at, n) => (refunds[at] = parts[n]!))
  }
  return refunds
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
      text(t(names.basis), ({ basis }) =>
        basis.map(({ document, article }) => `${document} ${article}`.trim()).join('；'),
      ),
      text(t(names.mark), ({ basis }) => t(strengthLabel[strengthOf(basis)])),
      text(t(names.dealt), ({ reason }) => reason ?? ''),
    ],
    findings,
  )
}
