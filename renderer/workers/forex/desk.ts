import { checkIndividual } from '#shared/forex/individuals'
import { checkLevels } from '#shared/forex/ledger/levels'
import { calendarFile } from '#shared/rebate/deadlines/calendar'
import { listImports } from '../../data/imports/begin'
import type { Language } from '#shared/model/text'
import type * as Port from '../../data/port'
import { command } from '../../data/write/command'
import { seldom } from '../job'
import * as applications from './applications'
import * as checks from './check'
import * as credits from './credits'
import * as duties from './duties'
import { incomingNamed, levelsOf } from './facts'
import * as forms from './forms'
import * as months from './months'
import * as outputs from './outputs'
import { page, selected } from './pages'
import * as settings from './settings'
import type { ForexStore } from './store'
import * as ties from './ties'
import * as views from './views'

type Asked<K extends keyof Port.ForexPort> = Parameters<Port.ForexPort[K]>

/** 收汇与结汇 of one open book: acts and looks in turn, each on what was committed before. */
export class ForexDesk implements Port.ForexPort {
  readonly #store: ForexStore
  #signal = { aborted: false }

  constructor(store: ForexStore) {
    this.#store = store
  }

  #do<T>(work: (store: ForexStore) => T | Promise<T>): Promise<T> {
    return this.#store.inTurn(async () => work(this.#store))
  }

  async #ids(filter: Port.Filter): Promise<string[]> {
    return (await selected(this.#store, { table: 'credits', filter })).rows.map(({ id }) => id)
  }

  forexPage<T extends Port.ForexTable>(query: Port.ForexQuery<T>): Promise<Port.ForexPage<T>> {
    return this.#do((store) => page(store, query))
  }

  forexTotals() {
    return this.#do((store) => views.totalsOf(store))
  }

  forexStatements() {
    return this.#do(async (store) => {
      const imports = await listImports(store.book.context)
      return views.statementViews(
        store,
        new Map(imports.map(({ id, record }) => [id, { file: record.file, at: record.startedAt }])),
      )
    })
  }

  forexAccounts() {
    return this.#do((store) => views.accountViews(store))
  }

  forexRates(query: Asked<'forexRates'>[0]) {
    return this.#do((store) => settings.ratePage(store, query))
  }

  forexMissingRates() {
    return this.#do((store) => settings.ratesMissing(store))
  }

  bankQuotes(query: Asked<'bankQuotes'>[0]) {
    return this.#do((store) => settings.quotePage(store, query))
  }

  forexSubject() {
    return this.#do((store) => store.subject)
  }

  setForexSubject(subject: Port.ForexSubject, why: string) {
    return this.#do((store) => settings.setSubject(store, subject, why))
  }

  forexRules() {
    return this.#do((store) => store.rules)
  }

  setForexRules(rules: Port.ForexRules, why: string) {
    return this.#do((store) => settings.setRules(store, rules, why))
  }

  forexNotes<K extends Port.NoteKind>(kind: K): Promise<Port.ForexNoteView<K>[]> {
    return this.#do((store) => settings.noteViews(store, kind))
  }

  putForexNote<K extends Port.NoteKind>(note: Port.ForexNoteDraft<K>, why: string): Promise<{ id: string }> {
    return this.#do((store) => settings.putNote(store, note as Port.ForexNoteDraft, why))
  }

  dropForexNotes(ids: string[], why: string) {
    return this.#do((store) => settings.dropNotes(store, ids, why))
  }

  forexCredit(id: string) {
    return this.#do((store) => views.creditView(store, id))
  }

  revealForexCredit(id: string, reason: string) {
    return this.#do(async (store) => {
      const one = await incomingNamed(store, id)
      const record = store.creditNamed(id)?.record
      await command(store.book.context, 'forex.reveal', store.who, reason, async () => [], {
        about: { credit: id },
        extra: { tables: [], run: () => Promise.resolve() },
      })
      return {
        payer: record?.answers.payer?.name ?? one.payerName,
        customer: record?.claim?.customer ?? '',
        text: one.credit.remittanceInfo ?? '',
      }
    })
  }

  claimForexCredits(filter: Port.Filter, claim: Port.ForexClaim, why: string) {
    return this.#do(async (store) => credits.claim(store, await this.#ids(filter), claim, why))
  }

  unclaimForexCredits(filter: Port.Filter, why: string) {
    return this.#do(async (store) => credits.unclaim(store, await this.#ids(filter), why))
  }

  answerForexCredit(id: string, answers: Port.CreditAnswers, why: string) {
    return this.#do((store) => credits.answer(store, id, answers, why))
  }

  linkForexOrders(id: string, lines: Port.CreditLine[], why: string) {
    return this.#do((store) => credits.linkOrders(store, id, lines, why))
  }

  explainForexCredit(id: string, differences: Port.ForexCreditView['differences'], why: string) {
    return this.#do((store) =>
      credits.changeCredits(store, 'forex.explain', [id], why, () => (credit) => ({
        ...credit,
        differences,
      })),
    )
  }

  answerForexNetting(id: string, netting: Port.NettingAnswers, why: string) {
    return this.#do((store) =>
      credits.changeCredits(store, 'forex.netting', [id], why, () => (credit) => ({ ...credit, netting })),
    )
  }

  suggestForexLinks() {
    return this.#do((store) => ties.suggestion(store))
  }

  applyForexSuggestion(why: string) {
    return this.#do((store) => ties.applySuggestion(store, why))
  }

  tieForexMovement(id: string, tie: Asked<'tieForexMovement'>[1], why: string) {
    return this.#do((store) => ties.tieMovement(store, id, tie, why))
  }

  tieForexSettlement(id: string, creditId: string | undefined, why: string) {
    return this.#do((store) => ties.tieSettlement(store, id, creditId, why))
  }

  forexGaps() {
    return this.#do(async (store) => checkLevels(await levelsOf(store)))
  }

  runForexCheck(asOf: string, progress?: (p: Port.WorkProgress) => void) {
    return this.#do((store) => {
      this.#signal = { aborted: false }
      return checks.runCheck(store, asOf, this.#signal, seldom(progress ?? (() => undefined)))
    })
  }

  /** Not in turn: it is meant for what is running. */
  cancelForexCheck(): Promise<void> {
    this.#signal.aborted = true
    return Promise.resolve()
  }

  forexRuns() {
    return this.#do((store) => Promise.all(store.runs().map((run) => checks.runView(store, run))))
  }

  forexFindings(query: Port.ForexFindingQuery) {
    return this.#do((store) => checks.pageFindings(store, query))
  }

  dealWithForexFindings(credit: string, findings: string[], reason: string) {
    return this.#do((store) => checks.dealWith(store, credit, findings, reason))
  }

  takeForexDesk(answer: Asked<'takeForexDesk'>[0], why: string) {
    return this.#do((store) => checks.takeDesk(store, answer, why))
  }

  forexExchange(asOf: string) {
    return this.#do((store) => checks.exchangeOf(store, asOf))
  }

  checkForexIndividual(input: Asked<'checkForexIndividual'>[0], asOf: string) {
    return this.#do(() => checkIndividual(input, asOf))
  }

  forexReceiptForm(id: string, answers: Asked<'forexReceiptForm'>[1]) {
    return this.#do((store) => forms.formOf(store, id, answers))
  }

  forexApplication(...[id, answers, no]: Asked<'forexApplication'>) {
    return this.#do((store) => applications.applicationOf(store, id, answers, no))
  }

  submitForexApplication(...[id, no, on, why]: Asked<'submitForexApplication'>) {
    return this.#do((store) => applications.submitApplication(store, id, no, on, why))
  }

  returnForexApplication(...[id, no, on, reason]: Asked<'returnForexApplication'>) {
    return this.#do((store) => applications.returnApplication(store, id, no, on, reason))
  }

  forexRmbNote(id: string, answers: Asked<'forexRmbNote'>[1]) {
    return this.#do((store) => forms.rmbNoteOf(store, id, answers))
  }

  keepForexForm(id: string, form: Asked<'keepForexForm'>[1], why: string) {
    return this.#do((store) => forms.keepForm(store, id, form, why))
  }

  dropForexForm(...[id, form, why, no]: Asked<'dropForexForm'>) {
    return this.#do((store) => forms.dropForm(store, id, form, why, no))
  }

  presentForexCredits(ids: string[], on: string, why: string) {
    return this.#do((store) => checks.present(store, ids, on, why))
  }

  withdrawForexCredits(ids: string[], why: string) {
    return this.#do((store) => checks.withdraw(store, ids, why))
  }

  noteForexConversion(id: string, conversion: Asked<'noteForexConversion'>[1], why: string) {
    return this.#do((store) => credits.noteConversion(store, id, conversion, why))
  }

  forexDuties(asOf: string) {
    return this.#do((store) => duties.dutiesOf(store, asOf))
  }

  forexCalendar(asOf: string, language: Asked<'forexCalendar'>[1]) {
    return this.#do(async (store) => {
      const { entries } = await duties.dutiesOf(store, asOf)
      return calendarFile(entries, store.book.context.now(), language, 'Duties of receipts')
    })
  }

  forexEvidence(choice: Port.ForexEvidenceChoice, software = 'Yiguan') {
    return this.#do((store) => outputs.evidenceOf(store, choice, software))
  }

  forexMonths() {
    return this.#do((store) => months.monthRows(store))
  }

  forexMonth(month: string, shop: string, currency: string) {
    return this.#do((store) => months.monthView(store, { month, shop, currency }))
  }

  tellForexDifferences(...[month, shop, currency, told, why]: Asked<'tellForexDifferences'>) {
    return this.#do((store) => months.tellDifferences(store, { month, shop, currency }, told, why))
  }

  typeForexVatSales(...[month, shop, currency, amount, why]: Asked<'typeForexVatSales'>) {
    return this.#do((store) => months.typeVatSales(store, { month, shop, currency }, amount, why))
  }

  correctForexMonth(...[month, shop, currency, correction]: Asked<'correctForexMonth'>) {
    return this.#do((store) => months.correctMonth(store, { month, shop, currency }, correction))
  }

  closeForexMonth(month: string, shop: string, currency: string, why: string) {
    return this.#do((store) => months.closeMonth(store, { month, shop, currency }, why))
  }

  forexAggregate(asOf: string) {
    return this.#do((store) => duties.aggregateOf(store, asOf))
  }

  forexTables(which: Port.ForexTables, language: Language = 'zh') {
    return this.#do(async (store) => [await outputs.tableOf(store, which, language)])
  }

  forexPrint(which: Port.ForexTables, language: Language, software = 'Yiguan') {
    return this.#do((store) => outputs.printOf(store, which, language, software))
  }

  forexCollections(asOf: string) {
    return this.#do((store) => duties.collectionView(store, asOf))
  }
}
