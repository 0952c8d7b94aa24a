import { describe, expect, it } from 'vitest'
import { comparedRows } from './compared'

describe('the comparison with the service', () => {
  it('shows the same counts on both sides when nothing differs', () => {
    expect(comparedRows({ 'CEB603 899': 49, 'CEB603 100': 2, 'CEB303 120': 51 }, [])).toEqual([
      { message: 'CEB303', state: '120', ours: 51, theirs: 51 },
      { message: 'CEB603', state: '100', ours: 2, theirs: 2 },
      { message: 'CEB603', state: '899', ours: 49, theirs: 49 },
    ])
  })

  it('moves each difference to the state this book gives it, and keeps what only one side has', () => {
    const differences = [
      { message: 'CEB603', businessKey: 'a', ours: '800', theirs: '899' },
      { message: 'CEB603', businessKey: 'b', ours: '120', theirs: '' },
    ]
    expect(comparedRows({ 'CEB603 899': 3, 'CEB603 ': 1 }, differences)).toEqual([
      { message: 'CEB603', state: '', ours: 0, theirs: 1 },
      { message: 'CEB603', state: '120', ours: 1, theirs: 0 },
      { message: 'CEB603', state: '800', ours: 1, theirs: 0 },
      { message: 'CEB603', state: '899', ours: 2, theirs: 3 },
    ])
  })
})
