import { describe, expect, it } from 'vitest'
import type { RebateRunView } from '../../../data/port'
import { verdictOf } from './verdict'

const run = (blocking: number, warning: number, dealt = 0, outdated = false) =>
  ({ counts: { blocking, warning, info: 3 }, dealt, outdated }) as RebateRunView

describe('the verdict of a batch', () => {
  it('is ready only when nothing must be mended and nothing was changed since', () => {
    expect(verdictOf(undefined).tone).toBe('info')
    expect(verdictOf(run(0, 0, 0, true)).tone).toBe('info')
    expect(verdictOf(run(1, 0)).tone).toBe('error')
    expect(verdictOf(run(0, 2, 1)).tone).toBe('warning')
    expect(verdictOf(run(0, 2, 2)).tone).toBe('success')
    expect(verdictOf(run(0, 0)).text.zh).toBe('可提交')
  })

  it('never says approved', () => {
    for (const one of [undefined, run(0, 0), run(1, 1), run(0, 1)]) {
      const { text, next } = verdictOf(one)
      expect(`${text.zh}${next.zh}`).not.toMatch(/批准|核准|通过/)
      expect(`${text.en}${next.en}`).not.toMatch(/approv/i)
    }
  })
})
