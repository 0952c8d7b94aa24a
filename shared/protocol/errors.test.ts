import { describe, expect, it } from 'vitest'
import { httpFailure, networkFailure, passesByItself, type NetworkCause } from './errors'

const body = (code: string, retryAfterSeconds?: number) => ({
  error: { code, message: { zh: 'a', en: 'a' }, fix: { zh: 'b', en: 'b' }, retryAfterSeconds },
})

describe('a failed request', () => {
  it.each([
    [408, 'retry'],
    [425, 'retry'],
    [429, 'retry'],
    [500, 'retry'],
    [502, 'retry'],
    [503, 'retry'],
    [401, 'auth'],
    [403, 'auth'],
    [407, 'auth'],
    [400, 'refused'],
    [409, 'refused'],
    [413, 'refused'],
    [422, 'refused'],
    [418, 'unknown'],
    [302, 'unknown'],
  ] as const)('with status %i asks for %s', (status, kind) => {
    expect(httpFailure(status, undefined, undefined, 0).kind).toBe(kind)
  })

  it('is judged by its code, never by its words', () => {
    const tempting = {
      error: { code: 'odd', message: { zh: '400', en: 'error 400 busy' }, fix: { zh: '', en: '' } },
    }
    expect(httpFailure(503, tempting, undefined, 0)).toMatchObject({ kind: 'unknown', code: 'odd' })
    expect(httpFailure(422, body('busy'), undefined, 0)).toMatchObject({ kind: 'retry', line: true })
  })

  it.each([
    [503, body('moon-phase')],
    [429, body('moon-phase')],
    [500, { error: { code: 'E-2041', message: '系统错误' } }],
    [503, { error: { code: 30012 } }],
  ])('with status %i and a code nobody here knows is no bad line, and tries are counted', (status, told) => {
    const failure = httpFailure(status, told, '7', 0)
    expect(failure).toMatchObject({ kind: 'unknown', line: false, retryAfterSeconds: 7 })
    expect(failure.code).toBe(String(told.error.code))
  })

  it('with a code nobody here knows goes by the hint of the service, never against a lost sign-in', () => {
    const hinted = (status: number, retryable: unknown) => {
      const { error } = body('moon-phase')
      return httpFailure(status, { error: { ...error, retryable } }, undefined, 0)
    }
    expect(hinted(422, true)).toMatchObject({ kind: 'retry', line: false })
    expect(hinted(503, false)).toMatchObject({ kind: 'refused', line: false })
    expect(hinted(503, 'perhaps')).toMatchObject({ kind: 'unknown', line: false })
    expect(hinted(401, true).kind).toBe('auth')
    expect(
      httpFailure(503, { error: { ...body('busy').error, retryable: false } }, undefined, 0),
    ).toMatchObject({
      kind: 'retry',
      line: true,
    })
  })

  it('keeps the words of a service that writes them its own way', () => {
    const { message } = httpFailure(500, { error: { code: 'E-2041', message: '系统错误' } }, undefined, 0)
    expect(message.zh).toBe('系统错误')
  })

  it('waits as told: seconds, a date, or the body; never more than an hour', () => {
    const now = Date.parse('2025-03-03T01:00:00Z')
    expect(httpFailure(429, undefined, '90', now).retryAfterSeconds).toBe(90)
    expect(httpFailure(503, undefined, 'Mon, 03 Mar 2025 01:02:00 GMT', now).retryAfterSeconds).toBe(120)
    expect(httpFailure(503, undefined, 'Mon, 03 Mar 2025 00:00:00 GMT', now).retryAfterSeconds).toBe(0)
    expect(httpFailure(429, body('slow-down', 7), undefined, now).retryAfterSeconds).toBe(7)
    expect(httpFailure(429, undefined, '999999', now).retryAfterSeconds).toBe(3_600)
    expect(httpFailure(429, undefined, 'soon', now).retryAfterSeconds).toBeUndefined()
  })

  it('slows the whole line only when the line is at fault', () => {
    expect(httpFailure(500, undefined, undefined, 0).line).toBe(false)
    expect(httpFailure(503, undefined, undefined, 0).line).toBe(true)
    expect(networkFailure('timeout')).toMatchObject({ line: true, reached: false, kind: 'retry' })
  })

  it('always says what happened and what to do, also when it is unknown', () => {
    const causes: NetworkCause[] = [
      'network',
      'timeout',
      'dns',
      'tls',
      'proxy',
      'aborted',
      'not-json',
      'crossed',
    ]
    const all = [
      ...causes.map((cause) => networkFailure(cause)),
      ...[401, 403, 407, 418, 429, 500, 503].map((s) => httpFailure(s, '<html>', undefined, 0)),
    ]
    for (const { message, fix } of all) {
      for (const text of [message.zh, message.en, fix.zh, fix.en]) expect(text).toMatch(/^[^{}]{2,}$/)
    }
    expect(httpFailure(418, undefined, undefined, 0).message.en).toContain('http-418')
  })

  it('of one document passes by itself only for known codes', () => {
    expect(['busy', '-301008', undefined].map(passesByItself)).toEqual([true, false, false])
  })
})
