import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { TestBookDesk } from '../../../test/data/desks'
import {
  closeDesksAfterEach,
  all,
  confirmed,
  conflicts,
  desk,
  readGoods,
  save,
  saveGoods,
  swap,
} from '../../../test/data/desk-acts'
import { goods } from '../../../test/data/samples'
import { practiceTemplate } from '#shared/declaration/practice-template'
import { defaultDeclarationSettings } from '#shared/declaration/settings'
import { WeightTolerance } from '#shared/departure/weight-check'
import { allRecords, getRecord } from '../read/records'
import { keyedId } from '../sealing/blind'
import { command } from '../write/command'
import { declarationKey, declarationSettings, putSetting, readSetting, toleranceKey } from '../settings'
import { verifyJournal } from '../write/verify'
import { undo } from '../write/undo'
import { changeDesk, readDesk } from './setting'

closeDesksAfterEach()

describe('two desks with carried files', () => {
  it('merge edits of different fields, also of records that both made while apart', async () => {
    const [a, b] = [await desk('A'), await desk('B')]
    await saveGoods(a, 'SKU-1')
    await saveGoods(b, 'SKU-1')
    await swap(a, b)
    expect(await conflicts(a)).toEqual([])
    await saveGoods(a, 'SKU-1', { gname: '男式T恤' })
    await saveGoods(b, 'SKU-1', { netWeight: '0.3' })
    await swap(a, b)
    for (const each of [a, b]) {
      expect(await readGoods(each, 'SKU-1')).toEqual(goods('SKU-1', { gname: '男式T恤', netWeight: '0.3' }))
      expect(await verifyJournal(each.context)).toMatchObject({ ok: true })
    }
  })

  it('show a true conflict with base, both authors and times, keep their own meanwhile, and agree once it is decided', async () => {
    const [a, b] = [await desk('A'), await desk('B')]
    await saveGoods(a, 'SKU-1', { gname: '杯' })
    await swap(a, b)
    await saveGoods(a, 'SKU-1', { gname: '搪瓷杯' })
    await saveGoods(b, 'SKU-1', { gname: '马克杯' })
    await swap(a, b)
    const [open] = await b.desks.conflicts()
    expect(open).toMatchObject({
      kind: 'goods',
      name: 'SKU-1',
      fields: [
        {
          path: 'gname',
          base: '杯',
          mine: { value: '马克杯', who: 'officer B', isOwn: true },
          theirs: [{ value: '搪瓷杯', who: 'officer A', isOwn: false }],
        },
      ],
    })
    expect([(await readGoods(a, 'SKU-1'))?.gname, (await readGoods(b, 'SKU-1'))?.gname]).toEqual([
      '搪瓷杯',
      '马克杯',
    ])
    await b.desks.resolve([{ id: open!.id, rev: open!.rev, choices: { gname: 0 } }], '以A为准')
    await swap(a, b)
    for (const each of [a, b]) {
      expect((await readGoods(each, 'SKU-1'))?.gname).toBe('搪瓷杯')
      expect(await conflicts(each)).toEqual([])
    }
  })

  it('change nothing when a file is taken in five times, or an old one after a new one', async () => {
    const [a, b] = [await desk('A'), await desk('B')]
    await saveGoods(a, 'SKU-1')
    const old = await a.desks.exportFile()
    await saveGoods(a, 'SKU-1', { gname: '新' })
    const now = await a.desks.exportFile()
    for (const file of [now, old, now, old, now])
      expect(await b.desks.importFile(file, 'file', confirmed)).toMatchObject({ ok: true })
    expect((await readGoods(b, 'SKU-1'))?.gname).toBe('新')
    const before = await allRecords(b.context, 'deskRecords')
    await b.desks.importFile(old, 'file', confirmed)
    expect(await allRecords(b.context, 'deskRecords')).toEqual(before)
  })

  it('see a deletion here and an edit there as a conflict', async () => {
    const [a, b] = [await desk('A'), await desk('B')]
    await saveGoods(a, 'SKU-1')
    await swap(a, b)
    const id = await keyedId(a.context.keys, 'goods', ['SKU-1'])
    const rev = (await getRecord(a.context, 'goods', id))!.rev
    await save(a, 'goods.delete', { table: 'goods', op: 'delete', id, rev })
    await saveGoods(b, 'SKU-1', { gname: '改' })
    await swap(a, b)
    expect(await conflicts(a)).toEqual([['SKU-1', '$']])
    expect(await readGoods(a, 'SKU-1')).toBeUndefined()
    const [open] = await a.desks.conflicts()
    await a.desks.resolve([{ id: open!.id, rev: open!.rev, choices: { $: 0 } }], '保留')
    await swap(a, b)
    for (const each of [a, b]) expect(await readGoods(each, 'SKU-1')).toEqual(goods('SKU-1', { gname: '改' }))
  })

  it('merge the ports of a template entry by entry, and the fields of the company but for those of the desk', async () => {
    const [a, b] = [await desk('A'), await desk('B')]
    const { ports } = practiceTemplate
    await save(a, 'templates.add', { table: 'templates', op: 'put', record: practiceTemplate })
    await swap(a, b)
    const edit = async (at: TestBookDesk, change: object) => {
      const [stored] = await allRecords(at.context, 'templates')
      const record = { ...stored!.record, ports: { ...ports, ...change } }
      await save(at, 'templates.edit', {
        table: 'templates',
        op: 'put',
        id: stored!.id,
        rev: stored!.rev,
        record,
      })
    }
    await edit(a, { '304': 'DEHA' })
    await edit(b, { '303': 'GBLO' })
    const [own] = await allRecords(b.context, 'enterprise')
    await save(b, 'enterprise', {
      table: 'enterprise',
      op: 'put',
      rev: own!.rev,
      record: { ...own!.record, dxpId: 'DXP2' },
    })
    await swap(a, b)
    for (const each of [a, b]) {
      expect((await all(each, 'templates'))[0]?.ports).toEqual({ ...ports, '304': 'DEHA', '303': 'GBLO' })
    }
    expect((await all(a, 'enterprise'))[0]).toMatchObject({ desk: 'A', dxpId: 'DXP2', officer: 'officer A' })
    expect((await all(b, 'enterprise'))[0]).toMatchObject({ desk: 'B', dxpId: 'DXP2', officer: 'officer B' })
  })
})

describe('the columns of an import', () => {
  const mapping = {
    name: '店铺导出',
    kind: 'orders' as const,
    platform: '独立站',
    shop: '主店',
    profile: 'auto',
    map: { orderNo: { column: '订单号' }, buyerName: { column: '买家' } },
    options: { currency: 'USD' },
  }
  const remember = async (at: TestBookDesk, record: object) => {
    const [stored] = await allRecords(at.context, 'mappings')
    return save(at, 'mapping', {
      table: 'mappings',
      op: 'put',
      id: stored?.id,
      rev: stored?.rev ?? 0,
      record: record as never,
    })
  }

  it('are known at the other desk, merge column by column, and are not made of nothing', async () => {
    const [a, b] = [await desk('A'), await desk('B')]
    await remember(a, mapping)
    await swap(a, b)
    expect(await all(b, 'mappings')).toEqual([mapping])
    await remember(a, { ...mapping, map: { ...mapping.map, phone: { column: '电话' } } })
    await remember(b, { ...mapping, options: { currency: 'EUR' } })
    await swap(a, b)
    const { map: _map, ...profileOnly } = mapping
    for (const each of [a, b]) {
      const map = { ...mapping.map, phone: { column: '电话' } }
      expect(await all(each, 'mappings')).toEqual([{ ...mapping, map, options: { currency: 'EUR' } }])
    }
    await remember(a, profileOnly)
    await swap(a, b)
    expect(await all(b, 'mappings')).toEqual([profileOnly])
  })

  it('travel also when they were remembered before this version exchanged them', async () => {
    const [a, b] = [await desk('A'), await desk('B')]
    await remember(a, mapping)
    await command(a.context, 'desk.captured', 'earlier version', '', async (draft) => {
      await changeDesk(a.context, draft, (one) => ({ ...one, seq: 1_000, kinds: ['goods'] }))
    })
    await swap(a, b)
    expect(await all(b, 'mappings')).toEqual([mapping])
    expect((await readDesk(a.context))!.kinds).toContain('mapping')
  })
})

it('merges the settings of the enterprise choice by choice, and leaves those of the computer alone', async () => {
  const [a, b] = [await desk('A'), await desk('B')]
  const choose = (at: TestBookDesk, key: string, value: object) =>
    command(at.context, 'setting', at.who, '', async (draft) => {
      await putSetting(draft, key, JSON.parse(JSON.stringify(value)))
    })
  const usual = defaultDeclarationSettings
  await choose(a, declarationKey, { ...usual, gifts: 'leave-out' })
  await choose(b, declarationKey, { ...usual, transmits: { ...usual.transmits, CEB403: 'platform' } })
  await choose(a, toleranceKey, { percent: '5', kg: '0.1' })
  await choose(a, 'receipts.read officer A', { upTo: 9, also: [] })
  await swap(a, b)
  const agreed = { ...usual, gifts: 'leave-out', transmits: { ...usual.transmits, CEB403: 'platform' } }
  for (const each of [a, b]) {
    expect(await declarationSettings(each.context)).toEqual(agreed)
    expect(await readSetting(each.context, toleranceKey, WeightTolerance)).toEqual({
      percent: '5',
      kg: '0.1',
    })
    expect(await conflicts(each)).toEqual([])
  }
  expect(await readSetting(b.context, 'receipts.read officer A', z.unknown())).toBeUndefined()
  await choose(a, toleranceKey, { percent: '6', kg: '0.1' })
  await choose(b, toleranceKey, { percent: '7', kg: '0.2' })
  await swap(a, b)
  for (const each of [a, b]) expect(await conflicts(each)).toEqual([[toleranceKey, 'percent']])
  const [open] = await b.desks.conflicts()
  expect(open!.title.en).toContain('weighing')
  await b.desks.resolve([{ id: open!.id, rev: open!.rev, choices: { percent: 0 } }], '以A为准')
  await choose(a, declarationKey, usual)
  await swap(a, b)
  for (const each of [a, b]) {
    expect(await readSetting(each.context, toleranceKey, WeightTolerance)).toEqual({
      percent: '6',
      kg: '0.2',
    })
    expect(await declarationSettings(each.context)).toEqual(usual)
  }
})

it('tells who made an edit when, also of several edits in a row and of one that was taken back', async () => {
  const [a, b] = [await desk('A'), await desk('B')]
  await saveGoods(a, 'SKU-1')
  await swap(a, b)
  const as = async (who: string, change: object) => {
    const [stored] = await allRecords(a.context, 'goods')
    const record = { ...stored!.record, ...change }
    return command(
      a.context,
      'goods.save',
      who,
      '',
      [{ table: 'goods', op: 'put', id: stored!.id, rev: stored!.rev, record }],
      { group: who },
    )
  }
  await as('李', { gname: '甲' })
  await as('赵', { netWeight: '1' })
  await as('钱', { gcode: '6109909000' })
  await undo(a.context, '孙', '钱', '错了')
  await saveGoods(b, 'SKU-1', { gname: '乙', netWeight: '2' })
  await swap(a, b)
  const [open] = await b.desks.conflicts()
  const authors = Object.fromEntries(open!.fields.map(({ path, theirs }) => [path, theirs[0]!.who]))
  expect(authors).toEqual({ gname: '李', netWeight: '赵' })
})

it('takes in the files of a desk by one key only: confirmed at the first, refused when it changes, until it is compared anew', async () => {
  const [a, b] = [await desk('A'), await desk('B')]
  await saveGoods(a, 'SKU-1')
  const file = await a.desks.exportFile()
  const taken = (fingerprint: string, confirmed = false) =>
    b.desks.importFile(file, 'file', { fingerprint, confirmed })
  expect(await taken('AA:01')).toMatchObject({ ok: false, reason: { code: 'desk-signer-new' } })
  expect(await readGoods(b, 'SKU-1')).toBeUndefined()
  expect(await taken('AA:01', true)).toMatchObject({ ok: true })
  expect(await taken('AA:01')).toMatchObject({ ok: true })
  await saveGoods(a, 'SKU-2')
  const other = await a.desks.exportFile()
  for (const confirmed of [false, true]) {
    const refused = await b.desks.importFile(other, 'file', { fingerprint: 'BB:02', confirmed })
    expect(refused).toMatchObject({ ok: false, reason: { code: 'desk-signer-changed' } })
  }
  expect(await readGoods(b, 'SKU-2')).toBeUndefined()
  const { id } = await a.desks.state()
  expect((await b.desks.state()).signers).toMatchObject([
    { desk: id, fingerprint: 'AA:01', who: 'officer B' },
  ])
  await b.desks.forgetSigner(id)
  expect(await b.desks.importFile(other, 'file', { fingerprint: 'BB:02', confirmed: true })).toMatchObject({
    ok: true,
  })
  expect(await readGoods(b, 'SKU-2')).toBeDefined()
})

it('an enterprise never takes in the file of another one', async () => {
  const [a, b] = [await desk('A'), await desk('B', { customsCode: '000096YG02' })]
  const file = await a.desks.exportFile()
  await expect(b.desks.importFile(file, 'file', confirmed)).rejects.toMatchObject({
    code: 'other-enterprise',
  })
})

it('names templates that share a name, because only one of them is exchanged', async () => {
  const a = await desk('A')
  const template = practiceTemplate
  expect((await a.desks.state()).sameNames).toEqual([])
  for (let n = 0; n < 2; n += 1)
    await save(a, 'template.save', { table: 'templates', op: 'put', record: template })
  expect((await a.desks.state()).sameNames).toEqual([template.name])
})
