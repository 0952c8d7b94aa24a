import type { Preview, PreviewOutcome } from '../../import/api'
import { questionTexts } from '../../import/questions'
import { positions } from '../../import/header'
import { settlementFields } from '../settlement/fields'
import { fileFormatName } from './names'
import { readForexFile, type ForexSource } from './read'

const sampleRows = 20
const mapped = (kind: ForexSource['kind']): boolean => kind === 'bank' || kind === 'settlement'

/**
 * What the mapping screen shows of a file of the cashier's room: how it is read, its columns, what has to be asked. A file that no
 * layout reads comes back refused with its columns and the fields they can be mapped to.
 */
export async function previewForexFile(source: ForexSource): Promise<PreviewOutcome> {
  const read = await readForexFile(source)
  if (!read.ok) {
    const { refusal } = read
    if (refusal.columns.length === 0 || !mapped(source.kind)) return read
    // Unread columns are a question of the mapping screen, not the end of the file.
    const missing = missingOf(source)
    return { ok: true, preview: { ...shell(source, refusal.columns, []), missing } }
  }
  const { file } = read
  const text = file.header.length === 0
  const at = file.rows.findIndex(
    ({ cells }) => !text && file.header.every((name, i) => name.startsWith((cells[i] ?? '').trim())),
  )
  const rows = file.rows.slice(at + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const width = Math.max(0, ...rows.slice(0, sampleRows).map(({ cells }) => cells.length))
  const header = text ? positions(width) : file.header
  const names = new Map(
    Object.entries(file.mapping).flatMap(([field, column]) =>
      typeof column === 'string' ? [[column, field]] : [],
    ),
  )
  const samples = (index: number) => [
    ...new Set(rows.flatMap(({ cells }) => (cells[index] ?? '').trim() || [])),
  ]
  return {
    ok: true,
    preview: {
      ...shell(
        source,
        header,
        rows.slice(0, sampleRows).map(({ cells }) => [...cells]),
      ),
      encoding: file.encoding,
      format: file.encoding === 'xlsx' ? 'xlsx' : 'csv',
      ...(file.sheet !== '' && { sheet: file.sheet }),
      headerRow: text ? 0 : (file.rows[at]?.row ?? 1),
      candidates: [{ profile: file.profile, title: fileFormatName(file.profile), fields: names.size }],
      columns: header.map((name, index) => {
        const field = names.get(name)
        return {
          index,
          header: name,
          samples: samples(index).slice(0, 3),
          ...(field !== undefined && { field }),
        }
      }),
      mapping: file.mapping,
      questions: file.questions.map((id) => ({ id, ...questionTexts[id] })),
    },
  }
}

function missingOf({ map = {} }: ForexSource): Preview['missing'] {
  const needed = ['happenedAt', 'amount', 'currency'].filter((field) => map[field] === undefined)
  return needed.map((field) => ({ field, label: settlementFields[field]?.label ?? { zh: field, en: field } }))
}

const shell = (
  { fileName, kind, map = {} }: ForexSource,
  header: readonly string[],
  rows: string[][],
): Preview => ({
  fileName,
  format: 'csv',
  encoding: '',
  headerRow: 1,
  candidates: [],
  columns: header.map((name, index) => ({ index, header: name, samples: [] })),
  rows,
  mapping: map,
  fields: mapped(kind)
    ? Object.entries(settlementFields).map(([field, { label, required = false }]) => ({
        field,
        label,
        required,
      }))
    : [],
  missing: [],
  questions: [],
})
