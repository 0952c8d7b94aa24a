import { beforeAll, describe, expect, it, vi } from 'vitest'
import { practiceTemplate } from '#shared/declaration/practice-template'
import { party, usccNo } from '#shared/filing/party.test-data'
import { newDatabaseName } from '../../../test/data/book-kit'
import {
  csv,
  foundOwn,
  putThreeGoods,
  readTariff,
  tariffFile,
  withValues,
} from '../../../test/data/filing-book'
import { endWithFile, open } from '../../../test/data/open-books'
import type { BookPort } from '../../data/port'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })
endWithFile()

let port: BookPort
beforeAll(async () => {
  ;({ port } = await open(newDatabaseName()))
  await foundOwn(port)
  await putThreeGoods(port)
})

describe('the tariff of a book', () => {
  const [old, next] = ['6109100000', '6109100021'] as const
  const on = '2026-06-01'

  it('comes through the import room, is searched own decisions first, and says which edition answered', async () => {
    const before = await port.searchTariff({ query: '茶叶', on })
    expect(before).toMatchObject({ used: { importId: '' }, hits: [{ code: '0902' }] })
    const view = await readTariff(port, tariffFile(old, 'tariff-2026.csv'))
    expect(view).toMatchObject({ report: { rowsAccepted: 4, rowsRefused: 1 } })
    expect(await port.tariffEditions()).toMatchObject([
      {
        importId: view.id,
        edition: 'tariff-2026.csv',
        from: '2026-01-01',
        complete: false,
        rows: 4,
        used: true,
      },
    ])
    await port.describeTariff(view.id, { edition: '2026 税则', complete: true }, '全表')
    const used = { importId: view.id, edition: '2026 税则', complete: true }
    for (const query of ['针织', 'mzzz', '610910', 'shirts', 'G-1']) {
      expect(await port.searchTariff({ query, on })).toMatchObject({
        used,
        hits: [{ code: old, own: { count: 3 } }],
      })
    }
    expect((await port.searchTariff({ query: 'tc', on })).hits).toMatchObject([{ code: '6912001000' }])
    for (const [day, name] of [
      ['2026-06-30', '台钳'],
      ['2026-07-01', '夹钳'],
    ] as const) {
      const { hits } = await port.searchTariff({ query: '820570', on: day })
      expect(hits).toMatchObject([{ row: { name } }])
    }
    expect(await port.tariffLine(old, on)).toMatchObject({
      row: { name: '棉制针织T恤衫', unit1: '011' },
      proposals: [
        { field: 'licence', value: 'N' },
        { field: 'inspection', value: 'Y' },
        { field: 'exportDuty', value: 'N' },
      ],
    })
  })

  it('a value that a source tells is named when the source says another, follows it at once, or keeps its reason', async () => {
    const unit1 = { value: '011', source: { record: 'tariff', name: '2026 税则', field: 'unit1' } }
    expect(await port.derivedValues('goods', { gcode: old })).toMatchObject({ unit1 })
    expect(await port.movedMasters('goods')).toEqual([])
    const [first, second] = (await port.all('goods')).filter(({ record }) => record.sku !== 'G-2')
    const byHand = {
      value: '001',
      derived: '011',
      reason: '按实际成交',
      by: '甲',
      at: '2026-06-01T00:00:00Z',
    }
    const put = ({ id, rev, record }: typeof first & object, more: object) =>
      ({ table: 'goods', op: 'put', id, rev, record: { ...record, unit1: '001', ...more } }) as const
    await port.command('goods.edit', '', [put(first!, {}), put(second!, { overrides: { unit1: byHand } })])
    const moved = await port.movedMasters('goods')
    expect(moved).toMatchObject([
      { id: first!.id, fields: [{ field: 'unit1', value: '001', derived: unit1 }] },
    ])
    const ids = [first!.id, second!.id]
    expect(await port.updateFromSources('goods', ids, '按来源更新')).toMatchObject({ updated: 1 })
    expect(await port.movedMasters('goods')).toEqual([])
    expect((await port.get('goods', first!.id))!.record).toMatchObject({ unit1: '011' })
    expect((await port.get('goods', second!.id))!.record).toMatchObject({
      unit1: '001',
      overrides: { unit1: byHand },
    })
    // A sheet that says the same keeps the reason; what is filed is the value without it.
    await port.updateFromSources('goods', ids, '再来')
    const { id, rev, record } = (await port.get('goods', second!.id))!
    await port.command('goods.edit', '', [
      { table: 'goods', op: 'put', id, rev, record: { ...record, unit1: '011' } },
    ])

    // The name beside the code of an enterprise comes from its master, and is marked when that is renamed.
    const key = '3311960001'
    await port.putParty(
      key,
      party({ values: { uscc: usccNo(2), customsCode: key, name: '企业1' } }),
      0,
      '建档',
    )
    const { party: carrier, rev: before } = (await port.party(key))!
    const template = {
      ...practiceTemplate,
      name: '演练',
      logisticsCode: key,
      logisticsName: carrier.values.name!,
    }
    await port.command('templates.add', '', [{ table: 'templates', op: 'put', record: template }])
    expect(await port.movedMasters('templates')).toEqual([])
    await port.putParty(key, withValues({ party: carrier }, { name: '某某物流' }), before, '更名')
    const [renamed, ...others] = await port.movedMasters('templates')
    expect(others).toEqual([])
    expect(renamed).toMatchObject({
      key: '演练',
      fields: [
        { field: 'logisticsName', derived: { value: '某某物流', source: { record: 'party', id: key } } },
      ],
    })
    await port.updateFromSources('templates', [renamed!.id], '更名')
    expect((await port.get('templates', renamed!.id))!.record).toMatchObject({ logisticsName: '某某物流' })
  })

  it('a new edition is beside the old one, converts the goods once, and is undone with its import', async () => {
    const second = await readTariff(port, tariffFile(next, 'tariff-2027.csv'))
    expect(second).toMatchObject({ report: { rowsAccepted: 4, duplicates: 0 } })
    await port.describeTariff(second.id, { from: '2027-01-01', complete: true }, '2027')
    await readTariff(
      port,
      new File(
        [
          csv([
            ['旧编码', '新编码', '生效日期'],
            [old, next, '2027-01-01'],
          ]),
        ],
        'changes.csv',
      ),
      'code-changes',
    )
    const query = { on: '2027-01-01', offset: 0, limit: 10 }
    const plan = await port.previewConversion(query)
    expect(plan).toMatchObject({
      counts: { one: 3, choose: 0, gone: 0 },
      before: { edition: '2026 税则' },
      total: 3,
    })
    const done = await port.convertGoods('2027-01-01', [], '转版')
    expect(done).toMatchObject({ converted: 3, left: [] })
    expect((await port.previewConversion(query)).total).toBe(0)
    expect((await port.yearOpening(2027)).find(({ id }) => id === 'conversion')?.state).toBe('done')
    await port.undo(done.group, '再看看')
    expect((await port.previewConversion(query)).total).toBe(3)
    await port.undoImport(second.id, '错版')
    await expect(port.previewConversion({ ...query, on: '2025-12-31' })).rejects.toMatchObject({
      code: 'no-tariff',
    })
    expect(await port.tariffEditions()).toHaveLength(1)
  })
})
