import { expect, it } from 'vitest'
import { DraftForm } from '#shared/model/forex/credit'
import { draftOf, sameDraft } from './draft'

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

it('what was put into the pre-check is behind as soon as the form says something else', () => {
  const form = [
    field('amount', '100'),
    field('fxAmount', '100'),
    field('code1', '121010'),
    field('amount1', '100'),
  ]
  const kept = draftOf(form)
  expect(sameDraft({ ...kept, otherAmount: '', settledAmount: null }, draftOf(form))).toBe(true)
  for (const [at, value] of [
    [0, '90'],
    [1, '90'],
    [2, '122030'],
    [3, '90'],
  ] as const) {
    const other = form.map((one, place) => (place === at ? { ...one, value } : one))
    expect(sameDraft(kept, draftOf(other)), form[at]!.id).toBe(false)
  }
})
