import { openTable } from '#shared/import/open-table'
import type { RawRow } from '#shared/table/rows'

const mostRows = 50_000

/** The rows of a sheet, whatever its columns are called. More than 50,000 are no sheet that somebody filled in. */
export async function sheetRows(file: File): Promise<RawRow[]> {
  const table = await openTable({
    kind: 'declarations',
    profile: 'auto',
    bytes: {
      size: file.size,
      async *open() {
        const reader = file.stream().getReader()
        for (;;) {
          const { done, value } = await reader.read()
          if (done) return
          yield value
        }
      },
    },
    decoder: (encoding) => new TextDecoder(encoding),
  })
  const rows: RawRow[] = []
  for await (const part of table.rows(0)) {
    rows.push(...part)
    if (rows.length > mostRows) break
  }
  return rows
}
