import { z } from 'zod'
import { sidesOf, valuesShown } from '#shared/merge/view'
import { samenessOf } from '#shared/merge/kinds'
import type { Json } from '#shared/model/json'
import type { MergeRecord } from '#shared/model/merge-record'
import { listStates } from '../order-state'

/** What a desk that declared a 清单 tells the others: where it stands. Each desk writes its own entry only. */
export const Declared = z.object({
  /** Code of the desk. */
  code: z.string(),
  state: z.enum(listStates).catch('waiting'),
  queuedAt: z.string(),
  attempt: z.int(),
  batchNo: z.string().optional(),
  answer: z.object({ code: z.string(), text: z.string() }).optional(),
})
export type Declared = z.infer<typeof Declared> & { desk: string }

const prefix = 'declared/'
export const declaredPath = (desk: string): string => prefix + desk

/** Desks that declared this 清单: the furthest attempt first, then in a fixed order. */
export function declaredOf(record: MergeRecord): Declared[] {
  const found = Object.keys(record.fields).flatMap((path): Declared[] => {
    if (!path.startsWith(prefix)) return []
    const parsed = Declared.safeParse(sidesOf(record, path)[0]?.value)
    return parsed.success ? [{ ...parsed.data, desk: path.slice(prefix.length) }] : []
  })
  return found.sort((a, b) => b.attempt - a.attempt || (a.desk < b.desk ? -1 : 1))
}

/** The content that a desk declared: its own side, for it wrote the content anew when it declared. */
export function declaredContent(record: MergeRecord, desk: string): Json | undefined {
  const sides = sidesOf(record, 'content', samenessOf(record.kind))
  return (sides.find((side) => side.desk === desk) ?? sides[0])?.value
}

/** What a desk is to show of a record: of a document that was declared, what was declared. */
export function effective(
  record: MergeRecord,
  shown: Readonly<Record<string, string>> | undefined,
): Record<string, Json> {
  const values = valuesShown(record, shown, samenessOf(record.kind))
  const [declared] = declaredOf(record)
  const content = declared && declaredContent(record, declared.desk)
  return content === undefined ? values : { ...values, content }
}
