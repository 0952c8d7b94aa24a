import { describe, expect, it } from 'vitest'
import { loadOwnCodeBook } from '#shared/codes/load'
import type { OwnCode, OwnCodes } from '#shared/codes/own'
import { codeTableIds } from '#shared/codes/table'
import { guessColumns, readCodes } from '#shared/codes/read-codes'
import { plainSheets, type SheetNames } from '../../components/import-template/plain-sheets'
import { Workbook } from '../../components/save/workbook'
import { readCodeFile } from './read-file'
import { findLines, lengthsOf, linesOf } from './tables'
import { codeTemplate } from './template'

const own = (more: Partial<OwnCode>): OwnCode => ({
  table: 'currency',
  code: '998',
  name: '泰铢 THB',
  firstSeen: '2026-01-02',
  source: 'typed',
  ...more,
})
const codes: OwnCodes = {
  codes: [
    own({}),
    own({ code: '997', name: '', firstSeen: '2026-01-01', source: 'declared' }),
    own({ code: '502', name: '美国元', firstSeen: '2026-01-01' }),
  ],
  editions: [{ table: 'currency', edition: '2026', date: '2026-01-01', source: 'c.dbf', complete: true }],
  published: [],
}
const book = await loadOwnCodeBook(codes, codeTableIds)

describe('the lines of a table', () => {
  it('hold each code once, the own ones in place of the shipped ones', () => {
    const lines = linesOf(book, codes, 'currency')
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
    expect(lines.filter(({ code }) => code === '502')).toMatchObject([{ zh: '美国元', mark: 'added' }])
    expect(lines.slice(0, 3).map(({ code, mark }) => `${code} ${mark}`)).toEqual([
      '997 seen',
      '998 added',
      '502 added',
    ])
  })

  it('show what nobody has named first among the own ones', () => {
    expect(linesOf(book, codes, 'own').map(({ code }) => code)).toEqual(['997', '998', '502'])
  })

  it('a code without a name is not in the table that checks, and a stated edition makes it refuse', () => {
    expect(book.lookup('currency', '997')).toBeUndefined()
    expect(book.lookup('currency', '998')?.mark).toBe('added')
    expect(book.table('currency')).toMatchObject({ complete: true, edition: '2026' })
  })
})

it.each([
  ['502', ['502']],
  ['thb', ['998']],
  ['泰', ['998']],
  ['taizhu', ['998']],
  ['tz', ['998']],
  ['no such', []],
])('%s finds %j', (query, expected) => {
  const pinyinOf = (name: string) =>
    name.startsWith('泰铢') ? { initials: 'tz', full: 'taizhu' } : { initials: '', full: '' }
  const found = findLines(linesOf(book, codes, 'own'), query, pinyinOf)
  expect(found.map(({ code }) => code)).toEqual(expected)
})

it('knows how long codes of a table are', () => expect([...lengthsOf(book, 'unit')]).toEqual([3]))

it.each(['currency', 'country', 'unit', 'district'] as const)(
  'imports the template of %s back when it is filled in like its samples',
  async (table) => {
    const names = new Proxy({} as SheetNames, {
      get: (_target, key) => (key === 'table' ? (id: string) => id : String(key)),
    })
    const of = (title: string) => ({ title, meaning: title })
    const words = { code: of('代码'), zh: of('中文名称'), en: of('英文名称'), iso: of('字母') }
    const template = codeTemplate(table, '代码', words, book)
    const [blank, sample] = plainSheets(template, names, book)
    const filled = new Workbook()
    filled.sheet(blank!)
    filled.rows(sample!.rows as string[][])
    const file = await readCodeFile(new File([(await filled.finish()) as BlobPart], 'codes.xlsx'))
    const read = readCodes(file!.rows, guessColumns(file!.header), table, lengthsOf(book, table), {
      now: '2026-03-01',
      source: 'codes.xlsx',
    })
    expect(read.faults).toEqual([])
    expect(read.codes.map(({ code, name, en = '', iso = '' }) => [code, name, en, iso])).toEqual(
      template.samples,
    )
  },
)
