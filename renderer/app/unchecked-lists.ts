import type { Condition, Filter } from '../data/port'

const open: Condition = { column: 'state', is: 'in', values: ['draft', 'refused'] }
const unchecked: Condition = { column: 'checkedBy', is: 'empty' }

/** 清单 that may still go out and that nobody checked. */
export const uncheckedLists: Filter = { where: [open, unchecked] }
/** Those of them that this officer entered or changed last, and so cannot check. */
export const uncheckedOf = (officer: string): Filter => ({
  where: [open, unchecked, { column: 'author', is: 'in', values: [officer] }],
})
/** The same as params of the room of 清单. */
export const uncheckedParams = { state: 'draft,refused', checkedBy: '' }
