import type { RawRow } from '../import/rows'
import { dayOf } from '../rebate/import/cells'
import { noTable, refusal, type Refusal } from '../rebate/import/refusal'
import { headerColumns } from '../rebate/headings'

/** What became of a code on a day: the codes it went to, none when it was dropped. */
export type CodeChange = { from: string; to: readonly string[]; on: string }

const headings = {
  from: ['旧编码', '原编码', '原税号', '旧税号', '调整前编码', '调整前税号', 'OLD_CODE', 'FROM'],
  to: ['新编码', '现编码', '新税号', '现税号', '调整后编码', '调整后税号', 'NEW_CODE', 'TO'],
  on: ['生效日期', '调整日期', '实施日期', 'BEGIN_DATE', 'ON'],
} as const

export type ReadChanges = { changes: CodeChange[]; refused: Refusal[] }

/**
 * A table of old and new codes: one row a pair, so a code that was split stands in several rows, and one whose new code is
 * empty was dropped.
 * @param startsOn the day of rows that name none
 */
export function readCodeChanges(rows: readonly RawRow[], startsOn?: string): ReadChanges {
  const header = headerColumns(rows, headings, ['from', 'to'])
  if (!header) return { changes: [], refused: [noTable(['旧编码', '新编码'])] }
  const refused: Refusal[] = []
  const byOld = new Map<string, { from: string; to: Set<string>; on: string }>()
  for (const { row, cells } of rows) {
    if (row <= header.row || cells.every((cell) => cell.trim() === '')) continue
    const at = (field: keyof typeof headings) => (cells[header.columns.get(field) ?? -1] ?? '').trim()
    const [from, to] = [at('from'), at('to')].map((code) => code.replace(/[.\s]/g, '')) as [string, string]
    const on = at('on') === '' ? startsOn : dayOf(at('on'))
    const bad = (field: keyof typeof headings, why: [string, string], fix: [string, string]) =>
      refused.push(
        refusal({ row, field, value: at(field) }, ['这一行不能用', 'This row is not taken'], why, fix),
      )
    const code: [string, string] = ['编码应为 10 位数字', 'A code has 10 digits']
    const correct: [string, string] = [
      '改正编码；丢了前导 0 的补上',
      'Correct it; give back a lost leading zero',
    ]
    if (!/^\d{10}$/.test(from)) bad('from', code, correct)
    else if (to !== '' && !/^\d{10}$/.test(to)) bad('to', code, correct)
    else if (on === undefined) {
      bad('on', ['没有生效日期', 'No day from which it holds'], ['补列，或填写税则的生效日', 'Give the day'])
    } else {
      const change = byOld.get(`${from} ${on}`) ?? { from, to: new Set(), on }
      if (to !== '') change.to.add(to)
      byOld.set(`${from} ${on}`, change)
    }
  }
  const changes = [...byOld.values()].map(({ from, to, on }) => ({ from, to: [...to].sort(), on }))
  return {
    changes: changes.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.from < b.from ? -1 : 1)),
    refused,
  }
}

/**
 * Where a code has gone between two days, over as many changes as lie between (after `since`, up to and including `on`).
 * An empty answer: it was dropped. The code itself: nothing changed.
 */
export function successors(
  code: string,
  changes: readonly CodeChange[],
  since: string,
  on: string,
): string[] {
  const days = [...new Set(changes.map((change) => change.on))]
    .filter((day) => day > since && day <= on)
    .sort()
  let codes = new Set([code])
  for (const day of days) {
    const table = new Map(changes.filter((change) => change.on === day).map(({ from, to }) => [from, to]))
    codes = new Set([...codes].flatMap((one) => table.get(one) ?? [one]))
  }
  return [...codes].sort()
}
