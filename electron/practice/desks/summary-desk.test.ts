import { describe, expect, it } from 'vitest'
import { compareSummary } from '#shared/summary/compare'
import { entryIdOf, entryOfResult } from '#shared/model/customs-entry'
import { caseFile } from './case-file'
import { settleCase } from './customs'
import type { Filed } from './filed-document'
import { judge } from './intake'
import { sample } from './samples'
import { timingsAt } from './step'

const END = 60_000
const run = (documents: Filed[]) => settleCase(caseFile(documents), END, timingsAt(1))

function closed(n: number, change: Partial<Filed> = {}): Filed {
  const list = sample('CEB603', `A-${n}`, { head: { statisticsFlag: 'B', country: '502', netWeight: '1' } })
  Object.assign(list.content.lines![0]!, { country: '502', unit: '011', totalPrice: '20' })
  const { nextAt: _nextAt, ...rest } = list
  return { ...rest, invtNo: `04022026E00000000${n}`, status: '899', takenIn: true, ...change }
}

function application(lists: readonly Filed[], part = 1, count = 1): Filed {
  const one = sample('CEB701', 'H-1', {
    preNo: `B2026040100000000${part}`,
    guid: `G-${part}`,
    head: { msgSeqNo: String(part), msgCount: String(count) },
  })
  one.content.lines = lists.map(({ invtNo = '' }) => ({ invtNo }))
  return one
}

const statuses = (decisions: ReturnType<typeof run>['decisions']) =>
  decisions.filter(({ document }) => document.message === 'CEB701').map(({ status }) => status)

describe('汇总申请 at the practice window', () => {
  it('is granted and followed by 792, first without and then with the number of the 报关单', () => {
    const lists = [closed(1), closed(2)]
    const { decisions, results } = run([...lists, application(lists)])
    expect(statuses(decisions)).toEqual(['3', '399'])
    const told = results.map(({ documents }) => documents.map((document) => entryOfResult(document)!))
    expect(told.map((entries) => entries.map((entry) => entryIdOf(entry).length))).toEqual([[0], [18]])
    expect(told[0]![0]!.declSeqNo).toBe(told[1]![0]!.declSeqNo)
    const summarised = lists.map(({ content, invtNo = '' }) => ({
      id: invtNo,
      copNo: '',
      invtNo,
      logisticsNo: '',
      inventory: content,
      closedAt: '',
    }))
    expect(compareSummary(summarised, { summaryFlag: '2', itemNameFlag: '1' }, told[1]!)).toEqual([])
  })

  it.each([
    ['not closed', { status: '800' }, 'Y501'],
    ['withdrawn', { withdrawn: true }, 'Y501'],
    ['of kind A', { content: sample('CEB603', 'A-2', { head: { statisticsFlag: 'A' } }).content }, 'Y502'],
  ])('is turned down for a list that is %s, named in the answer', (_what, change, code) => {
    const lists = [closed(1), closed(2, change)]
    const { decisions, results } = run([...lists, application(lists)])
    const last = decisions.at(-1)!
    expect(last.status).toBe('100')
    expect(last.info).toMatch(new RegExp(`^\\[Code:${code};Desc:清单${lists[1]!.invtNo}[^\\[]*\\]$`))
    expect(results).toEqual([])
  })

  it('waits for all parts, whichever comes last, and summarises them as one', () => {
    const lists = [closed(1), closed(2)]
    const parts = [application([lists[0]!], 1, 2), application([lists[1]!], 2, 2)]
    parts[1]!.businessKey += '2'
    expect(run([...lists, parts[0]!]).results).toEqual([])
    const { results } = run([...lists, parts[0]!, parts[1]!])
    expect(results).toHaveLength(2)
    expect(results[0]!.documents.map(({ lines }) => lines!.length)).toEqual([2])
  })
})

describe('deleting a granted 汇总申请', () => {
  const ask = (filed: Filed | undefined, message = 'CEB701') =>
    judge(
      {
        message,
        businessKey: 'K',
        guid: 'NEW',
        digest: 'D3',
        content: { head: { appType: '3', appTime: '20270101000000', appStatus: '2' } },
        formatFaults: [],
      },
      filed,
      [],
    ).kind
  it('is taken while no 报关单 has its number, granted, and brings no result', () => {
    const granted: Filed = { ...application([closed(1)]), status: '399', nextAt: 5_000 }
    expect(ask(granted)).toBe('take')
    const { nextAt: _nextAt, ...numbered } = { ...granted, takenIn: true }
    expect(ask(numbered)).toBe('refuse')
    expect(ask(undefined)).toBe('refuse')
    expect(ask({ ...granted, message: 'CEB603' }, 'CEB603')).toBe('refuse')
    const deletion = application([closed(1)])
    deletion.content.head['appType'] = '3'
    const { decisions, results } = run([closed(1), deletion])
    expect(statuses(decisions)).toEqual(['3', '399'])
    expect(results).toEqual([])
    expect(deletion.withdrawn).toBe(true)
  })
})

describe('总分单 at the practice window', () => {
  const consolidation = (numbers: string[]) => {
    const one = sample('CEB607', '999-1')
    one.content.lines = numbers.map((logisticsNo, n) => ({ gnum: String(n + 1), logisticsNo }))
    return one
  }

  it('is stored when every parcel has a released list, else turned down for those that have none', () => {
    const list = closed(1, { status: '800' })
    expect(run([list, consolidation(['W-A-1'])]).decisions.map(({ status }) => status)).toEqual(['3', '120'])
    const { decisions } = run([list, consolidation(['W-A-1', 'W-A-9'])])
    expect(decisions.at(-1)).toMatchObject({ status: '100', info: expect.stringContaining('W-A-9') })
    expect(decisions.at(-1)!.info).not.toContain('W-A-1')
  })
})
