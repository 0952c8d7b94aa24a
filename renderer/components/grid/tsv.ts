import { asGiven, harmless } from '#shared/table/harmless'
/**
 * Blocks of cells as Excel puts them on the clipboard: cells by tab, rows by line break, a cell that holds a tab,
 * a line break or a quote in quotes with its quotes doubled.
 */
export type Block = readonly (readonly string[])[]

const needsQuotes = /[\t\r\n"]/

export function writeTsv(block: Block): string {
  const cell = (given: string) => {
    const text = harmless(given)
    return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return block.map((row) => row.map(cell).join('\t')).join('\r\n')
}

/** Read a pasted block. The line break that Excel puts at the end makes no row of its own. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const endRow = () => {
    rows.push(row)
    row = []
  }
  while (at <= text.length) {
    const [cell, next] = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at)
    row.push(asGiven(cell))
    at = next
    if (at >= text.length) {
      endRow()
      break
    }
    if (text[at] === '\t') at += 1
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1
      endRow()
      if (at >= text.length) break
    }
  }
  return rows
}

function readPlain(text: string, start: number): [string, number] {
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1
  return [text.slice(start, end), end]
}

/** A quote that is never closed is text: an inch sign at the start of a cell must not swallow the rest. */
function readQuoted(text: string, start: number): [string, number] {
  let end = start + 1
  for (;;) {
    end = text.indexOf('"', end)
    if (end < 0) return readPlain(text, start)
    if (text[end + 1] !== '"') break
    end += 2
  }
  const after = text[end + 1]
  if (after !== undefined && after !== '\t' && after !== '\n' && after !== '\r') return readPlain(text, start)
  return [text.slice(start + 1, end).replaceAll('""', '"'), end + 1]
}
