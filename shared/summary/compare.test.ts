import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CebDocument } from '../model/list'
import { compareSummary } from './compare'
import { entryIdOf, entryLines, entryOfResult, joinEntries, type CustomsEntry } from '../model/customs-entry'
import { groupEntries } from './group'
import type { Grouping } from './keys'
import { closedList, listLine } from './sample.test-data'
import type { SummaryList } from './summary-list'

const grouping: Grouping = { summaryFlag: '2', itemNameFlag: '1' }
const other = { gcode: '6110200011' }
const lists = [
  closedList(1, { lines: [listLine(1), listLine(2, other)] }),
  closedList(2),
  closedList(3, { lines: [listLine(1, other)] }),
]

/** A 792 as customs would send it for exactly what the preview says. */
function resultOf(some: readonly SummaryList[], opDate = '20260410100000000'): CebDocument[] {
  const numbers = new Map(some.map(({ invtNo, logisticsNo }) => [invtNo, logisticsNo]))
  return groupEntries(some, grouping).map(({ no, items, grossWeight, netWeight }) => ({
    head: {
      sumNo: 'S00000000000000001',
      declSeqNo: `D0000000000000000${no}`,
      opDate,
      decState: '1',
      grossWeight,
      netWeight,
      msgCount: '1',
      msgSeqNo: '1',
    },
    lines: items.flatMap((item) =>
      item.lines.map(({ invtNo, gnum }) => ({
        invtNo,
        logisticsNo: numbers.get(invtNo)!,
        gseqno: String(item.no),
        gnum,
        gcode: item.gcode,
      })),
    ),
  }))
}
const entriesOf = (documents: readonly CebDocument[]): CustomsEntry[] =>
  documents.map((document) => entryOfResult(document)!)
const kinds = (entries: readonly CustomsEntry[], some = lists) =>
  compareSummary(some, grouping, entries).map(
    ({ kind, invtNo, gnum }) => `${kind} ${invtNo.slice(-1)}-${gnum}`,
  )

describe('preview against result', () => {
  it('finds nothing where customs did as previewed', () => {
    expect(kinds(entriesOf(resultOf(lists)))).toEqual([])
  })

  it('says nothing before there is a result', () => {
    expect(kinds([])).toEqual([])
  })

  it('names a line that is in no result, and one that nobody applied for', () => {
    const documents = resultOf(lists)
    const [line] = documents[0]!.lines!.splice(0, 1)
    documents[0]!.lines!.push({ ...line!, invtNo: '04022026E000000009' })
    // The weight of a 报关单 with a stranger in it is nothing to go by.
    expect(kinds(entriesOf(documents)).sort()).toEqual(['foreign 9-1', 'missing 1-1'])
  })

  it('names another code, and weights that differ', () => {
    const documents = resultOf(lists)
    documents[0]!.lines![0]!['gcode'] = '9999999999'
    documents[0]!.head['grossWeight'] = '99'
    expect(kinds(entriesOf(documents))).toEqual(['code 1-1', 'weight -'])
  })

  it('names the line that customs put elsewhere, not the whole item', () => {
    const documents = resultOf(lists)
    const stray = documents[0]!.lines!.find(({ invtNo }) => invtNo!.endsWith('2'))!
    stray['gseqno'] = '3'
    expect(kinds(entriesOf(documents))).toEqual(['parted 2-1'])
    stray['gseqno'] = '2'
    expect(kinds(entriesOf(documents)).sort()).toEqual(['joined 2-1', 'parted 2-1'])
  })

  it('waits for the other parts of a split result', () => {
    const documents = resultOf(lists)
    documents[0]!.head['msgCount'] = '2'
    expect(kinds(entriesOf(documents))).toContain('incomplete -')
  })
})

it('reads a document without its numbers as nothing', () => {
  expect(entryOfResult({ head: { sumNo: 'S1', declSeqNo: ' ' } })).toBeUndefined()
})

it('any order and repetition of results tells the same, and never forgets a number', () => {
  const [first] = resultOf(lists)
  const later = [
    { head: { ...first!.head, opDate: '20260411100000000', decState: '4', entryId: 'E1' } },
    { head: { ...first!.head, opDate: '20260412100000000', decState: '9', decPreNo: 'P1' }, lines: [] },
    { head: { ...first!.head, opDate: '20260412100000000', decState: '8' } },
  ]
  const told = entriesOf([first!, ...later])
  const join = (some: readonly CustomsEntry[]) => some.reduce(joinEntries)
  const all = join(told)
  expect(entryIdOf(all)).toBe('E1')
  expect(all.told).toMatchObject({ decState: { value: '9' }, decPreNo: { value: 'P1' } })
  expect(entryLines(all)).toHaveLength(first!.lines!.length)
  const shuffled = fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 })
  fc.assert(
    fc.property(shuffled, (some) => {
      expect(join(some)).toEqual(all)
    }),
  )
})
