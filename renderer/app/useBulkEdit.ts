import { useCallback } from 'react'
import type { BulkPreview } from '../components/BulkEdit'
import type { Filter } from '../data/port'
import { useBook } from './book'

/** Words for the journal: why a 批量修改 was done, and why it was taken back. */
type Reasons = { edit: string; undo: string }

const asIs = (value: string) => value

/**
 * Preview and act of 批量修改 for the rows of a filter, as `BulkEdit` takes them.
 * @param display a stored value of a field as the officer reads it; keep it the same between renders
 */
export function useBulkEdit(
  table: 'goods' | 'orders',
  filter: Filter,
  reasons: Reasons,
  display: (value: string, field: string) => string = asIs,
) {
  const port = useBook()
  const key = JSON.stringify(filter)
  const preview = useCallback(
    async (field: string, value: string): Promise<BulkPreview> => {
      const found = await port.bulkPreview(table, JSON.parse(key) as Filter, { [field]: value })
      const faults = new Map(found.invalid.map(({ id, text }) => [id, text]))
      return {
        rows: found.rows,
        changed: found.changing,
        invalid: found.invalidCount,
        samples: found.samples.map(({ id, caption, before, after }) => {
          const fault = faults.get(id)
          return {
            label: caption,
            before: display(before, field),
            after: display(after, field),
            ...(fault && { fault }),
          }
        }),
      }
    },
    [display, key, port, table],
  )
  const { edit, undo } = reasons
  const apply = useCallback(
    async (field: string, value: string) => {
      const { group, changed } = await port.bulkEdit(
        table,
        JSON.parse(key) as Filter,
        { [field]: value },
        edit,
      )
      return { changed, undo: async () => void (await port.undo(group, undo)) }
    },
    [edit, key, port, table, undo],
  )
  return { preview, apply }
}
