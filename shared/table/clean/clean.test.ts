import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCurrency } from './currency'
import { dateEvidence, readInstant } from './instant'
import { decimalEvidence, readDecimal } from './number'
import { narrowed, normalizeHeader, trimmed } from './text'

describe('text', () => {
  it('trims every kind of blank and narrows full width', () => {
    expect(trimmed('\u00a0\ufeff 单号\u3000\t')).toBe('单号')
    expect(narrowed('ＡＢ１２－３\u3000x')).toBe('AB12-3 x')
    expect([normalizeHeader(' Order_ID '), normalizeHeader('ｏｒｄｅｒ－id*')]).toEqual([
      'orderid',
      'orderid',
    ])
  })
})

describe('readDecimal', () => {
  const value = (text: string, style?: 'point' | 'comma') => {
    const reading = readDecimal(text, style)
    return 'value' in reading ? reading.value : reading.fault
  }

  it('reads the ways platforms write numbers', () => {
    expect(
      [
        '2.50',
        '1,653.75',
        '¥28.16',
        '-1,000.00',
        '(12.30)',
        '5.00-',
        'US$3',
        '12元',
        '１２．５',
        '+7',
        '.5',
      ].map((x) => value(x, 'point')),
    ).toEqual(['2.5', '1653.75', '28.16', '-1000', '-12.3', '-5', '3', '12', '12.5', '7', '0.5'])
    expect(['1.653,75', '12,5', '-3,00', '1 234,50', '€ 7,00'].map((x) => value(x, 'comma'))).toEqual([
      '1653.75',
      '12.5',
      '-3',
      '1234.5',
      '7',
    ])
    expect(value('12,34,567.50', 'point')).toBe('1234567.5')
  })

  it('leaves out the marks of currencies, and says which one they name', () => {
    const marked = ['Rp150', 'RM12.5', 'AU $9.5', '12.5 zł', 'CHF 10', '10 SEK', '₹100', '9.5美元', '-£2']
    expect(marked.map((text) => readDecimal(text, 'point'))).toEqual([
      { value: '150', currency: 'IDR' },
      { value: '12.5', currency: 'MYR' },
      { value: '9.5', currency: 'AUD' },
      { value: '12.5', currency: 'PLN' },
      { value: '10', currency: 'CHF' },
      { value: '10', currency: 'SEK' },
      { value: '100', currency: 'INR' },
      { value: '9.5', currency: 'USD' },
      { value: '-2', currency: 'GBP' },
    ])
    expect(['$5', '¥5', '5 kr', 'R 5', 'Rs.5'].map((text) => readDecimal(text, 'point'))).toEqual(
      Array(5).fill({ value: '5', currency: '' }),
    )
    expect(['5 pcs', 'SKU 5', '5kg', 'No.5'].map((text) => value(text, 'point'))).toEqual(
      Array(4).fill('not-a-number'),
    )
  })

  it('refuses what is no number, and a comma that could mean two things', () => {
    expect(['abc', '1.2.3', '12,3', '--', '15%', '1,2,3', ''].map((x) => value(x, 'point'))).toEqual(
      Array(7).fill('not-a-number'),
    )
    expect([
      value('1.23457E+17'),
      value('1e5'),
      value('1,234'),
      value('1,234', 'point'),
      value('1,234', 'comma'),
    ]).toEqual(['scientific', 'scientific', 'ambiguous', '1234', '1.234'])
  })

  it('takes evidence only from values that leave no choice', () => {
    expect(
      ['1.5', '1,234.5', '1.234,5', '12,50', '1,234', '1,234,567', '1.234.567', '1200', '12,34,567'].map(
        decimalEvidence,
      ),
    ).toEqual(['point', 'point', 'comma', 'comma', 'ambiguous', 'point', 'comma', undefined, 'point'])
  })

  it('reads back any amount in either style', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.nat(99), (whole, cents) => {
        const text = `${whole}.${String(cents).padStart(2, '0')}`
        const english = Math.abs(whole).toLocaleString('en-US')
        const sign = whole < 0 ? '-' : ''
        const grouped = `${sign}${english}.${String(cents).padStart(2, '0')}`
        const european = `${sign}${english.replaceAll(',', '.')},${String(cents).padStart(2, '0')}`
        expect(value(grouped, 'point')).toBe(value(text, 'point'))
        expect(value(european, 'comma')).toBe(value(text, 'point'))
      }),
    )
  })
})

describe('readInstant', () => {
  const read = (text: string, order?: 'dmy' | 'mdy', zone?: string) => {
    const reading = readInstant(text, order, zone)
    return 'instant' in reading
      ? reading.instant
      : 'unknown' in reading
        ? `? ${reading.unknown}`
        : reading.fault
  }

  it('keeps the offset of the file and counts the business day in Shanghai', () => {
    expect(readInstant('2026-03-14 19:10:00 +0100', undefined, undefined)).toEqual({
      instant: '2026-03-14T19:10:00+01:00',
      businessDay: '2026-03-15',
    })
  })

  it('reads the ways exports write times', () => {
    expect(
      [
        '2010-12-01 08:26:00',
        '2015-12-02T03:27:08+00:00',
        '2026/3/4 9:05',
        '2026年3月4日 09时05分07秒',
        '20260304090507',
        '20260304',
        '14 Mar 2026 09:10',
        'Mar 14, 2026 9:10:00 PM PDT',
        '29/12/2015 07:45:51 PST',
        '2024-02-04 16:17:09.123 UTC',
        '15-Mar-26',
        '2026/3/4 下午 1:05:00',
        '2026-07-01 10:00:00 America/Los_Angeles',
      ].map((text) => read(text, 'dmy', 'UTC')),
    ).toEqual([
      '2010-12-01T08:26:00+00:00',
      '2015-12-02T03:27:08+00:00',
      '2026-03-04T09:05:00+00:00',
      '2026-03-04T09:05:07+00:00',
      '2026-03-04T09:05:07+00:00',
      '2026-03-04T00:00:00+00:00',
      '2026-03-14T09:10:00+00:00',
      '2026-03-14T21:10:00-07:00',
      '2015-12-29T07:45:51-08:00',
      '2024-02-04T16:17:09.123+00:00',
      '2026-03-15T00:00:00+00:00',
      '2026-03-04T13:05:00+00:00',
      '2026-07-01T10:00:00-07:00',
    ])
  })

  it('reads names of months in other languages, days of the week and seconds since 1970', () => {
    const ways = [
      'Mar-14-26',
      'Sat, 14 Mar 2026 00:00:00',
      'Sat Mar 14 00:00:00 2026',
      'Saturday, March 14, 2026',
      '14. März 2026',
      '14 mars 2026',
      '14 de marzo de 2026',
      '14 Mar 2026 at 0:00',
      '周六 2026-03-14',
      '1773446400',
      '1773446400000',
    ]
    expect(ways.map((text) => read(text, undefined, 'UTC'))).toEqual(
      Array(ways.length).fill('2026-03-14T00:00:00+00:00'),
    )
    expect(read('14 brumaire 2026', undefined, 'UTC')).toBe('not-a-date')
  })

  it('leaves open what the file does not say', () => {
    expect([
      read('2010-12-01 08:26:00'),
      read('03/04/2026', undefined, 'UTC'),
      read('04/04/2026', undefined, 'UTC'),
    ]).toEqual(['? zone', '? order', '2026-04-04T00:00:00+00:00'])
    expect([read('9/19/2017 9:45', 'mdy', 'UTC'), read('9/19/2017 9:45', 'dmy', 'UTC')]).toEqual([
      '2017-09-19T09:45:00+00:00',
      'not-a-date',
    ])
  })

  it('follows summer time of a named zone', () => {
    expect([
      read('2026-01-15 12:00:00', undefined, 'Europe/Berlin'),
      read('2026-07-15 12:00:00', undefined, 'Europe/Berlin'),
    ]).toEqual(['2026-01-15T12:00:00+01:00', '2026-07-15T12:00:00+02:00'])
    expect([
      read('2026-03-29 01:59:00', undefined, 'Europe/Berlin'),
      read('2026-03-29 03:00:00', undefined, 'Europe/Berlin'),
    ]).toEqual(['2026-03-29T01:59:00+01:00', '2026-03-29T03:00:00+02:00'])
    expect(read('2026-10-25 02:30:00', undefined, 'Europe/Berlin')).toBe('2026-10-25T02:30:00+02:00')
  })

  it('refuses what is no date and names a bare day number', () => {
    expect(
      ['2026-02-30', '45000', '45000.5', 'soon', '2026-13-01', '25:61', '2026-01-01 25:00:00'].map((x) =>
        read(x, 'dmy', 'UTC'),
      ),
    ).toEqual(['not-a-date', 'serial', 'serial', 'not-a-date', 'not-a-date', 'not-a-date', 'not-a-date'])
  })

  it('takes evidence for the order of day and month', () => {
    expect(
      [
        '29/12/2015',
        '9/19/2017 9:45',
        '03/04/2026',
        '03.04.2026',
        '9.19.2017',
        '04/04/2026',
        '2026-03-04',
      ].map(dateEvidence),
    ).toEqual(['dmy', 'mdy', 'ambiguous', 'dotted', 'mdy', undefined, undefined])
  })

  it('agrees with Date for every ISO time in UTC', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
        const text = `${date.toISOString().slice(0, 19).replace('T', ' ')}`
        expect(Date.parse(read(text, undefined, 'UTC'))).toBe(Math.floor(date.getTime() / 1000) * 1000)
      }),
    )
  })
})

describe('readCurrency', () => {
  it('reads letters, Chinese names and marks that name one currency', () => {
    expect(
      ['usd', ' ＣＮＹ', '人民币', '美元', 'RMB', '€', 'Euro (EUR)', '$', 'x'].map(readCurrency),
    ).toEqual(['USD', 'CNY', 'CNY', 'USD', 'CNY', 'EUR', 'EUR', undefined, undefined])
  })
})
