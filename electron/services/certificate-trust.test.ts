import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Trust } from '#shared/network/settings'
import { assertAuthority, fingerprintOf, judge } from './certificate-trust'

const read = (name: string) =>
  readFileSync(new URL(`../../test/fixtures/tls/${name}.pem`, import.meta.url), 'utf8')
const authority: Trust = { mode: 'authority', pem: read('ca'), name: 'ca.pem' }
const certificate = { data: read('service') } as Electron.Certificate
const own = fingerprintOf(certificate)
const other = own.replace(/^../, own.startsWith('00') ? '01' : '00')
const now = Date.parse('2026-12-01')
const ask = (trusts: Trust[], more: { hostname?: string; errorCode?: number; now?: number } = {}) =>
  judge(
    { hostname: more.hostname ?? 'single-window.test', certificate, errorCode: more.errorCode ?? -202 },
    trusts,
    more.now ?? now,
  )

describe('judge', () => {
  it('leaves to Chromium what no book has an opinion on', () => {
    expect(ask([])).toBe(-3)
    expect(ask([{ mode: 'system' }])).toBe(-3)
  })

  it('takes a pinned certificate although nobody else trusts it, and no other one although everybody does', () => {
    expect(ask([{ mode: 'pinned', fingerprints: [own] }])).toBe(0)
    expect(ask([{ mode: 'pinned', fingerprints: [other, own] }])).toBe(0)
    expect(ask([{ mode: 'pinned', fingerprints: [other] }], { errorCode: 0 })).toBe(-2)
    expect(ask([{ mode: 'system' }, { mode: 'pinned', fingerprints: [other] }], { errorCode: 0 })).toBe(-2)
  })

  it('takes what the authority signed, for this host and this time only', () => {
    expect(ask([authority])).toBe(0)
    expect(ask([authority], { hostname: 'evil.test' })).toBe(-3)
    expect(ask([authority], { now: Date.parse('2200-01-01') })).toBe(-3)
    expect(ask([authority], { errorCode: 0 })).toBe(-3)
  })

  it('does not take a certificate for the authority of another one', () => {
    expect(ask([{ mode: 'authority', pem: read('service'), name: 'x' }])).toBe(-3)
  })
})

it('accepts only the certificate of an authority as one', () => {
  expect(() => assertAuthority(authority)).not.toThrow()
  expect(() => assertAuthority({ mode: 'system' })).not.toThrow()
  for (const pem of [read('service'), 'rubbish']) {
    expect(() => assertAuthority({ mode: 'authority', pem, name: 'x' })).toThrow(/authority/)
  }
})
