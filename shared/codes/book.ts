import type { CodeOverlay, CodeRow, CodeTable, CodeTableId } from './table'

type Index = {
  table: CodeTable
  byCode: Map<string, CodeRow>
  byIso: Map<string, CodeRow>
  lengths: Set<number>
}

/** Rows that are still read and explained but never offered for a new document. */
const hidden = new Set(['obsolete', 'group', 'internal'])

/**
 * The code tables with the officer's own rows laid over them. Everything that explains, offers or checks a code asks
 * a book, so an added row counts everywhere at once.
 */
export class CodeBook {
  readonly #indexes = new Map<CodeTableId, Index>()

  constructor(tables: readonly CodeTable[], overlay: CodeOverlay = {}) {
    for (const table of tables) this.#indexes.set(table.id, index(table, overlay[table.id] ?? []))
  }

  /** The table with its completeness and every row, added ones included. Throws for a table that was not loaded. */
  table(id: CodeTableId): CodeTable {
    return this.#index(id).table
  }

  lookup(id: CodeTableId, code: string): CodeRow | undefined {
    return this.#index(id).byCode.get(code)
  }

  /** The row whose ISO letters these are; of several the one in use. Case does not matter. */
  byIso(id: CodeTableId, letters: string): CodeRow | undefined {
    return this.#index(id).byIso.get(letters.toUpperCase())
  }

  /** Whether the table has codes of this many characters; editions of a table differ in the length of their codes. */
  hasLength(id: CodeTableId, length: number): boolean {
    return this.#index(id).lengths.has(length)
  }

  /** Rows a person may mean by part of a code, of ISO letters or of a Chinese or English name; the best first. */
  search(id: CodeTableId, text: string, limit = 20): CodeRow[] {
    const wanted = text.trim().toLowerCase()
    const ranked: { row: CodeRow; rank: number }[] = []
    for (const row of this.table(id).rows) {
      if (row.mark && hidden.has(row.mark)) continue
      const rank = nearness(row, wanted)
      if (rank < 9) ranked.push({ row, rank })
    }
    return ranked
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .map(({ row }) => row)
  }

  #index(id: CodeTableId): Index {
    const found = this.#indexes.get(id)
    if (!found) throw new Error(`code table ${id} is not in this book`)
    return found
  }
}

function index(table: CodeTable, added: readonly CodeRow[]): Index {
  const byCode = new Map(table.rows.map((row) => [row.code, row]))
  for (const row of added) byCode.set(row.code, { ...row, mark: row.mark ?? 'added' })
  const rows = [...byCode.values()]
  const byIso = new Map<string, CodeRow>()
  for (const row of rows) {
    const known = row.iso && byIso.get(row.iso)
    if (row.iso && (!known || (known.mark && row.mark !== 'obsolete'))) byIso.set(row.iso, row)
  }
  return { table: { ...table, rows }, byCode, byIso, lengths: new Set(rows.map((row) => row.code.length)) }
}

function nearness(row: CodeRow, wanted: string): number {
  const iso = row.iso?.toLowerCase() ?? ''
  const en = row.en?.toLowerCase() ?? ''
  if (row.code.toLowerCase() === wanted || iso === wanted) return 0
  if (row.zh === wanted || en === wanted) return 1
  if (row.code.toLowerCase().startsWith(wanted)) return 2
  if (row.zh.startsWith(wanted) || en.startsWith(wanted)) return 3
  return row.zh.includes(wanted) || en.includes(wanted) ? 4 : 9
}

/** `502 美元 USD`: how a code is shown, so that it is found by any of the three. */
export const showCode = (row: CodeRow) => [row.code, row.zh, row.iso].filter(Boolean).join(' ')
