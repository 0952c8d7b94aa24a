import { normalizeHeader, trimmed } from '../table/clean/text'

/** The columns of a header up to its last name, each by a name of its own: `Price#2` for a second Price, `#3` for none. */
export function columnNames(cells: readonly string[]): string[] {
  let end = cells.length
  while (end > 0 && trimmed(cells[end - 1] ?? '') === '') end--
  const seen = new Map<string, number>()
  return cells.slice(0, end).map((cell, column) => {
    const name = trimmed(cell)
    if (name === '') return `#${column + 1}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}#${count}`
  })
}

/** Names of columns that have none: `#1`, `#2` … */
export function positions(width: number): string[] {
  return Array.from({ length: width }, (_, column) => `#${column + 1}`)
}

export const isPosition = (name: string): boolean => /^#[1-9]\d{0,4}$/.test(name)

export type HeaderIndex = (name: string) => number | undefined

/** Without what stands in brackets at its end. By hand: an expression would look anew from each of a million brackets. */
function withoutRemark(name: string): string {
  if (!/[)\]]$/.test(name)) return name
  const at = name.search(/[([]/)
  return at < 0 ? name : name.slice(0, at)
}

/**
 * Find columns by name: as written, then without case, blanks and marks, then without a bracketed remark, then by
 * position (`#3`).
 */
export function indexHeader(header: readonly string[]): HeaderIndex {
  const exact = new Map<string, number>()
  const loose = new Map<string, number>()
  const bare = new Map<string, number>()
  header.forEach((name, column) => {
    const put = (map: Map<string, number>, key: string) => {
      if (key !== '' && !map.has(key)) map.set(key, column)
    }
    put(exact, trimmed(name))
    put(loose, normalizeHeader(name))
    put(bare, withoutRemark(normalizeHeader(name)))
  })
  return (name) => {
    const key = normalizeHeader(name)
    const found = exact.get(trimmed(name)) ?? loose.get(key) ?? bare.get(key)
    if (found !== undefined || !isPosition(name)) return found
    const column = Number(name.slice(1)) - 1
    return column < header.length ? column : undefined
  }
}
