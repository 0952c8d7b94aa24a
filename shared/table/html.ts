import type { RawRow } from './rows'

/** Begins a file that is a web page, whatever its ending says: many online banks call one `.xls`. */
export const isHtml = (text: string): boolean =>
  /^\s*(<\?xml[^>]*>\s*)?(<!doctype html|<html|<table|<head|<meta|<style|<body)/i.test(text)

const TAG = /<!--[\s\S]*?-->|<(style|script)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z0-9]*)\b([^>]*)>/gi
const MOST_SPAN = 100

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  yen: '¥',
  ensp: ' ',
  emsp: ' ',
}
const plain = (text: string): string =>
  text
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
      const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1))
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
    .replace(/\s+/g, ' ')
    .trim()

const spanOf = (attributes: string, name: 'colspan' | 'rowspan'): number => {
  const found = new RegExp(`\\b${name}\\s*=\\s*["\']?(\\d+)`, 'i').exec(attributes)
  return Math.min(Math.max(Number(found?.[1] ?? 1), 1), MOST_SPAN)
}

type Cell = { text: string; columns: number; rows: number }

/** Cells of a row where they stand in the table: what hangs down from above is repeated and marked as merged. */
function placed(
  cells: readonly Cell[],
  row: number,
  hanging: Map<number, { text: string; rows: number }>,
): RawRow {
  const line: string[] = []
  const merged = new Set<number>()
  const fromAbove = () => {
    for (let above = hanging.get(line.length); above; above = hanging.get(line.length)) {
      if (above.rows === 1) hanging.delete(line.length)
      else hanging.set(line.length, { ...above, rows: above.rows - 1 })
      merged.add(line.length)
      line.push(above.text)
    }
  }
  for (const { text, columns, rows } of cells) {
    fromAbove()
    for (let at = 0; at < columns; at += 1) {
      if (rows > 1) hanging.set(line.length, { text: at === 0 ? text : '', rows: rows - 1 })
      line.push(at === 0 ? text : '')
    }
  }
  fromAbove()
  return { row, cells: line, ...(merged.size > 0 && { merged }) }
}

/**
 * The rows of every table of a web page, one after the other as they stand on it; tables inside cells are text of their cell.
 * Nothing of the page is run or fetched.
 */
export function htmlRows(html: string): RawRow[] {
  const rows: RawRow[] = []
  let hanging = new Map<number, { text: string; rows: number }>()
  let cells: Cell[] | undefined
  let cell: Cell | undefined
  let depth = 0
  let from = 0
  const endCell = () => {
    if (cell) cells?.push({ ...cell, text: plain(cell.text) })
    cell = undefined
  }
  const endRow = () => {
    endCell()
    if (cells) rows.push(placed(cells, rows.length + 1, hanging))
    cells = undefined
  }
  for (const match of html.matchAll(TAG)) {
    if (cell) cell.text += html.slice(from, match.index)
    from = match.index + match[0].length
    const [, , closing, name = '', attributes = ''] = match
    const tag = name.toLowerCase()
    if (tag === 'table') {
      depth += closing ? -1 : 1
      if (depth === 0) endRow()
      if (depth === 1 && !closing) hanging = new Map()
    } else if (depth > 1 || tag === 'br') {
      if (cell) cell.text += ' '
    } else if (tag === 'tr') {
      endRow()
      if (!closing) cells = []
    } else if (tag === 'td' || tag === 'th') {
      endCell()
      if (!closing) {
        cells ??= []
        cell = { text: '', columns: spanOf(attributes, 'colspan'), rows: spanOf(attributes, 'rowspan') }
      }
    }
  }
  endRow()
  return rows
}
