/** Reference tables that are shipped; more can be laid over them by the officer. */
// prettier-ignore
export const codeTableIds = [
  'country', 'country-iso', 'currency', 'currency-iso', 'container', 'district', 'duty-mode', 'levy-nature',
  'port', 'region', 'retail-import', 'supervision-mode', 'transaction-mode', 'transport-mode', 'unit', 'wrap', 'wrap-2018',
] as const
export type CodeTableId = (typeof codeTableIds)[number]

/** One code. `iso`: letters of the same thing in ISO 4217 or 3166. `mark`: why the row is doubtful or no longer used. */
export type CodeRow = { code: string; zh: string; en?: string; iso?: string; mark?: CodeMark }

/** `obsolete` is still readable but not offered; `unverified` was not confirmed by any source; `added` by the officer. */
export type CodeMark = 'obsolete' | 'unverified' | 'group' | 'internal' | 'added'

/** A table with its completeness: only absence from a complete table may refuse a code. */
export type CodeTable = {
  id: CodeTableId
  complete: boolean
  source: string
  edition: string
  rows: readonly CodeRow[]
}

/** Rows the officer added (自增), laid over the shipped tables. An added row wins over a shipped one. */
export type CodeOverlay = Partial<Record<CodeTableId, readonly CodeRow[]>>
