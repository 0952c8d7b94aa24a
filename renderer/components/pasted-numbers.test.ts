import { describe, expect, it } from 'vitest'
import { mostNumbers, readNumbers } from './pasted-numbers'

describe('a pasted column of numbers', () => {
  it('takes what Excel, mail and chat put between numbers', () => {
    expect(readNumbers('SO1\r\n　ＳＯ２\tSO3,SO4，SO5、SO1\n\n')).toEqual({
      numbers: ['SO1', 'SO2', 'SO3', 'SO4', 'SO5'],
      repeated: 1,
      dropped: 0,
    })
  })

  it('keeps leading zeros', () => expect(readNumbers('0012').numbers).toEqual(['0012']))

  it('says how many are too many', () => {
    const text = Array.from({ length: mostNumbers + 7 }, (_, i) => `N${i}`).join('\n')
    expect(readNumbers(text)).toMatchObject({ dropped: 7 })
    expect(readNumbers(text).numbers).toHaveLength(mostNumbers)
  })
})
