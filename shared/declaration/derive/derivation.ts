import type { SourceRecord } from '../build-fault'
import type { Dossier } from './dossier'

/** Where a value comes from. `fixed`: the same for every 清单; `system`: made when the list is built. */
export type Origin = { record: SourceRecord; field: string } | 'fixed' | 'system'

/** One element of a message: its origin and how it is had. `undefined` leaves an optional element out. */
export type Derivation<C> = { element: string; from: Origin; value(context: C): string | undefined }

/** A line of a message with the dossier it belongs to. */
export type LineOf = { dossier: Dossier; line: Dossier['lines'][number] }

export const derivation = <C>(
  element: string,
  from: Origin | `${SourceRecord}.${string}`,
  value: (context: C) => string | undefined,
): Derivation<C> => ({ element, from: typeof from === 'string' ? parse(from) : from, value })

function parse(from: string): Origin {
  if (from === 'fixed' || from === 'system') return from
  const dot = from.indexOf('.')
  return { record: from.slice(0, dot) as SourceRecord, field: from.slice(dot + 1) }
}

/** Element → text of one head or line. */
export function derive<C>(table: readonly Derivation<C>[], context: C): Record<string, string> {
  const values: Record<string, string> = {}
  for (const { element, value } of table) {
    const text = value(context)
    if (text !== undefined && text !== '') values[element] = text
  }
  return values
}
