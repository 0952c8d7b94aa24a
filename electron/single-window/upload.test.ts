import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '#shared/protocol/engine/ports'
import { httpFailure, networkFailure } from '#shared/protocol/errors'
import type { Raw } from './request'
import { uploadInChunks, type Send } from './upload'

const sha256 = 'a'.repeat(64)
const answer = {
  batchId: '00000000-0000-4000-8000-000000000001',
  state: 'accepted',
  receivedAt: '2026-03-01T00:00:00Z',
  items: [],
}
const raw = (status: number, headers: Record<string, string> = {}, body?: unknown): Outcome<Raw> => ({
  ok: true,
  value: { status, body, header: (name) => headers[name] },
})
const refused = (status: number, code: string): Outcome<never> => {
  const words = { zh: code, en: code }
  return {
    ok: false,
    failure: httpFailure(status, { error: { code, message: words, fix: words } }, undefined, 0),
  }
}
const cut: Outcome<never> = { ok: false, failure: networkFailure('network') }

/** What may happen to one request: arrives and is answered, never arrives, or arrives and the answer is lost. */
type Fate = 'fine' | 'lost' | 'unanswered'

function service(fates: Fate[]) {
  let kept: number[] = []
  let length: number | undefined
  const seen: string[] = []
  const send: Send = async (request) => {
    const fate = fates.shift() ?? 'fine'
    if (fate === 'lost') return cut
    const done = handle(request)
    return fate === 'unanswered' ? cut : done
  }
  function handle(request: Parameters<Send>[0]): Outcome<Raw> {
    if (request.method === 'HEAD') {
      seen.push(`HEAD ${kept.length}`)
      return length === undefined
        ? refused(404, 'unknown-batch')
        : raw(200, { 'upload-offset': String(kept.length) })
    }
    const offset = Number(request.headers['upload-offset'])
    seen.push(`PATCH ${offset}`)
    expect(request.headers['x-content-sha256']).toBe(sha256)
    if (offset !== kept.length) return refused(409, 'upload-offset-differs')
    length = Number(request.headers['upload-length'])
    kept = [...kept, ...request.body]
    return kept.length === length ? raw(200, {}, answer) : raw(204, { 'upload-offset': String(kept.length) })
  }
  return { send, seen, kept: () => kept }
}

const bytes = Uint8Array.from({ length: 100 }, (_, i) => i)
const upload = { bytes, sha256, chunkBytes: 30 }

describe('an upload in chunks', () => {
  it('asks where to begin, and sends each byte once', async () => {
    const { send, seen, kept } = service([])
    expect(await uploadInChunks(upload, send, () => 0)).toMatchObject({
      ok: true,
      value: { state: 'accepted' },
    })
    expect(seen).toEqual(['HEAD 0', 'PATCH 0', 'PATCH 30', 'PATCH 60', 'PATCH 90'])
    expect(kept()).toEqual([...bytes])
  })

  it('goes on after a cut from where the service stands', async () => {
    const { send, seen } = service(['fine', 'fine', 'unanswered', 'fine', 'lost'])
    expect(await uploadInChunks(upload, send, () => 0)).toMatchObject({ ok: true })
    expect(seen).toEqual(['HEAD 0', 'PATCH 0', 'PATCH 30', 'HEAD 60', 'HEAD 60', 'PATCH 60', 'PATCH 90'])
  })

  it('reports a line that is dead, and the next act goes on from there', async () => {
    const { send, seen, kept } = service(['fine', 'fine', ...Array<Fate>(5).fill('lost')])
    expect(await uploadInChunks(upload, send, () => 0)).toMatchObject({ failure: { code: 'network' } })
    expect(kept().length).toBe(30)
    seen.length = 0
    for (let acts = 0; acts < 9 && kept().length < 100; acts += 1) await uploadInChunks(upload, send, () => 0)
    expect(seen.filter((one) => one === 'PATCH 0')).toEqual([])
    expect(kept()).toEqual([...bytes])
  })

  it('asks for the answer with an empty chunk when every byte is there', async () => {
    const { send, seen } = service(['fine', 'fine', 'fine', 'fine', 'unanswered'])
    const once = await uploadInChunks(upload, send, () => 0)
    expect(once.ok).toBe(true)
    expect(seen.at(-1)).toBe('PATCH 100')
  })

  it('ends with its time, however slowly the line creeps on', async () => {
    let now = 0
    const { send } = service([])
    const slow: Send = (request) => {
      now += 4 * 60_000
      return send(request)
    }
    expect(await uploadInChunks(upload, slow, () => now)).toMatchObject({ failure: { code: 'timeout' } })
  })

  it.each([
    ['goes back', '10'],
    ['does not move', '0'],
    ['is beyond the end', '101'],
    ['is no number', '1e1'],
  ])('believes no offset that %s', async (_name, offset) => {
    const send: Send = async ({ method }) =>
      method === 'HEAD'
        ? refused(404, 'unknown-batch')
        : raw(204, { 'upload-offset': offset === '10' ? '0' : offset })
    expect(await uploadInChunks(upload, send, () => 0)).toMatchObject({
      failure: { code: 'answer-unreadable' },
    })
  })

  it('takes a sign-in page for what it is', async () => {
    expect(
      await uploadInChunks(
        upload,
        async () => raw(200, {}, undefined),
        () => 0,
      ),
    ).toMatchObject({
      failure: { code: 'not-json' },
    })
  })

  it('hands over the same bytes under any cuts, within few acts', async () => {
    const fate = fc.constantFrom<Fate>('fine', 'lost', 'unanswered')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { maxLength: 40 }),
        fc.integer({ min: 1, max: 120 }),
        async (fates, chunkBytes) => {
          const { send, kept } = service([...fates])
          for (let acts = 0; acts <= fates.length; acts += 1) {
            const outcome = await uploadInChunks({ ...upload, chunkBytes }, send, () => 0)
            if (!outcome.ok) continue
            expect(kept()).toEqual([...bytes])
            return
          }
          expect.unreachable('every cut is over, and still no answer')
        },
      ),
    )
  })
})
