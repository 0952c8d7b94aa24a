import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCodeBook } from '../../codes/load'
import type { CellType, RawRow } from '../../table/rows'
import type { CebDocument } from '../../model/list'
import type { MessageTable } from '../table'
import { allTables } from '../tables'
import { soundDocument, type Choose } from '../sound'
import { validateDocument } from '../validate'
import { heading, sheetColumns, stamp } from './columns'
import { readMessageSheet } from './read'
import { documentRows, sampleDocument } from './write'

const context = { codes: await loadCodeBook(), today: '20260401' }
const choices = fc.infiniteStream(fc.nat({ max: 59 })).map((numbers): Choose => {
  return (options) => options[numbers.next().value % options.length] as never
})

/** A sheet as Excel has it: the stamp, an empty row, the header, then rows. */
const sheet = (table: MessageTable, rows: readonly string[][], types?: CellType[]): RawRow[] =>
  [[stamp(table).zh], [], sheetColumns(table).map(heading), ...rows].map((cells, at) => ({
    row: at + 1,
    cells,
    ...(types && at > 2 && { types }),
  }))

/** Cells cannot say that an element is there and empty. */
const filled = ({ head, lines }: CebDocument): CebDocument => {
  const given = (values: Record<string, string>) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''))
  return { head: given(head), ...(lines && { lines: lines.map(given) }) }
}

describe.each(allTables.map((table) => [table.type, table] as const))('the sheet of %s', (type, table) => {
  it('is read back as what was written, whatever the documents', () => {
    fc.assert(
      fc.property(choices, fc.integer({ min: 1, max: 3 }), (choose, count) => {
        const documents = Array.from({ length: count }, () => filled(soundDocument(table, choose)))
        const read = readMessageSheet(sheet(table, documentRows(table, documents)))
        expect(read).toEqual({ type, documents, rows: expect.any(Array), faults: [] })
        expect(read?.rows).toHaveLength(count)
      }),
      { numRuns: 15 },
    )
  })

  it('brings a sample that fills every column it may and that nothing refuses', () => {
    const sample = sampleDocument(table)
    const refusing = validateDocument(type, sample, context).filter(({ severity }) => severity === 'refuse')
    expect(refusing).toEqual([])
    expect(Object.keys(sample.head).length).toBeGreaterThan(table.head.fields.length / 2)
  })
})

describe('a sheet that people filled in', () => {
  const table = allTables.find(({ type }) => type === 'CEB505')!
  const row = () => documentRows(table, [sampleDocument(table)])[0]!
  const place = (name: string) => sheetColumns(table).findIndex(({ field }) => field.name === name)

  it('may lack columns, have others in another order, and repeat the head at every line', () => {
    const order = allTables.find(({ type }) => type === 'CEB303')!
    const document = {
      ...sampleDocument(order),
      lines: [1, 2].map((gnum) => ({ gnum: String(gnum), qty: '1' })),
    }
    const [first, second] = documentRows(order, [document]) as [string[], string[]]
    const repeated = second.map((cell, at) => (sheetColumns(order)[at]!.part === 'head' ? first[at]! : cell))
    const turned = sheet(order, [first, repeated]).map((one) =>
      one.cells.length > 1 ? { ...one, cells: [...one.cells, '我的备注'].reverse() } : one,
    )
    const read = readMessageSheet(turned)
    expect(read?.documents).toEqual([filled(document)])
    expect(read?.faults.map(({ rule, value }) => [rule, value])).toEqual([['sheet-column', '我的备注']])
  })

  it('leaves a document out whose cells Excel spoilt, names the cell, and reads the others', () => {
    const spoilt = (type: CellType, value: string) => {
      const cells = row()
      cells[place('logisticsNo')] = value
      const types = cells.map((): CellType => 'text')
      types[place('logisticsNo')] = type
      return readMessageSheet(sheet(table, [cells], types))!
    }
    for (const [type, value, rule] of [
      ['formula', '=A1', 'sheet-formula'],
      ['date', '2026-03-01', 'sheet-date'],
      ['error', '#N/A', 'sheet-error'],
      ['number', '1234567890123450000', 'sheet-rounded'],
    ] as const) {
      const read = spoilt(type, value)
      expect(read.documents).toEqual([])
      expect(read.faults).toMatchObject([{ path: 'row[4]/logisticsNo', rule, severity: 'refuse', value }])
    }
    expect(spoilt('number', '123456').documents).toHaveLength(1)
  })

  it('is nothing when it names no message, and is not read for another message than it names', () => {
    const plain = sheet(table, [row()]).slice(1)
    expect(readMessageSheet(plain)).toBeUndefined()
    expect(stamp(table).zh).not.toBe(stamp(allTables[0]!).zh)
  })
})
