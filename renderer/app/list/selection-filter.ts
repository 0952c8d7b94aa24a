import type { GridSelection } from '../../components/grid'
import type { Filter } from '../../data/port'

/** What is selected, as a filter: listed rows by id, or everything behind the filter but some. */
export function selectionFilter(selection: GridSelection, filter: Filter): Filter {
  return selection.mode === 'some'
    ? { ids: [...selection.ids] }
    : { ...filter, ...(selection.except.size > 0 && { except: [...selection.except] }) }
}

export const isEmptySelection = (selection: GridSelection): boolean =>
  selection.mode === 'some' && selection.ids.size === 0
