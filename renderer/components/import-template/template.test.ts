import { describe, expect, it } from 'vitest'
import { loadCodeBook } from '#shared/codes/load'
import { readMessageSheet } from '#shared/ceb/sheet/read'
import { sampleDocument } from '#shared/ceb/sheet/write'
import { tableOf } from '#shared/ceb/tables'
import { fieldTables } from '#shared/import/fields/index'
import { importKinds, templateFieldsOf } from '#shared/import/profiles/template'
import type { RecordKind } from '#shared/model/import-report'
import type { Direction } from '#shared/model/mode'
import { reportOf, run } from '../../../test/fixtures/import/run'
import { workbookRows } from '../read-workbook'
import { Workbook } from '../save/workbook'
import { messageSheets, sheetMessages } from './message-sheets'
import { templateSheets, type TemplateNames } from './sheets'

const names = new Proxy({} as TemplateNames, {
  get: (_target, key) => (key === 'kinds' || key === 'tables' ? {} : String(key)),
})
const codes = await loadCodeBook()
const kinds = [
  ...(Object.keys(fieldTables) as RecordKind[]).map((kind) => [kind, 'export'] as const),
  ...importKinds.map((kind) => [kind, 'import'] as const),
]
const sheetsOf = (kind: RecordKind, direction: Direction) =>
  templateSheets(kind, names, codes, 'zh', undefined, direction)

async function bytesOf(sheets: ReturnType<typeof sheetsOf>): Promise<Uint8Array> {
  const book = new Workbook()
  for (const { rows, ...sheet } of sheets) {
    book.sheet(sheet)
    book.rows(rows as readonly string[][])
  }
  return book.finish()
}

describe.each(kinds)('the blank template of %s for %s', (kind, direction) => {
  it('filled with its own sample is read by the template profile without a refused row', async () => {
    const [blank, sample, ...rest] = sheetsOf(kind, direction)
    const filled = await bytesOf([{ ...blank!, rows: sample!.rows }, ...rest])
    const read = await run(filled, kind)
    expect(read.refused).toEqual([])
    const { profile, rowsAccepted, questions = [] } = reportOf(read)
    expect({ profile, rowsAccepted }).toEqual({
      profile: direction === 'import' ? `template-import-${kind}` : `template-${kind}`,
      rowsAccepted: (sample!.rows as string[][]).length,
    })
    // Of what a file may leave open, only the zone of its times is left.
    expect(questions.filter(({ id }) => id !== 'timezone')).toEqual([])
  })

  it('explains every column of the field table, and offers what the profile understands', async () => {
    const notes = sheetsOf(kind, direction)[2]!.rows as string[][]
    expect(notes.map(([label]) => label)).toEqual(
      templateFieldsOf(kind, direction).map(([, { label }]) => label.zh),
    )
    for (const options of Object.values(sheetsOf(kind, direction)[0]!.choices ?? {})) {
      // A spreadsheet takes at most 255 characters of choices written into a cell.
      expect(options.join(',').length).toBeLessThan(255)
    }
  })
})

describe.each(sheetMessages)('the template of %s', (type) => {
  const table = tableOf(type)
  const named = { ...(names as object), table: (id: string) => id } as Parameters<typeof messageSheets>[1]
  const sheets = messageSheets(
    table,
    new Proxy(named, { get: (of, key) => (key === 'table' ? of.table : String(key)) }),
    codes,
    'zh',
  )

  it('filled in as a workbook is read back, explains every column, and offers no choices a spreadsheet refuses', async () => {
    const [blank, sample, notes] = sheets
    const filled = await bytesOf([{ ...blank!, rows: sample!.rows }, ...sheets.slice(1)])
    const read = readMessageSheet(await workbookRows(new File([filled as BlobPart], 'filled.xlsx')))
    expect(read).toMatchObject({ type, documents: [sampleDocument(table)], faults: [] })
    expect((notes!.rows as string[][]).map(([title]) => title)).toEqual(
      blank!.columns.map(({ title }) => title),
    )
    for (const options of Object.values(blank!.choices ?? {}))
      expect(options.join(',').length).toBeLessThan(255)
    expect(blank!.preamble?.[0]).toContain(type)
  })
})
