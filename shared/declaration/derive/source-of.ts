import type { SourceRecord } from '../build-fault'
import type { DossierMessage } from '../dossier-messages'
import { derivations } from './documents'

/**
 * The record and field an element of a document was derived from: where the officer goes to correct it.
 * @param path as faults name it: `Inventory[1]/InventoryList[2]/gname`, `gname`
 * @returns undefined for values made by the system and for unknown elements
 */
export function sourceOf(
  document: string,
  path: string,
): { record: SourceRecord; field: string; line?: number } | undefined {
  const tables = derivations[document as DossierMessage]
  const element = path.slice(path.lastIndexOf('/') + 1)
  const line = /List\[(\d+)\]/.exec(path)?.[1]
  const candidates: readonly { element: string; from: (typeof tables.head)[number]['from'] }[] = line
    ? (tables?.line ?? [])
    : [...(tables?.head ?? []), ...(tables?.line ?? [])]
  const from = candidates.find((entry) => entry.element === element)?.from
  if (from === undefined || from === 'fixed' || from === 'system') return undefined
  return line ? { ...from, line: Number(line) } : from
}
