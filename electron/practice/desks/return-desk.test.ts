import { describe, expect, it } from 'vitest'
import { caseFile } from './case-file'
import { settleCase } from './customs'
import type { Filed } from './filed-document'
import { sample } from './samples'
import { timingsAt } from './step'

const END = 60_000
const run = (documents: Filed[]) => settleCase(caseFile(documents), END, timingsAt(1)).decisions

function list(change: Partial<Filed> = {}): Filed {
  const { nextAt: _nextAt, ...rest } = sample('CEB603', 'A-1')
  return { ...rest, status: '899', takenIn: true, ...change }
}
function returned(message: string, no: string, qty: string, gnum = '1', at = 0): Filed {
  const one = sample(message, no, { nextAt: at })
  one.content.lines = [{ gnum, qty }]
  return one
}
const course = (documents: Filed[], document: Filed) =>
  run(documents)
    .filter((one) => one.document.businessKey === document.businessKey)
    .map(({ status }) => status)

it('a 撤销申请单 of an import list (623) voids it like a 605', () => {
  const one = { ...list({ status: '399' }), message: 'CEB621' }
  const asked = { ...sample('CEB605', 'A-1', { head: { invtNo: one.invtNo! } }), message: 'CEB623' }
  expect(course([one, asked], asked)).toEqual(['3', '399'])
  expect(one.withdrawn).toBe(true)
})

describe('退货申请 at the practice window', () => {
  it.each([
    ['CEB213', ['3', '120', '800']],
    ['CEB625', ['3', '120', '399']],
  ])('%s of a released list is granted, and the list stays as it was', (message, expected) => {
    const one = list()
    const back = returned(message, 'R-1', '2')
    expect(course([one, back], back)).toEqual(expected)
    expect(one).toMatchObject({ status: '899', withdrawn: false })
  })

  it.each([
    ['not released', { status: '399' }, '1', '1', 'Y601'],
    ['withdrawn', { withdrawn: true }, '1', '1', 'Y601'],
    ['of fewer goods', {}, '2.00001', '1', 'Y602'],
    ['without that line', {}, '1', '2', '-625209'],
  ])('is turned down for a list that is %s', (_what, change, qty, gnum, code) => {
    const back = returned('CEB213', 'R-1', qty, gnum)
    const last = run([list(change), back]).at(-1)!
    expect(last.status).toBe('100')
    expect(last.info).toContain(`[Code:${code};`)
  })

  it('takes no more than is left after earlier returns, those turned down not counted', () => {
    const all = [
      list(),
      returned('CEB213', 'R-1', '1.5', '1', 0),
      returned('CEB213', 'R-2', '1', '1', 10_000),
      returned('CEB213', 'R-3', '0.5', '1', 20_000),
    ]
    run(all)
    expect(all.slice(1).map(({ status }) => status)).toEqual(['800', '100', '800'])
  })
})
