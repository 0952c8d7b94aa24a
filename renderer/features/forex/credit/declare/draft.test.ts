import { expect, it } from 'vitest'
import { DraftForm } from '#shared/model/forex/credit'
import { draftOf } from './draft'

const field = (id: string, value: string) => ({ id, value, label: { zh: id, en: id }, by: 'us' as const })

it('a filled form becomes what the pre-check takes, without what was left empty', () => {
  const draft = draftOf([
    field('amount', '100'),
    field('rate', '7.1'),
    field('settledAmount', '60'),
    field('fxAmount', '40'),
    field('otherAmount', ''),
    field('code1', '121010'),
    field('amount1', '100'),
    field('code2', ''),
  ])
  expect(draft).toEqual({
    txAmount: '100',
    settledAmount: '60',
    settledRate: '7.1',
    fxAmount: '40',
    lines: [{ code: '121010', amount: '100' }],
  })
  expect(DraftForm.omit({ creditId: true }).safeParse(draft).success).toBe(true)
})
