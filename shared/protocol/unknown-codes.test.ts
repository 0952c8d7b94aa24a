import { expect, it } from 'vitest'
import { statusWords } from './status'
import { collectUnknown, unknownCodesOf } from './unknown-codes'

const said = (status: string, time: string, info = '', message = 'CEB603') => ({
  message,
  status,
  time,
  info,
})

it('finds codes that no table has, in the status and in the text', () => {
  expect(unknownCodesOf(said('800', '', '[Code:2600;Desc:放行]'))).toEqual([])
  expect(unknownCodesOf(said('777', ''))).toEqual(['777'])
  expect(unknownCodesOf(said('-999123', ''))).toEqual(['-999123'])
  expect(unknownCodesOf(said('-621001', '', '-888777:x'))).toEqual(['-888777'])
  expect(unknownCodesOf(said('100', '', '[Code:98765;Desc:x][Code:1313;Desc:y]'))).toEqual(['98765'])
  expect(unknownCodesOf(said('', ''))).toEqual([])
})

it('collects them over receipts in any order, the commonest first', () => {
  const facts = [said('777', '3', 'late'), said('-999123', '2'), said('777', '1', 'early'), said('2', '0')]
  const expected = [
    { code: '777', message: 'CEB603', count: 2, first: '1', last: '3', info: 'late' },
    { code: '-999123', message: 'CEB603', count: 1, first: '2', last: '2', info: '' },
  ]
  expect(collectUnknown(facts)).toEqual(expected)
  expect(collectUnknown([...facts].reverse())).toEqual(expected)
  expect(collectUnknown([said('777', '1'), said('777', '1', '', 'CEB303')])).toHaveLength(2)
})

it('known negative codes speak, unknown ones stay raw', () => {
  expect(statusWords('-301010').zh).toBe('同编号的订单已存在（-301010）')
  expect(statusWords('-999123')).toEqual({ zh: '处理异常（-999123）', en: 'Processing error (-999123)' })
})
