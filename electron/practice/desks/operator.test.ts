import { describe, expect, it } from 'vitest'
import { Agenda } from './agenda'
import { caseFile } from './case-file'
import type { Filed } from './filed-document'
import { decide, type OperatorDecision } from './operator'
import { sample } from './samples'
import { timingsAt } from './step'

const timings = timingsAt(1)
const dossier = (status: string): [Filed, Filed, Filed] => {
  const [order, waybill, list] = [sample('CEB303', 'A-1'), sample('CEB505', 'A-1'), sample('CEB603', 'A-1')]
  for (const one of [order, waybill]) one.status = '3'
  list.status = status
  return [order, waybill, list]
}
const decided = (status: string, decision: OperatorDecision) => {
  const documents = dossier(status)
  const steps = decide(documents[2], caseFile(documents), decision, 9_000, timings)
  return steps?.map(({ document, status: given }) => `${document.message} ${given}`)
}

describe('a list decided by hand', () => {
  it('is released from wherever it stands, with every receipt on the way', () => {
    const partners = ['CEB303 120', 'CEB505 120']
    const rest = ['CEB603 399', 'CEB603 800']
    expect(decided('2', { kind: 'release' })).toEqual(['CEB603 3', ...partners, 'CEB603 120', ...rest])
    expect(decided('3', { kind: 'release' })).toEqual([...partners, 'CEB603 120', ...rest])
    for (const status of ['120', '300', '500']) expect(decided(status, { kind: 'release' })).toEqual(rest)
    expect(decided('399', { kind: 'release' })).toEqual(['CEB603 800'])
  })

  it('is rejected with the code that was asked for, before it is reviewed only', () => {
    const documents = dossier('120')
    const reject = { kind: 'reject', code: '1322', text: '商品项不一致' } as const
    const [step] = decide(documents[2], caseFile(documents), reject, 9_000, timings)!
    expect(step).toMatchObject({ status: '100', info: '[Code:1322;Desc:商品项不一致]', at: 9_000 })
    expect(step!.nextAt).toBeUndefined()
    expect(decided('399', reject)).toBeUndefined()
  })

  it('is held by examination and inspection until the next decision', () => {
    const documents = dossier('120')
    const [step] = decide(documents[2], caseFile(documents), { kind: 'inspect' }, 9_000, timings)!
    expect(step).toMatchObject({ status: '500' })
    expect(step!.nextAt).toBeUndefined()
    expect(decided('399', { kind: 'examine' })).toBeUndefined()
  })

  it('is left alone where it has ended or not begun, or is no list', () => {
    for (const status of ['1', '4', '100', '800', '899', '-621001']) {
      expect(decided(status, { kind: 'release' })).toBeUndefined()
    }
    const [order] = dossier('120')
    expect(decide(order, caseFile([order]), { kind: 'release' }, 9_000, timings)).toBeUndefined()
  })
})

describe('the agenda of a desk', () => {
  it('gives what is due by time, then by order of sending, and forgets a time that was changed', () => {
    const agenda = new Agenda(100)
    const [list, order, late, moved] = [
      { ...sample('CEB603', 'A'), nextAt: 50 },
      { ...sample('CEB303', 'B'), nextAt: 50 },
      { ...sample('CEB303', 'C'), nextAt: 101 },
      { ...sample('CEB505', 'D'), nextAt: 10 },
    ]
    for (const one of [list, order, late, moved]) agenda.add(one)
    moved.nextAt = 70
    agenda.add(moved)
    const given: Filed[] = []
    for (let next = agenda.next(); next; next = agenda.next()) {
      given.push(next)
      delete next.nextAt
    }
    expect(given).toEqual([order, list, moved])
  })
})
