import type * as Port from '../../data/port'
import { asking } from './forward'
import { telling } from './work/crews'
import { RebateHost } from './rebate-host'

/** 收汇与结汇 of the book; a worker of its own holds its facts and answers. */
export class ForexHost extends RebateHost implements Port.ForexPort {
  readonly #ask = asking<Port.ForexPort>((work) => this.crews.forex(work))

  readonly forexPage = this.#ask('forexPage')
  readonly forexTotals = this.#ask('forexTotals')
  readonly forexStatements = this.#ask('forexStatements')
  readonly forexAccounts = this.#ask('forexAccounts')
  readonly forexRates = this.#ask('forexRates')
  readonly forexMissingRates = this.#ask('forexMissingRates')
  readonly bankQuotes = this.#ask('bankQuotes')
  readonly forexSubject = this.#ask('forexSubject')
  readonly setForexSubject = this.#ask('setForexSubject')
  readonly forexRules = this.#ask('forexRules')
  readonly setForexRules = this.#ask('setForexRules')
  readonly forexNotes = this.#ask('forexNotes')
  readonly putForexNote = this.#ask('putForexNote')
  readonly dropForexNotes = this.#ask('dropForexNotes')
  readonly forexCredit = this.#ask('forexCredit')
  readonly revealForexCredit = this.#ask('revealForexCredit')
  readonly claimForexCredits = this.#ask('claimForexCredits')
  readonly unclaimForexCredits = this.#ask('unclaimForexCredits')
  readonly answerForexCredit = this.#ask('answerForexCredit')
  readonly linkForexOrders = this.#ask('linkForexOrders')
  readonly explainForexCredit = this.#ask('explainForexCredit')
  readonly answerForexNetting = this.#ask('answerForexNetting')
  readonly suggestForexLinks = this.#ask('suggestForexLinks')
  readonly applyForexSuggestion = this.#ask('applyForexSuggestion')
  readonly tieForexMovement = this.#ask('tieForexMovement')
  readonly tieForexSettlement = this.#ask('tieForexSettlement')
  readonly forexGaps = this.#ask('forexGaps')

  runForexCheck(
    asOf: string,
    progress?: (p: Port.WorkProgress) => void,
  ): Promise<Port.ForexRunView | 'stopped'> {
    return this.crews.forex((desk) => desk.runForexCheck(asOf, telling(progress)))
  }

  readonly cancelForexCheck = this.#ask('cancelForexCheck')
  readonly forexRuns = this.#ask('forexRuns')
  readonly forexFindings = this.#ask('forexFindings')
  readonly dealWithForexFindings = this.#ask('dealWithForexFindings')
  readonly takeForexDesk = this.#ask('takeForexDesk')
  readonly forexExchange = this.#ask('forexExchange')
  readonly checkForexIndividual = this.#ask('checkForexIndividual')
  readonly forexReceiptForm = this.#ask('forexReceiptForm')
  readonly forexApplication = this.#ask('forexApplication')
  readonly forexRmbNote = this.#ask('forexRmbNote')
  readonly submitForexApplication = this.#ask('submitForexApplication')
  readonly returnForexApplication = this.#ask('returnForexApplication')
  readonly keepForexForm = this.#ask('keepForexForm')
  readonly dropForexForm = this.#ask('dropForexForm')
  readonly presentForexCredits = this.#ask('presentForexCredits')
  readonly withdrawForexCredits = this.#ask('withdrawForexCredits')
  readonly noteForexConversion = this.#ask('noteForexConversion')
  readonly forexDuties = this.#ask('forexDuties')
  readonly forexCalendar = this.#ask('forexCalendar')
  readonly forexEvidence = this.#ask('forexEvidence')
  readonly forexMonths = this.#ask('forexMonths')
  readonly forexMonth = this.#ask('forexMonth')
  readonly tellForexDifferences = this.#ask('tellForexDifferences')
  readonly typeForexVatSales = this.#ask('typeForexVatSales')
  readonly correctForexMonth = this.#ask('correctForexMonth')
  readonly closeForexMonth = this.#ask('closeForexMonth')
  readonly forexAggregate = this.#ask('forexAggregate')
  readonly forexTables = this.#ask('forexTables')
  readonly forexPrint = this.#ask('forexPrint')
  readonly forexCollections = this.#ask('forexCollections')
}
