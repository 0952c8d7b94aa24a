import type { GridSelection } from './types'

export const nothingSelected: GridSelection = { mode: 'some', ids: new Set() }

export function isSelected(selection: GridSelection, id: string): boolean {
  return selection.mode === 'all' ? !selection.except.has(id) : selection.ids.has(id)
}

/** The one row that is picked, when it is exactly one. */
export const onlyPicked = (selection: GridSelection): string | undefined =>
  selection.mode === 'some' && selection.ids.size === 1 ? [...selection.ids][0] : undefined

/** Number of selected rows out of `total`, without knowing their ids. */
export function selectedCount(selection: GridSelection, total: number): number {
  return selection.mode === 'all' ? Math.max(0, total - selection.except.size) : selection.ids.size
}

/** Put rows into the selection or take them out. */
export function setSelected(selection: GridSelection, ids: Iterable<string>, on: boolean): GridSelection {
  const listed = new Set(selection.mode === 'all' ? selection.except : selection.ids)
  const listing = selection.mode === 'some' ? on : !on
  for (const id of ids) {
    if (listing) listed.add(id)
    else listed.delete(id)
  }
  return selection.mode === 'all' ? { mode: 'all', except: listed } : { mode: 'some', ids: listed }
}

/** State of the box in the header. */
export function headerState(selection: GridSelection, total: number): 'none' | 'some' | 'all' {
  const count = selectedCount(selection, total)
  if (count === 0) return 'none'
  return count >= total ? 'all' : 'some'
}

export function toggleAll(selection: GridSelection, total: number): GridSelection {
  return headerState(selection, total) === 'all' ? nothingSelected : { mode: 'all', except: new Set() }
}
