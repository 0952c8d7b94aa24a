import { expect, it } from 'vitest'
import { judge } from '../run'
import { amountCases } from './forex-amounts'
import { dayCases } from './forex-days'

it.each([...amountCases, ...dayCases].map((one) => [`${one.id} ${one.title}`, one] as const))(
  '%s',
  (_, one) => {
    expect(judge(one)).toEqual({ state: 'passed' })
  },
)
