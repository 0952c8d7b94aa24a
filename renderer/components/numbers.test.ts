import { describe, expect, it } from 'vitest'
import { groupDigits, showAmount } from './numbers'

describe('groupDigits', () => {
  it.each([
    ['0', '0'],
    ['999', '999'],
    ['1000', '1,000'],
    ['-1234567.5000', '-1,234,567.5000'],
    ['90071992547409931.01', '90,071,992,547,409,931.01'],
  ])('%s → %s', (from, to) => expect(groupDigits(from)).toBe(to))

  it('leaves what is no number as it is', () => expect(groupDigits('—')).toBe('—'))
})

describe('showAmount', () => {
  it.each([
    ['144', 'USD', '144.00'],
    ['5348.8', 'USD', '5,348.80'],
    ['1500', 'JPY', '1,500'],
    ['-5', 'EUR', '-5.00'],
    // Digits beyond those of the currency are never rounded away.
    ['7.945', 'USD', '7.945'],
    ['', 'USD', ''],
    ['—', 'USD', '—'],
  ])('%s %s → %s', (amount, currency, shown) => expect(showAmount(amount, currency)).toBe(shown))
})
