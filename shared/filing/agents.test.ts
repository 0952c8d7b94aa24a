import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf } from '../evidence/blocks'
import { reminders } from '../evidence/validity'
import { sortBatch } from './batch'
import {
  agentActs,
  authorisationPaper,
  mayAct,
  openPrincipals,
  type AgentIntent,
  type Authorisation,
} from './authorisation'
import { party, usccNo } from './party.test-data'
import { filingModes, roleIds } from './roles'
import { partySheet, readParties } from './sheet'

const on = '2026-06-15'
const leave = (more: Partial<Authorisation> = {}): Authorisation => ({
  no: 'W1',
  principal: 'B',
  agent: 'me',
  acts: ['open', 'declare', 'send'],
  from: '2026-01-01',
  to: '2026-12-31',
  ...more,
})
const ask = (all: Authorisation[], more: Partial<AgentIntent> = {}) => {
  const answer = mayAct(all, { agent: 'me', principal: 'B', act: 'send', on, ...more })
  return answer.may ? (answer.by ?? 'self') : answer.because
}

describe('an agent', () => {
  it('works for itself without leave, for others only with theirs', () => {
    expect(ask([], { principal: 'me' })).toBe('self')
    expect(ask([])).toBe('none')
    expect(ask([leave()])).toBe('W1')
    expect(ask([leave()], { principal: 'C' })).toBe('none')
    expect(ask([leave()], { agent: 'you' })).toBe('none')
  })

  it.each<[string, Partial<Authorisation>, Partial<AgentIntent>, string]>([
    ['on its first day', { from: on }, {}, 'W1'],
    ['on its last day', { to: on }, {}, 'W1'],
    ['the day after', { to: '2026-06-14' }, {}, 'expired'],
    ['before it holds', { from: '2026-06-16' }, {}, 'pending'],
    ['from the day it was revoked', { revokedOn: on }, {}, 'revoked'],
    ['the day before it is revoked', { revokedOn: '2026-06-16' }, {}, 'W1'],
    ['for an act it does not cover', {}, { act: 'export' }, 'act'],
    ['in a mode it does not cover', { modes: ['9610'] }, { mode: '9810' }, 'mode'],
    ['in a mode it covers', { modes: ['9610'] }, { mode: '9610' }, 'W1'],
    ['to open a book after the end', { to: '2026-06-14' }, { act: 'open' }, 'W1'],
    ['to open a book after it was revoked', { revokedOn: on }, { act: 'open' }, 'revoked'],
  ])('%s', (_, authorisation, intent, expected) => {
    expect(ask([leave(authorisation)], intent)).toBe(expected)
  })

  it('is told of the leave that came nearest, with a remedy', () => {
    const all = [leave({ no: 'W0', to: '2026-01-31' }), leave({ no: 'W2', acts: ['open'] })]
    const answer = mayAct(all, { agent: 'me', principal: 'B', act: 'send', on })
    expect(answer).toMatchObject({ may: false, because: 'act' })
    if (!answer.may) expect(`${answer.why.zh} ${answer.fix.zh}`).toContain('W2')
  })

  it('opens the books of those who gave leave, and no others', () => {
    const all = [
      leave(),
      leave({ principal: 'A', to: '2026-01-31' }),
      leave({ principal: 'C', revokedOn: on }),
      leave({ principal: 'D', agent: 'you' }),
    ]
    expect(openPrincipals(all, 'me', on)).toEqual(['A', 'B'])
  })

  it('what one principal gives or takes never matters for another (property)', () => {
    const authorisation = fc.record({
      no: fc.constantFrom('1', '2', '3'),
      principal: fc.constantFrom('B', 'C'),
      agent: fc.constantFrom('me', 'you'),
      acts: fc.uniqueArray(fc.constantFrom(...agentActs), { minLength: 1 }),
      from: fc.constantFrom('2026-01-01', on, '2026-07-01'),
      to: fc.constantFrom('2026-03-01', on, '2026-12-31'),
    })
    fc.assert(
      fc.property(fc.array(authorisation), fc.constantFrom(...agentActs), (all, act) => {
        const intent: AgentIntent = { agent: 'me', principal: 'B', act, on }
        const answer = mayAct(all, intent)
        const own = all.filter(({ principal, agent }) => principal === 'B' && agent === 'me')
        expect(answer).toEqual(mayAct(own, intent))
        const covers = own.some(
          (one) => one.acts.includes(act) && one.from <= on && (act === 'open' || one.to >= on),
        )
        expect(answer.may).toBe(covers)
      }),
    )
  })

  it('is reminded of the end of a leave, which blocks that principal only', () => {
    const papers = [
      leave({ to: '2026-06-20' }),
      leave({ no: 'W2', principal: 'C', to: '2026-06-01' }),
      leave({ no: 'W3', principal: 'D', revokedOn: on }),
    ].map(authorisationPaper)
    expect(reminders(papers.slice(0, 1), on)[0]).toMatchObject({ step: 7, days: 5 })
    const blocked = (principal: string) =>
      blocksOf({ act: 'send', on, principal }, papers).map(({ because }) => because)
    expect([blocked('B'), blocked('C'), blocked('D')]).toEqual([[], ['expired'], ['expired']])
  })
})

describe('a sheet of enterprises', () => {
  const sheet = (table: string[][]) => table.map((cells, at) => ({ row: at + 1, cells }))

  it('comes back as it was written (property)', () => {
    const one = fc
      .tuple(
        fc.uniqueArray(fc.constantFrom(...roleIds), { minLength: 1 }),
        fc.uniqueArray(fc.constantFrom(...filingModes)),
      )
      .map(([roles, modes]) => party({ roles, modes }))
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5 }), (all) => {
        const keyed = all.map((each, at) => ({ key: `E${at}`, party: each }))
        const read = readParties(sheet(partySheet(keyed)))
        expect(read.refused).toEqual([])
        expect(read.unknown).toEqual([])
        expect(read.parties.map(({ key, party: each }) => ({ key, party: each }))).toEqual(keyed)
      }),
    )
  })

  it('of two hundred goes straight into a batch, faults by row', () => {
    const keyed = Array.from({ length: 200 }, (_, at) => ({
      key: `E${at}`,
      party: party({ values: { uscc: usccNo(at + 1) } }),
    }))
    const table = partySheet(keyed)
    const customs = table[0]!.indexOf('海关编码')
    table[10]![customs] = '12'
    const { parties } = readParties(sheet(table))
    const { fileable, refused } = sortBatch(parties)
    expect(fileable).toHaveLength(199)
    expect(refused.map(({ key, faults }) => [key, faults.map(({ field }) => field)])).toEqual([
      ['E9', ['customsCode']],
    ])
  })

  it('names rows it cannot read, takes English headings and roles, and tells what it did not know', () => {
    const read = readParties(
      sheet([
        ['Roles', 'Modes', 'Customs registration', 'Colour'],
        ['Platform, Customs agent', '9610 9710', '3311960ABC', 'red'],
        ['国王', '', '', ''],
        ['', '9610', '', ''],
        ['电商企业', '9999', '', ''],
        ['', '', '', ''],
        ['个人卖家', '', '', ''],
      ]),
    )
    expect(read.parties.map(({ key, row, party: { roles, modes } }) => [key, row, roles, modes])).toEqual([
      ['3311960ABC', 2, ['platform', 'agent'], ['9610', '9710']],
      ['#7', 7, ['individual'], []],
    ])
    expect(read.refused.map(({ row, field }) => [row, field])).toEqual([
      [3, 'roles'],
      [4, 'roles'],
      [5, 'modes'],
    ])
    expect(read.unknown).toEqual(['Colour'])
    expect(readParties(sheet([['x']])).refused.map(({ field }) => field)).toEqual(['header'])
  })
})
