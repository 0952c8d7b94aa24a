import { describe, expect, it } from 'vitest'
import type { Filed } from './filed-document'
import { judge, type Submission, type Verdict } from './intake'
import { sample } from './samples'

const submission = (of: Filed, change: Partial<Submission> = {}, head = {}): Submission => ({
  message: of.message,
  businessKey: of.businessKey,
  guid: 'NEW',
  digest: 'NEW',
  formatFaults: [],
  ...change,
  content: { ...of.content, head: { ...of.content.head, appTime: '20260301130000', ...head } },
})
const code = (verdict: Verdict) => (verdict.kind === 'refuse' ? verdict.code : verdict.kind)

describe('intake', () => {
  const order = sample('CEB303', 'A-1')
  const list = sample('CEB603', 'A-1', { status: '120', takenIn: true })

  it('takes a new declaration and says so with its key', () => {
    expect(judge(submission(order), undefined, [])).toEqual({
      kind: 'take',
      status: '2',
      info: '新增申报成功[无|1301960ABC|A-1]',
    })
    expect(judge(submission(order, {}, { appStatus: '1' }), undefined, [])).toMatchObject({ status: '1' })
  })

  it('recognises what it has: by guid, and by content while the document lives', () => {
    expect(code(judge(submission(order, { guid: order.guid }), order, []))).toBe('repeat')
    expect(code(judge(submission(order, { digest: order.digest }), order, []))).toBe('repeat')
  })

  it('refuses another content under a living key', () => {
    expect(code(judge(submission(order), order, []))).toBe('-301010')
    expect(code(judge(submission(list), list, []))).toBe('-621004')
  })

  it('examines unchanged content again once the document is free', () => {
    for (const status of ['100', '-621001', '4']) {
      const free = sample('CEB603', 'A-1', { status })
      expect(code(judge(submission(free, { digest: free.digest }), free, []))).toBe('take')
    }
    const unsent = sample('CEB603', 'A-1', { status: '4' })
    expect(code(judge(submission(unsent, { guid: unsent.guid }), unsent, []))).toBe('take')
  })

  it('ignores what is older than what it has', () => {
    const rejected = sample('CEB603', 'A-1', { status: '100', appTime: '20260301140000' })
    expect(code(judge(submission(rejected), rejected, []))).toBe('-621003')
    expect(code(judge(submission(order), { ...order, status: '4', appTime: '20260301140000' }, []))).toBe(
      '-301014',
    )
  })

  it('puts what refuses the format in front of everything it would decide', () => {
    const verdict = judge(submission(order, { formatFaults: ['OrderHead/freight：缺', '第二项'] }), order, [])
    expect(verdict).toEqual({ kind: 'refuse', code: '-301008', info: 'OrderHead/freight：缺；第二项' })
  })

  it('lets a document be changed only while no list holds it', () => {
    const change = submission(order, {}, { appType: '2' })
    expect(code(judge(change, undefined, []))).toBe('-301009')
    expect(code(judge(change, order, [list]))).toBe('-301011')
    expect(code(judge(change, order, [{ ...list, status: '100' }]))).toBe('take')
    expect(code(judge(change, order, [{ ...list, withdrawn: true }]))).toBe('take')
  })

  it('lets a list be changed only after it was rejected', () => {
    const change = submission(list, {}, { appType: '2' })
    expect(code(judge(change, undefined, []))).toBe('-621011')
    expect(code(judge(change, list, []))).toBe('-621012')
    expect(code(judge(change, { ...list, status: '100' }, []))).toBe('take')
  })

  it('takes a withdrawal with a reason for a list that may still be withdrawn', () => {
    const withdrawal = sample('CEB605', 'A-1')
    expect(code(judge(submission(withdrawal), undefined, [list]))).toBe('take')
    expect(code(judge(submission(withdrawal, {}, { reason: ' ' }), undefined, [list]))).toBe('-623012')
    expect(code(judge(submission(withdrawal), undefined, []))).toBe('-623003')
    for (const change of [{ status: '899' }, { withdrawn: true }, { takenIn: false }]) {
      expect(code(judge(submission(withdrawal), undefined, [{ ...list, ...change }]))).toBe('-623005')
    }
  })
})
