import { expect, it } from 'vitest'
import { loadCodeBook } from '#shared/codes/load'
import { codeTableIds } from '#shared/codes/table'
import { readEntries } from '#shared/entry/read-entries'
import { plainSheets, type SheetNames } from '../../components/import-template/plain-sheets'
import { workbookRows } from '../../components/read-workbook'
import { Workbook } from '../../components/save/workbook'
import { entryTemplate } from './template'

const names = new Proxy({} as SheetNames, {
  get: (_target, key) => (key === 'table' ? (id: string) => id : String(key)),
})

it('has a template that the room reads back when it is filled in like its sample', async () => {
  const template = entryTemplate('报关单', 'zh')
  const [blank, sample, notes] = plainSheets(template, names, await loadCodeBook({}, codeTableIds))
  const book = new Workbook()
  book.sheet(blank!)
  book.rows(sample!.rows as string[][])
  const file = new File([(await book.finish()) as BlobPart], '报关单模板.xlsx')
  const read = readEntries(await workbookRows(file))
  expect(read?.unknown).toEqual([])
  expect(read?.entries).toHaveLength(1)
  const [entry] = read!.entries
  expect(entry).toMatchObject({
    values: { entryId: '290720260000000001', state: 'closed', tradeMode: '9710', closedOn: '2026-11-05' },
    orderNos: ['#1001', '#1002'],
    faults: [],
  })
  expect(entry!.items.map(({ gno, total }) => [gno, total])).toEqual([
    ['1', '129.00'],
    ['2', '200.00'],
  ])
  expect((notes!.rows as string[][]).map(([title]) => title)).toEqual(
    template.columns.map(({ title }) => title),
  )
})
