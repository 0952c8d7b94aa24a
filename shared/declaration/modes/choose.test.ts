import { describe, expect, it } from 'vitest'
import { zoneById } from '../../zones/zones'
import { goods } from '../fixture.test-data'
import { judgeModes } from './choose'
import { modeConditions } from './conditions'
import type { ModeFacts } from './facts'

const plain = goods({ licence: 'N', inspection: 'N', exportDuty: 'N', rebate: 'N' })
const facts = (over: Partial<ModeFacts> = {}, answers: Partial<ModeFacts['answers']> = {}): ModeFacts => ({
  direction: 'export',
  identified: false,
  amount: '100.00',
  currency: 'USD',
  goods: [plain],
  unknownSkus: [],
  zone: zoneById('huzhou')!,
  rates: { USD: { rate: '7', day: '2026-03-01', source: '中间价' } },
  today: '2026-03-02',
  templates: new Set(['9610', '1210', '9710', '9810']),
  ...over,
  answers: { buyer: 'consumer', place: 'outside', rebate: 'goods', ...answers },
})
const verdicts = (of: ModeFacts) =>
  Object.fromEntries(judgeModes(of).paths.map(({ path, verdict }) => [path, verdict]))
const broken = (of: ModeFacts, path: string) =>
  judgeModes(of)
    .paths.find((one) => one.path === path)
    ?.conditions.filter(({ state }) => state !== 'met')
    .map(({ id, state }) => `${id} ${state}`)

describe('the way that is recommended', () => {
  it.each([
    ['a consumer', {}, {}, '9610-A'],
    ['a consumer, refund wanted', {}, { rebate: 'yes' }, '9610-B'],
    ['a consumer, goods kept as B', { goods: [{ ...plain, statisticsFlag: 'B' }] }, {}, '9610-B'],
    ['licensed goods', { goods: [{ ...plain, licence: 'Y' }] }, {}, '9610-B'],
    [
      'a consumer, goods in the zone',
      { goods: [{ ...plain, itemRecordNo: 'L1' }] },
      { place: 'bonded' },
      '1210',
    ],
    ['a company, little', {}, { buyer: 'business' }, '9710'],
    ['a company, above the limit', { amount: '714.29' }, { buyer: 'business' }, '9710-entry'],
    ['a company, refund wanted', {}, { buyer: 'business', rebate: 'yes' }, '9710-entry'],
    [
      'a company, goods under inspection',
      { goods: [{ ...plain, inspection: 'Y' }] },
      { buyer: 'business' },
      '9710-entry',
    ],
    ['a warehouse', {}, { buyer: 'warehouse' }, '9810'],
    ['a warehouse, above the limit', { amount: '5000' }, { buyer: 'warehouse' }, '9810-entry'],
    ['nobody knows who', {}, { buyer: 'unknown' }, undefined],
  ] as const)('%s', (_what, over, answers, path) => {
    expect(judgeModes(facts(over as Partial<ModeFacts>, answers)).recommended).toBe(path)
  })
})

it('says of every way why not, or what has to be found out', () => {
  expect(verdicts(facts())).toEqual({
    '1210': 'no',
    '9610-A': 'yes',
    '9610-B': 'yes',
    '9710': 'no',
    '9810': 'no',
    '9710-entry': 'no',
    '9810-entry': 'no',
    '0110-entry': 'yes',
  })
  expect(broken(facts(), '1210')).toEqual(['mode-bonded broken', 'mode-record-no open'])
  expect(broken(facts({ amount: '714.29' }), '9710')).toEqual([
    'mode-business broken',
    'mode-list-limit broken',
  ])
})

it('asks instead of guessing: no rate, goods that say nothing, no template, a zone whose plan is silent', () => {
  const open = facts(
    { rates: {}, goods: [goods()], templates: new Set(), unknownSkus: ['X'] },
    { buyer: 'business' },
  )
  expect(broken(open, '9710')).toEqual([
    'mode-licence open',
    'mode-inspection open',
    'mode-export-duty open',
    'mode-rebate open',
    'mode-list-limit open',
    'mode-goods-known open',
    'mode-template open',
  ])
  const bonded = facts(
    { zone: zoneById('foshan')!, goods: [{ ...plain, itemRecordNo: 'L1' }] },
    { place: 'bonded' },
  )
  expect(broken(bonded, '1210')).toEqual(['mode-zone-plan open'])
})

it('neither refuses nor recommends what only a second-hand rule speaks against', () => {
  const licensed = facts({ goods: [{ ...plain, licence: 'Y' }] }, { buyer: 'business' })
  expect(broken(licensed, '9710')).toEqual(['mode-licence doubtful'])
  expect(verdicts(licensed)).toMatchObject({ '9710': 'maybe', '9610-A': 'no' })
  expect(judgeModes(licensed).recommended).toBe('9710-entry')
})

it('lets 9610 leave a bonded zone only where the plan of the zone names it, and then as a question', () => {
  const inside = (zone: string) => verdicts(facts({ zone: zoneById(zone)! }, { place: 'bonded' }))['9610-B']
  expect([inside('huzhou'), inside('tangshan')]).toEqual(['no', 'maybe'])
})

it('asks for the filing of a warehouse only before it was abolished', () => {
  const on = (today: string) => broken(facts({ today }, { buyer: 'warehouse' }), '9810-entry')
  expect([on('2024-12-14'), on('2024-12-15')]).toEqual([['mode-warehouse-filing open'], []])
})

it('names each condition once, with its source', () => {
  expect(new Set(modeConditions.map(({ id }) => id)).size).toBe(modeConditions.length)
  for (const { source, says, fix } of modeConditions)
    for (const text of [source, says.zh, says.en, fix.zh, fix.en]) expect(text).not.toBe('')
})

describe('an order of retail import', () => {
  const imported = (over: Partial<ModeFacts> = {}, answers: Partial<ModeFacts['answers']> = {}) =>
    facts(
      { direction: 'import', identified: true, currency: 'CNY', ...over },
      { buyer: 'unknown', ...answers },
    )
  const templates = new Set(['9610-I', '1210-I'] as const)

  it('goes by import alone: directly, or out of a bonded zone', () => {
    expect(verdicts(imported({ templates }))).toEqual({ '9610-I': 'yes', '1210-I': 'no' })
    const inZone = imported({ templates, goods: [{ ...plain, itemRecordNo: 'L1' }] }, { place: 'bonded' })
    expect(verdicts(inZone)).toEqual({ '9610-I': 'no', '1210-I': 'yes' })
    expect(judgeModes(inZone).recommended).toBe('1210-I')
  })

  it('needs a buyer with an identity number and a price in CNY; above the limit it has to be looked at', () => {
    expect(broken(imported({ templates, identified: false }), '9610-I')).toEqual(['mode-import-buyer broken'])
    expect(broken(imported({ templates, currency: 'USD' }), '9610-I')).toEqual([
      'mode-import-currency broken',
    ])
    expect(broken(imported({ templates, amount: '5000' }), '9610-I')).toEqual([])
    expect(broken(imported({ templates, amount: '5000.01' }), '9610-I')).toEqual(['mode-import-limit open'])
  })
})
