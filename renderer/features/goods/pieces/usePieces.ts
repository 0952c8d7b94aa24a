import { useCallback, useMemo } from 'react'
import { pieceState, trackOfPiece } from '#shared/control/pieces'
import { useBook } from '../../../app/book'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import type { RowSource } from '../../../components/grid'
import type { PiecePage, PieceQuery, PieceView, SealedRecord, Stored } from '../../../data/port'

/** A row of the list; the grid knows it by its id. */
export type Row = PieceView & { [key: string]: unknown }
export type Choice = Omit<PieceQuery, 'offset' | 'limit'>

/** The pieces behind a choice: rows by page, and how many stand where. */
export function usePieces(choice: Choice): {
  source: RowSource<Row>
  total: number
  states: PiecePage['states']
} {
  const port = useBook()
  const changes = useChanges('pieces')
  const key = JSON.stringify(choice)
  const { value, state } = useQueryState(
    async () => port.pieces({ ...choice, offset: 0, limit: 1 }),
    `${key} ${changes}`,
  )
  const rows = useCallback(
    async (offset: number, limit: number) =>
      (await port.pieces({ ...(JSON.parse(key) as Choice), offset, limit })).rows as Row[],
    [key, port],
  )
  const total = value?.total ?? 0
  const source = useMemo(
    () => ({ total, version: `${key} ${changes} ${total}`, rows, state }),
    [changes, key, rows, state, total],
  )
  return { source, total, states: value?.states ?? {} }
}

/** A piece as it stands now; `view` is undefined once it is gone. */
export function usePiece(id: string): ReturnType<typeof useQueryState<{ view: PieceView | undefined }>> {
  const port = useBook()
  const changes = useChanges('pieces')
  return useQueryState(async () => {
    const stored = (await port.get('pieces', id)) as Stored<SealedRecord<'pieces'>> | undefined
    if (!stored) return { view: undefined }
    const { rev, record: piece } = stored
    const track = trackOfPiece(piece)
    return { view: { id, rev, piece, track, state: pieceState(track) } }
  }, `${id} ${changes}`)
}
