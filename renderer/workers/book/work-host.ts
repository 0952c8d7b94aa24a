import type { ReceiptsContent } from '#shared/ipc/carry'
import type { BookEntry } from '#shared/ipc/vault'
import type { ModePath } from '#shared/model/mode'
import type { FilingKind } from '#shared/protocol/api'
import type { CarriedNews } from '#shared/protocol/engine/ports'
import type { Hold } from '#shared/protocol/engine/records'
import type * as Port from '../../data/port'
import { getRecord } from '../../data/read/records'
import { keyedId } from '../../data/sealing/blind'
import { command } from '../../data/write/command'
import { PeopleHost } from './people-host'
import type { BookSession } from './session'
import { pageBatches } from './work/batches'
import { pageBreaks } from './work/breaks'
import { Carry } from './work/carry'
import { checkLists } from './work/checks'
import { Crews, telling } from './work/crews'
import { Exchange } from './work/exchange'
import { filingsOf } from './work/filings'
import { waitingGroups } from './work/waiting'
import { gatePassesOf } from './work/gate-passes'
import { mergeOrders, proposalFor, proposalsOf } from './work/merges'
import { missingGoodsOf } from './work/missing'
import { Outage } from './work/outage'
import { Receipts } from './work/receipts'
import { listSummary } from './work/summary'
import { pageRefusals } from './work/refusals'
import { cancellationsOf, openOrders, sortOut } from './work/selection'
import { listTimeline } from './work/timeline'

type Tell = (p: Port.WorkProgress) => void
type Work = { crews: Crews; exchange: Exchange; receipts: Receipts; carry: Carry; outage: Outage }

function workOf(session: BookSession): Work {
  const carry = new Carry(session)
  return {
    crews: new Crews(session),
    exchange: new Exchange(session),
    receipts: new Receipts(session),
    carry,
    outage: new Outage(session, carry),
  }
}

/** What of 备案 is done by its own worker. */
type FilingVerb = Exclude<
  keyof Port.FilingPort,
  'queueFiling' | 'filings' | 'serviceFilings' | 'filingVersions' | 'decideFiling'
>

/** The book with the long work on it: matching, 清单, declaring, exchange. */
export class WorkHost
  extends PeopleHost
  implements
    Omit<
      Port.BookPort,
      | keyof Port.DeskPort
      | keyof Port.SafetyPort
      | keyof Port.SummaryPort
      | keyof Port.DeparturePort
      | keyof Port.ReturnsPort
      | keyof Port.MessagesPort
      | keyof Port.RebatePort
      | keyof Port.ForexPort
      | keyof Port.TariffPort
      | keyof Port.ControlPort
      | keyof Port.EvidencePort
      | keyof Port.PiecePort
      | keyof Port.ReferencePort
      | keyof Port.ZonePort
      | keyof Port.AgencyPort
      | keyof Port.ProvenancePort
      | FilingVerb
    >
{
  #work: Work | undefined

  override async unlock(
    entry: BookEntry,
    keys: Port.BookKeyBytes,
    officer: Port.SignedIn,
    sentinel: Port.SentinelPort,
    progress?: (p: Port.Progress) => void,
  ): Promise<Port.BookHealth> {
    const health = await super.unlock(entry, keys, officer, sentinel, progress)
    this.#work = workOf(this.session)
    return health
  }

  override async lock(): Promise<void> {
    const work = this.#work
    this.#work = undefined
    work?.exchange.stop()
    work?.crews.stop()
    await super.lock()
  }

  match(
    { full = false, patient = false }: Port.MatchOptions = {},
    progress?: Tell,
  ): Promise<Port.MatchSummary> {
    return this.#crews.match((api, after) => api.run(full, after, telling(progress)), patient)
  }

  async breaks(query: Port.BreakQuery): Promise<Port.BreakPage> {
    return pageBreaks(await this.settled(), query)
  }

  async matchManually(decision: Port.ManualDecision, reason: string): Promise<void> {
    const { book, who } = this.session
    const { context } = book
    await command(context, 'match.manual', who, reason, async (draft) => [
      await draft.put('matches', { ...decision, reason, who, at: context.now() }),
    ])
    await this.match({ patient: true })
  }

  async unmatch(order: string, reason: string): Promise<void> {
    const { book, who } = this.session
    const { context } = book
    const id = await keyedId(context.keys, 'matches', [order])
    if (!(await getRecord(context, 'matches', id))) return
    await command(context, 'match.undo', who, reason, async (draft) => {
      await draft.delete('matches', id)
    })
    await this.match({ patient: true })
  }

  /** What was decided about orders is matched anew with it: its breaks went with the act and come back. */
  override async undo(group: string, why: string): Promise<Port.Undone> {
    const done = await super.undo(group, why)
    if (done.tables.some((table) => table === 'overlays' || table === 'matches'))
      await this.match({ patient: true })
    return done
  }

  async mergeProposals(orders?: Port.Filter): Promise<Port.MergeProposal[]> {
    const session = await this.settled()
    return orders ? proposalFor(session, orders) : proposalsOf(session)
  }

  async mergeOrders(groups: string[][], why: string): Promise<{ group: string; merged: number }> {
    const done = await mergeOrders(await this.settled(), groups, why)
    await this.match({ patient: true })
    return done
  }

  async missingGoods(): Promise<Port.MissingGoods[]> {
    return missingGoodsOf(await this.settled())
  }

  async gatePasses(): Promise<Port.GatePassView[]> {
    return gatePassesOf(await this.settled())
  }

  async modeChoices(filter: Port.Filter, answers: Port.ModeAnswers): Promise<Port.ModeChoices> {
    const session = await this.settled()
    const { orders } = openOrders(session, filter)
    return this.crews.look((api) =>
      api.judgeModes({ orders, cancellations: cancellationsOf(session) }, answers),
    )
  }

  async modePreview(filter: Port.Filter, path: ModePath): Promise<Port.ModePreview> {
    const session = await this.settled()
    const { orders, drafts, declared } = openOrders(session, filter)
    const task = { orders, cancellations: cancellationsOf(session) }
    return { ...(await this.crews.look((api) => api.previewMode(task, path))), drafts, declared }
  }

  async buildLists(
    filter: Port.Filter,
    options: Port.BuildOptions = {},
    progress?: Tell,
  ): Promise<Port.BuildSummary> {
    const session = await this.settled()
    const { ready, skipped } = sortOut(session, filter)
    const task = { orders: ready, cancellations: cancellationsOf(session), options }
    const built = await this.#crews.declare((api) => api.build(task, telling(progress)))
    const left = Object.values(skipped).reduce((sum, n) => sum + n, 0)
    return { ...built, orders: built.orders + left, skipped }
  }

  async rebuild(filter: Port.Filter, why: string, progress?: Tell): Promise<Port.BuildSummary> {
    const task = await this.#lists(filter, why)
    const { left, ...built } = await this.#crews.declare((api) => api.rebuild(task, telling(progress)))
    return { ...built, skipped: left > 0 ? { declared: left } : {} }
  }

  async refusals(query: { rule?: string; offset: number; limit: number }): Promise<Port.RefusalPage> {
    return pageRefusals(await this.settled(), query)
  }

  async voidLists(filter: Port.Filter, why: string) {
    const { lists } = await this.#lists(filter, why)
    const { done, ...rest } = await this.#crews.declare((api) => api.voidLists(lists, why))
    return { voided: done, ...rest }
  }

  async declare(filter: Port.Filter, why: string, progress?: Tell): Promise<Port.DeclareSummary> {
    const task = await this.#lists(filter, why)
    return this.#crews.declare((api) => api.declare(task, telling(progress)))
  }

  async takeBack(filter: Port.Filter, why: string) {
    const { lists } = await this.#lists(filter, why)
    const { done, ...rest } = await this.#crews.declare((api) => api.takeBack(lists, why))
    return { taken: done, ...rest }
  }

  async checkLists(filter: Port.Filter, why: string): ReturnType<Port.PeoplePort['checkLists']> {
    const { lists } = await this.#lists(filter, why)
    return checkLists(this.session, lists, why)
  }

  async causes(): Promise<Port.CauseView[]> {
    const refused = await this.#refused()
    if (refused.length === 0) return []
    return this.#crews.look((api) => api.causes(refused))
  }

  async correct(request: Port.CorrectRequest, why: string, progress?: Tell): Promise<Port.DeclareSummary> {
    const task = await this.#lists('filter' in request ? request.filter : {}, why)
    const refused = await this.#refused()
    return this.#crews.declare(async (api) => {
      const causes = 'cause' in request ? await api.causes(refused) : []
      const lists =
        'cause' in request ? (causes.find(({ key }) => key === request.cause)?.lists ?? []) : task.lists
      return api.correct({ ...task, lists }, telling(progress))
    })
  }

  async withdraw(filter: Port.Filter, why: string, progress?: Tell): Promise<Port.DeclareSummary> {
    const task = await this.#lists(filter, why)
    return this.#crews.declare((api) => api.withdraw(task, telling(progress)))
  }

  async cancelWork(): Promise<void> {
    await this.#work?.crews.cancel()
  }

  async timeline(list: string): Promise<Port.ListTimeline> {
    const session = await this.settled()
    const told = await listTimeline(session.book, list, listSummary(session, list))
    return { ...told, outdated: session.projection.lists.get(list)?.outdated === true }
  }

  async batches(query: { offset: number; limit: number }): Promise<Port.BatchPage> {
    const { book, projection } = await this.settled()
    return pageBatches(book, projection, query)
  }

  exchangeFacts(): Promise<Port.ExchangeFacts> {
    return this.#exchange.facts()
  }

  retryNow(batch?: string): Promise<void> {
    return this.#exchange.retry(batch)
  }

  compareWithService(): Promise<Port.Comparison> {
    return this.#exchange.compare()
  }

  startExchange(link: Port.ExchangeLink, told: (facts: Port.ExchangeFacts) => void): Promise<void> {
    return this.#exchange.start(link, told)
  }

  unreadReceipts(): Promise<number> {
    return this.#opened.receipts.unread()
  }

  receipts(query: Port.ReceiptQuery): Promise<Port.ReceiptList> {
    return this.#opened.receipts.page(query)
  }

  unknownCodes() {
    return this.#opened.receipts.unknownCodes()
  }

  readReceipts(what: Port.ReadRequest): Promise<void> {
    return this.#opened.receipts.markRead(what)
  }

  queueFiling(draft: Port.FilingDraft, why: string): Promise<void> {
    return this.#exchange.queueFiling(draft, why)
  }

  filings(kind: FilingKind, keys: string[]): Promise<Port.FilingView[]> {
    return filingsOf(this.session, kind, keys)
  }

  serviceFilings(): Promise<Port.ServiceFilings> {
    return this.#exchange.serviceFilings()
  }

  filingVersions(kind: FilingKind, key: string): Promise<Port.FilingVersions> {
    return this.#exchange.filingVersions(kind, key)
  }

  decideFiling(decision: Port.FilingDecision, why: string): Promise<'filed' | 'theirs'> {
    return this.#exchange.decideFiling(decision, why)
  }

  releaseHold(kind: Hold['kind']): Promise<void> {
    return this.#exchange.release(kind)
  }

  confirmRefusal(id: string, why: string): Promise<void> {
    return this.#exchange.confirmRefusal(id, why)
  }

  adoptReceipts(id: string, why: string): Promise<void> {
    return this.#exchange.adoptReceipts(id, why)
  }

  async waiting(): Promise<Port.WaitingGroup[]> {
    const { book, projection } = await this.settled()
    return waitingGroups(book, projection)
  }

  lineBack(): Promise<void> {
    return this.#exchange.lineBack()
  }

  exportable(): Promise<Port.Exportable> {
    return this.#opened.carry.exportable()
  }

  exportBatches(choice: Port.ExportChoice, link: Port.CarryLink): Promise<Port.ExportSummary> {
    return this.#opened.carry.export(choice, link)
  }

  bringBack(content: ReceiptsContent, link: Port.CarryLink): Promise<CarriedNews> {
    return this.#opened.carry.bringBack(content, link)
  }

  async makeOutagePack(choice: Port.OutageChoice, link: Port.OutageLink): Promise<Port.OutagePackView> {
    const { views } = await this.settled()
    const waiting = { column: 'state', is: 'in' as const, values: ['waiting'] }
    const filter = { ...choice.lists, where: [...(choice.lists.where ?? []), waiting] }
    return this.#opened.outage.make(views.ids('lists', filter), choice, link)
  }

  outagePacks(): Promise<Port.OutagePackView[]> {
    return this.#opened.outage.packs()
  }

  outagePack(id: string): Promise<{ pack: Port.OutagePackView; documents: Port.PackedDocument[] }> {
    return this.#opened.outage.pack(id)
  }

  get #crews(): Crews {
    return this.#opened.crews
  }

  protected get crews(): Crews {
    return this.#crews
  }

  /** Something was queued by another worker. */
  protected wakeExchange(): Promise<void> {
    return this.#exchange.wake()
  }

  get #exchange(): Exchange {
    return this.#opened.exchange
  }

  /** The work of the open book; asking for its session first refuses a locked one in words. */
  get #opened(): Work {
    const session: BookSession = this.session
    this.#work ??= workOf(session)
    return this.#work
  }

  async #lists(filter: Port.Filter, why: string) {
    const session = await this.settled()
    return { lists: session.views.ids('lists', filter), cancellations: cancellationsOf(session), why }
  }

  async #refused(): Promise<string[]> {
    const { views } = await this.settled()
    return views.ids('lists', { where: [{ column: 'state', is: 'in', values: ['refused'] }] })
  }
}
