import { describe, expect, it } from 'vitest'
import { loadOwnCodeBook } from '#shared/codes/load'
import type { OwnCode, OwnCodes } from '#shared/codes/own'
import { codeTableIds } from '#shared/codes/table'
import { findLines, lengthsOf, linesOf } from './tables'

const own = (more: Partial<OwnCode>): OwnCode => ({
  table: 'currency',
  code: '998',
  name: '泰铢 THB',
  firstSeen: '2026-01-02',
  source: 'typed',
  ...more,
})
const codes: OwnCodes = {
  codes: [
    own({}),
    own({ code: '997', name: '', firstSeen: '2026-01-01', source: 'declared' }),
    own({ code: '502', name: '美国元', firstSeen: '2026-01-01' }),
  ],
  editions: [{ table: 'currency', edition: '2026', date: '2026-01-01', source: 'c.dbf', complete: true }],
}
const book = await loadOwnCodeBook(codes, codeTableIds)

describe('the lines of a table', () => {
  it('hold each code once, the own ones in place of the shipped ones', () => {
    const lines = linesOf(book, codes, 'currency')
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
    expect(lines.filter(({ code }) => code === '502')).toMatchObject([{ zh: '美国元', mark: 'added' }])
    expect(lines.slice(0, 3).map(({ code, mark }) => `${code} ${mark}`)).toEqual([
      '997 seen',
      '998 added',
      '502 added',
    ])
  })

  it('show what nobody has named first among the own ones', () => {
    expect(linesOf(book, codes, 'own').map(({ code }) => code)).toEqual(['997', '998', '502'])
  })

  it('a code without a name is not in the table that checks, and a stated edition makes it refuse', () => {
    expect(book.lookup('currency', '997')).toBeUndefined()
    expect(book.lookup('currency', '998')?.mark).toBe('added')
    expect(book.table('currency')).toMatchObject({ complete: true, edition: '2026' })
  })
})

it.each([
  ['502', ['502']],
  ['thb', ['998']],
  ['泰', ['998']],
  ['taizhu', ['998']],
  ['tz', ['998']],
  ['no such', []],
])('%s finds %j', (query, expected) => {
  const pinyinOf = (name: string) =>
    name.startsWith('泰铢') ? { initials: 'tz', full: 'taizhu' } : { initials: '', full: '' }
  const found = findLines(linesOf(book, codes, 'own'), query, pinyinOf)
  expect(found.map(({ code }) => code)).toEqual(expected)
})

it('knows how long codes of a table are', () => expect([...lengthsOf(book, 'unit')]).toEqual([3]))
