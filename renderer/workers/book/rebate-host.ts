import { businessDay } from '#shared/time/shanghai'
import { readCurrency } from '#shared/table/clean/currency'
import type { SimplifiedList } from '#shared/rebate/exempt/sales'
import type * as Port from '../../data/port'
import { asking } from './forward'
import { telling } from './work/crews'
import { WorkHost } from './work-host'

/** 出口退税 of the book; a worker of its own holds its facts and answers. */
export class RebateHost extends WorkHost implements Port.RebatePort {
  readonly #ask = asking<Port.RebatePort>((work) => this.crews.rebate(work))

  readonly rebateSearch = this.#ask('rebateSearch')
  readonly rebateFound = this.#ask('rebateFound')
  readonly rebatePage = this.#ask('rebatePage')
  readonly rebateItem = this.#ask('rebateItem')
  readonly remarksOnEntry = this.#ask('remarksOnEntry')
  readonly rateEditions = this.#ask('rateEditions')
  readonly fxRates = this.#ask('fxRates')
  readonly rebateEnterprise = this.#ask('rebateEnterprise')
  readonly setRebateEnterprise = this.#ask('setRebateEnterprise')
  readonly rebateRules = this.#ask('rebateRules')
  readonly setRebateRules = this.#ask('setRebateRules')
  readonly rebateBatches = this.#ask('rebateBatches')
  readonly rebateBatch = this.#ask('rebateBatch')
  readonly newRebateBatch = this.#ask('newRebateBatch')
  readonly editRebateBatch = this.#ask('editRebateBatch')
  readonly dropRebateBatch = this.#ask('dropRebateBatch')
  readonly chooseRebateLines = this.#ask('chooseRebateLines')
  readonly dateRebateItems = this.#ask('dateRebateItems')
  readonly giveBackRebateLines = this.#ask('giveBackRebateLines')
  readonly answerRebateLines = this.#ask('answerRebateLines')
  readonly rebateLineAnswers = this.#ask('rebateLineAnswers')
  readonly rebateTreatment = this.#ask('rebateTreatment')
  readonly rebateHistory = this.#ask('rebateHistory')
  readonly suggestRebateLinks = this.#ask('suggestRebateLinks')
  readonly applyRebateSuggestion = this.#ask('applyRebateSuggestion')
  readonly linkRebate = this.#ask('linkRebate')
  readonly unlinkRebate = this.#ask('unlinkRebate')
  readonly mergeRebateLinks = this.#ask('mergeRebateLinks')
  readonly splitRebateLink = this.#ask('splitRebateLink')

  runRebateCheck(
    batch: string,
    asOf: string,
    progress?: (p: Port.WorkProgress) => void,
  ): Promise<Port.RebateRunView | 'stopped'> {
    return this.crews.rebate((desk) => desk.runRebateCheck(batch, asOf, telling(progress)))
  }

  readonly cancelRebateCheck = this.#ask('cancelRebateCheck')
  readonly rebateRuns = this.#ask('rebateRuns')
  readonly rebateFindings = this.#ask('rebateFindings')
  readonly dealWithRebateFindings = this.#ask('dealWithRebateFindings')
  readonly rebateFigures = this.#ask('rebateFigures')
  readonly explainRebateLink = this.#ask('explainRebateLink')
  readonly compareRebateRuns = this.#ask('compareRebateRuns')
  readonly rebateBatchEnds = this.#ask('rebateBatchEnds')
  readonly rebateDeadlines = this.#ask('rebateDeadlines')
  readonly rebatePapers = this.#ask('rebatePapers')
  readonly putRebatePapers = this.#ask('putRebatePapers')
  readonly joinRebateReceipts = this.#ask('joinRebateReceipts')
  readonly placeRebatePapers = this.#ask('placeRebatePapers')
  readonly actOnRebateLines = this.#ask('actOnRebateLines')
  readonly takeRebateSelfCheck = this.#ask('takeRebateSelfCheck')
  readonly readRebateFeedback = this.#ask('readRebateFeedback')
  readonly rebateTables = this.#ask('rebateTables')
  readonly rebateExchange = this.#ask('rebateExchange')
  readonly rebateCalendar = this.#ask('rebateCalendar')
  readonly rebatePrint = this.#ask('rebatePrint')

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

  readonly markRebateLinks = this.#ask('markRebateLinks')
  readonly rebatePreRefunds = this.#ask('rebatePreRefunds')
  readonly settleRebatePreRefund = this.#ask('settleRebatePreRefund')
  readonly reclaimRebateLine = this.#ask('reclaimRebateLine')
  readonly rebateReturned = this.#ask('rebateReturned')
  readonly letterSuppliers = this.#ask('letterSuppliers')
  readonly letterDeclarations = this.#ask('letterDeclarations')
  readonly rebateLetters = this.#ask('rebateLetters')
  readonly sendRebateLetter = this.#ask('sendRebateLetter')
  readonly answerRebateLetter = this.#ask('answerRebateLetter')
  readonly rebateTaxed = this.#ask('rebateTaxed')
  readonly rebateTaxedPrint = this.#ask('rebateTaxedPrint')
  readonly keepRebateTaxed = this.#ask('keepRebateTaxed')
  readonly rebateHandbooks = this.#ask('rebateHandbooks')
  readonly rebateLedger = this.#ask('rebateLedger')
  readonly rebateYearEnd = this.#ask('rebateYearEnd')
}
