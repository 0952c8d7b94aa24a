import { describe, expect, it } from 'vitest'
import { codeTableIds } from '../codes/table'
import { messageTypes } from './message'
import { valueType } from './part'
import { allTables, answeredBy, tableOf } from './tables'

/** Fields and required fields of head and line, counted in the published schema of May 2022. */
const counts: Record<string, number[]> = {
  CEB213: [28, 24, 11, 8],
  CEB214: [10, 7],
  CEB215: [20, 16],
  CEB216: [9, 8],
  CEB303: [14, 13, 11, 8],
  CEB304: [7, 7],
  CEB311: [30, 24, 13, 9],
  CEB312: [7, 7],
  CEB403: [16, 13],
  CEB404: [7, 6],
  CEB411: [18, 16],
  CEB412: [6, 6],
  CEB505: [17, 13],
  CEB506: [6, 6],
  CEB507: [19, 15, 4, 2],
  CEB508: [10, 10],
  CEB509: [17, 12, 4, 2],
  CEB510: [8, 8],
  CEB511: [19, 14],
  CEB512: [6, 6],
  CEB513: [10, 9],
  CEB514: [7, 7],
  CEB603: [48, 36, 19, 14],
  CEB604: [12, 12],
  CEB605: [14, 12],
  CEB606: [8, 8],
  CEB607: [21, 17, 5, 2],
  CEB608: [10, 10],
  CEB621: [47, 33, 20, 12],
  CEB622: [11, 6],
  CEB623: [24, 21],
  CEB624: [11, 6],
  CEB625: [24, 21, 6, 5],
  CEB626: [11, 6],
  CEB701: [22, 16, 1, 1],
  CEB702: [10, 9],
  CEB711: [19, 14, 3, 2],
  CEB712: [9, 4],
  CEB792: [20, 16, 5, 5],
  CEB816: [15, 8, 6, 6],
  CEB818: [7, 5],
  CEB900: [7, 7],
}

const codes = new Set<string>(codeTableIds)

describe('field tables', () => {
  it('are there for every message, with as many fields as the schema has', () => {
    expect(allTables.map((table) => table.type).sort()).toEqual([...messageTypes].sort())
    for (const { type, head, lines } of allTables) {
      const found = [head, lines].flatMap((part) =>
        part ? [part.fields.length, part.fields.filter((field) => field.required).length] : [],
      )
      expect([type, found]).toEqual([type, counts[type]])
    }
  })

  it.each(allTables.map((table) => [table.type, table] as const))('%s is coherent', (_type, table) => {
    const { head, lines, key, receipt, flat, node, origin } = table
    expect(flat).toBe(head.element === node)
    for (const part of [head, ...(lines ? [lines] : [])]) {
      expect(part.byName.size).toBe(part.fields.length)
      for (const field of part.fields) {
        expect(field.label.zh && field.label.en && field.meaning.zh && field.meaning.en).toBeTruthy()
        if (field.codes) expect(codes.has(field.codes)).toBe(true)
        if (field.values) expect(field.type.kind === 'text' || field.name === 'packNo').toBe(true)
      }
    }
    for (const name of key) expect(head.byName.has(name)).toBe(true)
    if (receipt) {
      expect(origin).toBe('declarant')
      expect(answeredBy(receipt)).toBe(table.type)
      const answer = tableOf(receipt)
      for (const name of [...key, 'returnStatus', 'returnTime', 'returnInfo']) {
        expect([receipt, name, answer.head.byName.has(name)]).toEqual([receipt, name, true])
      }
    }
  })

  it('put Signature before ExtendMessage on exports only', () => {
    expect([tableOf('CEB603').direction, tableOf('CEB621').direction]).toEqual(['export', 'import'])
  })

  it('say where the signature is demanded', () => {
    const by = (kind: string) =>
      allTables
        .filter((table) => table.signature === kind)
        .map((table) => table.type)
        .sort()
    expect(by('schema')).toEqual(['CEB621', 'CEB623', 'CEB625', 'CEB711'])
    expect(by('printed')).toEqual(['CEB509', 'CEB603', 'CEB605', 'CEB607', 'CEB701'])
  })

  it('read the notation of the specification', () => {
    expect(valueType('C36')).toEqual({ kind: 'text', min: 36, max: 36 })
    expect(valueType('C..60')).toEqual({ kind: 'text', min: 0, max: 60 })
    expect(valueType('C18..20')).toEqual({ kind: 'text', min: 18, max: 20 })
    expect(valueType('N19,5')).toEqual({ kind: 'decimal', digits: 19, places: 5 })
    expect(valueType('N9')).toEqual({ kind: 'whole', digits: 9 })
    expect(() => valueType('X3')).toThrow()
  })
})
