import type { Adapter, Case, Difference, ReadBeside } from './case'
import { differences } from './compare'
import { forexDifferences } from './compare-forex'
import { forexAdapters } from './forex'
import { rebateAdapters } from './rebate'

export const adapters: Readonly<Record<string, Adapter>> = { ...rebateAdapters, ...forexAdapters }

export type Verdict = { state: 'passed' } | { state: 'failed'; differences: Difference[] }

/** Run one case. A kind nobody knows, and facts the engine does not understand, fail. */
export function judge(
  one: Case,
  beside?: ReadBeside,
  known: Readonly<Record<string, Adapter>> = adapters,
): Verdict {
  const adapter = known[one.kind]
  if (!adapter) {
    return { state: 'failed', differences: [{ field: 'kind', expected: 'a known kind', got: one.kind }] }
  }
  try {
    const compare = one.kind.startsWith('forex.') ? forexDifferences : differences
    const found = compare(one, adapter(one.given, one.asOf, beside))
    return found.length === 0 ? { state: 'passed' } : { state: 'failed', differences: found }
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error)
    return { state: 'failed', differences: [{ field: 'given', expected: 'understood', got }] }
  }
}
