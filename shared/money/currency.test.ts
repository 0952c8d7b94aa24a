import { expect, it } from 'vitest'
import { minorDigits } from './currency'

it('knows the minor unit of currencies', () => {
  expect(['USD', 'JPY', 'KWD', 'CLF', 'ZZZ'].map(minorDigits)).toEqual([2, 0, 3, 4, 2])
})
