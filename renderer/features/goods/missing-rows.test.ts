import { describe, expect, it } from 'vitest'
import { loadCodeBook } from '#shared/codes/load'
import { isComplete, missingRows, unitCode, withEdits, without } from './missing-rows'
import { conversionNote, goodsOf } from './record'

const codes = await loadCodeBook()
const context = { codes, practice: true }
const missing = [{ sku: 'S1', name: 'Sticker', orders: 2 }]
const filled = {
  gname: '贴纸', gmodel: '品牌:无', gcode: '4911999090', unit: '011', unit1: '035', perUnit1: '0.015',
  netWeight: '0.015', grossWeight: '0.02',
} // prettier-ignore

describe('the sheet of missing goods', () => {
  it('starts with what the orders say and is complete once nothing refuses it', () => {
    const [blank] = missingRows(missing, {}, context)
    expect(blank).toMatchObject({
      id: 'S1',
      orders: 2,
      begun: false,
      values: { name: 'Sticker', barCode: '无' },
    })
    expect(isComplete(blank!)).toBe(false)
    const [done] = missingRows(missing, { S1: filled }, context)
    expect(done!.faults).toEqual([])
    expect(isComplete(done!)).toBe(true)
  })

  it('asks of goods the master has for the one number a bonded order wants, and keeps the rest of the record', () => {
    const value = goodsOf({
      ...filled,
      sku: 'S1',
      name: '贴纸',
      barCode: '无',
      statisticsFlag: 'A',
      rebate: 'N',
    })
    const wanting = [{ ...missing[0]!, known: { id: 'g1', rev: 3, value } }]
    const [row] = missingRows(wanting, {}, context)
    expect(row).toMatchObject({ begun: true, known: { id: 'g1', rev: 3 }, values: { gcode: '4911999090' } })
    expect(row!.faults.map(({ rule, field }) => `${rule} ${field}`)).toEqual(['record-no itemRecordNo'])
    const [done] = missingRows(wanting, { S1: { itemRecordNo: 'L-1' } }, context)
    expect(isComplete(done!)).toBe(true)
    expect(goodsOf(done!.values)).toEqual({ ...value, itemRecordNo: 'L-1' })
  })

  it('keeps edits of other rows and lets no SKU be written over', () => {
    const draft = withEdits({ S2: { gname: 'x' } }, [
      { sku: 'S1', field: 'gname', value: ' 贴纸 ' },
      { sku: 'S1', field: 'orders', value: '9' },
    ])
    expect(draft).toEqual({ S2: { gname: 'x' }, S1: { gname: '贴纸' } })
    expect(missingRows(missing, { S1: { sku: 'other' } }, context)[0]!.values['sku']).toBe('S1')
    expect(without(draft, new Set(['S1']))).toEqual({ S2: { gname: 'x' } })
  })

  it('takes a unit by code or name', () => {
    const byName = new Map([['件', '011']])
    expect(['011', '011 件', '件', '箱'].map((text) => unitCode(text, byName))).toEqual([
      '011',
      '011',
      '011',
      '箱',
    ])
  })
})

it('shows a conversion on a dozen pieces, only once all of it is known', () => {
  expect(conversionNote(filled, codes, 'unit1', 'perUnit1')?.zh).toBe('例：12 件 = 0.18 千克')
  expect(conversionNote({ ...filled, unit: '' }, codes, 'unit1', 'perUnit1')).toBeUndefined()
  expect(conversionNote({ ...filled, perUnit1: '0.' }, codes, 'unit1', 'perUnit1')).toBeUndefined()
})
