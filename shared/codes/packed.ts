import type { CodeMark, CodeRow, CodeTable, CodeTableId } from './table'

/** A table as `build/codes.mjs` writes it: a row is [code, zh, en, iso, mark] without its empty tail. */
export type PackedTable = {
  id: string
  complete: boolean
  edition: string
  source: string
  rows: string[][]
}

/** A shipped table as records. */
export function unpack(packed: PackedTable): CodeTable {
  const rows = packed.rows.map(([code = '', zh = '', en, iso, mark]) => {
    const row: CodeRow = { code, zh }
    if (en) row.en = en
    if (iso) row.iso = iso
    if (mark) row.mark = mark as CodeMark
    return row
  })
  return { ...packed, id: packed.id as CodeTableId, rows }
}
