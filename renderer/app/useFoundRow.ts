import type { TableProps } from 'antd'
import { useEffect, useRef, useState } from 'react'

type Options<R> = {
  pageSize: number
  /** Whether a row is, or holds, the record that was searched for. */
  holds?: (row: R, found: string) => boolean
}

/**
 * A table of a room that the search leads into: the page with the record is shown, its row marked, opened where it
 * opens, and brought into view. Each record once; after that the officer turns pages and closes rows as they like.
 * @param found id of the record that was searched for
 */
export function useFoundRow<R extends { id: string }>(
  rows: readonly R[] | undefined,
  found: string | undefined,
  { pageSize, holds = (row, id) => row.id === id }: Options<R>,
) {
  const [page, setPage] = useState(1)
  const [open, setOpen] = useState<readonly string[]>([])
  const [shown, setShown] = useState<string>()
  const place = useRef<HTMLDivElement>(null)
  const at = found === undefined ? -1 : (rows?.findIndex((row) => holds(row, found)) ?? -1)
  const key = rows?.[at]?.id
  if (key !== undefined && found !== shown) {
    setShown(found)
    setPage(Math.floor(at / pageSize) + 1)
    setOpen([key])
  }
  useEffect(() => {
    if (shown !== undefined) place.current?.querySelector('.found-row')?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  const table = {
    pagination: { pageSize, current: page, onChange: setPage, hideOnSinglePage: true },
    rowClassName: (row: R) => (row.id === key ? 'found-row' : ''),
  } satisfies Partial<TableProps<R>>
  const expandable = {
    expandedRowKeys: open,
    onExpandedRowsChange: (keys: readonly React.Key[]) => setOpen(keys.map(String)),
  }
  /** `place` goes around the table; `table` and `expandable` into it. */
  return { place, table, expandable }
}
