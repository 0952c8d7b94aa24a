import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { indexCodes, searchCodes, type PinyinOf } from './code-search'

const entries = [
  { code: '502', name: '美元', alias: ['USD'] },
  { code: '303', name: '英镑', alias: ['GBP'] },
  { code: '300', name: '欧元', alias: ['EUR'] },
  { code: '110', name: '港币', alias: ['HKD'] },
]
const pinyinOf: PinyinOf = (name) => ({
  initials: pinyin(name, { pattern: 'first', toneType: 'none', separator: '' }),
  full: pinyin(name, { toneType: 'none', separator: '' }),
})
const find = (query: string, of: PinyinOf | null = pinyinOf) =>
  searchCodes(indexCodes(entries, of ?? undefined), query, 10).map((entry) => entry.code)

describe('finding a code', () => {
  it.each([
    ['502', '502'],
    ['usd', '502'],
    ['美', '502'],
    ['my', '502'],
    ['meiyuan', '502'],
    ['yb', '303'],
    ['ou', '300'],
  ])('%s finds %s first', (query, code) => expect(find(query)[0]).toBe(code))

  it('puts the exact code before those that only begin with it', () => {
    const more = [{ code: '3030', name: '其他' }, ...entries]
    expect(searchCodes(indexCodes(more, pinyinOf), '303', 10).map((e) => e.code)).toEqual(['303', '3030'])
  })

  it('finds by code and name before pinyin has been loaded', () => {
    expect(find('欧', null)).toEqual(['300'])
    expect(find('oy', null)).toEqual([])
  })
})
