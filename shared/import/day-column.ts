import { rebound, type BoundField } from './binding'
import { readInstant } from './clean/instant'
import { trimmed } from './clean/text'
import { fieldTables } from './fields/index'
import type { Recognition } from './recognise'
import type { RawRow } from './rows'

const ROWS = 50
const TIME_OF_DAY = /^\d{1,2}:\d{2}(?::\d{2})?$|^\d{6}$/
const DAY = /日期|时间|日付|date|day|datum|fecha|data/i

function samples(rows: readonly RawRow[], { headerRow }: Recognition, column: number): string[] {
  const after = rows.filter(({ row }) => row > headerRow).slice(0, ROWS)
  return after.map(({ cells }) => trimmed(cells[column] ?? '')).filter((cell) => cell !== '')
}

const isDay = (text: string): boolean =>
  !('fault' in readInstant(text, 'dmy', 'UTC') && 'fault' in readInstant(text, 'mdy', 'UTC'))

/**
 * Statements with the day in one column and the time of day in another: a column that was taken for the time and holds
 * times of day alone is read together with the one that holds the days.
 */
export function withDayColumn(recognition: Recognition, rows: readonly RawRow[]): Recognition {
  const { binding, header, profile } = recognition
  const time = binding.fields.find(({ def, combine }) => def.type === 'instant' && combine === 'one')
  const [column] = time?.columns ?? []
  if (!time || column === undefined) return recognition
  const times = samples(rows, recognition, column)
  if (times.length === 0 || !times.every((text) => TIME_OF_DAY.test(text))) return recognition
  const taken = new Set(binding.fields.flatMap(({ columns }) => columns))
  const day = header.findIndex((name, at) => {
    if (taken.has(at) || !DAY.test(name)) return false
    const days = samples(rows, recognition, at)
    return days.length > 0 && days.every(isDay)
  })
  if (day < 0) return recognition
  const joined: BoundField = {
    ...time,
    header: `${header[day]} + ${time.header}`,
    columns: [day, column],
    combine: 'join',
    glue: ' ',
  }
  return { ...recognition, binding: rebound(fieldTables[profile.kind], binding, joined, header) }
}
