import { describe, expect, it } from 'vitest'
import type { GoodsFlags } from '../../data/port'
import { verdictOf } from './verdict'

type Effect = GoodsFlags['flags'][number]['effect']
const said = (effects: readonly Effect[], missing: GoodsFlags['missing'] = [], brands = 0) =>
  verdictOf({
    flags: effects.map((effect) => ({ effect }) as GoodsFlags['flags'][number]),
    missing,
    brands: Array.from({ length: brands }, () => ({}) as GoodsFlags['brands'][number]),
  })

describe('goods and a mode in one word', () => {
  it('is the worst of what was said; a paper that is there is no hindrance', () => {
    expect(said(['ask', 'need', 'forbid'], ['export-licence'])).toBe('forbid')
    expect(said(['ask', 'need'], ['export-licence'])).toBe('missing')
    expect(said(['need'])).toBe('free')
    expect(said(['need', 'ask'])).toBe('ask')
    expect(said([], [], 1)).toBe('ask')
    expect(verdictOf(undefined)).toBe('free')
  })
})
