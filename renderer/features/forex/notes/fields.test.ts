import { describe, expect, it } from 'vitest'
import { noteKinds, noteValues } from '#shared/model/forex/notes'
import { valuesOf, recordOf, faultsOf, keyOf } from '../forms/spec'
import { nameOf, noteGroups, noteSections, noteSpecs } from './fields'

const sample: Record<string, string> = {
  text: 'A1',
  code: 'USD',
  currency: 'USD',
  bop: '121010',
  credit: 'C1',
  decimal: '1.00',
  whole: '3',
  day: '2026-05-31',
  month: '2026-05',
  yesNo: 'yes',
  money: 'USD 1.00',
}

describe('facts that no file tells', () => {
  it('have each kind on the page once', () => {
    expect(noteGroups.flatMap(({ kinds }) => kinds).sort()).toEqual([...noteKinds].sort())
  })

  it.each(noteKinds)('%s: a filled form is what its check takes, and an empty one is refused', (kind) => {
    const sections = noteSections(kind)
    const filled = Object.fromEntries(
      noteSpecs(kind).map(({ path, kind: of, options }) => [
        keyOf(path),
        options?.[0]?.value ?? sample[of] ?? 'A1',
      ]),
    )
    expect(faultsOf(sections, filled, noteValues[kind])).toEqual([])
    const record = recordOf(sections, filled)
    expect(noteValues[kind].safeParse(record).success).toBe(true)
    expect(recordOf(sections, valuesOf(sections, record))).toEqual(record)
    expect(nameOf(kind, record).trim()).not.toBe('')
    expect(faultsOf(sections, {}, noteValues[kind]).length).toBeGreaterThan(0)
  })
})
