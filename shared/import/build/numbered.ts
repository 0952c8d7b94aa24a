import type { RowError } from '../../model/import-report'
import type { Group } from '../group'
import { remark as remarkOf } from '../rules'
import type { Assembled } from './assembler'

/** Remark every further row of a number that should occur once; all of them stay records of their own. */
export function numbered<T extends Assembled>(
  group: Group,
  built: T[],
  remark: (warning: RowError) => void,
): T[] {
  const seen = new Set<string>()
  for (const { print, row } of group.drafts) {
    const value = group.key.slice(group.key.lastIndexOf('|') + 1)
    if (seen.has(print)) remark(remarkOf('row.repeated', { row, value }))
    else if (seen.size > 0) remark(remarkOf('record.repeated-key', { row, value }))
    seen.add(print)
  }
  return built
}
