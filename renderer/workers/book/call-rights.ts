import { checkRulesKey } from '#shared/people/checking'
import type { Right } from '#shared/people/roles'
import { tableOfZone } from '#shared/zones/zone-rows'
import type { BookPort, Change, ReferenceProposal } from '../../data/port'

type Asked = readonly unknown[]
/** One of these is needed; `free` is what even a session without any right does: opening and locking. */
type Needs = 'free' | Right | readonly Right[]

/** Whoever does any work in the book: notes, own unsaved input, reading receipts. */
export const work: readonly Right[] = ['enter', 'check', 'declare']

/** Who the book belongs to is the chief's business; the rest of `command` is entering, or a note beside one's own work. */
const written = ([name, , changes]: Asked): Needs => {
  const all = (changes as Change[] | undefined) ?? []
  const tables = all.map(({ table }) => table)
  const isRules = all.some(
    (change) => change.table === 'settings' && change.op === 'put' && change.record.key === checkRulesKey,
  )
  // 清单 are written by acts of their own, which say what they are.
  if (isRules || tables.includes('enterprise') || tables.includes('lists')) return 'manage'
  if (String(name).startsWith('drafts.') && tables.every((table) => table === 'settings')) return work
  return tables.length > 0 && tables.every((table) => table === 'overlays') ? work : 'enter'
}

/** What a zone says decides for the whole book; the other published tables are of the trade. */
const ofTable = (table: unknown): Needs => (String(table).startsWith(tableOfZone('')) ? 'manage' : 'enter')

/**
 * What each call of the book takes. Complete by its type: a new call does not compile before somebody decided who may make
 * it. 退税 and 收汇 are prepared by 录入 and handed in by 申报.
 */
export const callRights: Readonly<Record<keyof BookPort, Needs | ((asked: Asked) => Needs)>> = {
  ...{ unlock: 'free', lock: 'free', health: 'free' },

  ...look(
    'page',
    'totals',
    'search',
    'figures',
    'values',
    'get',
    'all',
    'fact',
    'order',
    'journal',
    'subscribe',
  ),
  ...look('verifyJournal', 'ownCodes', 'bulkPreview', 'previewFile', 'imports', 'errors'),
  ...{ reveal: 'reveal', revealErrors: 'reveal', revealForexCredit: 'reveal' },
  ...{ command: written, undo: work, bulkEdit: ([table]) => (table === 'goods' ? 'enter' : work) },
  ...enter('putCodes', 'dropCodes', 'setEdition', 'importFile', 'cancelImport', 'undoImport'),
  ...enter('editError', 'retryErrors', 'dropErrors'),

  ...look('breaks', 'mergeProposals', 'missingGoods', 'modeChoices', 'modePreview', 'gatePasses', 'refusals'),
  ...look('causes', 'timeline', 'batches', 'exchangeFacts'),
  ...enter('match', 'matchManually', 'unmatch', 'mergeOrders', 'buildLists', 'rebuild', 'voidLists'),
  ...declare('declare', 'takeBack', 'correct', 'withdraw', 'retryNow', 'compareWithService', 'startExchange'),
  cancelWork: work,

  ...look('receipts', 'unknownCodes', 'unreadReceipts', 'waiting'),
  ...{ readReceipts: work, lineBack: 'look' },
  ...declare('releaseHold', 'confirmRefusal', 'adoptReceipts'),

  ...look('filings', 'parties', 'party'),
  ...enter('putParty', 'dropParty', 'importParties', 'zoneLookedAt'),
  ...declare('queueFiling', 'serviceFilings', 'fileParties', 'fileGoods', 'filingVersions', 'decideFiling'),
  partySheet: 'export',
  ...look(
    'tariffEditions',
    'searchTariff',
    'tariffLine',
    'previewConversion',
    'yearOpening',
    'workCalendars',
  ),
  ...enter('describeTariff', 'convertGoods'),
  ...look('controlLists', 'flagsOfGoods', 'flaggedGoods', 'brands'),
  setBrands: 'enter',
  ...look('referenceEditions', 'planReference', 'cancelReference'),
  takeReference: ([read]) => ofTable((read as ReferenceProposal | undefined)?.table),
  dropReference: ([edition]) => ofTable(edition),
  ...look('evidence', 'evidenceFile', 'reminders', 'evidenceBlocks'),
  ...enter('putEvidence', 'dropEvidence'),
  remindersTold: work,
  pieces: 'look',
  ...enter('putPiece', 'recordStation', 'voidStation', 'dropPiece'),
  ...look('zoneChoice', 'zoneInUse', 'zoneVerdicts'),
  useZone: 'manage',
  ...{ agency: 'look', takeOut: 'export' },
  ...manage('setAgent', 'putAuthorisation', 'revokeAuthorisation'),
  ...look('listFields', 'outdatedFields', 'derivedValues', 'movedMasters'),
  ...enter('overrideField', 'takeBackOverride', 'updateFromSources'),

  ...look('exportable', 'outagePacks', 'outagePack'),
  ...declare('exportBatches', 'bringBack', 'makeOutagePack'),
  ...look('deskState', 'deskConflicts', 'note', 'handOver'),
  ...manage('useDesks', 'forgetSigner', 'moveOut'),
  exportDesks: 'export',
  ...enter('meetDesks', 'importDesks', 'resolveConflicts', 'retryParked'),
  transferAll: work,

  ...look('summaryMonths', 'summaryPreview', 'applications', 'summaryResult', 'listSummary'),
  ...declare(
    'applySummary',
    'takeBackApplication',
    'voidApplication',
    'resendApplication',
    'deleteApplication',
  ),
  ...{ noteEntry: work, noteEntries: work },
  ...look('parcels', 'bills', 'departures', 'chain', 'transmitters'),
  ...enter('decideWeights'),
  ...declare('depart', 'takeBackDeparture', 'voidDeparture', 'resendDeparture'),
  ...{ tickDeparture: work, tickLists: work },
  ...manage('setTolerance', 'setTransmitters'),
  ...look('returnSheet', 'checkReturn', 'returns', 'replacementsOf'),
  keepReturn: ([, send]) => (send === true ? 'declare' : 'enter'),
  ...declare('sendReturn', 'takeBackReturn', 'voidReturn'),
  ...{ settleReturn: work, tallyReturn: work, readMessages: work },
  ...look('taxBills', 'listTaxes', 'deliveries'),

  ...look(
    'rebateSearch',
    'rebateFound',
    'rebatePage',
    'rebateItem',
    'remarksOnEntry',
    'rateEditions',
    'fxRates',
  ),
  ...look(
    'rebateEnterprise',
    'rebateRules',
    'rebateBatches',
    'rebateBatch',
    'rebateLineAnswers',
    'rebateHistory',
  ),
  ...look('rebateTreatment', 'suggestRebateLinks', 'rebateRuns', 'rebateFindings', 'rebateFigures'),
  ...look('explainRebateLink', 'compareRebateRuns', 'rebateBatchEnds', 'rebateDeadlines', 'rebatePapers'),
  ...look('exemptMonth', 'rebateLedger', 'rebateYearEnd', 'cancelRebateCheck'),
  ...enter('newRebateBatch', 'editRebateBatch', 'dropRebateBatch', 'chooseRebateLines', 'dateRebateItems'),
  ...enter('giveBackRebateLines', 'answerRebateLines', 'applyRebateSuggestion', 'linkRebate', 'unlinkRebate'),
  ...enter('mergeRebateLinks', 'splitRebateLink', 'runRebateCheck', 'dealWithRebateFindings'),
  ...enter('putRebatePapers', 'joinRebateReceipts', 'placeRebatePapers', 'readRebateFeedback'),
  ...manage('setRebateEnterprise', 'setRebateRules'),
  ...declare('actOnRebateLines', 'takeRebateSelfCheck', 'declareExempt'),
  ...{ rebateTables: 'export', rebateExchange: 'export', rebatePrint: 'export', exemptPrint: 'export' },
  ...{ rebateTaxedPrint: 'export', rebateCalendar: 'export', forexCalendar: 'export' },

  ...look('rebatePreRefunds', 'rebateReturned', 'letterSuppliers', 'rebateLetters', 'rebateTaxed'),
  ...look('rebateHandbooks', 'letterDeclarations'),
  ...enter('markRebateLinks', 'settleRebatePreRefund', 'answerRebateLetter', 'keepRebateTaxed'),
  ...declare('reclaimRebateLine', 'sendRebateLetter'),

  ...look('forexPage', 'forexTotals', 'forexStatements', 'forexAccounts', 'forexRates', 'forexMissingRates'),
  ...look('bankQuotes', 'forexSubject', 'forexRules', 'forexNotes', 'forexCredit'),
  ...look('suggestForexLinks', 'forexGaps', 'forexRuns', 'forexFindings', 'forexDuties'),
  ...look('forexMonths', 'forexMonth', 'forexAggregate', 'forexCollections', 'checkForexIndividual'),
  ...look('forexReceiptForm', 'forexApplication', 'forexRmbNote', 'cancelForexCheck'),
  ...enter('putForexNote', 'dropForexNotes', 'claimForexCredits', 'unclaimForexCredits', 'answerForexCredit'),
  ...enter(
    'linkForexOrders',
    'answerForexNetting',
    'applyForexSuggestion',
    'tieForexMovement',
    'tieForexSettlement',
    'runForexCheck',
  ),
  ...enter(
    'dealWithForexFindings',
    'keepForexForm',
    'dropForexForm',
    'tellForexDifferences',
    'typeForexVatSales',
  ),
  ...enter('correctForexMonth', 'noteForexConversion', 'explainForexCredit'),
  ...manage('setForexSubject', 'setForexRules', 'closeForexMonth'),
  ...declare('takeForexDesk', 'presentForexCredits', 'withdrawForexCredits'),
  ...declare('submitForexApplication', 'returnForexApplication'),
  ...{ forexTables: 'export', forexExchange: 'export', forexEvidence: 'export', forexPrint: 'export' },

  ...look('watchedCounters', 'verifyEnd', 'verifyWitnessed', 'trash', 'people', 'askedActs'),
  ...{ backUp: 'backup', drill: 'manage', putBack: 'enter', renewSeals: 'backup' },
  ...look('previewAudit', 'auditsMade', 'checkAudit'),
  ...{ makeAudit: 'export', noteCopied: 'export' },
  ...look('retention', 'retentionHolds'),
  ...manage('holdDocuments', 'liftHold', 'purge'),
  ...manage('setCheckRules', 'notePeople'),
  ...{ checkLists: 'check', turnDown: ['check', 'declare'] },
}

/** The rights of which one is needed for a call; none for what is free, undefined for what is no call of the book. */
export function neededFor(call: string, asked: readonly unknown[]): readonly Right[] | undefined {
  if (!Object.hasOwn(callRights, call)) return undefined
  const found = callRights[call as keyof BookPort]
  const needs: Needs = typeof found === 'function' ? found(asked) : found
  if (needs === 'free') return []
  return typeof needs === 'string' ? [needs] : needs
}

type Named<N extends keyof BookPort, R> = Record<N, R>
function each<N extends keyof BookPort, R extends Needs>(names: readonly N[], right: R): Named<N, R> {
  return Object.fromEntries(names.map((name) => [name, right])) as Named<N, R>
}
function look<N extends keyof BookPort>(...names: N[]): Named<N, 'look'> {
  return each(names, 'look')
}
function enter<N extends keyof BookPort>(...names: N[]): Named<N, 'enter'> {
  return each(names, 'enter')
}
function declare<N extends keyof BookPort>(...names: N[]): Named<N, 'declare'> {
  return each(names, 'declare')
}
function manage<N extends keyof BookPort>(...names: N[]): Named<N, 'manage'> {
  return each(names, 'manage')
}
