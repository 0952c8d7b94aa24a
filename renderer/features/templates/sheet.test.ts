import { describe, expect, it } from 'vitest'
import { loadCodeBook } from '#shared/codes/load'
import { practiceTemplate, practiceTemplates } from '#shared/declaration/practice-template'
import type { CellType } from '#shared/table/rows'
import { listModes } from '#shared/model/mode'
import { CountryFinder } from '#shared/codes/country'
import { plainSheets, type SheetNames } from '../../components/import-template/plain-sheets'
import { workbookRows } from '../../components/read-workbook'
import { Workbook } from '../../components/save/workbook'
import { templateTemplate } from './blank'
import { countryCode, readPorts, writePorts } from './ports'
import { freeName, templateOf, valuesOf } from './record'
import { readSheet, sheetFields, sheetHeader, sheetRow } from './sheet'

const codes = await loadCodeBook()
const context = { codes, practice: true }
const at = (field: (typeof sheetFields)[number]) => sheetFields.indexOf(field)

/** The practice template as a row of a workbook, below a line that is no heading. */
function read(change: (cells: string[], types: CellType[]) => void = () => undefined) {
  const cells = sheetRow(practiceTemplate)
  const types = cells.map((): CellType => 'text')
  change(cells, types)
  return readSheet(
    [
      { row: 1, cells: ['演练'] },
      { row: 2, cells: sheetHeader() },
      { row: 3, cells, types },
    ],
    context,
  )
}

describe('a sheet of templates', () => {
  it('comes back as it was written', () => {
    const { rows, faults } = read()!
    expect(faults).toEqual([])
    expect(templateOf(rows[0]!.values, rows[0]!.isDefault)).toEqual(practiceTemplate)
  })

  it('names row and column of a cell that is wrong, and takes nothing of that row', () => {
    const { rows, faults } = read((cells) => (cells[at('trafMode')] = 'Q'))!
    expect(rows).toEqual([])
    expect(faults).toMatchObject([{ row: 3, column: '运输方式', value: 'Q' }])
  })

  it('says that Excel may have cut the zeros of a code it holds as a number', () => {
    const { faults } = read((cells, types) => {
      cells[at('customsCode')] = '404'
      types[at('customsCode')] = 'number'
    })!
    expect(faults[0]).toMatchObject({ row: 3, column: '申报地海关' })
    expect(faults[0]!.fix.zh).toContain('丢了前面的 0')
  })

  it('refuses a formula and a date where a code belongs', () => {
    for (const type of ['formula', 'date', 'error'] as const) {
      const { rows, faults } = read((_cells, types) => (types[at('logisticsCode')] = type))!
      expect(rows).toEqual([])
      expect(faults).toMatchObject([{ row: 3, column: '物流企业代码' }])
    }
  })

  it('is not taken for one when the headings are others', () => {
    expect(readSheet([{ row: 1, cells: ['订单号', '金额'] }], context)).toBeUndefined()
  })
})

describe('ports', () => {
  const finder = new CountryFinder(codes)
  it.each([
    ['US', '502'],
    ['美国', '502'],
    ['502 美国', '502'],
    ['其余', '*'],
    ['Atlantis', 'Atlantis'],
  ])('%s is %s', (typed, code) => expect(countryCode(typed, finder)).toBe(code))

  it('are the same text after writing and reading, in cells too', () => {
    const rows = [
      { country: '502', port: '000' },
      { country: '*', port: '000' },
    ]
    expect(readPorts(writePorts(rows))).toEqual(rows)
    expect(readPorts('502=000; *=000')).toEqual(rows)
  })
})

it('keeps of a template only what its mode has, and reads every mode back from a sheet', () => {
  for (const template of Object.values(practiceTemplates)) {
    const sheet = [
      { row: 1, cells: sheetHeader() },
      { row: 2, cells: sheetRow(template) },
    ]
    const { rows, faults } = readSheet(sheet, context)!
    expect(faults).toEqual([])
    expect(templateOf(rows[0]!.values, rows[0]!.isDefault)).toEqual(template)
  }
  const changed = templateOf({ ...valuesOf(practiceTemplates['1210']), tradeMode: '9610' }, false)
  expect(changed).not.toHaveProperty('emsNo')
  expect(changed).not.toHaveProperty('iacCode')
})

it('finds a name nobody has', () => {
  expect(freeName('空运', new Set())).toBe('空运')
  expect(freeName('空运', new Set(['空运', '空运 2']))).toBe('空运 3')
  expect(freeName('空运 2', new Set(['空运 2']))).toBe('空运 3')
})

it('has a template that the room reads back when it is filled in like its samples, one for each mode', async () => {
  const names = new Proxy({} as SheetNames, {
    get: (_target, key) => (key === 'table' ? (id: string) => id : String(key)),
  })
  const [blank, sample] = plainSheets(templateTemplate('模板', 'zh'), names, codes)
  const book = new Workbook()
  book.sheet(blank!)
  book.rows(sample!.rows as string[][])
  const file = new File([(await book.finish()) as BlobPart], '模板.xlsx')
  const { rows, faults } = readSheet(await workbookRows(file), context)!
  expect(faults).toEqual([])
  expect(rows.map(({ values }) => values['tradeMode'])).toEqual([...listModes])
  expect(templateOf(rows[0]!.values, rows[0]!.isDefault)).toEqual(practiceTemplate)
})
