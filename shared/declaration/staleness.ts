import type { DeclarationList } from '../model/list'

/** A source of a 清单 that moved on since it was built. `current` is undefined when it is gone. */
export type StaleSource = { record: string; id: string; rev: number; current?: number }

/**
 * 待更新: which sources of a 清单 have a newer revision.
 * @param currentRev revision of a record now; undefined when it no longer exists
 */
export function staleness(
  list: DeclarationList,
  currentRev: (record: string, id: string) => number | undefined,
): StaleSource[] {
  return list.provenance.flatMap(({ record, id, rev }) => {
    if (record === 'codes' || record === 'zone') return []
    const current = currentRev(record, id)
    if (current === rev) return []
    return [{ record, id, rev, ...(current !== undefined && { current }) }]
  })
}
