import { describe, expect, it } from 'vitest'
import { goods as sample } from '../../test/data/samples'
import type { FiledAttempt } from './attempts'
import { reviewsOfAttempts } from './attempts'
import { contentOf } from './content'
import { goodsContent, goodsFaults } from './goods'
import { party } from './party.test-data'
import { standings } from './views'

const at = (minute: number) => `2026-11-01T00:0${minute}:00Z`
const before = party()
const after = { ...before, values: { ...before.values, bankAccount: '6222000099998888' } }
const attempt = (more: Partial<FiledAttempt>): FiledAttempt => ({
  attempt: 1,
  stage: 'done',
  queuedAt: at(1),
  base: 0,
  version: 1,
  document: contentOf(before),
  ...more,
})
const held = (attempts: readonly FiledAttempt[]) =>
  standings(
    after,
    reviewsOfAttempts(attempts).flatMap((review) => review.held ?? []),
  ).map(({ authority, version, differences }) => [authority, version, differences.length])

describe('attempts of the queue as reviews of authorities', () => {
  const change = attempt({ attempt: 2, base: 1, version: 2, document: contentOf(after, ['tax', 'bank']) })

  it('a filing that names none goes to all; a change counts for those it names', () => {
    expect(held([attempt({})]).filter(([, , n]) => n)).toEqual([
      ['tax', 1, 1],
      ['bank', 1, 1],
    ])
    expect(held([attempt({}), change])).toEqual(
      expect.arrayContaining([
        ['customs', 1, 0],
        ['tax', 2, 0],
        ['bank', 2, 0],
      ]),
    )
  })

  it('what was sent back holds nothing new, and what was taken back never happened', () => {
    const fields = [{ field: 'bankAccount', code: 'Y1', text: '不符' }]
    const reason = { code: 'filing-returned', text: { zh: '', en: '' }, fields }
    const back = { ...change, stage: 'rejected' as const, reason }
    expect(held([attempt({}), back]).filter(([, , n]) => n)).toHaveLength(2)
    const tax = reviewsOfAttempts([attempt({}), back]).find(({ authority }) => authority === 'tax')!
    expect(tax).toMatchObject({ state: 'returned', attempts: [{}, { reasons: fields }] })
    expect(reviewsOfAttempts([{ ...change, stage: 'cancelled' }])).toEqual([])
  })
})

describe('goods as they are filed', () => {
  const knowsUnit = (code: string) => code !== '999'
  it.each([
    [{}, []],
    [{ barCode: '6901234567892' }, []],
    [{ barCode: '6901234567890' }, ['barCode']],
    [{ unit: '999', gname: 'x'.repeat(251) }, ['gname', 'unit']],
  ])('%j: %j', (more, fields) => {
    expect(goodsFaults(sample('A', more), knowsUnit).map(({ field }) => field)).toEqual(fields)
  })

  it('travel as texts without what says only that they are goods', () => {
    expect(Object.keys(goodsContent(sample('A')).head)).not.toContain('record')
    expect(goodsContent(sample('A')).head).toMatchObject({ sku: 'A', gcode: '6109100000' })
  })
})
