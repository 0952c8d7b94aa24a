import { wayOf, type PieceKind, type StationRecord } from '#shared/control/pieces'
import type { Station } from '#shared/control/stations'
import { cmp, isDecimal } from '#shared/money/decimal'
import { foldWidth } from '../../../components/normalize'
import { typedDay } from '../../../components/record-form/day'
import type { PieceInput, PieceView } from '../../../data/port'

/** A piece as it is typed. */
export type TypedPiece = Record<'piece' | 'sku' | 'orderNo' | 'permit' | 'low' | 'high', string> & {
  kind: PieceKind
}

export const typedOf = (piece?: PieceView['piece']): TypedPiece => ({
  piece: piece?.piece ?? '',
  kind: piece?.kind ?? 'special',
  sku: piece?.sku ?? '',
  orderNo: piece?.orderNo ?? '',
  permit: piece?.permit ?? '',
  low: piece?.low ?? '',
  high: piece?.high ?? '',
})

/** The field that keeps a piece from being stored; undefined when nothing does. */
export function pieceFault({
  piece,
  kind,
  sku,
  low,
  high,
}: TypedPiece): 'piece' | 'sku' | 'range' | undefined {
  if (piece.trim() === '') return 'piece'
  if (sku.trim() === '') return 'sku'
  if (kind === 'special') return undefined
  return isDecimal(low) && isDecimal(high) && cmp(low, high) <= 0 ? undefined : 'range'
}

/** What is stored of a piece without faults; only goods that travel cold have a range. */
export function pieceOf({ piece, kind, sku, orderNo, permit, low, high }: TypedPiece): PieceInput {
  return {
    piece: piece.trim(),
    kind,
    sku: sku.trim(),
    ...(orderNo.trim() !== '' && { orderNo: orderNo.trim() }),
    ...(permit.trim() !== '' && { permit: permit.trim() }),
    ...(kind === 'cold-chain' && { low, high }),
  }
}

/** A station as it is typed; `at` is the time in Shanghai, to the minute, as `minuteOf` reads it. */
export type TypedStation = Record<'at' | 'by' | 'place' | 'paper' | 'temperature', string> & {
  station: Station
}

const minute = /^(\S+)[ T]+(\d{2}):?(\d{2})$/

/** A minute in Shanghai as officers type it, `2026-05-31 14:08` or `20260531 1408`, as instant; undefined for others. */
export function minuteOf(text: string): string | undefined {
  const [, typed = '', hours, minutes] = minute.exec(foldWidth(text).trim()) ?? []
  const day = typedDay(typed)
  const at = `${day}T${hours}:${minutes}:00+08:00`
  return day === undefined || Number.isNaN(Date.parse(at)) || hours === '24' ? undefined : at
}

export function stationFault(
  { at, by, place, temperature }: TypedStation,
  isCold: boolean,
): 'at' | 'by' | 'place' | 'temperature' | undefined {
  if (minuteOf(at) === undefined) return 'at'
  if (by.trim() === '') return 'by'
  if (place.trim() === '') return 'place'
  return isCold && !isDecimal(temperature) ? 'temperature' : undefined
}

export function stationOf({
  station,
  at,
  by,
  place,
  paper,
  temperature,
}: TypedStation): Omit<StationRecord, 'recordedAt'> {
  return {
    station,
    at: minuteOf(at)!,
    by: by.trim(),
    place: place.trim(),
    ...(paper.trim() !== '' && { paper: paper.trim() }),
    ...(temperature !== '' && { temperature }),
  }
}

/** The station a piece has to pass next; the last one where it passed them all. */
export function nextStation({ piece, track }: Pick<PieceView, 'piece' | 'track'>): Station {
  const { stations } = wayOf(piece)
  return stations.find((station) => !track.passed.some((one) => one.station === station)) ?? stations.at(-1)!
}
