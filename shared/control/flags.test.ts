import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceKindIds } from '../evidence/kinds'
import { fieldFaults } from '../model/field-fault'
import type { TariffRow } from '../tariff/tariff'
import { brandFindings } from './brands'
import { flagsOf, proposalsOf, type RegulatedGoods } from './flags'
import { ControlList } from './list'
import { positiveList, shippedLists } from './lists'
import { supervisionMarks } from './supervision'
import { hasWord } from './word-match'

const goods = (more: Partial<RegulatedGoods> = {}): RegulatedGoods => ({
  sku: 'A',
  name: 'Mug',
  gname: '搪瓷杯',
  gmodel: '品牌:无',
  gcode: '7323940000',
  ...more,
})
const list = (more: Partial<ControlList> = {}): ControlList => ({
  id: 'l',
  kind: 'licence',
  name: { zh: '清单', en: 'List' },
  version: 'v1',
  from: '2026-01-01',
  complete: true,
  basis: { document: '公告', article: '一', strength: 'primary' },
  entries: [{ code: '7323', needs: ['export-licence'] }],
  ...more,
})
const ask = (
  lists: ControlList[],
  more: Partial<RegulatedGoods> = {},
  mode = '9610',
  on = '2026-06-01',
  zone?: string,
) => flagsOf({ goods: goods(more), mode, on, ...(zone !== undefined && { zone }) }, lists)

describe('a list of goods', () => {
  it('hits by code, with what it needs, its version and its ground', () => {
    const [flag] = ask([list()])
    expect(flag).toMatchObject({ kind: 'licence', effect: 'need', needs: ['export-licence'], ground: '7323' })
    expect(flag!.source).toMatchObject({ id: 'l', version: 'v1' })
    expect(flag!.says.zh).toContain('v1')
    expect(ask([list()], { gcode: '7324100000' })).toEqual([])
  })

  it('holds for its days, its zones and its modes only', () => {
    expect(ask([list({ from: '2026-06-01', to: '2026-06-01' })])).toHaveLength(1)
    expect(ask([list({ from: '2026-06-02' })])).toEqual([])
    expect(ask([list({ to: '2026-05-31' })])).toEqual([])
    expect(ask([list({ zones: ['lishui'] })])).toEqual([])
    expect(ask([list({ zones: ['lishui'] })], {}, '9610', '2026-06-01', 'lishui')).toHaveLength(1)
    const entries = [{ code: '73', modes: ['9710'] }]
    expect(ask([list({ entries })])).toEqual([])
    expect(ask([list({ entries })], {}, '9710')).toHaveLength(1)
  })

  it('by a word alone only asks, by code and word together does what it says', () => {
    const byWord = list({ kind: 'forbidden', entries: [{ words: ['搪瓷'] }] })
    expect(ask([byWord])[0]).toMatchObject({ effect: 'ask', ground: '搪瓷' })
    const both = list({ kind: 'forbidden', entries: [{ code: '73', words: ['搪瓷'] }] })
    expect(ask([both])[0]).toMatchObject({ effect: 'forbid', ground: '73 搪瓷' })
    expect(ask([both], { gname: '不锈钢杯' })).toEqual([])
    const several = list({ kind: 'forbidden', entries: [{ words: ['搪瓷'] }, { code: '7323' }] })
    expect(ask([several]).map(({ effect }) => effect)).toEqual(['forbid'])
  })

  it('that is positive keeps out of retail import what is not on it, when it is complete', () => {
    const positive = list({
      kind: 'positive',
      entries: [{ code: '69111019' }, { code: '7323', modes: ['1210-I'] }],
    })
    expect(ask([positive], {}, '1210-I')).toEqual([])
    expect(ask([positive], {}, '9610-I')[0]).toMatchObject({ kind: 'positive', effect: 'forbid' })
    expect(ask([positive], { gcode: '9503001000' }, '1210-I')[0]!.says.zh).toContain('v1')
    expect(ask([positive], { gcode: '9503001000' }, '9610')).toEqual([])
    expect(ask([list({ ...positive, complete: false })], { gcode: '9503001000' }, '1210-I')).toEqual([])
  })

  it('that is positive is the one among the code tables', () => {
    const table = {
      id: 'retail-import' as const,
      complete: true,
      source: '公告',
      edition: '2026',
      rows: [
        { code: '69111019', zh: '瓷餐具' },
        { code: '73239400', zh: '搪瓷', mark: 'obsolete' as const },
      ],
    }
    const positive = positiveList(table, '2026-01-01')!
    expect(ask([positive], { gcode: '6911101900' }, '1210-I')).toEqual([])
    expect(ask([positive], {}, '1210-I')[0]!.source).toMatchObject({ id: 'retail-import', version: '2026' })
    expect(positiveList({ ...table, rows: [] }, '2026-01-01')).toBeUndefined()
  })

  it('has faults by field', () => {
    const fields = (content: unknown) => {
      const { error } = ControlList.safeParse(content)
      return error ? fieldFaults(error).map(({ field }) => field) : []
    }
    expect(fields(list())).toEqual([])
    expect(fields({ ...list(), kind: 'credit' })).toEqual(['kind'])
    expect(fields({ ...list(), entries: [{}] })).toEqual(['entries.0'])
    expect(fields({ ...list(), entries: [{ code: '73', needs: ['love'] }] })).toEqual(['entries.0.needs.0'])
  })
})

describe('the shipped lists', () => {
  it('flag 龙泉刀剑 in 丽水 and goods that travel cold anywhere', () => {
    const sword = { gcode: '9307001000', gname: '龙泉剑' }
    const flags = ask([...shippedLists], sword, '9610', '2026-06-01', 'lishui')
    expect(flags.map(({ kind, effect, needs }) => [kind, effect, needs])).toEqual([
      ['special', 'need', ['station-record']],
    ])
    expect(ask([...shippedLists], sword, '9610', '2026-06-01', 'foshan')).toEqual([])
    expect(ask([...shippedLists], { gcode: '0304870020', gname: '鱼片' })[0]).toMatchObject({
      kind: 'cold-chain',
      needs: ['temperature-record'],
    })
    expect(ask([...shippedLists], { name: 'Frozen dumplings' })[0]).toMatchObject({ effect: 'ask' })
    expect(ask([...shippedLists])).toEqual([])
  })
})

const row = (conditions?: string, exportDuty?: string): TariffRow => ({
  code: '7323940000',
  name: 'x',
  ...(conditions !== undefined && { conditions }),
  ...(exportDuty !== undefined && { exportDuty }),
})

describe('监管条件', () => {
  const marks = (conditions: string, mode = '9610') =>
    flagsOf({ goods: goods(), mode, on: '2026-06-01' }, [], { edition: '2026', row: row(conditions) }).map(
      ({ ground, effect }) => `${ground.slice(-1)} ${effect}`,
    )

  it('count in the direction they are for, each once; an unknown letter asks', () => {
    expect(marks('4AB8?')).toEqual(['4 need', 'B need', '8 forbid', '? ask'])
    expect(marks('4A9', '9610-I')).toEqual(['A need', '9 forbid'])
    expect(marks('44')).toEqual(['4 need'])
    expect(marks('')).toEqual([])
  })

  it('every mark has words, a direction, and a paper unless it forbids', () => {
    for (const { name, directions, constraint, needs } of Object.values(supervisionMarks)) {
      expect(name.zh && name.en).not.toBe('')
      expect(directions.length).toBeGreaterThan(0)
      if (constraint === 'forbidden') expect(needs).toBeUndefined()
      else expect(evidenceKindIds).toContain(needs)
    }
  })

  it('propose Y by what the line says, N only where a complete table is silent', () => {
    const said = (conditions: string | undefined, duty: string | undefined, complete = true) =>
      proposalsOf(row(conditions, duty), { edition: '2026', complete }).map(
        ({ field, value }) => `${field} ${value}`,
      )
    expect(said('4B', '20')).toEqual(['licence Y', 'inspection Y', 'exportDuty Y'])
    expect(said(undefined, '0')).toEqual(['licence N', 'inspection N', 'exportDuty N'])
    expect(said('A', '0.0')).toEqual(['licence N', 'inspection N', 'exportDuty N'])
    expect(said('B', undefined)).toEqual(['licence N', 'inspection Y'])
    expect(said('?', '0')).toEqual(['exportDuty N'])
    expect(said(undefined, '0', false)).toEqual([])
    expect(said('4', undefined, false)).toEqual(['licence Y'])
  })
})

describe('a word', () => {
  it.each([
    ['iPhone case', 'phone', false],
    ['Phone case', 'phone', true],
    ['phone-case', 'PHONE', true],
    ['smartphones', 'phone', false],
    ['龙泉宝剑', '宝剑', true],
    ['ＮＩＫＥ 鞋', 'nike', true],
    ['any', '', false],
  ])('in %s: %s → %s', (text, word, expected) => expect(hasWord(text, word)).toBe(expected))

  it('is found between anything that is no letter or digit (property)', () => {
    const side = fc.constantFrom('', ' ', '-', '杯', '/', '(')
    fc.assert(
      fc.property(side, side, (before, after) => {
        expect(hasWord(`${before}nike${after}`, 'Nike')).toBe(true)
      }),
    )
  })
})

describe('brands', () => {
  const brands = [
    { name: 'Nike', words: ['耐克'] },
    { name: 'Ours', words: [], own: true },
  ]
  const shoe = goods({ gname: '耐克运动鞋' })
  const find = (leaves: Parameters<typeof brandFindings>[2], country = '502', on = '2026-06-01') =>
    brandFindings([shoe, goods({ sku: 'B', name: 'Ours mug' })], brands, leaves, { on, country }).map(
      ({ sku, word, says }) => `${sku} ${word} ${says.zh.slice(-8)}`,
    )

  it('in a name without leave are found by the word that was used; own ones are not', () => {
    expect(find([])).toEqual(['A 耐克 Nike”的授权'])
  })

  it('are silent under a leave that holds on that day, in that country, for those goods', () => {
    expect(find([{ brand: 'Nike', from: '2026-01-01' }])).toEqual([])
    expect(find([{ brand: 'Nike', from: '2026-01-01', to: '2026-05-31' }])[0]).toContain('无效')
    expect(find([{ brand: 'Nike', from: '2026-01-01', countries: ['304'] }])[0]).toContain('国家')
    expect(find([{ brand: 'Nike', from: '2026-01-01', countries: ['502'] }])).toEqual([])
    expect(find([{ brand: 'Nike', from: '2026-01-01', skus: ['B'] }])).toHaveLength(1)
  })
})
