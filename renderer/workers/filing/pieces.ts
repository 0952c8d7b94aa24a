import { pieceState, StationRecord, trackOfPiece, type TrackedPiece } from '#shared/control/pieces'
import { DataRefusal } from '../../data/errors/refusal'
import type { PieceInput, PiecePage, PiecePort, PieceQuery, PieceView, Stored } from '../../data/port'
import { keyedId } from '../../data/sealing/blind'
import { command } from '../../data/write/command'
import type { Draft } from '../../data/write/draft'
import type { FilingStore } from './store'

function viewOf({ id, rev, record: piece }: Stored<TrackedPiece>): PieceView {
  const track = trackOfPiece(piece)
  return { id, rev, piece, track, state: pieceState(track) }
}

async function page(store: FilingStore, { state, text = '', offset, limit }: PieceQuery): Promise<PiecePage> {
  const wanted = text.normalize('NFKC').trim().toLowerCase()
  const says = ({ piece, sku, orderNo = '', permit = '' }: TrackedPiece) =>
    [piece, sku, orderNo, permit].some((one) => one.toLowerCase().includes(wanted))
  const found = [...(await store.table('pieces')).values()].filter(({ record }) => says(record)).map(viewOf)
  const states: PiecePage['states'] = {}
  for (const one of found) states[one.state] = (states[one.state] ?? 0) + 1
  const placeOf = ({ piece: { orderNo = '', piece } }: PieceView) => `${orderNo} ${piece}`
  const rows = found
    .filter((one) => state === undefined || one.state === state)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  return { rows: rows.slice(offset, offset + limit), total: rows.length, states }
}

/** Change pieces by their ids in one act. */
function change(
  store: FilingStore,
  name: string,
  why: string,
  ids: readonly string[],
  next: (record: TrackedPiece) => TrackedPiece,
): Promise<unknown> {
  return command(store.context, name, store.who, why, async (draft: Draft) => {
    await draft.prefetch('pieces', ids)
    for (const id of ids) {
      const known = await draft.get('pieces', id)
      if (!known) throw new DataRefusal('missing', { table: 'pieces', id })
      await draft.put('pieces', next(known.record), id)
    }
  })
}

/** 件号与环节. */
export const pieceVerbs = (store: FilingStore): PiecePort => ({
  pieces: (query) => page(store, query),

  async putPiece(input: PieceInput, why, known) {
    const before = known && (await store.table('pieces')).get(known.id)?.record
    if (known && !before) throw new DataRefusal('missing', { table: 'pieces', id: known.id })
    const piece = before?.piece ?? input.piece.trim()
    const record: TrackedPiece = { ...input, piece, events: before?.events ?? {} }
    const id = await keyedId(store.context.keys, 'pieces', [piece])
    if (!known && (await store.table('pieces')).has(id)) throw new DataRefusal('piece-taken', { piece })
    await command(store.context, 'pieces.save', store.who, why, [
      { table: 'pieces', op: 'put', id, rev: known?.rev ?? 0, record },
    ])
    return { id }
  },

  async recordStation(ids, record, why) {
    const event = StationRecord.safeParse({ ...record, recordedAt: store.context.now() })
    if (!event.success) {
      const [issue] = event.error.issues
      const field = issue?.path.join('.') ?? ''
      throw new DataRefusal('invalid', { table: 'pieces', field, detail: issue?.message ?? '' })
    }
    const name = crypto.randomUUID()
    await change(store, 'pieces.station', why, ids, (piece) => ({
      ...piece,
      events: { ...piece.events, [name]: event.data },
    }))
  },

  async voidStation(id, event, why) {
    await change(store, 'pieces.void', why, [id], (piece) => {
      const { [event]: gone, ...events } = piece.events
      if (!gone) throw new DataRefusal('missing', { table: 'pieces', id: event })
      return { ...piece, events }
    })
  },

  async dropPiece(id, rev, why) {
    await command(store.context, 'pieces.delete', store.who, why, [
      { table: 'pieces', op: 'delete', id, rev },
    ])
  },
})
