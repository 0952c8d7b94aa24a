import { everyRow } from '../../app/list/pages'
import type { GridSelection } from '../../components/grid'
import type { BookPort } from '../../data/port'
import type { Choice } from './useParties'

/** Keys of what is ticked; everything the list shows when nothing is. Pages are read, so that any number can be filed. */
export async function chosenKeys(
  port: Pick<BookPort, 'parties'>,
  choice: Choice,
  selection: GridSelection,
): Promise<string[]> {
  if (selection.mode === 'some' && selection.ids.size > 0) return [...selection.ids]
  const but = selection.mode === 'all' ? selection.except : new Set<string>()
  const rows = await everyRow((offset, limit) => port.parties({ ...choice, offset, limit }))
  return rows.map(({ key }) => key).filter((key) => !but.has(key))
}
