import { describe, expect, it } from 'vitest'
import { foldDocument } from '../states'
import { forbidden } from './permission'
import type { Enqueued, Stage, SubmissionHead } from './records'

const guid = '00000000-0000-4000-8000-000000000001'
const identity = { dossier: 'd', message: 'CEB701', businessKey: 'K', mark: 'm', guid, waits: [] }
const queued = '2026-04-05T02:00:00.000Z'

/** One attempt of a 汇总申请 with the codes of its receipts. */
const attempt = (no: number, stage: Stage, codes: readonly string[]): SubmissionHead => ({
  ...identity,
  id: `s${no}`,
  attempt: no,
  stage,
  place: no,
  queuedAt: queued,
  state: foldDocument(
    'CEB701',
    [{ no, guid }],
    codes.map((status, seq) => ({
      id: `r${no}-${seq}`,
      seq: no * 10 + seq,
      receipt: 'CEB702',
      message: 'CEB701',
      businessKey: 'K',
      guid,
      status,
      time: `2026040${no}10${String(seq).padStart(7, '0')}`,
      info: '',
      receivedAt: '',
    })),
  ),
})
const asks = (appType: string): Enqueued => ({ ...identity, id: 'new', document: { head: { appType } } })
const allowed = (all: SubmissionHead[]) =>
  ['1', '2', '3'].filter((appType) => forbidden(asks(appType), all, []) === undefined)

const granted = attempt(1, 'done', ['2', '399'])

describe('a 汇总申请 in the queue', () => {
  it('may be deleted once it is granted, and no sooner', () => {
    expect(allowed([granted])).toEqual(['3'])
    expect(allowed([attempt(1, 'accepted', ['2', '3'])])).toEqual([])
  })

  it('may be asked to be deleted again when the request came back, and never be declared anew', () => {
    expect(allowed([granted, attempt(2, 'rejected', ['2', '100'])])).toEqual(['3'])
    expect(allowed([granted, attempt(2, 'rejected', ['-701012'])])).toEqual(['3'])
    expect(allowed([granted, attempt(2, 'rejected', [])])).toEqual(['3'])
    expect(allowed([granted, attempt(2, 'sent', [])])).toEqual([])
  })

  it('that was not granted goes again as it did', () => {
    expect(allowed([attempt(1, 'rejected', ['2', '100'])])).toEqual(['1', '2'])
    expect(allowed([attempt(1, 'rejected', ['-701012'])])).toEqual(['1'])
  })
})
