import { rules } from '#shared/forex/catalogue/index'
import type { ForexFinding } from '#shared/forex/cite'
import { findingId, findingsOf, restsOn, usesOf, type KeptRun } from '#shared/forex/book/run'
import { deskVerdicts, differingVerdicts } from '#shared/forex/desk'
import type { DeskVerdict } from '#shared/model/forex/desk-verdict'
import { ForexPrecheckFile } from '#shared/model/forex/input'
import { precheckReceipts } from '#shared/forex/precheck'
import type { ReceiptVerdict } from '#shared/forex/receipt-verdict'
import { results } from '#shared/model/forex/result'
import { strengthLabel, strengthOf } from '#shared/rules/rule'
import { DataRefusal } from '../../data/errors/refusal'
import type * as Port from '../../data/port'
import { command } from '../../data/write/command'
import { breath, type StopSignal } from '../job'
import { packResult, unpackResult } from '../rebate/pack'
import { tableUsed, versionWithDay } from '../rebate/sources'
import { changeCredits } from './credits'
import { receiptInput } from './facts'
import type { ForexStore, Run } from './store'

/** 结汇预检: judged in memory, then stored in one commit. A stop before that leaves no trace. */
export async function runCheck(
  store: ForexStore,
  asOf: string,
  signal: StopSignal,
  tell: (p: Port.WorkProgress) => void,
): Promise<Port.ForexRunView | 'stopped'> {
  const input = await receiptInput(store)
  const total = input.bankCredits.length
  if (total === 0) throw new DataRefusal('no-receipts')
  tell({ stage: 'checking', done: 0, total })
  await breath()
  if (signal.aborted) return 'stopped'
  const report = precheckReceipts(input, asOf)
  tell({ stage: 'checking', done: total, total })
  await breath()
  if (signal.aborted) return 'stopped'
  const kept: KeptRun = { input, asOf, report }
  const counted = results.map(
    (result) => [result, report.receipts.filter((one) => one.result === result).length] as const,
  )
  const rates = await tableUsed(store.book, 'safe-rates', store.files.published)
  const { calendarEdition } = store.files
  const { ids } = await command(store.book.context, 'forex.precheck', store.who, '', async (draft) => [
    await draft.put('forexRuns', {
      run: (store.runs()[0]?.record.run ?? 0) + 1,
      at: store.book.context.now(),
      who: store.who,
      asOf,
      lawAsOf: report.lawAsOf,
      ...(rates !== undefined && { rates }),
      ...(calendarEdition && {
        calendar: versionWithDay({ name: calendarEdition.version, at: calendarEdition.at }),
      }),
      receipts: total,
      results: Object.fromEntries(counted) as Record<(typeof results)[number], number>,
      totals: report.totals,
      rests: restsOn(input),
      packed: packResult(kept),
    }),
  ])
  await store.fresh()
  return runView(store, store.held.forexRuns.get(ids[0]!)!)
}

export const runOf = (store: ForexStore, run: Run): KeptRun =>
  store.made(`run ${run.id}`, () => unpackResult<KeptRun>(run.record.packed))

/** What everything now would be checked on; undefined while nothing can be. */
const restsNow = async (store: ForexStore): Promise<string | undefined> => {
  if (!store.subject) return undefined
  const input = await receiptInput(store)
  return store.made('rests', () => restsOn(input))
}

export async function runView(store: ForexStore, { record }: Run): Promise<Port.ForexRunView> {
  const { packed: _packed, rests, ...view } = record
  return { ...view, outdated: rests !== (await restsNow(store)) }
}

/** The verdict of a receipt: with which it was handed in, else of the newest run. */
export function verdictOf(store: ForexStore, id: string): ReceiptVerdict | undefined {
  const presented = store.creditNamed(id)?.record.presented
  if (presented) return unpackResult<ReceiptVerdict>(presented.packed)
  return verdicts(store).get(id)
}

export function verdicts(store: ForexStore): ReadonlyMap<string, ReceiptVerdict> {
  const [run] = store.runs()
  return store.made(
    'verdicts',
    () => new Map((run ? runOf(store, run).report.receipts : []).map((one) => [one.id, one])),
  )
}

/** The duty to declare a receipt ends with the day it was declared on; the run may be older than that. */
export const declared = (store: ForexStore, { rule, target, severity }: ForexFinding): boolean =>
  rule === rules.G01.id &&
  severity === 'duty' &&
  Boolean(store.creditNamed(target)?.record.answers.declaredOn)

export function pageFindings(store: ForexStore, query: Port.ForexFindingQuery): Port.ForexFindingPage {
  const run =
    query.run === undefined ? store.runs()[0] : store.runs().find(({ record }) => record.run === query.run)
  const wanted = query.text?.trim().toLowerCase() ?? ''
  const found = (run ? findingsOf(runOf(store, run).report) : [])
    .filter(({ credits }) => query.credit === undefined || credits.includes(query.credit))
    .filter(({ finding }) => !declared(store, finding))
    .map(({ finding, credits }): Port.ForexFindingView => {
      const id = findingId(finding)
      const dealt = credits.flatMap((credit) => store.creditNamed(credit)?.record.dealt[id] ?? [])
      const everywhere = credits.length > 0 && dealt.length === credits.length ? dealt[0] : undefined
      const mark = strengthLabel[strengthOf(finding.basis)]
      return { ...finding, id, mark, credits, ...(everywhere && { dealt: everywhere }) }
    })
  const has = ({ target, rule, text }: Port.ForexFindingView) =>
    wanted === '' || [target, rule, text.zh, text.en].some((part) => part.toLowerCase().includes(wanted))
  const rows = found.filter(
    (one) =>
      (query.severity === undefined || one.severity === query.severity) &&
      (query.rule === undefined || one.rule === query.rule) &&
      (query.dealt === undefined || (one.dealt !== undefined) === query.dealt) &&
      has(one),
  )
  const rules = new Map<string, Port.ForexFindingPage['rules'][number]>()
  for (const { rule, severity } of found) {
    const key = `${rule} ${severity}`
    rules.set(key, { rule, severity, count: (rules.get(key)?.count ?? 0) + 1 })
  }
  return {
    rows: rows.slice(query.offset, query.offset + query.limit),
    total: rows.length,
    rules: [...rules.values()],
  }
}

/** 已处理, with the reason; an empty one takes that back. */
export async function dealWith(
  store: ForexStore,
  credit: string,
  findings: readonly string[],
  reason: string,
) {
  const at = store.book.context.now()
  const said = { reason: reason.trim(), who: store.who, at }
  await changeCredits(
    store,
    'forex.deal',
    [credit],
    reason,
    () => (record) => {
      const dealt = { ...record.dealt }
      for (const id of findings) {
        if (said.reason === '') delete dealt[id]
        else dealt[id] = said
      }
      return { ...record, dealt }
    },
    { presented: true },
  )
}

/** Hand receipts to the bank: by a run that still holds, and none that is blocked. What they use is theirs from now on. */
export async function present(
  store: ForexStore,
  ids: readonly string[],
  on: string,
  why: string,
): Promise<void> {
  const [run] = store.runs()
  const view = run && (await runView(store, run))
  const found = verdicts(store)
  const judged = ids.map((id) => {
    const verdict = found.get(id)
    if (!run || !verdict || view?.outdated !== false) throw new DataRefusal('not-checked', { credit: id })
    if (verdict.result === 'BLOCKED') throw new DataRefusal('not-presentable', { credit: id })
    const { input, asOf } = runOf(store, run)
    return {
      id,
      presented: {
        on,
        by: store.who,
        run: run.record.run,
        result: verdict.result,
        eligible: verdict.eligible,
        eligibleUsd: verdict.eligibleUsd,
        uses: usesOf(input, verdict, asOf),
        packed: packResult(verdict),
      },
    }
  })
  const byId = new Map(judged.map((one) => [one.id, one.presented]))
  await changeCredits(store, 'forex.present', ids, why, (id) => (credit) => ({
    ...credit,
    presented: byId.get(id),
  }))
}

export const withdraw = (store: ForexStore, ids: readonly string[], why: string): Promise<void> =>
  changeCredits(
    store,
    'forex.withdraw',
    ids.filter((id) => store.creditNamed(id)?.record.presented),
    why,
    () =>
      ({ presented: _presented, ...credit }) =>
        credit,
    { presented: true },
  )

/** What a desk said of the facts of the newest run, noted with it. */
export async function takeDesk(
  store: ForexStore,
  { service, verdicts: there }: { service: string; verdicts: readonly DeskVerdict[] },
  why: string,
): Promise<Port.ForexRunView> {
  const [run] = store.runs()
  if (!run || (await runView(store, run)).outdated) throw new DataRefusal('not-checked', { credit: '' })
  const { input, asOf } = runOf(store, run)
  const differing = differingVerdicts(deskVerdicts({ ...input, asOf }), there)
  const desk = { at: store.book.context.now(), service, receipts: there.length, differing }
  await command(store.book.context, 'forex.desk', store.who, why, async (draft) => {
    const now = await draft.get('forexRuns', run.id)
    if (!now) throw new DataRefusal('missing', { table: 'forexRuns', id: run.id })
    return [await draft.put('forexRuns', { ...now.record, desk })]
  })
  await store.fresh()
  return runView(store, store.held.forexRuns.get(run.id)!)
}

/** Facts of the check of a day in the form that `yiguan precheck forex` reads: those of the newest run where it holds. */
export async function exchangeOf(store: ForexStore, asOf: string): Promise<Port.RebateExchange> {
  const [run] = store.runs()
  const kept =
    run?.record.asOf === asOf && !(await runView(store, run)).outdated ? runOf(store, run) : undefined
  const file = ForexPrecheckFile.parse({ ...(kept?.input ?? (await receiptInput(store))), asOf })
  return { fileName: `forex-${asOf}.json`, text: `${JSON.stringify(file, null, 2)}\n` }
}
