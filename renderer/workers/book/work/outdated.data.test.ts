import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import type { AuditDocument } from '#shared/audit-file/document'
import type { Station } from '#shared/control/stations'
import { endWithTest, matchedBook } from '../../../../test/data/open-books'
import type { TestWindow } from '../../../../test/data/sample-book'
import { takePlain, withdrawAll } from '../../../../test/data/take-plain'
import type { SealedRecord } from '../../../data/port'

vi.setConfig({ testTimeout: 180_000 })
endWithTest()

describe('待更新', () => {
  it('marks drafts whose goods changed, leaves them out of declaring, and clears with a rebuild', async () => {
    const { port } = await matchedBook()
    await port.buildLists({})
    const outdated = () =>
      port.page({
        table: 'lists',
        filter: { where: [{ column: 'outdated', is: 'in', values: ['true'] }] },
        offset: 0,
        limit: 100,
      })
    expect((await outdated()).total).toBe(0)
    const [goods] = (await port.all('goods')).filter(({ record }) => record.sku === 'SILK-SET-GIFT')
    const record = { ...goods!.record, gname: '丝绸方巾套装' }
    await port.command('goods', '品名', [
      { table: 'goods', op: 'put', id: goods!.id, rev: goods!.rev, record },
    ])
    const stale = await outdated()
    expect(stale.rows.map(({ orderNo }) => orderNo).sort()).toEqual(['#2014', '#2027'])
    const declared = await port.declare({ ids: stale.rows.map(({ id }) => id) }, '试')
    expect(declared).toMatchObject({ declared: 0, leftOutCount: 2, batchNo: '' })
    expect(declared.leftOut.map(({ reason }) => reason.code)).toEqual(['outdated', 'outdated'])
    const [first, second] = stale.rows
    expect(await port.timeline(first!.id)).toMatchObject({ outdated: true })
    expect(await port.outdatedFields(first!.id)).toMatchObject([
      { element: 'gname', after: '丝绸方巾套装', source: { record: 'goods', field: 'gname' } },
    ])

    // Another 综试区 may mean other rules, so every draft is built anew, also after the way back.
    const { zones, inUse } = await port.zoneChoice()
    await port.useZone(zones.find(({ id }) => id !== inUse)!.id, '迁出')
    expect((await outdated()).total).toBe(51)
    await port.useZone(inUse, '迁回')
    expect(await port.rebuild({}, '资料更新')).toMatchObject({ built: 51, refused: 0 })
    expect(await port.timeline(first!.id)).toMatchObject({ outdated: false })
    expect((await outdated()).total).toBe(0)

    // Nothing of a 清单 was typed; a value that is replaced keeps its reason through a rebuild, one that was told is not ours.
    const fields = async () => port.listFields(first!.id)
    expect((await fields()).filter(({ override }) => override)).toEqual([])
    const target = { document: 'CEB603', line: 1, element: 'gname' }
    const told = { document: 'CEB603', element: 'orderNo' }
    await expect(port.overrideField(first!.id, told, 'X-1', '改单号')).rejects.toMatchObject({
      code: 'locked-field',
    })
    await port.overrideField(first!.id, target, '丝巾', '与合同一致')
    await port.rebuild({ ids: [first!.id] }, '再生成')
    const named = (await fields()).find(({ line, element }) => line === 1 && element === 'gname')
    expect(named).toMatchObject({
      value: '丝巾',
      lock: 'derived',
      override: { derived: '丝绸方巾套装', reason: '与合同一致', by: '演练申报员' },
      at: { record: 'goods', id: goods!.id },
    })
    await port.takeBackOverride(first!.id, target, '不用改')
    expect((await fields()).filter(({ override }) => override)).toEqual([])

    // A licence that has run out stops the lists with its goods, and no other.
    const paper = { kind: 'export-licence' as const, title: '许可证', subjects: ['SILK-SET-GIFT'] }
    const { id } = await port.putEvidence({ ...paper, to: '2020-01-01' }, '登记')
    const stopped = await port.declare({ ids: [first!.id, second!.id] }, '证照过期')
    expect(stopped).toMatchObject({ declared: 0, leftOut: [{ reason: { code: 'paper-stops' } }, {}] })
    await port.putEvidence(paper, '换证', { id, rev: 1 })

    // One that a list of goods asks for and nobody recorded stops them likewise, until it is recorded.
    const asking = {
      id: 'species',
      kind: 'licence',
      name: { zh: '濒危物种', en: 'Species' },
      version: '1',
      from: '2020-01-01',
      complete: true,
      basis: { document: '测试清单', article: '', strength: 'to-confirm' },
      entries: [{ code: goods!.record.gcode, needs: ['species-permit', 'station-record'] }],
    }
    expect(await takePlain(port, asking)).toMatchObject({ counts: { added: 2 } })
    const lacking = await port.declare({ ids: [second!.id] }, '缺证')
    expect(lacking).toMatchObject({ declared: 0, leftOut: [{ reason: { code: 'paper-stops' } }] })
    expect(lacking.leftOut[0]!.reason.text.zh).toContain('濒危物种证明书')
    await port.putEvidence({ ...paper, kind: 'species-permit' }, '登记')
    await followed(port, second!.id)
    expect(await port.declare({ ids: [second!.id] }, '换证后')).toMatchObject({ declared: 1 })
    await withdrawAll(port, 'list-species')
    const copNos = (await port.page({ table: 'lists', offset: 0, limit: 100 })).rows.map(({ copNo }) => copNo)
    expect(new Set(copNos).size).toBe(51)
  })
})

/** Goods that are followed piece by piece: no list before each piece was at every station, and its way in the 卷宗. */
async function followed(port: TestWindow['port'], id: string) {
  const sku = 'SILK-SET-GIFT'
  const { list } = (await port.get('lists', id))!.record as SealedRecord<'lists'>
  const { qty } = list.documents.inventory.lines!.find(({ itemNo }) => itemNo === sku)!
  const refusal = async () => (await port.declare({ ids: [id] }, '未跟踪')).leftOut[0]!.reason
  expect(await refusal()).toMatchObject({
    code: 'piece-stops',
    text: { zh: expect.stringContaining('只登记了 0 件') },
  })
  const input = { kind: 'special' as const, sku, orderNo: list.orderNo }
  const ids: string[] = []
  for (let n = 1; n <= Number(qty); n++) {
    ids.push((await port.putPiece({ ...input, piece: `S-${n}` }, '登记')).id)
  }
  await expect(port.putPiece({ ...input, piece: 'S-1' }, '又登记')).rejects.toMatchObject({
    code: 'piece-taken',
  })
  const at = (station: Station, day: number) =>
    port.recordStation(
      ids,
      { station, at: `2026-01-0${day}T08:00:00+08:00`, by: '张三', place: '龙泉' },
      '登记',
    )
  await at('order', 1)
  await at('ship', 3)
  expect((await refusal()).text.zh).toBe('S-1 缺“生产”环节')
  await at('make', 4)
  expect((await refusal()).text.zh).toBe('S-1 的“发货”早于前一环节')
  for (const one of ids) {
    const { events } = (await port.get('pieces', one))!.record as SealedRecord<'pieces'>
    const [late] = Object.entries(events).filter(([, { station }]) => station === 'make')
    await port.voidStation(one, late![0], '日期写错')
  }
  await at('make', 2)
  await at('transfer', 4)
  expect(await port.pieces({ text: list.orderNo, offset: 0, limit: 1 })).toMatchObject({
    total: ids.length,
    states: { ready: ids.length },
    rows: [{ track: { late: ['order', 'make', 'ship', 'transfer'] } }],
  })
  const { bytes } = await port.makeAudit({ numbers: [list.copNo] }, {})
  const pieces = JSON.parse(strFromU8(unzipSync(bytes)['records/pieces.json']!)) as AuditDocument[]
  expect(pieces.map(({ no, day }) => [no, day])).toEqual(ids.map((_, n) => [`S-${n + 1}`, '2026-01-04']))
}
