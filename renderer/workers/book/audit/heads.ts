import { businessDay } from '#shared/time/shanghai'
import { keyOf, type DocumentHead } from '#shared/audit-file/head'
import type { AuditKind } from '#shared/audit-file/kinds'
import { pieceState, trackOfPiece } from '#shared/control/pieces'
import { isClaimed, stateOf } from '#shared/rebate/life/states'
import { declarationNumber } from '#shared/rebate/keys'
import { returnBooks } from '#shared/returns/routes'
import { entryIdOf, entryLines } from '#shared/model/customs-entry'
import type { SealedRecord, SealedTable } from '../../../data/port'

/** Kinds that lie in a table of their own, written by commands. */
export const recordKinds = [
  'lists',
  'departures',
  'gatePasses',
  'applications',
  'customsEntries',
  'exportEntries',
  'returns',
  'taxBills',
  'deliveries',
  'rebatePapers',
  'rebateLines',
  'rebateLinks',
  'rebateBatches',
  'forexCredits',
  'pieces',
] as const satisfies readonly (AuditKind & SealedTable)[]
export type RecordKind = (typeof recordKinds)[number]

type Said = Pick<DocumentHead, 'days' | 'state' | 'rests'> &
  Partial<Pick<DocumentHead, 'open' | 'within'>> & { numbers: readonly (string | undefined)[] }

const dayOf = (instant: string | undefined): string => (instant ? businessDay(instant) : '')
/** yyyyMMdd…, as customs writes a time. */
const customsDay = (time: string | undefined): string =>
  (time ?? '').replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3')
const rest = <K extends AuditKind>(kind: K, refs: readonly string[]) =>
  refs.map((ref) => [kind, ref] as const)
const lineKey = (no: string, item: number): string => `${declarationNumber(no)}#${item}`
/** Sent and not at its end: `void` and what customs took in are. */
const unsent = (state: string): Pick<Said, 'open'> =>
  ['accepted', 'void', 'noted'].includes(state) ? {} : { open: 'unsent' }

const sayings: { [K in RecordKind]: (record: SealedRecord<K>) => Said } = {
  lists: ({ list, state, queuedAt, answeredAt, orders, payments, waybills }) => ({
    numbers: [list.copNo, list.invtNo, list.preNo, list.orderNo, ...list.originalOrderNos, list.logisticsNo],
    days: [list.businessDay, dayOf(list.builtAt), dayOf(queuedAt), dayOf(answeredAt)],
    state,
    ...(state !== 'cleared' && state !== 'void' && { open: 'unsent' as const }),
    rests: [...rest('orders', orders), ...rest('payments', payments), ...rest('waybills', waybills)],
  }),
  departures: ({ copNo, billNo, preNo, parcels, state, queuedAt, arrived, left }) => ({
    numbers: [copNo, billNo, preNo],
    days: [queuedAt, arrived?.at, left?.at].map(dayOf),
    state,
    ...unsent(state),
    rests: rest(
      'lists',
      parcels.map(({ list }) => list),
    ),
  }),
  gatePasses: ({ passNo, leftOn, orders }) => ({
    numbers: [passNo],
    days: [leftOn],
    state: '',
    rests: rest('orders', orders),
  }),
  applications: ({ copNo, preNo, lists, state, queuedAt }) => ({
    numbers: [copNo, preNo],
    days: [dayOf(queuedAt)],
    state,
    ...unsent(state),
    rests: rest(
      'lists',
      lists.map(({ id }) => id),
    ),
  }),
  customsEntries: (entry) => {
    const number = entryIdOf(entry)
    const { sumNo, declSeqNo, noted, told } = entry
    const days = Object.values(told).map((one) => customsDay(one?.at))
    return {
      numbers: [number, declSeqNo, sumNo, told.decPreNo?.value],
      days: [...days, noted?.closedOn ?? '', dayOf(noted?.at)],
      state: told.decState?.value ?? '',
      ...(number === '' && { open: 'unsettled' as const }),
      rests: rest(
        'lists',
        entryLines(entry).map(({ invtNo }) => invtNo),
      ),
    }
  },
  exportEntries: ({ entryId, preEntryId, contractNo, orders, state, ...entry }) => ({
    numbers: [entryId, preEntryId, contractNo],
    days: [entry.exportDate, entry.declaredOn, entry.releasedOn, entry.closedOn].map((day) => day ?? ''),
    state,
    ...(state !== 'closed' && { open: 'unsettled' as const }),
    rests: rest('orders', orders),
  }),
  returns: ({ copNo, list, state, settled, notedAt, releasedOn, exportedOn, queuedAt }) => ({
    numbers: [copNo],
    days: [
      dayOf(notedAt),
      dayOf(queuedAt),
      releasedOn ?? '',
      exportedOn ?? '',
      ...Object.values(settled).map((one) => dayOf(one?.at)),
    ],
    state,
    ...(returnBooks.some((book) => !settled[book]) && state !== 'void' && { open: 'unsettled' as const }),
    ...unsent(state),
    rests: rest('lists', [list]),
  }),
  taxBills: ({ invtNo, taxNo, told, issued }) => ({
    numbers: [taxNo],
    days: [customsDay(issued?.at), ...Object.values(told).map((one) => customsDay(one?.at))],
    state: told.status?.value ?? '',
    // 2: summarised for payment; 3: void.
    ...(!['2', '3'].includes(told.status?.value ?? '') && { open: 'unsettled' as const }),
    rests: rest('lists', [invtNo]),
  }),
  deliveries: ({ number, rkdNo, billNo, at, logisticsNos }) => ({
    numbers: [number, rkdNo, billNo],
    days: [customsDay(at)],
    state: '',
    rests: rest('waybills', logisticsNos),
  }),
  rebatePapers: ({ declarationNo }) => ({
    numbers: [declarationNo],
    days: [],
    state: '',
    rests: entries(declarationNo),
  }),
  rebateLines: ({ no, item, batch, exportDate, history, touchedAt }) => {
    const { state } = stateOf(history)
    const waits = state !== 'paid' && state !== 'undeclared' && state !== 'refused' && state !== 'reversed'
    return {
      numbers: [lineKey(no, item), declarationNumber(no)],
      days: [exportDate, dayOf(touchedAt), ...history.map(({ on }) => on)],
      state,
      ...(waits && { open: isClaimed(state) ? ('locked' as const) : ('unsettled' as const) }),
      rests: entries(no),
      ...(batch !== '' && { within: ['rebateBatches', batch] as const }),
    }
  },
  rebateLinks: ({ linkNo, exports, purchases }) => ({
    numbers: [linkNo],
    days: [],
    state: '',
    rests: [
      ...rest(
        'rebateLines',
        exports.map(({ declarationNo, item }) => lineKey(declarationNo, item)),
      ),
      ...rest(
        'invoices',
        purchases.map(({ invoiceNumber }) => invoiceNumber),
      ),
    ],
  }),
  rebateBatches: ({ period, number, createdAt, locked }) => ({
    numbers: [`${period}-${number}`],
    days: [dayOf(createdAt)],
    state: locked ? 'locked' : '',
    rests: [],
  }),
  forexCredits: ({ creditId, claim, converted, presented, lines }) => ({
    numbers: [creditId],
    days: [dayOf(claim?.at), presented?.on ?? '', ...converted.map(({ on }) => on)],
    state: presented ? 'presented' : (claim?.nature ?? ''),
    ...(!presented &&
      (!claim || claim.nature === 'goods' || claim.nature === 'advance') && { open: 'unsettled' as const }),
    rests: rest(
      'orders',
      lines.flatMap(({ orderId }) => orderId ?? []),
    ),
  }),
  pieces: (record) => {
    const { piece, permit, orderNo, events } = record
    const track = trackOfPiece(record)
    return {
      numbers: [piece, permit],
      days: Object.values(events).map(({ at }) => dayOf(at)),
      state: track.faults.map(({ says }) => says.zh).join('; ') || pieceState(track),
      // One that nobody bought is still in stock.
      ...(orderNo === undefined && { open: 'unsettled' as const }),
      // Of a split order a piece names the part.
      rests: orderNo === undefined ? [] : rest('orders', [orderNo, orderNo.replace(/-\d+$/, '')]),
    }
  },
}

const entries = (no: string): DocumentHead['rests'] => [
  ...rest('customsEntries', [declarationNumber(no)]),
  ...rest('exportEntries', [declarationNumber(no)]),
]

/** What a stored record is to the others. */
export function headOf<K extends RecordKind>(kind: K, id: string, record: SealedRecord<K>): DocumentHead {
  const { numbers, ...said } = sayings[kind](record)
  const known = [...new Set(numbers.filter((one): one is string => Boolean(one)))]
  return { key: keyOf(kind, id), kind, id, no: known[0] ?? id, numbers: known, ...said }
}
