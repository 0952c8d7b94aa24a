import { businessDay } from '#shared/declaration/shanghai'
import { readCurrency } from '#shared/import/clean/currency'
import type { SimplifiedList } from '#shared/rebate/exempt/sales'
import type * as Port from '../../data/port'
import { telling } from './work/crews'
import { WorkHost } from './work-host'

/** 出口退税 of the book; a worker of its own holds its facts and answers. */
export class RebateHost extends WorkHost implements Port.RebatePort {
  rebateSearch(
    ...asked: Parameters<Port.RebatePort['rebateSearch']>
  ): ReturnType<Port.RebatePort['rebateSearch']> {
    return this.crews.rebate((desk) => desk.rebateSearch(...asked))
  }

  rebateFound(
    ...asked: Parameters<Port.RebatePort['rebateFound']>
  ): ReturnType<Port.RebatePort['rebateFound']> {
    return this.crews.rebate((desk) => desk.rebateFound(...asked))
  }

  rebatePage<T extends Port.RebateTable>(query: Port.RebateQuery<T>): Promise<Port.RebatePage<T>> {
    return this.crews.rebate((desk) => desk.rebatePage(query))
  }

  rebateItem(...asked: Parameters<Port.RebatePort['rebateItem']>): ReturnType<Port.RebatePort['rebateItem']> {
    return this.crews.rebate((desk) => desk.rebateItem(...asked))
  }

  remarksOnEntry(
    ...asked: Parameters<Port.RebatePort['remarksOnEntry']>
  ): ReturnType<Port.RebatePort['remarksOnEntry']> {
    return this.crews.rebate((desk) => desk.remarksOnEntry(...asked))
  }

  rateEditions(
    ...asked: Parameters<Port.RebatePort['rateEditions']>
  ): ReturnType<Port.RebatePort['rateEditions']> {
    return this.crews.rebate((desk) => desk.rateEditions(...asked))
  }

  fxRates(...asked: Parameters<Port.RebatePort['fxRates']>): ReturnType<Port.RebatePort['fxRates']> {
    return this.crews.rebate((desk) => desk.fxRates(...asked))
  }

  rebateEnterprise(
    ...asked: Parameters<Port.RebatePort['rebateEnterprise']>
  ): ReturnType<Port.RebatePort['rebateEnterprise']> {
    return this.crews.rebate((desk) => desk.rebateEnterprise(...asked))
  }

  setRebateEnterprise(
    ...asked: Parameters<Port.RebatePort['setRebateEnterprise']>
  ): ReturnType<Port.RebatePort['setRebateEnterprise']> {
    return this.crews.rebate((desk) => desk.setRebateEnterprise(...asked))
  }

  rebateRules(
    ...asked: Parameters<Port.RebatePort['rebateRules']>
  ): ReturnType<Port.RebatePort['rebateRules']> {
    return this.crews.rebate((desk) => desk.rebateRules(...asked))
  }

  setRebateRules(
    ...asked: Parameters<Port.RebatePort['setRebateRules']>
  ): ReturnType<Port.RebatePort['setRebateRules']> {
    return this.crews.rebate((desk) => desk.setRebateRules(...asked))
  }

  rebateBatches(
    ...asked: Parameters<Port.RebatePort['rebateBatches']>
  ): ReturnType<Port.RebatePort['rebateBatches']> {
    return this.crews.rebate((desk) => desk.rebateBatches(...asked))
  }

  rebateBatch(
    ...asked: Parameters<Port.RebatePort['rebateBatch']>
  ): ReturnType<Port.RebatePort['rebateBatch']> {
    return this.crews.rebate((desk) => desk.rebateBatch(...asked))
  }

  newRebateBatch(
    ...asked: Parameters<Port.RebatePort['newRebateBatch']>
  ): ReturnType<Port.RebatePort['newRebateBatch']> {
    return this.crews.rebate((desk) => desk.newRebateBatch(...asked))
  }

  editRebateBatch(
    ...asked: Parameters<Port.RebatePort['editRebateBatch']>
  ): ReturnType<Port.RebatePort['editRebateBatch']> {
    return this.crews.rebate((desk) => desk.editRebateBatch(...asked))
  }

  dropRebateBatch(
    ...asked: Parameters<Port.RebatePort['dropRebateBatch']>
  ): ReturnType<Port.RebatePort['dropRebateBatch']> {
    return this.crews.rebate((desk) => desk.dropRebateBatch(...asked))
  }

  chooseRebateLines(
    ...asked: Parameters<Port.RebatePort['chooseRebateLines']>
  ): ReturnType<Port.RebatePort['chooseRebateLines']> {
    return this.crews.rebate((desk) => desk.chooseRebateLines(...asked))
  }

  dateRebateItems(
    ...asked: Parameters<Port.RebatePort['dateRebateItems']>
  ): ReturnType<Port.RebatePort['dateRebateItems']> {
    return this.crews.rebate((desk) => desk.dateRebateItems(...asked))
  }

  giveBackRebateLines(
    ...asked: Parameters<Port.RebatePort['giveBackRebateLines']>
  ): ReturnType<Port.RebatePort['giveBackRebateLines']> {
    return this.crews.rebate((desk) => desk.giveBackRebateLines(...asked))
  }

  answerRebateLines(
    ...asked: Parameters<Port.RebatePort['answerRebateLines']>
  ): ReturnType<Port.RebatePort['answerRebateLines']> {
    return this.crews.rebate((desk) => desk.answerRebateLines(...asked))
  }

  rebateLineAnswers(
    ...asked: Parameters<Port.RebatePort['rebateLineAnswers']>
  ): ReturnType<Port.RebatePort['rebateLineAnswers']> {
    return this.crews.rebate((desk) => desk.rebateLineAnswers(...asked))
  }

  rebateTreatment(
    ...asked: Parameters<Port.RebatePort['rebateTreatment']>
  ): ReturnType<Port.RebatePort['rebateTreatment']> {
    return this.crews.rebate((desk) => desk.rebateTreatment(...asked))
  }

  rebateHistory(
    ...asked: Parameters<Port.RebatePort['rebateHistory']>
  ): ReturnType<Port.RebatePort['rebateHistory']> {
    return this.crews.rebate((desk) => desk.rebateHistory(...asked))
  }

  suggestRebateLinks(
    ...asked: Parameters<Port.RebatePort['suggestRebateLinks']>
  ): ReturnType<Port.RebatePort['suggestRebateLinks']> {
    return this.crews.rebate((desk) => desk.suggestRebateLinks(...asked))
  }

  applyRebateSuggestion(
    ...asked: Parameters<Port.RebatePort['applyRebateSuggestion']>
  ): ReturnType<Port.RebatePort['applyRebateSuggestion']> {
    return this.crews.rebate((desk) => desk.applyRebateSuggestion(...asked))
  }

  linkRebate(...asked: Parameters<Port.RebatePort['linkRebate']>): ReturnType<Port.RebatePort['linkRebate']> {
    return this.crews.rebate((desk) => desk.linkRebate(...asked))
  }

  unlinkRebate(
    ...asked: Parameters<Port.RebatePort['unlinkRebate']>
  ): ReturnType<Port.RebatePort['unlinkRebate']> {
    return this.crews.rebate((desk) => desk.unlinkRebate(...asked))
  }

  mergeRebateLinks(
    ...asked: Parameters<Port.RebatePort['mergeRebateLinks']>
  ): ReturnType<Port.RebatePort['mergeRebateLinks']> {
    return this.crews.rebate((desk) => desk.mergeRebateLinks(...asked))
  }

  splitRebateLink(
    ...asked: Parameters<Port.RebatePort['splitRebateLink']>
  ): ReturnType<Port.RebatePort['splitRebateLink']> {
    return this.crews.rebate((desk) => desk.splitRebateLink(...asked))
  }

  runRebateCheck(
    batch: string,
    asOf: string,
    progress?: (p: Port.WorkProgress) => void,
  ): Promise<Port.RebateRunView | 'stopped'> {
    return this.crews.rebate((desk) => desk.runRebateCheck(batch, asOf, telling(progress)))
  }

  cancelRebateCheck(
    ...asked: Parameters<Port.RebatePort['cancelRebateCheck']>
  ): ReturnType<Port.RebatePort['cancelRebateCheck']> {
    return this.crews.rebate((desk) => desk.cancelRebateCheck(...asked))
  }

  rebateRuns(...asked: Parameters<Port.RebatePort['rebateRuns']>): ReturnType<Port.RebatePort['rebateRuns']> {
    return this.crews.rebate((desk) => desk.rebateRuns(...asked))
  }

  rebateFindings(
    ...asked: Parameters<Port.RebatePort['rebateFindings']>
  ): ReturnType<Port.RebatePort['rebateFindings']> {
    return this.crews.rebate((desk) => desk.rebateFindings(...asked))
  }

  dealWithRebateFindings(
    ...asked: Parameters<Port.RebatePort['dealWithRebateFindings']>
  ): ReturnType<Port.RebatePort['dealWithRebateFindings']> {
    return this.crews.rebate((desk) => desk.dealWithRebateFindings(...asked))
  }

  rebateFigures(
    ...asked: Parameters<Port.RebatePort['rebateFigures']>
  ): ReturnType<Port.RebatePort['rebateFigures']> {
    return this.crews.rebate((desk) => desk.rebateFigures(...asked))
  }

  explainRebateLink(
    ...asked: Parameters<Port.RebatePort['explainRebateLink']>
  ): ReturnType<Port.RebatePort['explainRebateLink']> {
    return this.crews.rebate((desk) => desk.explainRebateLink(...asked))
  }

  compareRebateRuns(
    ...asked: Parameters<Port.RebatePort['compareRebateRuns']>
  ): ReturnType<Port.RebatePort['compareRebateRuns']> {
    return this.crews.rebate((desk) => desk.compareRebateRuns(...asked))
  }

  rebateBatchEnds(
    ...asked: Parameters<Port.RebatePort['rebateBatchEnds']>
  ): ReturnType<Port.RebatePort['rebateBatchEnds']> {
    return this.crews.rebate((desk) => desk.rebateBatchEnds(...asked))
  }

  rebateDeadlines(
    ...asked: Parameters<Port.RebatePort['rebateDeadlines']>
  ): ReturnType<Port.RebatePort['rebateDeadlines']> {
    return this.crews.rebate((desk) => desk.rebateDeadlines(...asked))
  }

  rebatePapers(
    ...asked: Parameters<Port.RebatePort['rebatePapers']>
  ): ReturnType<Port.RebatePort['rebatePapers']> {
    return this.crews.rebate((desk) => desk.rebatePapers(...asked))
  }

  putRebatePapers(
    ...asked: Parameters<Port.RebatePort['putRebatePapers']>
  ): ReturnType<Port.RebatePort['putRebatePapers']> {
    return this.crews.rebate((desk) => desk.putRebatePapers(...asked))
  }

  joinRebateReceipts(
    ...asked: Parameters<Port.RebatePort['joinRebateReceipts']>
  ): ReturnType<Port.RebatePort['joinRebateReceipts']> {
    return this.crews.rebate((desk) => desk.joinRebateReceipts(...asked))
  }

  placeRebatePapers(
    ...asked: Parameters<Port.RebatePort['placeRebatePapers']>
  ): ReturnType<Port.RebatePort['placeRebatePapers']> {
    return this.crews.rebate((desk) => desk.placeRebatePapers(...asked))
  }

  actOnRebateLines(
    ...asked: Parameters<Port.RebatePort['actOnRebateLines']>
  ): ReturnType<Port.RebatePort['actOnRebateLines']> {
    return this.crews.rebate((desk) => desk.actOnRebateLines(...asked))
  }

  takeRebateSelfCheck(
    ...asked: Parameters<Port.RebatePort['takeRebateSelfCheck']>
  ): ReturnType<Port.RebatePort['takeRebateSelfCheck']> {
    return this.crews.rebate((desk) => desk.takeRebateSelfCheck(...asked))
  }

  readRebateFeedback(
    ...asked: Parameters<Port.RebatePort['readRebateFeedback']>
  ): ReturnType<Port.RebatePort['readRebateFeedback']> {
    return this.crews.rebate((desk) => desk.readRebateFeedback(...asked))
  }

  rebateTables(
    ...asked: Parameters<Port.RebatePort['rebateTables']>
  ): ReturnType<Port.RebatePort['rebateTables']> {
    return this.crews.rebate((desk) => desk.rebateTables(...asked))
  }

  rebateExchange(
    ...asked: Parameters<Port.RebatePort['rebateExchange']>
  ): ReturnType<Port.RebatePort['rebateExchange']> {
    return this.crews.rebate((desk) => desk.rebateExchange(...asked))
  }

  rebateCalendar(
    ...asked: Parameters<Port.RebatePort['rebateCalendar']>
  ): ReturnType<Port.RebatePort['rebateCalendar']> {
    return this.crews.rebate((desk) => desk.rebateCalendar(...asked))
  }

  rebatePrint(
    ...asked: Parameters<Port.RebatePort['rebatePrint']>
  ): ReturnType<Port.RebatePort['rebatePrint']> {
    return this.crews.rebate((desk) => desk.rebatePrint(...asked))
  }

  async exemptMonth(period: string): Promise<Port.ExemptView> {
    const lists = await this.#simplified(period)
    return this.crews.rebate((desk) => desk.exemptMonth(period, lists))
  }

  async exemptPrint(
    ...[period, language, software]: Parameters<Port.RebatePort['exemptPrint']>
  ): ReturnType<Port.RebatePort['exemptPrint']> {
    const lists = await this.#simplified(period)
    return this.crews.rebate((desk) => desk.exemptPrint(period, language, software, lists))
  }

  async declareExempt(period: string, why: string): Promise<number> {
    const lists = await this.#simplified(period)
    return this.crews.rebate((desk) => desk.declareExempt(period, why, lists))
  }

  /** 清单 of 简化申报 that were closed in a month; their currency in letters, as exchange rates name it. */
  async #simplified(period: string): Promise<SimplifiedList[]> {
    const { projection } = await this.settled()
    projection.settle()
    const rows = projection.table('lists')
    return projection.summary.simplifiedOf(period).flatMap(({ id, invtNo, closedAt }) => {
      const row = rows.get(id)
      if (!row || invtNo === '') return []
      const { copNo, shop, country, currency, amount } = row
      return [
        {
          ...{ id, invtNo, copNo, shop, country, amount },
          currency: readCurrency(currency) ?? currency,
          closedOn: businessDay(closedAt),
        },
      ]
    })
  }

  rebateLedger(
    ...asked: Parameters<Port.RebatePort['rebateLedger']>
  ): ReturnType<Port.RebatePort['rebateLedger']> {
    return this.crews.rebate((desk) => desk.rebateLedger(...asked))
  }

  rebateYearEnd(
    ...asked: Parameters<Port.RebatePort['rebateYearEnd']>
  ): ReturnType<Port.RebatePort['rebateYearEnd']> {
    return this.crews.rebate((desk) => desk.rebateYearEnd(...asked))
  }
}
