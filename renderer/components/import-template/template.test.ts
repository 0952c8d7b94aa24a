import { describe, expect, it } from 'vitest'
import { loadCodeBook } from '#shared/codes/load'
import { importKinds, templateFieldsOf } from '#shared/import/profiles/template'
import type { RecordKind } from '#shared/model/import-report'
import type { Direction } from '#shared/model/mode'
import { reportOf, run } from '../../../test/fixtures/import/run'
import { Workbook } from '../save/workbook'
import { templateSheets, type TemplateNames } from './sheets'

const names = new Proxy({} as TemplateNames, {
  get: (_target, key) => (key === 'kinds' || key === 'tables' ? {} : String(key)),
})
const codes = await loadCodeBook()
const kinds = [
  ...(['orders', 'payments', 'waybills', 'goods'] as const).map((kind) => [kind, 'export'] as const),
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
