import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TreatmentLine } from '#shared/model/rebate/export-line'
import { answered, questions, valueOf } from './questions'

describe('answers of an officer', () => {
  it('each choice is one the engine knows, and comes back as it was chosen', () => {
    for (const question of questions) {
      const values: (string | string[])[] =
        question.kind === 'yesNo'
          ? ['yes', 'no']
          : question.kind === 'text'
            ? ['CI-1']
            : question.kind === 'quantity'
              ? ['12.5']
              : question.kind === 'fraction'
                ? ['0.15']
                : question.kind === 'day'
                  ? ['2027-06-30']
                  : question.kind === 'many'
                    ? [question.options!.map(({ value }) => value)]
                    : question.options!.map(({ value }) => value)
      for (const value of values) {
        const answers = answered({}, question, value)
        expect(valueOf(question, answers), question.key).toEqual(value)
        const shape = TreatmentLine.shape[question.key as keyof typeof TreatmentLine.shape]
        if (shape)
          expect(shape.safeParse(answers[question.key]).success, `${question.key} ${String(value)}`).toBe(
            true,
          )
      }
    }
  })

  it('changing one leaves the others, taking it back leaves nothing (property)', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...questions), { minLength: 1 }), (asked) => {
        const some = (one: (typeof questions)[number]) =>
          one.kind === 'yesNo'
            ? 'yes'
            : one.kind === 'many'
              ? [one.options![0]!.value]
              : (one.options?.[0]!.value ?? 'x')
        let answers = {}
        for (const one of asked) answers = answered(answers, one, some(one))
        expect(Object.keys(answers)).toHaveLength(asked.length)
        for (const one of asked) answers = answered(answers, one, one.kind === 'many' ? [] : '')
        expect(answers).toEqual({})
      }),
    )
  })
})
