import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pieceVerdict, TrackedPiece, trackOfPiece, type PieceDemand, type StationRecord } from './pieces'
import { stations, type Station } from './stations'

const record = (station: Station, day: number, more: Partial<StationRecord> = {}): StationRecord => ({
  station,
  at: `2026-06-0${day}T02:00:00Z`,
  recordedAt: `2026-06-0${day}T03:00:00Z`,
  by: '张三',
  place: '龙泉',
  ...more,
})
const inOrder = stations.slice(0, 4).map((station, at) => record(station, at + 1))
const named = (events: readonly StationRecord[]) =>
  Object.fromEntries(events.map((event, at) => [String(at), event]))
const sword = (piece: string, events = inOrder, more: Partial<TrackedPiece> = {}): TrackedPiece => ({
  piece,
  kind: 'special',
  sku: 'SWORD',
  orderNo: 'N-1',
  events: named(events),
  ...more,
})
const demand = (more: Partial<PieceDemand> = {}): PieceDemand => ({
  sku: 'SWORD',
  orderNos: ['N-1'],
  quantity: '2',
  needs: ['station-record', 'export-licence'],
  ...more,
})

describe('special goods in a list', () => {
  it('need as many pieces of the order as it declares, and other papers all the same', () => {
    const both = [sword('S-1'), sword('S-2')]
    expect(pieceVerdict(demand(), both)).toEqual({ needs: ['export-licence'] })
    const one = pieceVerdict(demand(), both.slice(1))
    expect(one.stops?.text.zh).toContain('订单 N-1 申报 2 件，只登记了 1 件')
    expect(pieceVerdict(demand({ quantity: '1' }), both.slice(1)).stops).toBeUndefined()
  })

  it.each([
    ['of another order', { orderNo: 'N-2' }],
    ['of no order yet', { orderNo: undefined }],
    ['of other goods', { sku: 'KNIFE' }],
    ['kept cold', { kind: 'cold-chain' }],
  ] as const)('are not helped by a piece %s', (_what, more) => {
    const { orderNo, ...rest } = { ...sword('S-2'), ...more }
    const other = { ...rest, ...(orderNo && { orderNo }) }
    expect(pieceVerdict(demand(), [sword('S-1'), other]).stops?.text.zh).toContain('只登记了 1 件')
  })

  it('wait for every piece of the order: what it has not passed, and what is wrong with it, is named', () => {
    const early = pieceVerdict(demand(), [sword('S-1'), sword('S-2', inOrder.slice(0, 2))])
    expect(early.stops?.text).toEqual({ zh: 'S-2 还没有到“发货”', en: 'S-2 was not shipped yet' })
    const skipped = pieceVerdict(demand(), [sword('S-1'), sword('S-2', inOrder.toSpliced(1, 1))])
    expect(skipped.stops?.text.zh).toBe('S-2 缺“生产”环节')
  })

  it('that no list asks for are let alone', () => {
    expect(pieceVerdict(demand({ needs: [] }), [sword('S-1', [])])).toEqual({ needs: [] })
  })
})

describe('goods that travel cold', () => {
  const ask = demand({ sku: 'FISH', needs: ['temperature-record'] })
  const fish = (
    readings: readonly (string | undefined)[],
    more: Partial<TrackedPiece> = {},
  ): TrackedPiece => ({
    ...sword('C-1', [], { kind: 'cold-chain', sku: 'FISH', low: '-20', high: '-18', ...more }),
    events: named(
      readings.map((temperature, at) =>
        record((['ship', 'transfer', 'declare'] as const)[at]!, at + 1, {
          ...(temperature && { temperature }),
        }),
      ),
    ),
  })

  it('need their paper where nobody followed them, and none where a consignment of the order is in order', () => {
    expect(pieceVerdict(ask, [])).toEqual({ needs: ['temperature-record'] })
    expect(pieceVerdict(ask, [fish(['-18', '-20.0'])])).toEqual({ needs: [] })
  })

  it.each([
    [['-18', '-17.9'], '温度不在 -20～-18 ℃'],
    [['-20.01', '-19'], '温度不在 -20～-18 ℃'],
    [['-19', undefined], '没有温度记录'],
    [['-19'], '还没有到“转运”'],
  ])('stop with readings %j', (readings, says) => {
    expect(pieceVerdict(ask, [fish(readings)]).stops?.text.zh).toContain(says)
  })

  it('stop without a range: nothing could be out of it', () => {
    const { high: _high, ...open } = fish(['-19', '-19'])
    expect(pieceVerdict(ask, [open]).stops?.text.zh).toContain('没有写温度范围')
  })
})

it('a piece in whose records nothing is wrong may go on only when nothing in front is left out (property)', () => {
  const passed = fc.subarray([...stations], { minLength: 0 })
  fc.assert(
    fc.property(passed, (some) => {
      const events = some.map((station) => record(station, stations.indexOf(station) + 1))
      const { mayDeclare, faults } = trackOfPiece(sword('S-1', events))
      const front = stations.slice(0, 4).every((station) => some.includes(station))
      expect(mayDeclare).toBe(front)
      const isPrefix = some.every((station, at) => station === stations[at])
      expect(faults.length === 0).toBe(isPrefix)
    }),
    { numRuns: 32 },
  )
})

it('a piece without a number is none', () => {
  expect(TrackedPiece.safeParse(sword(' ')).success).toBe(false)
})
