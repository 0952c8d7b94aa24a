import { describe, expect, it } from 'vitest'
import { noteAfter, noteText, type Note } from './order-notes'

const before: Note = { aspect: 'note', fact: 'o1', note: '催单', labels: ['急'], owner: '李' }

describe('the note of an order in a bulk edit', () => {
  it.each([
    ['a first label', undefined, { addLabel: '急' }, { note: '', labels: ['急'] }],
    [
      'one more label',
      before,
      { addLabel: '大客户' },
      { note: '催单', labels: ['急', '大客户'], owner: '李' },
    ],
    ['a label it has', before, { addLabel: '急' }, { labels: ['急'] }],
    ['a label off', before, { removeLabel: '急' }, { note: '催单', labels: [] }],
    ['another officer', before, { owner: '张' }, { owner: '张', labels: ['急'] }],
    ['a day to be reminded', before, { remindOn: '2026-12-01' }, { remindOn: '2026-12-01', note: '催单' }],
    ['no note', before, { note: ' ' }, { note: '', labels: ['急'], owner: '李' }],
  ])('%s', (_name, note, patch, expected) => {
    expect(noteAfter('o1', note, patch)).toMatchObject({ aspect: 'note', fact: 'o1', ...expected })
  })

  it('goes when nothing is left of it', () => {
    expect(
      noteAfter('o1', { ...before, note: '', labels: ['急'], owner: undefined }, { removeLabel: '急' }),
    ).toBe(undefined)
    expect(noteAfter('o1', undefined, { owner: '' })).toBe(undefined)
    expect('owner' in noteAfter('o1', before, { owner: '' })!).toBe(false)
  })

  it('is shown by what the edit touches', () => {
    expect(noteText(before, { addLabel: 'x' })).toBe('急')
    expect(noteText(before, { owner: '张' })).toBe('李')
    expect(noteText(undefined, { remindOn: '2026-12-01' })).toBe('')
  })
})
