import { describe, expect, it } from 'vitest'
import type { SubmissionHead } from '#shared/protocol/engine/records'
import { foldDocument } from '#shared/protocol/states'
import { partsAfter } from './parts-state'

const guid = '00000000-0000-4000-8000-000000000001'
const stateOf = (attempt: number, codes: readonly string[]) =>
  foldDocument(
    'CEB701',
    [{ no: attempt, guid }],
    codes.map((status, seq) => ({
      id: `r${attempt}-${seq}`,
      seq: attempt * 10 + seq,
      receipt: 'CEB702',
      message: 'CEB701',
      businessKey: 'K',
      guid,
      status,
      time: `2026040${attempt}10${String(seq).padStart(7, '0')}`,
      info: '',
      receivedAt: '',
    })),
  )
const one = (attempt: number, stage: SubmissionHead['stage'], codes: readonly string[]): SubmissionHead => ({
  id: `s${attempt}`,
  dossier: 'd',
  message: 'CEB701',
  businessKey: 'K',
  mark: 'm',
  guid,
  attempt,
  stage,
  place: attempt,
  queuedAt: `2026-04-0${attempt}T02:00:00.000Z`,
  waits: [],
  state: stateOf(attempt, codes),
})
const granted = one(1, 'done', ['2', '399'])
const deleting = { state: 'waiting' as const, deletionAt: '2026-04-02T01:59:59.000Z' }

describe('a 汇总申请 whose deletion is asked for', () => {
  it('is void once customs agrees, and stands while it has not answered', () => {
    expect(partsAfter(deleting, [granted, one(2, 'done', ['2', '399'])])).toMatchObject({ state: 'void' })
    expect(partsAfter(deleting, [granted, one(2, 'sent', [])])).toMatchObject({ state: 'waiting' })
  })

  it('stands as before when it was turned down, however often it is looked at', () => {
    const turned = partsAfter(deleting, [granted, one(2, 'rejected', ['2', '100'])])
    expect(turned).toMatchObject({ state: 'accepted', answer: { code: '100' } })
    expect(partsAfter(turned, [granted, one(2, 'rejected', ['2', '100'])])).toEqual(turned)
  })

  it('is not void when the request was taken back: what speaks is the grant of before', () => {
    const back = partsAfter(deleting, [granted, one(2, 'cancelled', [])])
    expect(back).toMatchObject({ state: 'accepted' })
    expect(back).not.toHaveProperty('deletionAt')
  })

  it('stands when it was turned down and the request after that was taken back', () => {
    const again = { ...deleting, deletionAt: '2026-04-03T01:59:59.000Z' }
    const dossier = [granted, one(2, 'rejected', ['2', '100']), one(3, 'cancelled', [])]
    expect(partsAfter(again, dossier)).toMatchObject({ state: 'accepted', answer: { code: '100' } })
  })

  it('that was never asked for is accepted when granted and refused when not', () => {
    const plain: { state: 'waiting'; deletionAt?: string } = { state: 'waiting' }
    expect(partsAfter(plain, [granted])).toMatchObject({ state: 'accepted' })
    expect(partsAfter(plain, [one(1, 'rejected', ['2', '100'])])).toMatchObject({ state: 'refused' })
  })
})
