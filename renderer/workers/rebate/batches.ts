import { businessDay } from '#shared/time/shanghai'
import { isEditable, movedLine, stateOfLine } from '#shared/rebate/book/life'
import { defaultRules, type RebateBatch, RebateSerials, noSerials } from '#shared/rebate/book/records'
import type { RebateAnswers, RebateLine, RebateRules } from '#shared/rebate/book/records'
import type { RebateEnterprise } from '#shared/model/rebate/enterprise'
import { unexplainedChanges } from '#shared/rebate/amounts/fx'
import { stateNames } from '#shared/rebate/life/states'
import type { LineEvent, LineState } from '#shared/rebate/life/states'
import type { LineFact } from '#shared/rebate/life/states'
import { DataRefusal } from '../../data/errors/refusal'
import type * as Port from '../../data/port'
import { draftSetting, putSetting } from '../../data/settings'
import { keyedId } from '../../data/sealing/blind'
import { command } from '../../data/write/command'
import type { Draft } from '../../data/write/draft'
import { enterpriseKey, keyOf, rulesKey, serialsKey } from './store'
import type { Line, Link, RebateStore } from './store'
import { linksAmong } from './views'

/** Records of one commit; an act of many goes in parts of this size under one group, and is undone as one. */
const partSize = 500

type Json = Parameters<typeof putSetting>[2]
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

/** The numbers given so far; whoever changes links writes them too, so that two windows never use one quantity twice. */
export async function draftSerials(store: RebateStore, draft: Draft): Promise<RebateSerials> {
  const found = await draftSetting(store.book.context, draft, serialsKey, RebateSerials)
  return found ?? noSerials
}
export const putSerials = (draft: Draft, serials: RebateSerials): Promise<string> =>
  putSetting(draft, serialsKey, json({ ...serials, change: serials.change + 1 }))

export async function setEnterprise(store: RebateStore, enterprise: RebateEnterprise, why: string) {
  await command(store.book.context, 'rebate.enterprise', store.who, why, async (draft) => {
    await putSetting(draft, enterpriseKey, json(enterprise))
  })
}

/** A change of the rate policy inside its 12 months needs a reason. */
export async function setRules(store: RebateStore, rules: RebateRules, why: string): Promise<void> {
  const [unexplained] = unexplainedChanges(rules.fx.choices as Parameters<typeof unexplainedChanges>[0])
  if (unexplained !== undefined) throw new DataRefusal('rate-policy', { day: unexplained })
  await command(store.book.context, 'rebate.rules', store.who, why, async (draft) => {
    await putSetting(draft, rulesKey, json({ ...defaultRules, ...rules }))
  })
}

export async function newBatch(
  store: RebateStore,
  { period, kind, note = '' }: { period: string; kind: Port.RebateBatchKind; note?: string },
  why: string,
): Promise<{ id: string }> {
  const { context } = store.book
  const { ids } = await command(context, 'rebate.batch', store.who, why, async (draft) => {
    const serials = await draftSerials(store, draft)
    const next = (serials.batches[period] ?? 0) + 1
    if (next > 999) throw new DataRefusal('batch-full', { period })
    const record: RebateBatch = {
      period,
      number: String(next).padStart(3, '0'),
      kind,
      note,
      createdAt: context.now(),
      locked: false,
      answers: {},
      dealt: {},
    }
    const id = await draft.put('rebateBatches', record)
    await putSerials(draft, { ...serials, batches: { ...serials.batches, [period]: next } })
    return [id]
  })
  return { id: ids[0]! }
}

/** Change a batch as it is in the database at the moment of writing. */
export async function changeBatch(
  store: RebateStore,
  name: string,
  id: string,
  why: string,
  change: (batch: RebateBatch) => RebateBatch,
): Promise<void> {
  await command(store.book.context, name, store.who, why, async (draft) => {
    const found = await draft.get('rebateBatches', id)
    if (!found) throw new DataRefusal('missing', { table: 'rebateBatches', id })
    await draft.put('rebateBatches', change(found.record))
  })
}

export async function dropBatch(store: RebateStore, id: string, why: string): Promise<void> {
  const { record } = store.openBatch(id)
  const lines = store.linesOf(id).length
  if (lines > 0) {
    throw new DataRefusal('batch-lines', { batch: `${record.period}-${record.number}`, lines })
  }
  await command(store.book.context, 'rebate.drop', store.who, why, async (draft) => {
    await draft.delete('rebateBatches', id)
    for (const run of store.runsOf(id)) await draft.delete('rebateRuns', run.id)
  })
}

const idOfLine = ({ id }: Line): string => id

export async function inParts<T>(
  store: RebateStore,
  name: string,
  why: string,
  all: readonly T[],
  idOf: (one: T) => string,
  write: (draft: Draft, one: T) => Promise<void>,
): Promise<void> {
  const group = crypto.randomUUID()
  for (let at = 0; at < all.length; at += partSize) {
    const part = all.slice(at, at + partSize)
    const intent = async (draft: Draft) => {
      await draft.prefetch('rebateLines', part.map(idOf))
      for (const one of part) await write(draft, one)
    }
    await command(store.book.context, name, store.who, why, intent, { group })
  }
}

/**
 * Take items into a batch. A line that another window took meanwhile meets its revision and is left out by the next look;
 * an item without 出口日期 is refused as a whole, because every rule asks for it.
 */
export async function chooseLines(
  store: RebateStore,
  batch: string,
  rows: readonly Port.RebateItemRow[],
  why: string,
): Promise<{ chosen: number; taken: number }> {
  store.openBatch(batch)
  const { context } = store.book
  const free = rows.filter((row) => row.batch === '')
  const undated = free.filter(({ exportDate }) => exportDate === '')
  if (undated.length > 0) {
    throw new DataRefusal('no-export-date', { lines: undated.length, example: undated[0]!.id })
  }
  const ids = await Promise.all(
    free.map(({ no, item }) => keyedId(context.keys, 'rebateLines', [no, String(item)])),
  )
  const idOf = new Map(free.map(({ id }, at) => [id, ids[at]!]))
  await inParts(
    store,
    'rebate.choose',
    why,
    free,
    ({ id }) => idOf.get(id)!,
    async (draft, row) => {
      const record: RebateLine = {
        no: row.no,
        item: row.item,
        exportDate: row.exportDate,
        batch,
        importId: row.importId,
        answers: {},
        history: [],
        touchedAt: context.now(),
      }
      const id = await draft.idOf('rebateLines', record)
      const before = (await draft.get('rebateLines', id))?.record
      if (before && before.batch !== '') {
        throw new DataRefusal('stale', {
          table: 'rebateLines',
          id: row.id,
          expected: '—',
          found: before.batch,
        })
      }
      const linkless = store.batch(batch).record.kind === 'manufacturer'
      await draft.put('rebateLines', { ...record, ...before, batch, importId: row.importId, linkless })
    },
  )
  return { chosen: free.length, taken: rows.length - free.length }
}

/** Refused with `line-claimed` for a line the office has, or has decided on. */
export function refuseClaimed(store: RebateStore, keys: readonly string[]): void {
  for (const key of keys) {
    const line = store.lineOf.get(key)?.record
    const checkedAt = line && store.held.rebateBatches.get(line.batch)?.record.checkedAt
    const state = line ? stateOfLine(line, checkedAt) : 'undeclared'
    if (!isEditable(state)) throw new DataRefusal('line-claimed', { key, ...stateNames[state] })
  }
}

/** Dissolve links, and say so in the history of their lines. */
export async function dissolveIn(
  store: RebateStore,
  draft: Draft,
  links: readonly Link[],
  leaving: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const link of links) await draft.delete('rebateLinks', link.id)
  const gone = new Set(links.map(({ id }) => id))
  const keys = new Set(
    links.flatMap(({ record }) =>
      record.exports.map(({ declarationNo, item }) => keyOf({ record: { no: declarationNo, item } })),
    ),
  )
  for (const key of keys) {
    // Links of an earlier claim of the line stay, and say nothing of this one.
    const batch = store.lineOf.get(key)?.record.batch
    const left = (store.linksOfItem.get(key) ?? []).filter(
      ({ id, record }) => !gone.has(id) && record.batch === batch,
    )
    if (left.length === 0 && !leaving.has(key)) await moveIn(store, draft, key, 'dissolve')
  }
}

/** Write an event to a line where its state allows it. */
export async function moveIn(store: RebateStore, draft: Draft, key: string, event: LineEvent): Promise<void> {
  const line = store.lineOf.get(key)
  const found = line && (await draft.get('rebateLines', line.id))
  if (!found) return
  const { checkedAt } = store.batch(found.record.batch).record
  const at = store.book.context.now()
  const next = movedLine(found.record, checkedAt, { event, on: businessDay(at), by: store.who }, at)
  if (next) await draft.put('rebateLines', next)
}

function begunAnew(store: RebateStore, line: RebateLine): RebateLine['history'] {
  const at = store.book.context.now()
  const { checkedAt } = store.batch(line.batch).record
  const on = businessDay(at)
  // A questioned line is taken back before it is given back.
  const withdrawn = movedLine(line, undefined, { event: 'withdraw', on, by: store.who }, at) ?? line
  const next = movedLine(withdrawn, checkedAt, { event: 'dissolve', on, by: store.who }, at)
  return (next ?? withdrawn).history
}

/** Give lines back; what was never claimed leaves no trace but the journal. */
export async function giveBack(
  store: RebateStore,
  batch: string,
  lines: readonly Line[],
  why: string,
): Promise<number> {
  store.openBatch(batch)
  const keys = lines.map(keyOf)
  refuseClaimed(store, keys)
  const leaving = new Set(keys)
  await command(store.book.context, 'rebate.giveBack', store.who, why, async (draft) => {
    const links = linksAmong(store, keys).filter(({ record }) => record.batch === batch)
    await dissolveIn(store, draft, links, leaving)
    await putSerials(draft, await draftSerials(store, draft))
    for (const { id } of lines) {
      const found = await draft.get('rebateLines', id)
      if (!found) continue
      const claimed = found.record.history.some(({ event }) => event === 'declare')
      // The 出口日期 that somebody noted is a fact of the item, not of the batch.
      const { exportDate } = found.record.answers
      const answers = exportDate === undefined ? {} : { exportDate }
      const left = { ...found.record, batch: '', importId: '', answers }
      if (claimed || found.record.exemptIn !== undefined) {
        // What happened stays on record; the line begins anew behind it.
        await draft.put('rebateLines', { ...left, history: begunAnew(store, found.record) })
      } else if (exportDate !== undefined) await draft.put('rebateLines', { ...left, history: [] })
      else await draft.delete('rebateLines', id)
    }
  })
  return lines.length
}

/** Answers of single lines; one that equals nothing is taken back by an absent value. */
export async function answerLines(
  store: RebateStore,
  batch: string,
  lines: readonly Line[],
  answers: RebateAnswers,
  why: string,
): Promise<number> {
  store.openBatch(batch)
  refuseClaimed(store, lines.map(keyOf))
  await inParts(store, 'rebate.answer', why, lines, idOfLine, async (draft, { id }) => {
    const found = await draft.get('rebateLines', id)
    if (!found) return
    const { exportDate } = answers
    await draft.put('rebateLines', {
      ...found.record,
      answers: { ...found.record.answers, ...answers },
      ...(exportDate !== undefined && { exportDate }),
    })
  })
  return lines.length
}

/** Name of an act in the journal; `answer` is what an officer fills in, so the answered finding has another. */
const nameOf = (event: LineEvent): string => `rebate.${event === 'answer' ? 'answered' : event}`

/** What was expected of lines when they are claimed: the refund, the quantity, and what of it is claimed before the sale. */
export type Expected = {
  refunds: ReadonlyMap<string, string>
  preRefunds: ReadonlyMap<string, NonNullable<RebateLine['preRefund']>>
  /** Quantity of each line that goes into the claim. */
  claimed: ReadonlyMap<string, string>
}
export const nothingExpected: Expected = { refunds: new Map(), preRefunds: new Map(), claimed: new Map() }

export type LineAct = { event: LineEvent; on: string; text?: string; amount?: string }

/** A line that is claimed keeps what was expected then; what an earlier claim kept of a pre-refund is over. */
function claimedWith(line: RebateLine, expected: Expected): RebateLine {
  const { preRefund: _before, settlement: _earlier, claimed: _then, ...rest } = line
  const key = keyOf({ record: line })
  const [refund, claimed] = [expected.refunds.get(key), expected.claimed.get(key)]
  const preRefund = expected.preRefunds.get(key)
  return {
    ...rest,
    ...(refund !== undefined && { refund }),
    ...(claimed !== undefined && { claimed }),
    ...(preRefund && { preRefund }),
  }
}

/**
 * What happened to lines. Those whose state does not allow it are left and named. `declare` locks the batch and keeps the
 * refund that was expected; `withdraw` and what opens a line again unlock it.
 */
export async function actOnLines(
  store: RebateStore,
  batch: string,
  lines: readonly Line[],
  act: LineAct,
  expected: Expected,
  why: string,
): Promise<{ moved: number; left: { key: string; state: LineState }[] }> {
  const { context } = store.book
  const { checkedAt } = store.batch(batch).record
  const { event, on, text, amount } = act
  const fact: LineFact = { event, on, by: store.who, ...(text && { text }), ...(amount && { amount }) }
  const at = context.now()
  const left: { key: string; state: LineState }[] = []
  const moving = lines.filter((line) => {
    const can = movedLine(line.record, checkedAt, fact, at) !== undefined
    if (!can) left.push({ key: keyOf(line), state: stateOfLine(line.record, checkedAt) })
    return can
  })
  await inParts(store, nameOf(event), why, moving, idOfLine, async (draft, line) => {
    const found = await draft.get('rebateLines', line.id)
    const next = found && movedLine(found.record, checkedAt, fact, at)
    if (!next) return
    await draft.put('rebateLines', event === 'declare' ? claimedWith(next, expected) : next)
  })
  const locks = event === 'declare' ? true : event === 'withdraw' || event === 'question' ? false : undefined
  if (moving.length > 0 && locks !== undefined && store.batch(batch).record.locked !== locks) {
    await changeBatch(store, locks ? 'rebate.lock' : 'rebate.unlock', batch, why, (record) => ({
      ...record,
      locked: locks,
    }))
  }
  return { moved: moving.length, left }
}
