import { expect, it } from 'vitest'
import type { SealedRecord, Stored } from '../../../data/port'
import { SummaryIndex } from './summary-index'

const list = (
  id: string,
  { flag = 'A', tradeMode = '9610', state = 'cleared', answeredAt = '2026-05-10T02:00:00Z' } = {},
): Stored<SealedRecord<'lists'>> =>
  ({
    id,
    rev: 1,
    record: {
      state,
      answeredAt,
      list: { tradeMode, invtNo: `I-${id}`, documents: { inventory: { head: { statisticsFlag: flag } } } },
    },
  }) as unknown as Stored<SealedRecord<'lists'>>

it('names lists of 简化申报 by the month customs closed them in, in Shanghai, and no others', () => {
  const index = new SummaryIndex()
  const lists = [
    list('a'),
    // The last hours of April in UTC are May here; the last of May are June.
    list('b', { answeredAt: '2026-04-30T17:00:00Z' }),
    list('c', { answeredAt: '2026-05-31T17:00:00Z' }),
    list('summarised', { flag: 'B' }),
    list('released', { state: 'released' }),
    list('import', { tradeMode: '1210-I' }),
  ]
  for (const one of lists) index.putList(one)
  const ids = (period: string) => index.simplifiedOf(period as never).map(({ id, invtNo }) => [id, invtNo])
  expect(ids('202605')).toEqual([
    ['a', 'I-a'],
    ['b', 'I-b'],
  ])
  expect(ids('202606')).toEqual([['c', 'I-c']])
  // Sent back after all, it counts for nothing.
  index.putList(list('a', { state: 'returned' }))
  index.deleteList('b')
  expect(ids('202605')).toEqual([])
})
