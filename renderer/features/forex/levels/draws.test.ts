import { expect, it } from 'vitest'
import { drawText, readDraws } from './draws'

it('inflows drawn on by hand are read a line each, or not at all', () => {
  expect(readDraws('M1 605.00\n\n opening 5 ')).toEqual([
    { inId: 'M1', amount: '605.00' },
    { inId: 'opening', amount: '5' },
  ])
  expect(readDraws('')).toEqual([])
  expect(readDraws('M1 605.00\nM2')).toBeUndefined()
  expect(readDraws('M1 -5')).toBeUndefined()
})

it('what was said by hand is read as it was written', () => {
  const draws = [
    { inId: 'M1', amount: '605.00' },
    { inId: 'opening', amount: '5' },
  ]
  expect(readDraws(drawText(draws))).toEqual(draws)
  expect(drawText([])).toBe('')
})
