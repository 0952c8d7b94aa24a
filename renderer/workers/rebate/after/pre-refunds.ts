import { businessDay } from '#shared/time/shanghai'
import { allocate, cmp, isZero, sub, sum } from '#shared/money/decimal'
import { claimParts } from '#shared/rebate/book/claim'
import { refundWith } from '#shared/rebate/book/totals'
import { movedLine, stateOfLine } from '#shared/rebate/book/life'
import type { RebateLine, RebateLink } from '#shared/rebate/book/records'
import { lessened } from '#shared/rebate/allocation/lessen'
import { cameOf } from '#shared/rebate/life/ledger'
import type { LineState } from '#shared/rebate/life/states'
import { claimKey } from '#shared/rebate/keys'
import { PRE_REFUND } from '#shared/rebate/pre-refund'
import {
  reclaimableQty,
  settlePreRefund,
  settlementEvent,
  settlementState,
  type Settlement,
  type SettlementGiven,
} from '#shared/rebate/settlement'
import { cents } from '#shared/rules/explain'
import { DataRefusal } from '../../../data/errors/refusal'
import type * as Port from '../../../data/port'
import { command } from '../../../data/write/command'
import type { Draft } from '../../../data/write/draft'
import { refusalOf } from '../../declaration/parts-queue'
import { dissolveIn, draftSerials, putSerials } from '../batches'
import { resultOf, runNamed } from '../check'
import { linesAndPapers, today } from '../facts'
import { keyOf } from '../store'
import type { Line, RebateStore } from '../store'
import { linksAmong, numberOfBatch } from '../views'
import { taxesOf } from './line-taxes'

type PreRefunds = Map<string, NonNullable<RebateLine['preRefund']>>

/** What of each line of a batch is claimed before its sale, with its refund by the newest run. */
export function preRefundsOf(store: RebateStore, batch: string): PreRefunds {
  const { record } = store.batch(batch)
  return record.kind === 'trading' ? linkedPreRefunds(store, batch) : manufacturedPreRefunds(store, batch)
}

function linkedPreRefunds(store: RebateStore, batch: string): PreRefunds {
  const run = runNamed(store, batch)
  const amounts = new Map(
    (run ? resultOf(store, run).links : []).map((link) => [link.line, refundWith(link)]),
  )
  const found: PreRefunds = new Map()
  for (const { record } of store.linksOf(batch)) {
    const refund = amounts.get(record.linkNo) ?? '0'
    const qtys = record.exports.map(({ qty }) => qty)
    const shares = qtys.length > 0 ? allocate(refund, qtys, 2) : []
    record.exports.forEach(({ declarationNo, item, qty }, at) => {
      const key = claimKey(declarationNo, item)
      const answered = store.lineOf.get(key)?.record.answers.businessType
      if ((answered ?? record.businessType) !== PRE_REFUND) return
      const before = found.get(key)
      found.set(key, {
        qty: sum([before?.qty ?? '0', qty]),
        refund: cents(sum([before?.refund ?? '0', shares[at]!])),
      })
    })
  }
  return found
}

/** 生产企业: the 免抵退税额 of what is not sold. */
function manufacturedPreRefunds(store: RebateStore, batch: string): PreRefunds {
  const { record } = store.batch(batch)
  const unsold = new Map(
    linesAndPapers(store, batch).lines.flatMap((line) => {
      const parts = claimParts(record, line, today(store))
      const { no, item } = line.item
      return parts && !isZero(parts.unsold) ? [[claimKey(no, item), parts.unsold] as const] : []
    }),
  )
  const taxes = taxesOf(store, batch, ({ item: { no, item } }) => unsold.get(claimKey(no, item)))
  return new Map(
    [...unsold].map(([key, qty]) => {
      const refund = taxes.get(key)
      return [key, { qty, ...(refund !== undefined && { refund }) }]
    }),
  )
}

const paidOn = ({ record }: Line): string | undefined =>
  record.history.findLast(({ event }) => event === 'pay')?.on

function rowOf(store: RebateStore, line: Line, asOf: string): Port.PreRefundRow[] {
  const { record } = line
  if (!record.preRefund) return []
  const key = keyOf(line)
  const item = store.items.get(key)?.item
  const batch = store.held.rebateBatches.get(record.batch)
  const paid = paidOn(line)
  const { rule: _rule, ...where } = settlementState({ paidOn: paid }, record.settlement !== undefined, asOf)
  const state = stateOfLine(record, batch?.record.checkedAt)
  return [
    {
      key,
      name: item?.name ?? '',
      unit: item?.unit ?? '',
      batchNo: batch ? numberOfBatch(batch) : '',
      exportDate: record.exportDate,
      line: state,
      ...record.preRefund,
      ...(paid !== undefined && { paidOn: paid }),
      ...where,
      ...(record.settlement && { settlement: record.settlement }),
      reclaimable: isReclaimable(record, state),
    },
  ]
}

/** Every pre-refund of the book, what is to be settled soonest first. */
export const preRefunds = (store: RebateStore, asOf: string): Port.PreRefundRow[] =>
  [...store.held.rebateLines.values()]
    .flatMap((line) => rowOf(store, line, asOf))
    .sort((a, b) => (endOf(a) < endOf(b) ? -1 : endOf(a) > endOf(b) ? 1 : a.key < b.key ? -1 : 1))

const endOf = ({ window, state }: Port.PreRefundRow): string =>
  state === 'settled' ? '9' : (window?.[1] ?? '8')

function lineNamed(store: RebateStore, key: string): Line {
  const line = store.lineOf.get(key)
  if (!line) throw new DataRefusal('missing', { table: 'rebateLines', id: key })
  return line
}

const alreadySettled = {
  text: { zh: '这一行已核算过', en: 'This line was settled before' },
  fix: {
    zh: '记错了的，在「操作记录」撤销那一步再核算',
    en: 'Undo that step in the journal to settle it again',
  },
}

/** 核算 of one line: the record, and what of its refund stays, comes or goes, as an event of the line. */
export async function settle(
  store: RebateStore,
  key: string,
  given: SettlementGiven,
  why: string,
): Promise<Settlement> {
  const line = lineNamed(store, key)
  const { preRefund, settlement } = line.record
  if (!preRefund) throw new DataRefusal('missing', { table: 'rebateLines', id: key })
  if (settlement) throw refusalOf({ code: 'not-settled', ...alreadySettled })
  const done = settlePreRefund({ ...preRefund, paidOn: paidOn(line) }, given)
  if ('refused' in done) throw refusalOf({ code: 'not-settled', ...done.refused })
  const at = store.book.context.now()
  const { action, reverse, redeclare, netChange } = done.result
  const { on, soldQty, lostQty, actualRefund } = given
  const made: Settlement = {
    on,
    soldQty,
    ...(lostQty !== undefined && { lostQty }),
    ...(actualRefund !== undefined && { actualRefund }),
    action,
    ...(reverse !== undefined && { reverse }),
    ...(redeclare !== undefined && { redeclare }),
    ...(netChange !== undefined && { netChange }),
    by: store.who,
    at,
  }
  const whole = cmp(preRefund.qty, store.items.get(key)?.item.qty ?? preRefund.qty) >= 0
  const event = settlementEvent(made, whole)
  // The refund of a 生产企业 is of a period: what its line gives back is no money of that line.
  const { amount: _ofPeriod, ...without } = event
  const moved = isManufactured(store, line) ? without : event
  await command(store.book.context, 'rebate.settle', store.who, why, async (draft) => {
    const found = await draft.get('rebateLines', line.id)
    const fact = { ...moved, on, by: store.who, text: why }
    const next = found && movedLine(found.record, undefined, fact, at)
    if (!next) throw new DataRefusal('missing', { table: 'rebateLines', id: key })
    await draft.put('rebateLines', { ...next, settlement: made })
  })
  return made
}

const isManufactured = (store: RebateStore, { record }: Line): boolean =>
  store.held.rebateBatches.get(record.batch)?.record.kind === 'manufacturer'

/** 生产企业: what of the item stays claimed and what is lost, when the rest is claimed anew. */
function earlierOf(
  store: RebateStore,
  key: string,
  { preRefund, settlement }: RebateLine,
): RebateLine['earlier'] {
  const qty = store.items.get(key)?.item.qty
  if (qty === undefined || !preRefund) return undefined
  const lost = settlement?.lostQty ?? '0'
  return { kept: sub(sub(qty, reclaimableQty(preRefund, settlement)), lost), lost }
}

const notReclaimable = {
  text: {
    zh: '只有核算时冲减、缴回的部分才能重新申报',
    en: 'Only what a settlement gave back is claimed anew',
  },
  fix: { zh: '先核算', en: 'Settle it first' },
}

/** Something of the line was given back by its settlement, and it is not on its way again. */
const isReclaimable = ({ preRefund, settlement }: RebateLine, state: LineState): boolean =>
  preRefund !== undefined &&
  (state === 'reversed' || state === 'paid') &&
  !isZero(reclaimableQty(preRefund, settlement))

/** Links of a line that stays claimed in part give up what was given back; the part sold is a usual claim from then on. */
async function lessenLinks(store: RebateStore, draft: Draft, key: string, qty: string): Promise<void> {
  let rest = qty
  for (const { id, record } of linksAmong(store, [key])) {
    if (record.businessType !== PRE_REFUND || isZero(rest)) continue
    const { businessType: _before, ...link } = record
    const lessen = lessened<Omit<RebateLink, 'businessType'>>(link, key, rest)
    rest = lessen.rest
    if (lessen.left) await draft.put('rebateLinks', lessen.left)
    else await draft.delete('rebateLinks', id)
  }
}

/**
 * The line begins anew, out of its batch: all of it without its links, or the part that was given back while the part sold
 * stays where it was claimed. What happened stays in its history.
 */
export async function reclaim(store: RebateStore, key: string, why: string): Promise<void> {
  const line = lineNamed(store, key)
  const state = stateOfLine(line.record, undefined)
  const { preRefund, settlement, refund } = line.record
  if (!preRefund || !isReclaimable(line.record, state)) {
    throw refusalOf({ code: 'not-settled', ...notReclaimable })
  }
  const at = store.book.context.now()
  const manufactured = isManufactured(store, line)
  await command(store.book.context, 'rebate.reclaim', store.who, why, async (draft) => {
    const partly = state === 'paid'
    if (partly) await lessenLinks(store, draft, key, reclaimableQty(preRefund, settlement))
    else await dissolveIn(store, draft, linksAmong(store, [key]), new Set([key]))
    await putSerials(draft, await draftSerials(store, draft))
    const found = await draft.get('rebateLines', line.id)
    const came = partly ? { amount: cents(cameOf(line.record.history, refund ?? '0')) } : {}
    const fact = { event: 'reclaim' as const, on: businessDay(at), by: store.who, ...came }
    const next = found && movedLine(found.record, undefined, fact, at)
    if (!next) throw new DataRefusal('missing', { table: 'rebateLines', id: key })
    const { preRefund: _claimed, refund: _expected, earlier: _before, ...rest } = next
    // The day was answered of the item, the rest of the claim.
    const { exportDate } = next.answers
    const answers = exportDate === undefined ? {} : { exportDate }
    const earlier = manufactured ? earlierOf(store, key, line.record) : undefined
    await draft.put('rebateLines', {
      ...rest,
      ...(earlier && { earlier }),
      batch: '',
      importId: '',
      answers,
    })
  })
}
