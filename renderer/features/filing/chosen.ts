import type { GridSelection } from '../../components/grid'
import type { BookPort } from '../../data/port'
import type { Choice } from './useParties'

const pageSize = 500

/** Keys of what is ticked; everything the list shows when nothing is. Pages are read, so that any number can be filed. */
export async function chosenKeys(
  port: Pick<BookPort, 'parties'>,
  choice: Choice,
  selection: GridSelection,
): Promise<string[]> {
  if (selection.mode === 'some' && selection.ids.size > 0) return [...selection.ids]
  const but = selection.mode === 'all' ? selection.except : new Set<string>()
  const keys: string[] = []
  for (let offset = 0; ; offset += pageSize) {
    const { rows, total } = await port.parties({ ...choice, offset, limit: pageSize })
    keys.push(...rows.map(({ key }) => key).filter((key) => !but.has(key)))
    if (rows.length === 0 || offset + rows.length >= total) return keys
  }
}
