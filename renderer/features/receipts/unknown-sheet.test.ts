import { expect, it } from 'vitest'
import { collectUnknown } from '#shared/protocol/unknown-codes'
import { workbookRows } from '../../components/read-workbook'
import { Workbook } from '../../components/save/workbook'
import { unknownSheet } from './unknown-sheet'

const receipt = (n: number, status: string, info: string) => ({
  id: `r${n}#1`,
  seq: n,
  receipt: 'CEB604',
  message: 'CEB603',
  businessKey: 'COP-1',
  guid: '',
  status,
  time: `2026110116000${n}000`,
  info,
  receivedAt: '2026-11-01T08:00:00Z',
})

it('says of every code that no table has how often it came and with what words, each code as it came', async () => {
  const codes = collectUnknown([
    receipt(1, '0777', '一个新的状态'),
    receipt(2, '100', '[Code:00913;Desc:新的决定]'),
    receipt(3, '100', '[Code:00913;Desc:新的决定][Code:1322;Desc:x]'),
    receipt(4, '800', '放行'),
  ])
  const { rows, ...sheet } = unknownSheet(
    codes,
    (key) => key,
    (time) => `at ${time}`,
  )
  const book = new Workbook()
  book.sheet(sheet)
  book.rows(rows as string[][])
  const read = await workbookRows(new File([(await book.finish()) as BlobPart], 'unknown.xlsx'))
  const [header, ...found] = read.map(({ cells }) => cells)
  expect(header).toEqual(['code', 'message', 'count', 'first', 'last', 'info'])
  expect(found.map(([code, message, count]) => [code, message, count]).sort()).toEqual([
    ['00913', 'CEB603', '2'],
    ['0777', 'CEB603', '1'],
  ])
  const decision = found.find(([code]) => code === '00913')!
  expect(decision.slice(3, 5)).toEqual(['at 20261101160002000', 'at 20261101160003000'])
})
