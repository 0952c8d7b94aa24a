import { treatLines } from '#shared/rebate/treatment/treat'
import type { LineTreatment } from '#shared/rebate/treatment/treat'
import { precheckOf } from '#shared/rebate/book/claim'
import { historyOf, stateOfLine } from '#shared/rebate/book/life'
import { completeness } from '#shared/rebate/filing-papers'
import { landOn, readFeedback } from '#shared/rebate/life/feedback'
import { ledgerByMonth } from '#shared/rebate/life/ledger'
import type { LedgerMonth } from '#shared/rebate/life/ledger'
import { yearEnd } from '#shared/rebate/life/year-end'
import type { YearEnd } from '#shared/rebate/life/year-end'
import { noPapers, paperCase } from '#shared/rebate/book/tables'
import { DataRefusal } from '../../data/errors/refusal'
import type * as Port from '../../data/port'
import { sheetRows } from '../sheet-rows'
import { actOnLines, nothingExpected } from './batches'
import { resultOf, runNamed } from './check'
import { batchFacts, today } from './facts'
import { itemAnswers } from './item-facts'
import { keyOf } from './store'
import type { Line, RebateStore } from './store'

function lineNamed(store: RebateStore, key: string): Line {
  const found = store.lineOf.get(key)
  if (!found) throw new DataRefusal('missing', { table: 'rebateLines', id: key })
  return found
}

/** How a line is treated as its facts stand now. */
export function treatmentOf(store: RebateStore, key: string): LineTreatment {
  const line = lineNamed(store, key)
  const given = precheckOf(batchFacts(store, line.record.batch, today(store)))
  const own = given.lines.filter((one) => one.line === key)
  const [treated] = treatLines(
    {
      enterprise: given.claim.enterprise,
      lines: own,
      rateLibrary: given.library.entries,
      cancelledRefundList: given.cancelledRefundList ?? [],
    },
    given.asOf,
  )
  if (!treated) throw new DataRefusal('missing', { table: 'rebateLines', id: key })
  return treated
}

export function lineHistory(store: RebateStore, key: string): Port.RebateLineHistory {
  const { record } = lineNamed(store, key)
  const checkedAt = store.held.rebateBatches.get(record.batch)?.record.checkedAt
  return {
    key,
    linkNos: (store.linksOfItem.get(key) ?? []).map((link) => link.record.linkNo),
    state: stateOfLine(record, checkedAt),
    history: historyOf(record, checkedAt),
  }
}

/** Refund of each line of a batch by its newest run. */
export const refundsOf = (store: RebateStore, batch: string): ReadonlyMap<string, string> =>
  store.made(`refunds ${batch}`, () => makeRefunds(store, batch))

function makeRefunds(store: RebateStore, batch: string): Map<string, string> {
  const run = runNamed(store, batch)
  const lines = run ? resultOf(store, run).lines : []
  return new Map(lines.flatMap(({ key, refund }) => (refund === undefined ? [] : [[key, refund] as const])))
}

/** 疑点 of the tax office: each lands on its line as a fact of its history, its words as they came. */
export async function readFeedbackFile(
  store: RebateStore,
  batch: string,
  file: File,
  why: string,
): Promise<Port.RebateFeedback> {
  const feedback = readFeedback(await sheetRows(file))
  if (!feedback) throw new DataRefusal('no-feedback', { file: file.name })
  const lines = store.linesOf(batch)
  const known = lines.map((line) => ({
    line,
    key: keyOf(line),
    linkNo: (store.linksOfItem.get(keyOf(line)) ?? [])[0]?.record.linkNo ?? '',
  }))
  const words = new Map<Line, string[]>()
  const unplaced: Port.RebateFeedback['unplaced'] = []
  for (const row of feedback) {
    const at = landOn(row, known)
    const { row: number, linkNo, key, code, text } = row
    if (!at) unplaced.push({ row: number, linkNo, key, code, text })
    else words.set(at.line, [...(words.get(at.line) ?? []), [code, text].filter(Boolean).join(' ')])
  }
  let placed = 0
  for (const [line, told] of words) {
    const act = { event: 'question' as const, on: today(store), text: told.join('; ') }
    const { moved } = await actOnLines(store, batch, [line], act, nothingExpected, why || file.name)
    if (moved > 0) placed += told.length
    else {
      unplaced.push(...told.map((text) => ({ row: 0, linkNo: '', key: keyOf(line), code: '', text })))
    }
  }
  return { placed, unplaced }
}

export function ledger(store: RebateStore): LedgerMonth[] {
  return ledgerByMonth(
    [...store.held.rebateLines.values()]
      .filter(({ record }) => record.batch !== '')
      .map(({ record }) => {
        const key = keyOf({ record })
        const checkedAt = store.held.rebateBatches.get(record.batch)?.record.checkedAt
        return {
          key,
          linkNo: (store.linksOfItem.get(key) ?? [])[0]?.record.linkNo ?? '',
          exportDate: record.exportDate,
          refund: record.refund ?? refundsOf(store, record.batch).get(key) ?? '0',
          history: historyOf(record, checkedAt),
        }
      }),
  )
}

/** 年度清理: every known export of last year by what is open about it. */
export function yearEndOf(store: RebateStore, asOf: string): YearEnd {
  const year = String(Number(asOf.slice(0, 4)) - 1)
  const lines = [...store.items].flatMap(([key, { item }]) => {
    const record = store.lineOf.get(key)?.record
    const exportDate = item.exportDate ?? record?.exportDate
    if (exportDate === undefined || !exportDate.startsWith(year) || record?.exemptIn !== undefined) return []
    const batch = record ? store.held.rebateBatches.get(record.batch)?.record : undefined
    const kind = batch?.kind ?? store.enterprise?.type ?? 'trading'
    const papers = store.papersOf(item.no)?.record ?? noPapers(item.no, kind)
    const { fxStatus } = itemAnswers(store, record)
    const receipts = papers.receipts.filter((one) => one.item === undefined || one.item === item.item)
    // What was joined may be a part only; the 收汇台账 says whether it is all.
    const received =
      fxStatus === undefined
        ? receipts.length > 0
        : fxStatus === 'collected' ||
          fxStatus === 'deemedCollected' ||
          receipts.some(({ credit }) => credit === undefined)
    return [
      {
        id: key,
        exportDate,
        state: record ? stateOfLine(record, batch?.checkedAt) : ('undeclared' as const),
        refund: record?.refund ?? (record && refundsOf(store, record.batch).get(key)) ?? '0',
        summarised: true,
        hasInvoice: (store.linksOfItem.get(key)?.length ?? 0) > 0 || invoiceNamed(store, item),
        linkless: kind === 'manufacturer',
        collected: received,
        papersComplete: completeness(paperCase(papers), asOf).missing.length === 0,
      },
    ]
  })
  return yearEnd(lines, asOf)
}

/** Whether any invoice in the book names these goods. */
const invoiceNamed = (store: RebateStore, { name }: { name: string }): boolean =>
  store
    .made(
      'goods',
      () =>
        new Set(
          [...store.invoices.values()].flatMap(({ invoice }) =>
            invoice.lines.map((line) => line.name.replace(/^\*[^*]*\*/, '').trim()),
          ),
        ),
    )
    .has(name.trim())
