import type * as Port from '../../data/port'
import { loadCodeBook } from '#shared/codes/load'
import { batchFigures } from '#shared/rebate/allocation/figures'
import { entryRemarks } from '#shared/rebate/book/entry-remarks'
import { claimKey } from '#shared/rebate/keys'
import type { Language } from '#shared/model/text'
import type { SimplifiedList } from '#shared/rebate/exempt/sales'
import type { FxFact } from '#shared/model/rebate/facts'
import type { DeclarationItem } from '#shared/model/rebate/export-line'
import { seldom } from '../job'
import { AfterDesk } from './after/desk'
import { preRefundsOf } from './after/pre-refunds'
import { claimedOf } from './after/returned'
import * as batches from './batches'
import * as checks from './check'
import * as exempt from './exempt'
import * as life from './life'
import * as links from './links'
import * as outputs from './outputs'
import { dateItems } from './export-dates'
import { page, selected } from './pages'
import { searchRebate } from './search'
import { joinKnownReceipts } from './receipts'
import { takeSelfCheck } from './self-check'
import type { Line, RebateStore } from './store'
import { batchView, figuresOfLink, fobsOfBatch, lastPurchases, runView } from './views'
import { linesAndPapers } from './facts'

const uncoveredListed = 200

const expectedOf = (store: RebateStore, batch: string): batches.Expected => ({
  refunds: life.refundsOf(store, batch),
  preRefunds: preRefundsOf(store, batch),
  claimed: claimedOf(store, batch),
})

/** Lines of a batch by a filter; all of them without one. */
function linesBy(store: RebateStore, batch: string, filter?: Port.Filter): Line[] {
  if (!filter) return store.linesOf(batch)
  const { rows } = selected(store, { table: 'lines', batch, filter })
  return rows.flatMap(({ id }) => store.lineOf.get(id) ?? [])
}

/** 出口退税 of one open book: acts and looks in turn, each on what was committed before. */
export class RebateDesk extends AfterDesk implements Port.RebatePort {
  #signal = { aborted: false }

  rebateSearch(text: string) {
    return this.do((store) => searchRebate(store, text))
  }

  rebateFound(id: string) {
    return this.do((store) => store.found.get(id))
  }

  rebatePage<T extends Port.RebateTable>(query: Port.RebateQuery<T>): Promise<Port.RebatePage<T>> {
    return this.do((store) => page(store, query))
  }

  rebateItem(key: string): Promise<DeclarationItem | undefined> {
    return this.do((store) => {
      const item = store.items.get(key)?.item
      const exportDate = item?.exportDate ?? store.lineOf.get(key)?.record.exportDate
      return item && { ...item, exportDate: exportDate ?? '' }
    })
  }

  remarksOnEntry(...[values, items]: Parameters<Port.RebatePort['remarksOnEntry']>) {
    return this.do(async (store) => {
      const codes = await loadCodeBook({}, ['unit'])
      const unit = (code: string) => codes.lookup('unit', code)?.zh ?? code
      return entryRemarks(values, items, lastPurchases(store), unit)
    })
  }

  rateEditions(): Promise<Port.RateEdition[]> {
    return this.do((store) => store.editions)
  }

  fxRates(query: Parameters<Port.RebatePort['fxRates']>[0]): ReturnType<Port.RebatePort['fxRates']> {
    return this.do((store) => {
      const has = ({ kind, currency }: FxFact) =>
        (query.kind === undefined || kind === query.kind) &&
        (query.currency === undefined || currency === query.currency)
      const rows = store.fx.filter(has).sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
      return {
        total: rows.length,
        rows: rows
          .slice(query.offset, query.offset + query.limit)
          .map(({ kind, currency, date, rate, origin }) => ({
            id: `${kind} ${currency} ${date}`,
            kind,
            currency,
            date,
            rate,
            source: origin,
          })),
      }
    })
  }

  rebateEnterprise() {
    return this.do((store) => store.enterprise)
  }

  setRebateEnterprise(enterprise: Parameters<Port.RebatePort['setRebateEnterprise']>[0], why: string) {
    return this.do((store) => batches.setEnterprise(store, enterprise, why))
  }

  rebateRules() {
    return this.do((store) => store.rules)
  }

  setRebateRules(rules: Port.RebateRules, why: string) {
    return this.do((store) => batches.setRules(store, rules, why))
  }

  rebateBatches() {
    return this.do((store) =>
      [...store.held.rebateBatches.values()]
        .sort((a, b) => (a.record.createdAt < b.record.createdAt ? 1 : -1))
        .map((batch) => batchView(store, batch)),
    )
  }

  rebateBatch(id: string) {
    return this.do((store) => batchView(store, store.batch(id)))
  }

  newRebateBatch(choice: Parameters<Port.RebatePort['newRebateBatch']>[0], why: string) {
    return this.do((store) => batches.newBatch(store, choice, why))
  }

  editRebateBatch(id: string, edit: Parameters<Port.RebatePort['editRebateBatch']>[1], why: string) {
    return this.do((store) => {
      const { answers, note, manufacturer } = edit
      if (answers || manufacturer) store.openBatch(id)
      return batches.changeBatch(store, 'rebate.edit', id, why, (batch) => ({
        ...batch,
        ...(answers && { answers }),
        ...(note !== undefined && { note }),
        ...(manufacturer && { manufacturer }),
      }))
    })
  }

  dropRebateBatch(id: string, why: string) {
    return this.do((store) => batches.dropBatch(store, id, why))
  }

  chooseRebateLines(batch: string, items: Port.Filter, why: string) {
    return this.do((store) => {
      const { rows } = selected(store, { table: 'items', filter: items })
      return batches.chooseLines(store, batch, rows, why)
    })
  }

  dateRebateItems(...[{ batch, filter }, exportDate, why]: Parameters<Port.RebatePort['dateRebateItems']>) {
    return this.do((store) => {
      const table = batch === undefined ? 'items' : 'lines'
      const { rows } = selected(store, { table, ...(batch !== undefined && { batch }), filter })
      return dateItems(store, rows, exportDate, why)
    })
  }

  giveBackRebateLines(batch: string, lines: Port.Filter, why: string) {
    return this.do((store) => batches.giveBack(store, batch, linesBy(store, batch, lines), why))
  }

  answerRebateLines(batch: string, lines: Port.Filter, answers: Port.RebateAnswers, why: string) {
    return this.do((store) => batches.answerLines(store, batch, linesBy(store, batch, lines), answers, why))
  }

  rebateLineAnswers(key: string) {
    return this.do((store) => {
      const line = store.lineOf.get(key)?.record
      const batch = line && store.held.rebateBatches.get(line.batch)?.record
      return { own: line?.answers ?? {}, batch: batch?.answers ?? {} }
    })
  }

  rebateTreatment(key: string) {
    return this.do((store) => life.treatmentOf(store, key))
  }

  rebateHistory(key: string) {
    return this.do((store) => life.lineHistory(store, key))
  }

  suggestRebateLinks(batch: string): Promise<Port.RebateSuggestion> {
    return this.do((store) => {
      let serial = 0
      const { allocations, uncovered } = links.suggestion(store, batch, () => String(++serial))
      const { lines } = linesAndPapers(store, batch)
      const fobs = fobsOfBatch(store, store.batch(batch))
      const figures = allocations.map((one) => figuresOfLink(store, lines, fobs, one))
      return {
        links: allocations.length,
        sums: batchFigures(figures),
        uncovered: uncovered.slice(0, uncoveredListed).map(({ item, missing, reason }) => ({
          key: claimKey(item.no, item.item),
          name: item.name,
          missing,
          unit: item.unit ?? '',
          reason,
        })),
        uncoveredCount: uncovered.length,
      }
    })
  }

  applyRebateSuggestion(batch: string, why: string) {
    return this.do((store) => links.applySuggestion(store, batch, why))
  }

  linkRebate(batch: string, sides: Parameters<Port.RebatePort['linkRebate']>[1], why: string) {
    return this.do((store) => links.linkByHand(store, batch, sides, why))
  }

  unlinkRebate(batch: string, linkNos: string[], why: string) {
    return this.do((store) => links.unlink(store, batch, linkNos, why))
  }

  mergeRebateLinks(batch: string, into: string, from: string, why: string) {
    return this.do((store) => links.mergeLinks(store, batch, into, from, why))
  }

  splitRebateLink(
    batch: string,
    linkNo: string,
    leaving: { exports: number[]; purchases: number[] },
    why: string,
  ) {
    return this.do((store) => links.splitLink(store, batch, linkNo, leaving, why))
  }

  runRebateCheck(batch: string, asOf: string, progress?: (p: Port.WorkProgress) => void) {
    return this.do((store) => {
      this.#signal = { aborted: false }
      return checks.runCheck(store, batch, asOf, this.#signal, seldom(progress ?? (() => undefined)))
    })
  }

  /** Not in turn: it is meant for what is running. */
  cancelRebateCheck(): Promise<void> {
    this.#signal.aborted = true
    return Promise.resolve()
  }

  rebateRuns(batch: string) {
    return this.do((store) => store.runsOf(batch).map((run) => runView(store, run)))
  }

  rebateFindings(query: Port.RebateFindingQuery) {
    return this.do((store) => checks.pageFindings(store, query))
  }

  dealWithRebateFindings(batch: string, findings: string[], reason: string) {
    return this.do((store) => checks.dealWith(store, batch, findings, reason))
  }

  rebateFigures(batch: string) {
    return this.do((store) => checks.figuresOf(store, batch))
  }

  explainRebateLink(batch: string, linkNo: string) {
    return this.do((store) => checks.explainOne(store, batch, linkNo))
  }

  compareRebateRuns(batch: string, before: number, after: number) {
    return this.do((store) => checks.compare(store, batch, before, after))
  }

  rebateBatchEnds(asOf: string) {
    return this.do((store) => checks.batchEnds(store, asOf))
  }

  rebateDeadlines(batch: string, asOf: string) {
    return this.do((store) => checks.deadlines(store, batch, asOf))
  }

  rebatePapers(batch: string, asOf: string) {
    return this.do((store) => outputs.papersOf(store, batch, asOf))
  }

  putRebatePapers(record: Port.RebatePapers, rev: number, why: string) {
    return this.do((store) => outputs.putPapers(store, record, rev, why))
  }

  joinRebateReceipts(...[batch, known, why]: Parameters<Port.RebatePort['joinRebateReceipts']>) {
    return this.do((store) => joinKnownReceipts(store, batch, known, why))
  }

  placeRebatePapers(names: string[]) {
    return this.do((store) => outputs.placePapers(store, names))
  }

  actOnRebateLines(batch: string, act: Parameters<Port.RebatePort['actOnRebateLines']>[1], why: string) {
    return this.do((store) => {
      const { lines, ...rest } = act
      const chosen = linesBy(store, batch, lines)
      return batches.actOnLines(store, batch, chosen, rest, expectedOf(store, batch), why)
    })
  }

  takeRebateSelfCheck(...[batch, answer, why]: Parameters<Port.RebatePort['takeRebateSelfCheck']>) {
    return this.do((store) => takeSelfCheck(store, batch, answer, why))
  }

  readRebateFeedback(batch: string, file: File, why: string) {
    return this.do((store) => life.readFeedbackFile(store, batch, file, why))
  }

  rebateTables(batch: string, which: Port.RebateTables, language: Language = 'zh') {
    return this.do((store) => {
      outputs.refuseEmpty(store, batch)
      return outputs.tablesOf(store, batch, which, language)
    })
  }

  rebateExchange(batch: string) {
    return this.do((store) => {
      outputs.refuseEmpty(store, batch)
      return outputs.exchangeOf(store, batch)
    })
  }

  rebateCalendar(batch: string, language: Parameters<Port.RebatePort['rebateCalendar']>[1]) {
    return this.do((store) => outputs.calendarFileOf(store, batch, language))
  }

  rebatePrint(batch: string, language: Parameters<Port.RebatePort['rebatePrint']>[1], software = 'Yiguan') {
    return this.do((store) => {
      outputs.refuseEmpty(store, batch)
      return outputs.printOf(store, batch, language, software)
    })
  }

  /** @param lists 清单 of 简化申报 that were closed in the month: the book worker holds them */
  exemptMonth(period: string, lists: readonly SimplifiedList[] = []) {
    return this.do((store) => exempt.exemptView(store, period, lists))
  }

  exemptPrint(
    period: string,
    language: Language,
    software = 'Yiguan',
    lists: readonly SimplifiedList[] = [],
  ) {
    return this.do((store) => exempt.exemptPrint(store, period, lists, language, software))
  }

  declareExempt(period: string, why: string, lists: readonly SimplifiedList[] = []) {
    return this.do((store) => exempt.declareExempt(store, period, lists, why))
  }

  rebateLedger() {
    return this.do((store) => life.ledger(store))
  }

  rebateYearEnd(asOf: string) {
    return this.do((store) => life.yearEndOf(store, asOf))
  }
}
