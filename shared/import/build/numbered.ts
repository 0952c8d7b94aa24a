import type { RowError } from '../../model/import-report'
import type { Group } from '../group'
import { remark as remarkOf } from '../rules'
import { sameContent, type Assembled } from './assembler'

/** Remark every further row of a number that should occur once; all of them stay records of their own. */
export function numbered<T extends Assembled>(
  group: Group,
  built: T[],
  remark: (warning: RowError) => void,
): T[] {
  group.drafts.forEach((draft, position) => {
    if (position === 0) return
    const repeated = group.drafts.slice(0, position).some((earlier) => sameContent(earlier, draft))
    const value = group.key.slice(group.key.lastIndexOf('|') + 1)
    remark(remarkOf(repeated ? 'row.repeated' : 'record.repeated-key', { row: draft.row, value }))
  })
  return built
}
