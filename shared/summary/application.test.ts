import { expect, it } from 'vitest'
import { isAccepted } from '../ceb/fault'
import { validateDocument } from '../ceb/validate'
import { loadCodeBook } from '../codes/load'
import { businessKey } from '../protocol/keys'
import { applicationDocuments, LISTS_PER_PART } from './application'
import { closedList } from './sample.test-data'

const input = {
  copNo: 'YGA20260401000001',
  grouping: { summaryFlag: '2', itemNameFlag: '1' },
  declarant: { code: '1301960ABC', name: '驿关演练贸易有限公司' },
  guid: () => crypto.randomUUID().toUpperCase(),
  now: '2026-04-01T02:00:00Z',
} as const

it('names its lists and is a valid 701', async () => {
  const [document, ...more] = applicationDocuments({ ...input, lists: [closedList(1), closedList(2)] })
  expect(more).toEqual([])
  expect(document!.head).toMatchObject({
    appType: '1',
    msgCount: '1',
    msgSeqNo: '1',
    appTime: '20260401100000',
  })
  expect(document!.lines).toEqual([{ invtNo: closedList(1).invtNo }, { invtNo: closedList(2).invtNo }])
  const faults = validateDocument('CEB701', document!, { codes: await loadCodeBook(), practice: true }, 1)
  expect(faults.filter((fault) => !isAccepted([fault]))).toEqual([])
})

it('goes in parts under one number when it names many', () => {
  const lists = Array.from({ length: LISTS_PER_PART + 1 }, (_, n) => closedList(n))
  const parts = applicationDocuments({ ...input, lists })
  expect(parts.map(({ head, lines }) => [head['msgSeqNo'], head['msgCount'], lines!.length])).toEqual([
    ['1', '2', LISTS_PER_PART],
    ['2', '2', 1],
  ])
  expect(new Set(parts.map(({ head }) => businessKey('CEB701', head))).size).toBe(2)
  expect(new Set(parts.flatMap(({ lines }) => lines!.map(({ invtNo }) => invtNo))).size).toBe(lists.length)
})
