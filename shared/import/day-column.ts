import { rebound, type Binding } from './binding'
import type { BoundField } from './bound-field'
import { readInstant } from '../table/clean/instant'
import { trimmed } from '../table/clean/text'
import { fieldTables } from './fields/index'
import type { Profile } from './profile'
import type { RawRow } from '../table/rows'

const ROWS = 50
const TIME_OF_DAY = /^\d{1,2}:\d{2}(?::\d{2})?$|^\d{6}$/
const DAY = /日期|时间|日付|date|day|datum|fecha|data/i

const isDay = (text: string): boolean =>
  !('fault' in readInstant(text, 'dmy', 'UTC') && 'fault' in readInstant(text, 'mdy', 'UTC'))

type Recognised = { binding: Binding; header: readonly string[]; headerRow: number; profile: Profile }

/**
 * Statements with the day in one column and the time of day in another: a column that was taken for the time and holds
 * times of day alone is read together with the one that holds the days.
 */
export function withDayColumn<T extends Recognised>(recognition: T, rows: readonly RawRow[]): T {
  const { binding, header, profile } = recognition
  const time = binding.fields.find(({ def, combine }) => def.type === 'instant' && combine === 'one')
  const [column] = time?.columns ?? []
  if (!time || column === undefined) return recognition
  const cell = ({ cells }: RawRow, at: number) => trimmed(cells[at] ?? '')
  const after = rows.filter(({ row }) => row > recognition.headerRow).slice(0, ROWS)
  const timed = after.filter((row) => cell(row, column) !== '')
  if (timed.length === 0 || !timed.every((row) => TIME_OF_DAY.test(cell(row, column)))) return recognition
  const taken = new Set(binding.fields.flatMap(({ columns }) => columns))
  const day = header.findIndex(
    (name, at) => !taken.has(at) && DAY.test(name) && timed.every((row) => isDay(cell(row, at))),
  )
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
