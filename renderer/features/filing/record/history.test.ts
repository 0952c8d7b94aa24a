import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noHistory, redo, remember, undo, type History } from './history'

const typed = (key: string, texts: readonly string[]): History =>
  texts
    .slice(1)
    .reduce((history, after, at) => remember(history, { key, before: texts[at]!, after }), noHistory)

describe('taking back what was typed', () => {
  it('takes a word back at once, a paste and another field on their own', () => {
    expect(typed('name', ['a', 'ab', 'abc']).done).toEqual([{ key: 'name', before: 'a', after: 'abc' }])
    expect(typed('name', ['ab', 'abc', 'xyz123']).done).toHaveLength(2)
    const two = remember(typed('name', ['a', 'ab']), { key: 'uscc', before: '', after: '9' })
    expect(undo(two)!.step.key).toBe('uscc')
  })

  it('comes back to the start and to the end again, whatever was done (property)', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.string({ maxLength: 4 })), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(steps, (changes) => {
        const values: Record<string, string> = { a: '', b: '', c: '' }
        let history = noHistory
        for (const [key, after] of changes) {
          if (values[key] === after) continue
          history = remember(history, { key, before: values[key]!, after })
          values[key] = after
        }
        const end = { ...values }
        for (let back = undo(history); back; back = undo(history)) {
          values[back.step.key] = back.step.before
          history = back.history
        }
        expect(values).toEqual({ a: '', b: '', c: '' })
        for (let on = redo(history); on; on = redo(history)) {
          values[on.step.key] = on.step.after
          history = on.history
        }
        expect(values).toEqual(end)
      }),
      { numRuns: 60 },
    )
  })
})
