import { explainBatch } from '#shared/rebate/book/explain-batch'
import { deadlinesOfLines } from '#shared/rebate/book/line-terms'
import { BatchCheck } from '#shared/rebate/book/batch-check'
import { compareRuns } from '#shared/rebate/book/run'
import type { FoundNow, RunResult } from '#shared/rebate/book/run-result'
import { precheckOf, type BatchFacts } from '#shared/rebate/book/claim'
import { explainLink } from '#shared/rebate/precheck'
import { nearestEnd, type NearestEnd } from '#shared/rebate/deadlines/nearest'
import { businessDay } from '#shared/time/shanghai'
import { strengthLabel, strengthOf } from '#shared/rules/rule'
import { DataRefusal } from '../../data/errors/refusal'
import type * as Port from '../../data/port'
import { command } from '../../data/write/command'
import { breath, type StopSignal } from '../job'
import { changeBatch } from './batches'
import { placeOfFinding } from './finding-place'
import { batchFacts, linesAndPapers, restsOn, today } from './facts'
import { packResult, unpackResult } from './pack'
import { tableUsed } from './sources'
import { keyOf } from './store'
import type { Batch, RebateStore, Run } from './store'
import { numberOfBatch, runView } from './views'

/** Lines judged between two breaths. */
const atOnce = 1000

/** The check of a batch as it was left, brought to the facts as they are now. */
function checkOf(store: RebateStore, batch: string, facts: BatchFacts): BatchCheck {
  const left = store.checking?.batch === batch ? store.checking.check : undefined
  left?.update(facts)
  const check = left ?? new BatchCheck(facts)
  store.checking = { batch, check }
  return check
}

/**
 * 预检: judged in memory, then stored in one commit with the moment it ended. A stop before that stores nothing; what was
 * judged is kept, and the next one goes on from it.
 */
export async function runCheck(
  store: RebateStore,
  id: string,
  asOf: string,
  signal: StopSignal,
  tell: (p: Port.WorkProgress) => void,
): Promise<Port.RebateRunView | 'stopped'> {
  const begun = performance.now()
  const batch = store.batch(id)
  const total = store.linesOf(id).length
  if (total === 0) throw new DataRefusal('no-claim-lines', { batch: numberOfBatch(batch) })
  tell({ stage: 'reading', done: 0, total })
  const facts = { ...batchFacts(store, id, asOf), ...carriedInto(store, id) }
  const rests = restsOn(store, id)
  const check = checkOf(store, id, facts)
  const judged = check.open
  do {
    tell({ stage: 'checking', done: facts.lines.length - check.open, total })
    await breath()
    if (signal.aborted) return 'stopped'
    check.step(atOnce)
  } while (!check.done)
  const result = check.result()
  tell({ stage: 'storing', done: 0, total })
  const count = (severity: FoundNow['severity']) =>
    result.findings.filter((found) => found.severity === severity).length
  const at = store.book.context.now()
  const rates = await tableUsed(store.book, 'exchange-rates', store.fxEdition)
  const libraryAt = store.editions.find(({ used }) => used)?.at
  const { ids } = await command(store.book.context, 'rebate.precheck', store.who, '', async (draft) => {
    const run = (store.runsOf(id)[0]?.record.run ?? 0) + 1
    const found = await draft.get('rebateBatches', id)
    if (!found) throw new DataRefusal('missing', { table: 'rebateBatches', id })
    await draft.put('rebateBatches', { ...found.record, checkedAt: at })
    return [
      await draft.put('rebateRuns', {
        batch: id,
        run,
        at,
        who: store.who,
        asOf,
        library: facts.library.version,
        ...(libraryAt !== undefined && { libraryDay: businessDay(libraryAt) }),
        ...(rates !== undefined && { rates }),
        lines: total,
        counts: { blocking: count('blocking'), warning: count('warning'), info: count('info') },
        refund: result.refund,
        rests,
        ms: Math.round(performance.now() - begun),
        judged,
        packed: packResult(result),
      }),
    ]
  })
  await store.fresh()
  return runView(store, store.held.rebateRuns.get(ids[0]!)!)
}

/** What reaches a claim of a 生产企业 from earlier ones: figures of the newest run before it, and 核算 made in its month. */
function carriedInto(store: RebateStore, id: string): Pick<BatchFacts, 'before' | 'settled'> {
  const { record } = store.batch(id)
  if (record.kind !== 'manufacturer') return {}
  const order = ({ record: { period, number } }: Batch) => `${period}${number}`
  const earlier = [...store.held.rebateBatches.values()]
    .filter((one) => one.record.kind === 'manufacturer' && one.record.period < record.period)
    .filter((one) => runNamed(store, one.id))
    .sort((a, b) => (order(a) < order(b) ? 1 : -1))
  const [last] = earlier
  const run = last && runNamed(store, last.id)
  const month = `${record.period.slice(0, 4)}-${record.period.slice(4)}`
  const settled = [...store.held.rebateLines.values()].flatMap(({ record: line }) => {
    const { settlement } = line
    if (!settlement?.on.startsWith(month)) return []
    const own = store.held.rebateBatches.get(line.batch)?.record.kind === 'manufacturer'
    if (!own && line.earlier === undefined) return []
    const { reverse, redeclare } = settlement
    return [{ key: keyOf({ record: line }), reverse, redeclare }]
  })
  return {
    ...(run && {
      before: {
        period: last.record.period,
        batch: last.record.number,
        figures: Object.fromEntries(resultOf(store, run).totals.map(({ figure, value }) => [figure, value])),
      },
    }),
    settled,
  }
}

export function runNamed(store: RebateStore, batch: string, run?: number): Run | undefined {
  const runs = store.runsOf(batch)
  return run === undefined ? runs[0] : runs.find(({ record }) => record.run === run)
}

/** What a run found; unpacked once for the present state. */
export function resultOf(store: RebateStore, run: Run): RunResult {
  return store.made(`run ${run.id}`, () => unpackResult(run.record.packed))
}

const viewOf =
  (store: RebateStore, { id, record }: Batch) =>
  (found: FoundNow): Port.RebateFinding => {
    const dealt = record.dealt[found.id]
    return {
      ...found,
      mark: strengthLabel[strengthOf(found.basis)],
      at: placeOfFinding(store, id, found),
      ...(dealt && { dealt }),
    }
  }

/** 疑点 the office gave: facts in the history of a line, as findings beside ours. */
function official(store: RebateStore, batch: string): FoundNow[] {
  return store.linesOf(batch).flatMap(({ record }) => {
    const open = record.history.findLast(({ event }) => event === 'question' || event === 'precheck')
    if (open?.event !== 'question' || !open.text) return []
    const target = `line:${record.no}${String(record.item).padStart(3, '0')}`
    const text = { zh: open.text, en: open.text }
    // A question right behind a self-check is what that said; one after filing is the office itself.
    const before = record.history[record.history.indexOf(open) - 1]
    const told =
      before?.event === 'selfCheck'
        ? { zh: `${open.on} 自检的疑点，原文照录`, en: `As the self-check of ${open.on} said` }
        : { zh: `税务机关 ${open.on} 反馈，原文照录`, en: `As the tax office wrote on ${open.on}` }
    const fix = { zh: '按原文核对更正后重新预检', en: 'Check and correct it, then check again' }
    return [
      {
        id: `office|${target}|`,
        rule: 'OFFICE',
        target,
        field: '',
        severity: 'blocking' as const,
        text,
        why: told,
        fix,
        basis: [],
      },
    ]
  })
}

export function pageFindings(store: RebateStore, query: Port.RebateFindingQuery): Port.RebateFindingPage {
  const batch = store.batch(query.batch)
  const run = runNamed(store, query.batch, query.run)
  const said = official(store, query.batch)
  const found = [...said, ...(run ? resultOf(store, run).findings : [])].map(viewOf(store, batch))
  const wanted = query.text?.trim().toLowerCase() ?? ''
  const has = ({ target, rule, text }: Port.RebateFinding) =>
    wanted === '' || [target, rule, text.zh, text.en].some((part) => part.toLowerCase().includes(wanted))
  const rows = found.filter(
    (one) =>
      (query.severity === undefined || one.severity === query.severity) &&
      (query.rule === undefined || one.rule === query.rule) &&
      (query.dealt === undefined || (one.dealt !== undefined) === query.dealt) &&
      has(one),
  )
  const rules = new Map<string, Port.RebateFindingPage['rules'][number]>()
  for (const { rule, severity } of found) {
    const key = `${rule} ${severity}`
    rules.set(key, { rule, severity, count: (rules.get(key)?.count ?? 0) + 1 })
  }
  const office = new Set(said.map(({ id }) => id))
  return {
    rows: rows
      .slice(query.offset, query.offset + query.limit)
      .map((one) => (office.has(one.id) ? { ...one, official: true } : one)),
    total: rows.length,
    rules: [...rules.values()],
  }
}

/** 已处理, with the reason; an empty one takes that back. */
export async function dealWith(
  store: RebateStore,
  batch: string,
  findings: readonly string[],
  reason: string,
) {
  const at = store.book.context.now()
  await changeBatch(store, 'rebate.deal', batch, reason, (record) => {
    const dealt = { ...record.dealt }
    for (const id of findings) {
      if (reason.trim() === '') delete dealt[id]
      else dealt[id] = { reason: reason.trim(), who: store.who, at }
    }
    return { ...record, dealt }
  })
}

export function figuresOf(store: RebateStore, id: string): Port.RebateFigures {
  const run = runNamed(store, id)
  const facts = batchFacts(store, id, run?.record.asOf ?? today(store))
  const refunded = run ? resultOf(store, run).lines : []
  return {
    run: run?.record.run ?? 0,
    figures: explainBatch(facts).totals,
    missing: refunded
      .filter(
        ({ refund, refundAllowed }) =>
          refundAllowed && refund === undefined && facts.batch.kind === 'trading',
      )
      .map(({ key, note }) => ({ key, why: note })),
  }
}

export function explainOne(store: RebateStore, id: string, linkNo: string) {
  const facts = batchFacts(store, id, runNamed(store, id)?.record.asOf ?? today(store))
  return explainLink(precheckOf(facts), linkNo)?.figures ?? []
}

export function compare(
  store: RebateStore,
  id: string,
  before: number,
  after: number,
): Port.RebateRunComparison {
  const batch = store.batch(id)
  const [a, b] = [before, after].map((run) => {
    const found = runNamed(store, id, run)
    if (!found) throw new DataRefusal('missing', { table: 'rebateRuns', id: String(run) })
    return resultOf(store, found)
  })
  const { gone, came, ...rest } = compareRuns(a!, b!)
  return { ...rest, gone: gone.map(viewOf(store, batch)), came: came.map(viewOf(store, batch)) }
}

/** Terms need neither rates nor an enterprise. */
export const deadlines = (store: RebateStore, id: string, asOf: string): Port.RebateLineDeadlines[] =>
  deadlinesOfLines({ asOf, batch: store.batch(id).record, ...linesAndPapers(store, id) })

/** The next term of every batch that is still open, in one look. */
export function batchEnds(store: RebateStore, asOf: string): Record<string, NearestEnd> {
  const open = [...store.held.rebateBatches.values()].filter(({ record }) => !record.locked)
  return Object.fromEntries(
    open.flatMap(({ id }) => {
      const end = nearestEnd(deadlines(store, id, asOf))
      return end ? [[id, end]] : []
    }),
  )
}
