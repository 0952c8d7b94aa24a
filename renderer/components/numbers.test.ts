import { describe, expect, it } from 'vitest'
import { groupDigits } from './numbers'

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
