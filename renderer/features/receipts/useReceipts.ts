import { useCallback } from 'react'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import type { RowSource } from '../../components/grid'
import type { ReceiptList, ReceiptView } from '../../data/port'

export const faces = ['all', 'unread', 'refusals', 'unknown'] as const
export type Face = (typeof faces)[number]

/** Number beside the room in the tree; read anew when receipts came or were read. */
export function useUnread(): number | undefined {
  const port = useBook()
  const changes = useChanges('receipts', 'settings')
  return useQueryState(() => port.unreadReceipts(), `${changes}`).value
}

/** Receipts of one face by page, newest first, and how many there are of each. */
export function useReceipts(face: Face) {
  const port = useBook()
  const changes = useChanges('receipts', 'lists', 'settings')
  const page = useCallback(
    (offset: number, limit: number): Promise<ReceiptList> =>
      port.receipts({
        unread: face === 'unread',
        of: face === 'refusals' || face === 'unknown' ? face : undefined,
        offset,
        limit,
      }),
    [face, port],
  )
  const { value, state } = useQueryState(() => page(0, 0), `${changes} ${face}`)
  const rows = useCallback(
    async (offset: number, limit: number) => (await page(offset, limit)).rows as ReceiptView[],
    [page],
  )
  const source: RowSource<ReceiptView> = {
    total: value?.total ?? 0,
    version: `${changes} ${face} ${value?.total}`,
    rows,
    state,
  }
  return { counts: value, source }
}
