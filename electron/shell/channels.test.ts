import { describe, expect, it } from 'vitest'
import { contract } from '#shared/ipc/contract'
import type { z } from 'zod'
import { sampleOf } from '../../test/support/sample'

/** Texts and bytes of which one fits whatever a channel asks for. */
const texts = [
  'x',
  '0f4e7a52-6c1e-4c39-9d0b-1f7f5be0a0aa',
  'restored-0f4e7a52-6c1e-4c39-9d0b-1f7f5be0a0aa',
  'https://www.singlewindow.cn/',
  'practice|3301960001',
  'A1',
  '2026-03-01T00:00:00.000Z',
  'a'.repeat(64),
  `04${'a'.repeat(128)}`,
  '#/orders',
  '91000000YGYNYX0001',
  'a long enough passphrase',
  '3301960001',
  '1',
  Array(32).fill('00').join(':'),
]
const candidates: unknown[] = [...texts, 1, 0, new Uint8Array(3), '2026-03-01', '202603', {}, []]

type Path = (string | number)[]
/** Where something stands that has no parts. */
function leaves(value: unknown, at: Path = []): Path[] {
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return [at]
  const parts = Object.entries(value)
  if (parts.length === 0) return [at]
  return parts.flatMap(([key, part]) => leaves(part, [...at, Array.isArray(value) ? Number(key) : key]))
}

function replaced(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put
  if (Array.isArray(value)) return value.map((part, i) => (i === key ? replaced(part, rest, put) : part))
  const whole = value as Record<string, unknown>
  return { ...whole, [key]: replaced(whole[key], rest, put) }
}

/** Nothing of the contract is any of these. */
const strange = [new Map([['x', 1]]), Number.NaN, Symbol.iterator, () => 1, new Error('x'), [[[]]]]

/** What main passes on without looking at it, and who does look. */
const unlooked: Record<string, string> = {
  'exchange.putFiling 1.content.x': 'the desk of the service, by the table of the filing',
  'exchange.selfCheck 1.facts.x': 'the service, by the schema of a claim',
  'carry.sealSelfCheck 1.facts.x': 'the service it is carried to, by the schema of a claim',
  'exchange.forexPrecheck 1.facts.x': 'the service, by the schema of a receipt',
  'desks.push 1.push.records.0.content.fields.x.x.value':
    'the kind of the record, when another desk takes it in',
  'desks.push 1.push.records.0.content.fields.x.x.base':
    'the kind of the record, when another desk takes it in',
}

describe('arguments of every channel', () => {
  const channels = Object.entries(contract)

  it('are made from its schema, so that what follows breaks one thing at a time', () => {
    const unmade = channels.filter(
      ([, { args }]) => !(args as z.ZodType).safeParse(sampleOf(args, candidates)).success,
    )
    expect(unmade.map(([name]) => name)).toEqual([])
  })

  it('are looked at to the last part: nothing strange gets through anywhere', () => {
    const through = new Set<string>()
    for (const [name, { args }] of channels) {
      const good = sampleOf(args, candidates)
      for (const path of leaves(good).filter(({ length }) => length > 0)) {
        for (const put of strange) {
          const { success } = (args as z.ZodType).safeParse(replaced(good, path, put))
          if (success) through.add(`${name} ${path.join('.')}`)
        }
      }
    }
    expect([...through].filter((place) => !(place in unlooked))).toEqual([])
    expect(Object.keys(unlooked).filter((place) => !through.has(place))).toEqual([])
  })

  it('are as many as there are, no one more and none missing', () => {
    for (const [name, { args }] of channels) {
      const good = sampleOf(args, candidates) as unknown[]
      const takes = (given: unknown) => (args as z.ZodType).safeParse(given).success
      expect(takes([...good, good[0] ?? 'x']), `${name} with one more`).toBe(false)
      if (good.length > 0) expect(takes([]), `${name} with none`).toBe(false)
      expect(takes(Object.fromEntries(good.entries())), `${name} as an object`).toBe(false)
    }
  })
})
