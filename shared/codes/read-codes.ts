import type { Text } from '../model/text'
import type { CodeTableId } from './table'
import type { OwnCode } from './own'

/** Which column holds what; by index, -1 for none. Code and name must be there. */
export type CodeColumns = { code: number; name: number; en: number; iso: number }

const headings: Readonly<Record<keyof CodeColumns, RegExp>> = {
  code: /^(代码|编码|参数代码|.*代码|code|.*_code|codeno)$/i,
  name: /^(名称|中文名称|中文名|参数名称|.*名称|.*中文.*|name|cname|.*_name|.*_cn)$/i,
  en: /^(英文|英文名称|英文名|.*英文.*|english|ename|.*_en)$/i,
  iso: /^(iso|字母|字母代码|三字母|alpha.?3|.*iso.*)$/i,
}

/** The likely columns of a file by its headings; what is not recognised is -1 and asked for. */
export function guessColumns(header: readonly string[]): CodeColumns {
  const taken = new Set<number>()
  const find = (name: keyof CodeColumns) => {
    const at = header.findIndex(
      (title, i) => !taken.has(i) && headings[name].test(title.trim().replace(/\*$/, '')),
    )
    if (at >= 0) taken.add(at)
    return at
  }
  const [iso, en, code, name] = [find('iso'), find('en'), find('code'), find('name')]
  return { code, name, en, iso }
}

/** A row of the file that is no code: where, what, why. */
export type CodeFault = { row: number; value: string; message: Text }
export type ReadCodes = { codes: OwnCode[]; faults: CodeFault[] }

const texts = {
  empty: { zh: '没有代码', en: 'There is no code' },
  form: { zh: '代码只能是 1–10 位数字或字母', en: 'A code is 1 to 10 digits or letters' },
  unnamed: { zh: '没有名称', en: 'There is no name' },
  twice: { zh: '代码在文件中重复，只取第一行', en: 'The code is in the file twice; the first row counts' },
  length: {
    zh: '与本表其他代码的位数不同，可能丢了前面的 0',
    en: 'Not as long as the other codes of the table: it may have lost leading zeros',
  },
} satisfies Record<string, Text>

/**
 * Codes of the rows of a file. `lengths`: lengths that codes of the table have; a number shorter than all of them has
 * lost leading zeros and is refused, never guessed.
 */
export function readCodes(
  rows: readonly { row: number; cells: readonly string[] }[],
  columns: CodeColumns,
  table: CodeTableId,
  lengths: ReadonlySet<number>,
  from: { now: string; source: string },
): ReadCodes {
  const read: ReadCodes = { codes: [], faults: [] }
  const seen = new Set<string>()
  const shortest = Math.min(...lengths)
  for (const { row, cells } of rows) {
    const cell = (at: number) => (at < 0 ? '' : (cells[at] ?? '').trim())
    const code = cell(columns.code).toUpperCase()
    const name = cell(columns.name)
    if (code === '' && name === '') continue
    const fault =
      code === ''
        ? texts.empty
        : !/^[0-9A-Z]{1,10}$/.test(code)
          ? texts.form
          : name === ''
            ? texts.unnamed
            : seen.has(code)
              ? texts.twice
              : /^\d+$/.test(code) && code.length < shortest
                ? texts.length
                : undefined
    if (fault) {
      read.faults.push({ row, value: code, message: fault })
      continue
    }
    seen.add(code)
    const [en, iso] = [cell(columns.en), cell(columns.iso).toUpperCase()]
    read.codes.push({
      table,
      code,
      name,
      ...(en && { en }),
      ...(/^[A-Z]{2,3}$/.test(iso) && { iso }),
      firstSeen: from.now,
      source: from.source,
    })
  }
  return read
}
