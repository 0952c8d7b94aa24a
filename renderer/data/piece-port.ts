import type { PieceState, StationRecord, TrackedPiece } from '#shared/control/pieces'
import type { PieceTrack } from '#shared/control/stations'

/** A piece with its track, as its records tell it now. */
export type PieceView = { id: string; rev: number; piece: TrackedPiece; track: PieceTrack; state: PieceState }

export type PieceQuery = {
  state?: PieceState
  /** Part of piece number, SKU, order or permit. */
  text?: string
  offset: number
  limit: number
}
/** `states` counts what the rest of the query finds, whatever `state` says. By order, then piece. */
export type PiecePage = {
  rows: PieceView[]
  total: number
  states: Partial<Record<PieceState, number>>
}

/** A piece as it is typed; its stations are recorded by themselves. */
export type PieceInput = Omit<TrackedPiece, 'events'>

/** 件号与环节 of 特殊商品 and goods that travel cold; part of `BookPort`. */
export type PiecePort = {
  pieces(query: PieceQuery): Promise<PiecePage>
  /** A new piece without `known`; the number of one that is there stays. Refused with `taken`, `missing`, `stale`, `invalid`. */
  putPiece(input: PieceInput, why: string, known?: { id: string; rev: number }): Promise<{ id: string }>
  /** The same record of a station for each of these pieces, in one act; when it was written down is filled in here. */
  recordStation(ids: readonly string[], record: Omit<StationRecord, 'recordedAt'>, why: string): Promise<void>
  /** 作废: the record leaves the piece and stays in the journal. */
  voidStation(id: string, event: string, why: string): Promise<void>
  dropPiece(id: string, rev: number, why: string): Promise<void>
}
