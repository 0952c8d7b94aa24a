import { z } from 'zod'
import type { EvidenceKind } from '../evidence/kinds'
import { decimalText, field } from '../model/field'
import { fillText, type Text } from '../model/text'
import { cmp } from '../money/decimal'
import {
  StationEvent,
  stationNames,
  stations,
  trackOf,
  type PieceTrack,
  type Station,
  type Way,
} from './stations'

/** `special`: one piece of 特殊商品, known by its number. `cold-chain`: what of an order travels cold, as one consignment. */
export const pieceKinds = ['special', 'cold-chain'] as const
export type PieceKind = (typeof pieceKinds)[number]

/** One record of a station, without the number that the piece itself has. */
export const StationRecord = StationEvent.omit({ piece: true })
export type StationRecord = z.infer<typeof StationRecord>

/**
 * A piece or consignment with the stations it passed. Each record of a station has a random name of its own, so that two
 * desks that write down different stations do not meet, and two that write down the same one are seen to differ.
 */
export const TrackedPiece = z.strictObject({
  piece: field(z.string().trim().min(1).max(64), 'business', '件号', 'Piece'),
  kind: field(z.enum(pieceKinds), 'public', '类型', 'Kind'),
  sku: field(z.string().min(1).max(30), 'business', '货号', 'SKU'),
  orderNo: field(z.string().min(1).optional(), 'business', '订单号', 'Order'),
  /** 公安备案号, 许可证号: of the piece itself. */
  permit: field(z.string().min(1).max(64).optional(), 'business', '许可或备案号', 'Permit'),
  /** °C to be kept, for goods that travel cold. */
  low: field(decimalText.optional(), 'business', '最低温度(℃)', 'Lowest (°C)'),
  high: field(decimalText.optional(), 'business', '最高温度(℃)', 'Highest (°C)'),
  events: z.record(z.string(), StationRecord),
})
export type TrackedPiece = z.infer<typeof TrackedPiece>

/** Goods that travel cold are read when they leave and at each hand-over (企业内部口径). */
const coldStations: readonly Station[] = stations.slice(stations.indexOf('ship'))

/** The way a piece has to go. A consignment without a range has no temperature it could be kept in, and never is in order. */
export function wayOf({ kind, low, high }: Pick<TrackedPiece, 'kind' | 'low' | 'high'>): Way {
  if (kind === 'special') return { stations }
  return { stations: coldStations, ...(low !== undefined && high !== undefined && { range: { low, high } }) }
}

/** Where a piece is, by its own records. */
export const trackOfPiece = (piece: TrackedPiece): PieceTrack =>
  trackOf(
    piece.piece,
    Object.values(piece.events).map((event) => ({ ...event, piece: piece.piece })),
    wayOf(piece),
  )

/** Where a piece stands: `faulty` before anything else, then whether it may be declared, and whether it was. */
export const pieceStates = ['faulty', 'underway', 'ready', 'declared'] as const
export type PieceState = (typeof pieceStates)[number]

export function pieceState({ faults, mayDeclare, passed }: PieceTrack): PieceState {
  if (faults.length > 0) return 'faulty'
  if (!mayDeclare) return 'underway'
  return passed.some(({ station }) => station === 'declare') ? 'declared' : 'ready'
}

/** What a 清单 takes of one of the goods; `orderNos`: the declared number and those of the platform. */
export type PieceDemand = {
  sku: string
  orderNos: readonly string[]
  quantity: string
  needs: readonly EvidenceKind[]
}
/** `needs`: papers that are still asked for. `stops`: why the goods cannot be declared. */
export type PieceVerdict = { needs: EvidenceKind[]; stops?: { text: Text; fix: Text } }

/**
 * What tracked pieces say of goods that are to be declared. 特殊商品 need as many pieces in order as the 清单 takes, and no
 * paper stands for them. For goods that travel cold a consignment of the order decides where there is one; else a paper does.
 * @param pieces of these goods, of any order
 */
export function pieceVerdict(
  { sku, orderNos, quantity, needs }: PieceDemand,
  pieces: readonly TrackedPiece[],
): PieceVerdict {
  const own = pieces.filter(
    (one) => one.sku === sku && one.orderNo !== undefined && orderNos.includes(one.orderNo),
  )
  const [special, cold] = [
    own.filter(({ kind }) => kind === 'special'),
    own.filter(({ kind }) => kind === 'cold-chain'),
  ]
  const isSpecial = needs.includes('station-record')
  const rest = needs.filter(
    (kind) => kind !== 'station-record' && !(kind === 'temperature-record' && cold.length > 0),
  )
  const asked = [...(isSpecial ? special : []), ...(needs.includes('temperature-record') ? cold : [])]
  for (const piece of asked) {
    const stops = whyNot(piece)
    if (stops) return { needs: rest, stops }
  }
  if (isSpecial && cmp(quantity, String(special.length)) > 0) {
    const params = { sku, order: orderNos[0] ?? '', needed: quantity, have: String(special.length) }
    return { needs: rest, stops: { text: fillText(words.few, params), fix: words.register } }
  }
  return { needs: rest }
}

/** Why a piece cannot be declared: its first fault, or the station it has not passed yet. */
function whyNot(piece: TrackedPiece): { text: Text; fix: Text } | undefined {
  const { mayDeclare, faults, passed } = trackOfPiece(piece)
  if (piece.kind === 'cold-chain' && (piece.low === undefined || piece.high === undefined)) {
    return { text: fillText(words.noRange, { piece: piece.piece }), fix: words.range }
  }
  if (mayDeclare) return undefined
  const [fault] = faults
  if (fault) return { text: fault.says, fix: fault.fix }
  const left = wayOf(piece).stations.find((station) => !passed.some((one) => one.station === station))
  const params = { piece: piece.piece, station: stationNames[left ?? 'declare'] }
  return { text: fillText(words.notYet, params), fix: fillText(words.pass, params) }
}

const words = {
  few: {
    zh: '{sku} 是特殊商品：订单 {order} 申报 {needed} 件，只登记了 {have} 件的件号',
    en: '{sku} is followed piece by piece: order {order} declares {needed}, pieces recorded: {have}',
  },
  register: {
    zh: '在「商品资料」的「件号与环节」逐件登记，写上订单号',
    en: 'Record each piece with its order under Goods, Pieces and stations',
  },
  notYet: { zh: '{piece} 还没有到“{station}”', en: '{piece} was not {station} yet' },
  pass: { zh: '到了以后登记“{station}”', en: 'Record it once it is {station}' },
  noRange: { zh: '{piece} 没有写温度范围', en: '{piece} has no range of temperatures' },
  range: { zh: '写上要保持的最低和最高温度', en: 'Give the lowest and highest temperature to be kept' },
} satisfies Record<string, Text>
