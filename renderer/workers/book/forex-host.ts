import type * as Port from '../../data/port'
import { telling } from './work/crews'
import { RebateHost } from './rebate-host'

/** 收汇与结汇 of the book; a worker of its own holds its facts and answers. */
export class ForexHost extends RebateHost implements Port.ForexPort {
  forexPage<T extends Port.ForexTable>(query: Port.ForexQuery<T>): Promise<Port.ForexPage<T>> {
    return this.crews.forex((desk) => desk.forexPage(query))
  }

  forexTotals(
    ...asked: Parameters<Port.ForexPort['forexTotals']>
  ): ReturnType<Port.ForexPort['forexTotals']> {
    return this.crews.forex((desk) => desk.forexTotals(...asked))
  }

  forexStatements(
    ...asked: Parameters<Port.ForexPort['forexStatements']>
  ): ReturnType<Port.ForexPort['forexStatements']> {
    return this.crews.forex((desk) => desk.forexStatements(...asked))
  }

  forexAccounts(
    ...asked: Parameters<Port.ForexPort['forexAccounts']>
  ): ReturnType<Port.ForexPort['forexAccounts']> {
    return this.crews.forex((desk) => desk.forexAccounts(...asked))
  }

  forexRates(...asked: Parameters<Port.ForexPort['forexRates']>): ReturnType<Port.ForexPort['forexRates']> {
    return this.crews.forex((desk) => desk.forexRates(...asked))
  }

  forexMissingRates(
    ...asked: Parameters<Port.ForexPort['forexMissingRates']>
  ): ReturnType<Port.ForexPort['forexMissingRates']> {
    return this.crews.forex((desk) => desk.forexMissingRates(...asked))
  }

  bankQuotes(...asked: Parameters<Port.ForexPort['bankQuotes']>): ReturnType<Port.ForexPort['bankQuotes']> {
    return this.crews.forex((desk) => desk.bankQuotes(...asked))
  }

  forexSubject(
    ...asked: Parameters<Port.ForexPort['forexSubject']>
  ): ReturnType<Port.ForexPort['forexSubject']> {
    return this.crews.forex((desk) => desk.forexSubject(...asked))
  }

  setForexSubject(
    ...asked: Parameters<Port.ForexPort['setForexSubject']>
  ): ReturnType<Port.ForexPort['setForexSubject']> {
    return this.crews.forex((desk) => desk.setForexSubject(...asked))
  }

  forexRules(...asked: Parameters<Port.ForexPort['forexRules']>): ReturnType<Port.ForexPort['forexRules']> {
    return this.crews.forex((desk) => desk.forexRules(...asked))
  }

  setForexRules(
    ...asked: Parameters<Port.ForexPort['setForexRules']>
  ): ReturnType<Port.ForexPort['setForexRules']> {
    return this.crews.forex((desk) => desk.setForexRules(...asked))
  }

  forexNotes<K extends Port.NoteKind>(kind: K): Promise<Port.ForexNoteView<K>[]> {
    return this.crews.forex((desk) => desk.forexNotes(kind))
  }

  putForexNote<K extends Port.NoteKind>(note: Port.ForexNoteDraft<K>, why: string): Promise<{ id: string }> {
    return this.crews.forex((desk) => desk.putForexNote(note, why))
  }

  dropForexNotes(
    ...asked: Parameters<Port.ForexPort['dropForexNotes']>
  ): ReturnType<Port.ForexPort['dropForexNotes']> {
    return this.crews.forex((desk) => desk.dropForexNotes(...asked))
  }

  forexCredit(
    ...asked: Parameters<Port.ForexPort['forexCredit']>
  ): ReturnType<Port.ForexPort['forexCredit']> {
    return this.crews.forex((desk) => desk.forexCredit(...asked))
  }

  revealForexCredit(
    ...asked: Parameters<Port.ForexPort['revealForexCredit']>
  ): ReturnType<Port.ForexPort['revealForexCredit']> {
    return this.crews.forex((desk) => desk.revealForexCredit(...asked))
  }

  claimForexCredits(
    ...asked: Parameters<Port.ForexPort['claimForexCredits']>
  ): ReturnType<Port.ForexPort['claimForexCredits']> {
    return this.crews.forex((desk) => desk.claimForexCredits(...asked))
  }

  unclaimForexCredits(
    ...asked: Parameters<Port.ForexPort['unclaimForexCredits']>
  ): ReturnType<Port.ForexPort['unclaimForexCredits']> {
    return this.crews.forex((desk) => desk.unclaimForexCredits(...asked))
  }

  answerForexCredit(
    ...asked: Parameters<Port.ForexPort['answerForexCredit']>
  ): ReturnType<Port.ForexPort['answerForexCredit']> {
    return this.crews.forex((desk) => desk.answerForexCredit(...asked))
  }

  linkForexOrders(
    ...asked: Parameters<Port.ForexPort['linkForexOrders']>
  ): ReturnType<Port.ForexPort['linkForexOrders']> {
    return this.crews.forex((desk) => desk.linkForexOrders(...asked))
  }

  explainForexCredit(
    ...asked: Parameters<Port.ForexPort['explainForexCredit']>
  ): ReturnType<Port.ForexPort['explainForexCredit']> {
    return this.crews.forex((desk) => desk.explainForexCredit(...asked))
  }

  answerForexNetting(
    ...asked: Parameters<Port.ForexPort['answerForexNetting']>
  ): ReturnType<Port.ForexPort['answerForexNetting']> {
    return this.crews.forex((desk) => desk.answerForexNetting(...asked))
  }

  suggestForexLinks(
    ...asked: Parameters<Port.ForexPort['suggestForexLinks']>
  ): ReturnType<Port.ForexPort['suggestForexLinks']> {
    return this.crews.forex((desk) => desk.suggestForexLinks(...asked))
  }

  applyForexSuggestion(
    ...asked: Parameters<Port.ForexPort['applyForexSuggestion']>
  ): ReturnType<Port.ForexPort['applyForexSuggestion']> {
    return this.crews.forex((desk) => desk.applyForexSuggestion(...asked))
  }

  tieForexMovement(
    ...asked: Parameters<Port.ForexPort['tieForexMovement']>
  ): ReturnType<Port.ForexPort['tieForexMovement']> {
    return this.crews.forex((desk) => desk.tieForexMovement(...asked))
  }

  forexGaps(...asked: Parameters<Port.ForexPort['forexGaps']>): ReturnType<Port.ForexPort['forexGaps']> {
    return this.crews.forex((desk) => desk.forexGaps(...asked))
  }

  runForexCheck(
    asOf: string,
    progress?: (p: Port.WorkProgress) => void,
  ): Promise<Port.ForexRunView | 'stopped'> {
    return this.crews.forex((desk) => desk.runForexCheck(asOf, telling(progress)))
  }

  cancelForexCheck(
    ...asked: Parameters<Port.ForexPort['cancelForexCheck']>
  ): ReturnType<Port.ForexPort['cancelForexCheck']> {
    return this.crews.forex((desk) => desk.cancelForexCheck(...asked))
  }

  forexRuns(...asked: Parameters<Port.ForexPort['forexRuns']>): ReturnType<Port.ForexPort['forexRuns']> {
    return this.crews.forex((desk) => desk.forexRuns(...asked))
  }

  forexFindings(
    ...asked: Parameters<Port.ForexPort['forexFindings']>
  ): ReturnType<Port.ForexPort['forexFindings']> {
    return this.crews.forex((desk) => desk.forexFindings(...asked))
  }

  dealWithForexFindings(
    ...asked: Parameters<Port.ForexPort['dealWithForexFindings']>
  ): ReturnType<Port.ForexPort['dealWithForexFindings']> {
    return this.crews.forex((desk) => desk.dealWithForexFindings(...asked))
  }

  takeForexDesk(
    ...asked: Parameters<Port.ForexPort['takeForexDesk']>
  ): ReturnType<Port.ForexPort['takeForexDesk']> {
    return this.crews.forex((desk) => desk.takeForexDesk(...asked))
  }

  forexExchange(
    ...asked: Parameters<Port.ForexPort['forexExchange']>
  ): ReturnType<Port.ForexPort['forexExchange']> {
    return this.crews.forex((desk) => desk.forexExchange(...asked))
  }

  checkForexIndividual(
    ...asked: Parameters<Port.ForexPort['checkForexIndividual']>
  ): ReturnType<Port.ForexPort['checkForexIndividual']> {
    return this.crews.forex((desk) => desk.checkForexIndividual(...asked))
  }

  forexReceiptForm(
    ...asked: Parameters<Port.ForexPort['forexReceiptForm']>
  ): ReturnType<Port.ForexPort['forexReceiptForm']> {
    return this.crews.forex((desk) => desk.forexReceiptForm(...asked))
  }

  forexApplication(
    ...asked: Parameters<Port.ForexPort['forexApplication']>
  ): ReturnType<Port.ForexPort['forexApplication']> {
    return this.crews.forex((desk) => desk.forexApplication(...asked))
  }

  forexRmbNote(
    ...asked: Parameters<Port.ForexPort['forexRmbNote']>
  ): ReturnType<Port.ForexPort['forexRmbNote']> {
    return this.crews.forex((desk) => desk.forexRmbNote(...asked))
  }

  presentForexCredits(
    ...asked: Parameters<Port.ForexPort['presentForexCredits']>
  ): ReturnType<Port.ForexPort['presentForexCredits']> {
    return this.crews.forex((desk) => desk.presentForexCredits(...asked))
  }

  withdrawForexCredits(
    ...asked: Parameters<Port.ForexPort['withdrawForexCredits']>
  ): ReturnType<Port.ForexPort['withdrawForexCredits']> {
    return this.crews.forex((desk) => desk.withdrawForexCredits(...asked))
  }

  noteForexConversion(
    ...asked: Parameters<Port.ForexPort['noteForexConversion']>
  ): ReturnType<Port.ForexPort['noteForexConversion']> {
    return this.crews.forex((desk) => desk.noteForexConversion(...asked))
  }

  forexDuties(
    ...asked: Parameters<Port.ForexPort['forexDuties']>
  ): ReturnType<Port.ForexPort['forexDuties']> {
    return this.crews.forex((desk) => desk.forexDuties(...asked))
  }

  forexCalendar(
    ...asked: Parameters<Port.ForexPort['forexCalendar']>
  ): ReturnType<Port.ForexPort['forexCalendar']> {
    return this.crews.forex((desk) => desk.forexCalendar(...asked))
  }

  forexEvidence(
    ...asked: Parameters<Port.ForexPort['forexEvidence']>
  ): ReturnType<Port.ForexPort['forexEvidence']> {
    return this.crews.forex((desk) => desk.forexEvidence(...asked))
  }

  forexMonths(
    ...asked: Parameters<Port.ForexPort['forexMonths']>
  ): ReturnType<Port.ForexPort['forexMonths']> {
    return this.crews.forex((desk) => desk.forexMonths(...asked))
  }

  forexMonth(...asked: Parameters<Port.ForexPort['forexMonth']>): ReturnType<Port.ForexPort['forexMonth']> {
    return this.crews.forex((desk) => desk.forexMonth(...asked))
  }

  tellForexDifferences(
    ...asked: Parameters<Port.ForexPort['tellForexDifferences']>
  ): ReturnType<Port.ForexPort['tellForexDifferences']> {
    return this.crews.forex((desk) => desk.tellForexDifferences(...asked))
  }

  typeForexVatSales(
    ...asked: Parameters<Port.ForexPort['typeForexVatSales']>
  ): ReturnType<Port.ForexPort['typeForexVatSales']> {
    return this.crews.forex((desk) => desk.typeForexVatSales(...asked))
  }

  correctForexMonth(
    ...asked: Parameters<Port.ForexPort['correctForexMonth']>
  ): ReturnType<Port.ForexPort['correctForexMonth']> {
    return this.crews.forex((desk) => desk.correctForexMonth(...asked))
  }

  closeForexMonth(
    ...asked: Parameters<Port.ForexPort['closeForexMonth']>
  ): ReturnType<Port.ForexPort['closeForexMonth']> {
    return this.crews.forex((desk) => desk.closeForexMonth(...asked))
  }

  forexAggregate(
    ...asked: Parameters<Port.ForexPort['forexAggregate']>
  ): ReturnType<Port.ForexPort['forexAggregate']> {
    return this.crews.forex((desk) => desk.forexAggregate(...asked))
  }

  forexTables(
    ...asked: Parameters<Port.ForexPort['forexTables']>
  ): ReturnType<Port.ForexPort['forexTables']> {
    return this.crews.forex((desk) => desk.forexTables(...asked))
  }

  forexPrint(...asked: Parameters<Port.ForexPort['forexPrint']>): ReturnType<Port.ForexPort['forexPrint']> {
    return this.crews.forex((desk) => desk.forexPrint(...asked))
  }

  forexCollections(
    ...asked: Parameters<Port.ForexPort['forexCollections']>
  ): ReturnType<Port.ForexPort['forexCollections']> {
    return this.crews.forex((desk) => desk.forexCollections(...asked))
  }
}
