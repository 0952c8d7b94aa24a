import { describe, expect, it } from 'vitest'
import { showCode } from './book'
import { CountryFinder } from './country'
import { currencyByLetters, currencyLetters } from './currency'
import { loadCodeBook, loadCodeTable } from './load'
import { codeTableIds } from './table'

const book = await loadCodeBook()

describe('code tables', () => {
  it('are all there, each saying whether absence may refuse a code', async () => {
    const tables = await Promise.all(codeTableIds.map(loadCodeTable))
    expect(tables.map((table) => table.id)).toEqual(codeTableIds)
    expect(tables.filter((table) => table.complete).map((table) => table.id)).toEqual([
      'country-iso',
      'transport-mode',
      'unit',
      'wrap-2018',
    ])
    for (const table of tables) {
      expect(table.edition && table.source).toBeTruthy()
      expect(new Set(table.rows.map((row) => row.code)).size).toBe(table.rows.length)
    }
    expect(tables.find((table) => table.id === 'unit')?.rows).toHaveLength(124)
    expect(tables.find((table) => table.id === 'port')?.rows).toHaveLength(4270)
  })

  it('keep codes as text with their leading zeros', () => {
    expect(book.lookup('unit', '007')?.zh).toBe('个')
    expect(book.lookup('unit', '7')).toBeUndefined()
  })

  it('find a row by code, letters, Chinese or English name, the exact one first', () => {
    expect(showCode(book.search('currency', 'usd')[0]!)).toBe('502 美元 USD')
    expect(book.search('currency', '502')[0]?.iso).toBe('USD')
    expect(book.search('currency', '美元')[0]?.code).toBe('502')
    expect(book.search('country', 'germany')[0]?.code).toBe('304')
    expect(book.search('country', '中', 3)).toHaveLength(3)
  })

  it('do not offer internal customs offices, groups or codes out of use', () => {
    for (const internal of ['0000', '9800', '9900', 'A100']) {
      expect(book.lookup('district', internal)?.mark).toBe('internal')
      expect(book.search('district', internal)).toEqual([])
    }
    expect(book.search('currency', 'DEM')).toEqual([])
    expect(book.search('country', '欧洲').map((row) => row.code)).toEqual(['399'])
  })

  it('let an added row win everywhere', async () => {
    const own = await loadCodeBook({ currency: [{ code: '415', zh: '阿联酋迪拉姆', iso: 'AED' }] })
    expect(own.lookup('currency', '415')).toMatchObject({ iso: 'AED', mark: 'added' })
    expect(currencyByLetters(own, 'aed')?.code).toBe('415')
    expect(own.search('currency', '迪拉姆')).toHaveLength(1)
    expect(book.lookup('currency', '415')).toBeUndefined()
  })
})

describe('currency', () => {
  it('goes from letters to the customs number and back', () => {
    for (const [letters, code] of [
      ['USD', '502'],
      ['CNY', '142'],
      ['GBP', '303'],
      ['EUR', '300'],
      ['JPY', '116'],
    ] as const) {
      expect(currencyByLetters(book, letters)?.code).toBe(code)
      expect(currencyLetters(book, code)).toBe(letters)
    }
    expect(currencyByLetters(book, 'XXX')).toBeUndefined()
    expect(currencyByLetters(book, 'INR')?.mark).toBe('unverified')
  })
})

describe('country in free text', () => {
  const finder = new CountryFinder(book)
  const code = (text: string) => {
    const match = finder.find(text)
    return match.kind === 'coded' ? match.row.code : match.kind
  }

  it.each([
    ['United Kingdom', '303'],
    ['  great  britain ', '303'],
    ['EIRE', '306'],
    ['USA', '502'],
    ['U.S.A.', '502'],
    ['us', '502'],
    ['RSA', '244'],
    ['Germany', '304'],
    ['DEU', '304'],
    ['德国', '304'],
    ['俄罗斯', '344'],
    ['304', '304'],
    ['Hong Kong', '110'],
    ['Czech Republic', '352'],
    ['The Netherlands', '309'],
    ['United Arab Emirates', '138'],
    ["Côte d'Ivoire", '223'],
    ['Türkiye', '137'],
  ])('%s is %s', (text, expected) => expect(code(text)).toBe(expected))

  it('never guesses', () => {
    expect(['Unspecified', '', '不详'].map(code)).toEqual(['unspecified', 'unspecified', 'unspecified'])
    expect(['European Community', 'Korea', 'Congo', 'Narnia', '999999'].map(code)).toEqual(
      Array(5).fill('unknown'),
    )
  })

  it('says when a country has no numeric code here, and takes the one an officer added', async () => {
    expect(finder.find('Serbia')).toEqual({ kind: 'uncoded', iso3: 'SRB' })
    const own = new CountryFinder(
      await loadCodeBook({ country: [{ code: '358', zh: '塞尔维亚', iso: 'SRB' }] }),
    )
    expect(own.find('Serbia')).toMatchObject({ kind: 'coded', row: { code: '358' } })
  })

  it('prefers the code in use over an older one of the same country', () => {
    expect(code('Kazakhstan')).toBe('145')
    expect(code('KGZ')).toBe('146')
  })
})
