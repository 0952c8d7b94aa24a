import type { Adapter, Case, Difference } from './case'
import { differences } from './compare'
import { rebateAdapters } from './rebate'

export const adapters: Readonly<Record<string, Adapter>> = rebateAdapters

/** Families whose engine does not exist yet: their cases are neither passed nor failed. */
const notYet = ['forex.']

export type Verdict =
  { state: 'passed' } | { state: 'failed'; differences: Difference[] } | { state: 'not-run' }

/** Run one case. A kind nobody knows, and facts the engine does not understand, fail. */
export function judge(one: Case, known: Readonly<Record<string, Adapter>> = adapters): Verdict {
  const adapter = known[one.kind]
  if (!adapter) {
    if (notYet.some((family) => one.kind.startsWith(family))) return { state: 'not-run' }
    return { state: 'failed', differences: [{ field: 'kind', expected: 'a known kind', got: one.kind }] }
  }
  try {
    const found = differences(one, adapter(one.given, one.asOf))
    return found.length === 0 ? { state: 'passed' } : { state: 'failed', differences: found }
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error)
    return { state: 'failed', differences: [{ field: 'given', expected: 'understood', got }] }
  }
}
