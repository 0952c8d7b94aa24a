import { describe, expect, it } from 'vitest'
import { actsOf } from './states'

describe('what can be done about a batch', () => {
  it.each([
    ['fixed', false, [], ['retry', 'export']],
    ['sent', false, [], ['query', 'export']],
    ['attention', false, [], ['query', 'export']],
    ['sent', true, [], ['query']],
    ['answered', false, [], []],
    ['answered', false, ['C1'], ['correct']],
    ['dissolved', false, ['C1'], ['correct']],
  ] as const)('%s, ghost %s, refused %j: %j', (stage, ghost, refused, acts) => {
    expect(actsOf({ stage, ghost, refused: [...refused] })).toEqual(acts)
  })
})
