import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChainMessage, Transmitters } from '#shared/protocol/transmitters'
import type { Departure } from '#shared/departure/departure'
import { list } from '../../../../test/data/samples'
import { listStates } from '../../../data/order-state'
import type { Awaited, ListState, SealedRecord, Stored } from '../../../data/port'
import { AwaitIndex } from './await-index'
import type { ChainFacts } from './chain-steps'

const nothing: ChainFacts = { ticks: {}, departure: undefined, application: '', entries: [] }
const document = { head: {} }
const carrierSends: Transmitters = { transmits: { CEB303: 'self', CEB403: 'self', CEB505: 'carrier' } }

type Change = { flag?: 'A' | 'B'; mode?: '9610' | '9710' | '9610-I'; own?: boolean }
function stored(state: ListState, { flag = 'B', mode = '9610', own = true }: Change = {}) {
  const record: SealedRecord<'lists'> = list('C1', { state })
  const head = { ...record.list.documents.inventory.head, statisticsFlag: flag }
  const documents = { ...(own && { order: document }), inventory: { head } }
  return {
    id: 'l1',
    rev: 1,
    record: { ...record, list: { ...record.list, tradeMode: mode, documents } },
  } as Stored<SealedRecord<'lists'>>
}

function awaitsOf(state: ListState, change: Change = {}, facts: Partial<ChainFacts> = {}): Awaited[] {
  const index = new AwaitIndex()
  index.putTransmitters(carrierSends)
  index.putList(stored(state, change))
  return index.settle(() => ({ ...nothing, ...facts }))[0]![1]
}
const tick = { how: 'ticked', who: 'a', at: '2026-11-01T00:00:00Z' } as const

describe('what a 清单 waits for', () => {
  it.each<[ListState, Change, Partial<ChainFacts>, Awaited[]]>([
    ['draft', {}, {}, ['CEB505']],
    ['waiting', {}, {}, ['receipt', 'CEB505', 'CEB507']],
    ['waiting', {}, { ticks: { CEB505: tick } }, ['receipt', 'CEB507']],
    ['inspected', {}, {}, ['receipt', 'CEB507']],
    ['refused', {}, {}, []],
    ['released', {}, {}, ['closing', 'own-CEB607', 'CEB509']],
    ['released', {}, { departure: { left: tick } as Departure }, ['closing']],
    ['cleared', {}, {}, ['own-CEB701', 'CEB792']],
    ['cleared', {}, { application: 'S1', entries: ['E1'] }, []],
    ['cleared', { flag: 'A' }, {}, []],
    ['released', { mode: '9710' }, {}, ['closing']],
    ['cleared', { mode: '9710' }, {}, []],
    ['withdrawing', {}, {}, ['withdrawal']],
    ['void', {}, {}, []],
    ['draft', { mode: '9610-I', own: false }, {}, ['own-CEB311', 'CEB411', 'CEB511']],
    ['draft', { mode: '9610-I' }, {}, ['CEB411', 'CEB511']],
  ])('%s %j %j', (state, change, facts, expected) => {
    expect(awaitsOf(state, change, facts)).toEqual(expected)
  })

  it('says 待签名 instead of a receipt while the key is away, and goes on after that', () => {
    const index = new AwaitIndex()
    index.putList(stored('waiting'))
    const settle = () => index.settle(() => nothing).map(([, awaits]) => awaits[0])
    expect(settle()).toEqual(['receipt'])
    index.putUnsigned(['CEB603'], new Set(['l1']), ['l1', 'l2'])
    expect([settle(), index.unsignedMessages]).toEqual([['signature'], ['CEB603']])
    // Another dossier left the queue: this one was not looked at and stays as it was.
    index.putUnsigned(['CEB603'], new Set(), ['l2'])
    expect(settle()).toEqual([])
    index.putUnsigned([], new Set())
    expect(settle()).toEqual(['receipt'])
  })

  it('says the same whether it followed every change or was filled at once', () => {
    const step = fc.record({
      id: fc.constantFrom('a', 'b'),
      state: fc.constantFrom(...listStates),
      tick: fc.constantFrom<ChainMessage>('CEB505', 'CEB507', 'CEB509'),
      unsigned: fc.boolean(),
      what: fc.constantFrom('list', 'tick', 'unsigned', 'transmitters', 'delete'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const followed = new AwaitIndex()
        const lists = new Map<string, Stored<SealedRecord<'lists'>>>()
        const ticks = new Map<string, ChainFacts['ticks']>()
        const unsigned = new Set<string>()
        const told = new Map<string, string>()
        let transmitters: Transmitters = { transmits: {} }
        const sources = (id: string) => ({ ...nothing, ticks: ticks.get(id) ?? {} })
        for (const { id, state, tick: message, unsigned: held, what } of steps) {
          if (what === 'list') {
            lists.set(id, { ...stored(state), id })
            followed.putList(lists.get(id)!)
          } else if (what === 'tick') {
            ticks.set(id, { ...ticks.get(id), [message]: tick })
            followed.touch(id)
          } else if (what === 'unsigned') {
            if (held) unsigned.add(id)
            else unsigned.delete(id)
            followed.putUnsigned(['CEB603'], unsigned, [id])
          } else if (what === 'transmitters') {
            transmitters = held ? carrierSends : { transmits: {} }
            followed.putTransmitters(transmitters)
          } else {
            lists.delete(id)
            told.delete(id)
            followed.deleteList(id)
          }
          for (const [one, awaits] of followed.settle(sources)) told.set(one, awaits.join())
        }
        const fresh = new AwaitIndex()
        fresh.putTransmitters(transmitters)
        for (const one of lists.values()) fresh.putList(one)
        fresh.putUnsigned(['CEB603'], unsigned)
        const at = fresh.settle(sources).map(([id, awaits]) => [id, awaits.join()] as const)
        expect([...told].sort()).toEqual(at.sort())
      }),
    )
  })
})
