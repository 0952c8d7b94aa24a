import { conflictsOf } from '#shared/merge/view'
import { samenessOf } from '#shared/merge/kinds'
import { declaredOf } from './declared'
import { isParked } from './record'
import type { DeskMark, SharedRecord } from './record'

/** Fields of a record that wait for a decision. */
export function openFields({ record }: SharedRecord): string[] {
  const fields = conflictsOf(record, samenessOf(record.kind))
  // A declared document never merges: what was edited beside it is shown once and can only be let go.
  return declaredOf(record).length > 0 ? fields.filter((path) => path === 'content') : fields
}

export function marksOf(shared: SharedRecord): DeskMark[] {
  return [
    ...(openFields(shared).length > 0 ? (['conflict'] as const) : []),
    ...(shared.unsent ? (['unsent'] as const) : []),
    ...(shared.waits ? (['waits'] as const) : []),
    ...(isParked(shared) ? (['parked'] as const) : []),
  ]
}
