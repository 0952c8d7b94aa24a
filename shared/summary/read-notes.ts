import type { RawRow } from '../table/rows'
import type { Text } from '../model/text'

/** 报关单号 and 结关 of one 报关单, as a sheet of the single window or of a broker has them. `declSeqNo`: 汇总统一编号. */
export type EntryNote = { row: number; declSeqNo: string; entryId: string; closedOn: string }
/** A row that says nothing usable: what, and what to do. */
export type NoteFault = { row: number; value: string; text: Text; fix: Text }

const headings: Readonly<Record<'declSeqNo' | 'entryId' | 'closedOn', readonly string[]>> = {
  declSeqNo: ['汇总统一编号', '统一编号', '数据中心统一编号'],
  entryId: ['报关单号', '报关单编号', '海关编号', '海关编号18位'],
  closedOn: ['结关日期', '结关时间', '报关单结关'],
}
type Column = keyof typeof headings

const plain = (text: string) => text.normalize('NFKC').replace(/[\s*()]/g, '')

/**
 * Read the notes of a sheet with one 报关单 a row; the heading is looked for in the first thirty rows.
 * @returns undefined when no row names 统一编号 or 报关单号
 */
export function readNotes(rows: readonly RawRow[]): { notes: EntryNote[]; faults: NoteFault[] } | undefined {
  const header = rows.slice(0, 30).flatMap(({ row, cells }) => {
    const columns = new Map<Column, number>()
    for (const column of Object.keys(headings) as Column[]) {
      const at = cells.findIndex((cell) => headings[column].includes(plain(cell)))
      if (at >= 0) columns.set(column, at)
    }
    return columns.has('declSeqNo') || columns.has('entryId') ? [{ row, columns }] : []
  })[0]
  if (!header) return undefined
  const notes: EntryNote[] = []
  const faults: NoteFault[] = []
  for (const { row, cells } of rows) {
    if (row <= header.row || cells.every((cell) => cell.trim() === '')) continue
    const at = (column: Column) => (cells[header.columns.get(column) ?? -1] ?? '').normalize('NFKC').trim()
    const note = { row, declSeqNo: at('declSeqNo'), entryId: at('entryId'), closedOn: dayOf(at('closedOn')) }
    const fault = faultOf(note, at('closedOn'))
    if (fault) faults.push(fault)
    else notes.push(note)
  }
  return { notes, faults }
}

/** `2026-04-20`, `2026/4/20`, `20260420 10:30`, as a day; '' when it is none. */
function dayOf(text: string): string {
  const [, year, month, day] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})/.exec(text) ?? []
  if (!year || !month || !day) return ''
  const shown = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${shown}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(shown) ? shown : ''
}

function faultOf({ row, declSeqNo, entryId, closedOn }: EntryNote, given: string): NoteFault | undefined {
  if (entryId !== '' && !/^\d{18}$/.test(entryId))
    return {
      row,
      value: entryId,
      text: { zh: '报关单号不是18位数字', en: 'The number of the form has not 18 digits' },
      fix: {
        zh: '按单一窗口的海关编号填写，单元格设为文本',
        en: 'Copy it from the single window, the cell as text',
      },
    }
  if (given !== '' && closedOn === '')
    return {
      row,
      value: given,
      text: { zh: '结关日期读不出来', en: 'The day of closing cannot be read' },
      fix: { zh: '写成 2026-04-20', en: 'Write it as 2026-04-20' },
    }
  if (declSeqNo === '' && entryId === '')
    return {
      row,
      value: '',
      text: { zh: '没有统一编号，也没有报关单号', en: 'Neither 统一编号 nor the number of the form' },
      fix: { zh: '至少填一个', en: 'Give one of them' },
    }
  return undefined
}
