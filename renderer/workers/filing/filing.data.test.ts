import { proxy } from 'comlink'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { party, residentNo, usccNo, without } from '#shared/filing/party.test-data'
import { partySheet } from '#shared/filing/sheet'
import type { Keyed } from '#shared/filing/batch'
import { newDatabaseName } from '../../../test/data/book-kit'
import { csv, foundOwn, inClear, own, putThreeGoods, withValues } from '../../../test/data/filing-book'
import { endWithFile, open, startMain } from '../../../test/data/open-books'
import type { TestMain } from '../../../test/data/practice-link'
import { until } from '../../../test/data/sample-book'
import type { BookPort } from '../../data/port'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })
endWithFile()

const database = newDatabaseName()
let port: BookPort
let main: TestMain

beforeAll(async () => {
  main = await startMain()
  ;({ port } = await open(database))
  await foundOwn(port)
})

const goods = (more: Record<string, string> = {}) => ({
  head: { gname: '棉制女式衬衫', gcode: '6206300090', unit: '011', barCode: '无', gmodel: '棉100%', ...more },
})
describe('备案 from a book', () => {
  it('is queued with who and why, reviewed, returned with reasons, filed again, and refused over a newer version', async () => {
    const { customsCode: key, name } = own
    // The sample enterprise does not exist, so the check digit of its code is wrong.
    const uscc = '91350100M000100Y43'
    const ours = { kind: 'enterprise' as const, key, content: { head: { name, uscc, customsCode: key } } }
    await port.queueFiling(ours, '首次备案')
    await port.queueFiling({ kind: 'goods', key: 'SKU-1', content: goods({ gcode: '62' }) }, '首次备案')
    await expect(port.queueFiling(ours, '再报')).rejects.toMatchObject({ code: 'already-queued' })
    const { entries } = await port.journal(0, 9)
    expect(entries.filter(({ name: act }) => act === 'filing.queue')).toMatchObject([
      { who: '演练申报员', why: '首次备案' },
      { who: '演练申报员', why: '首次备案' },
    ])

    await port.startExchange(proxy(main.link) as never, proxy(() => undefined) as never)
    const enterpriseFiling = async () => (await port.filings('enterprise', [key]))[0]
    expect(
      await until(enterpriseFiling, (one) => one?.stage === 'done' || one?.stage === 'rejected'),
    ).toMatchObject({
      stage: 'done',
      version: 1,
      base: 0,
    })
    const sku = async () => (await port.filings('goods', ['SKU-1', 'never filed']))[0]
    const returned = await until(sku, (one) => one?.stage === 'rejected')
    expect(returned).toMatchObject({ attempt: 1, version: 1, reason: { code: 'filing-returned' } })
    expect(returned!.reason!.fields).toMatchObject([{ field: 'gcode', code: 'Y412' }])

    await port.queueFiling({ kind: 'goods', key: 'SKU-1', content: goods() }, '商品编码改正')
    expect(await until(sku, (one) => one?.stage === 'done')).toMatchObject({
      attempt: 2,
      base: 1,
      version: 2,
    })
    const there = await port.serviceFilings()
    expect(there).toMatchObject({ ok: true })
    expect(there.ok && there.filings.map((one) => [one.kind, one.version, one.state]).sort()).toEqual([
      ['enterprise', 1, 'approved'],
      ['goods', 2, 'approved'],
    ])

    // Edited from what another desk has replaced meanwhile.
    await port.queueFiling(
      { kind: 'goods', key: 'SKU-1', base: 1, content: goods({ gname: '衬衫' }) },
      '改名',
    )
    const late = await until(sku, (one) => one?.stage === 'attention')
    expect(late).toMatchObject({
      attempt: 3,
      reason: { code: 'version-differs' },
      content: goods({ gname: '衬衫' }),
    })
    const seen = await port.filingVersions('goods', 'SKU-1')
    expect(seen).toMatchObject({
      base: 1,
      version: 2,
      fields: [{ name: 'gname', base: '棉制女式衬衫', mine: '衬衫', theirs: '棉制女式衬衫', pick: 'mine' }],
    })
    const decision = { kind: 'goods' as const, key: 'SKU-1', version: 2, choices: {} }
    await expect(port.decideFiling({ ...decision, version: 1 }, '合并')).rejects.toMatchObject({
      code: 'version-moved',
    })
    expect(await port.decideFiling(decision, '合并')).toBe('filed')
    expect(await until(sku, (one) => one?.stage === 'done')).toMatchObject({
      attempt: 4,
      base: 2,
      version: 3,
      content: goods({ gname: '衬衫' }),
    })
    await expect(port.decideFiling(decision, '合并')).rejects.toMatchObject({ code: 'version-settled' })
  })

  it('200 masters of one sheet: 193 accepted, 7 named at their field, those alone filed again', async () => {
    const keyOf = (at: number) => `3311${String(960_000 + at)}`
    const sound = Array.from({ length: 200 }, (_, at): Keyed => {
      const key = keyOf(at)
      const values = {
        uscc: usccNo(at + 1),
        legalPersonId: residentNo(at),
        customsCode: key,
        name: `企业${at}`,
      }
      return { key, party: party({ values }) }
    })
    // Numbers of a practice book cannot exist, so a wrong check digit goes and comes back; the rest is found here.
    const wrongCheck = (at: number) =>
      usccNo(at + 1).slice(0, -1) + (usccNo(at + 1).endsWith('0') ? '1' : '0')
    const planted = new Map<number, Keyed['party']>([
      ...[3, 57, 111, 199].map((at) => [at, withValues(sound[at]!, { uscc: wrongCheck(at) })] as const),
      [31, withValues(sound[31]!, { bankAccount: '1' })],
      [90, withValues(sound[90]!, { platformUrl: 'no site' })],
      [150, without(sound[150]!.party, 'address')],
    ])
    const keys = sound.map(({ key }) => key)
    const rows = sound.map((one, at) => ({ ...one, party: planted.get(at) ?? one.party }))
    const file = new File([csv(partySheet(rows))], 'masters.csv')
    expect(await port.importParties(file, '批量建档')).toMatchObject({ added: 200, refused: [], unknown: [] })
    expect(await port.importParties(file, '再读')).toMatchObject({ added: 0, same: 200 })

    const first = await port.fileParties(keys, '首批备案')
    expect(first).toMatchObject({ left: [] })
    expect(first.queued).toHaveLength(197)
    expect(first.refused.map(({ key, faults }) => [key, faults.map(({ field }) => field)])).toEqual([
      [keyOf(31), ['bankAccount']],
      [keyOf(90), ['platformUrl']],
      [keyOf(150), ['address']],
    ])
    const page = (state: 'held' | 'returned') => port.parties({ state, offset: 0, limit: 300 })
    await until(
      async () => (await port.parties({ offset: 0, limit: 1 })).states,
      // The book's own enterprise was filed by another officer before, with less.
      ({ filed = 0 }) => filed === 0,
    )
    const held = await page('held')
    expect(held.total).toBe(193)
    const returned = await page('returned')
    expect(returned.rows.map(({ key, reasons }) => [key, reasons.map(({ field }) => field)]).sort()).toEqual(
      [3, 57, 111, 199].map((at) => [keyOf(at), ['uscc']]),
    )

    // Sent again without a change it stays; mended, exactly the seven go.
    expect(await port.fileParties([keyOf(3)], '原样')).toMatchObject({
      queued: [],
      left: [{ key: keyOf(3) }],
    })
    for (const at of planted.keys()) {
      const view = (await port.party(keyOf(at)))!
      await port.putParty(keyOf(at), sound[at]!.party, view.rev, '改正')
    }
    const again = await port.fileParties(keys, '改正后')
    expect(again.queued.sort()).toEqual([...planted.keys()].map(keyOf).sort())
    expect(again.left).toHaveLength(193)
    await until(
      async () => (await port.parties({ offset: 0, limit: 1 })).states,
      ({ filed = 0 }) => filed === 0,
    )
    expect((await page('held')).total).toBe(200)
    const mended = (await port.party(keyOf(3)))!
    expect(mended.reviews.find(({ authority }) => authority === 'customs')?.attempts).toMatchObject([
      { version: 1, state: 'returned', reasons: [{ field: 'uscc', code: 'Y402' }] },
      { version: 2, state: 'approved' },
    ])
  })

  it('a change goes to those authorities whose view it touches, and to no other', async () => {
    const key = '3311960000'
    const view = (await port.party(key))!
    await port.putParty(key, withValues(view, { bankAccount: '6222000099998888' }), view.rev, '换开户行')
    const { standings } = (await port.party(key))!
    const touched = standings.filter(({ differences }) => differences.length > 0)
    expect(
      touched.map(({ authority, differences }) => [authority, differences.map(({ field }) => field)]),
    ).toEqual([
      ['tax', ['bankAccount']],
      ['bank', ['bankAccount']],
    ])
    await port.fileParties([key], '变更账号')
    await until(
      async () => (await port.party(key))!.state,
      (state) => state === 'held',
    )
    const [filed] = await port.filings('enterprise', [key])
    expect(filed!.content.head['to']).toBe('tax bank')
    const versions = (await port.party(key))!.standings.map(({ authority, version }) => [authority, version])
    expect(Object.fromEntries(versions)).toMatchObject({ customs: 1, tax: 2, bank: 2, logistics: 1 })
    await expect(port.dropParty(key, view.rev + 1, '误建')).rejects.toMatchObject({ code: 'party-filed' })
  })

  it('goods go in one act, what the single window would return is named before', async () => {
    await putThreeGoods(port)
    const batch = await port.fileGoods({}, '商品备案')
    expect(batch.queued).toEqual(['G-1', 'G-3'])
    expect(batch.refused).toMatchObject([{ key: 'G-2', faults: [{ field: 'barCode' }] }])
    await until(
      async () => port.filings('goods', ['G-1', 'G-3']),
      (all) => all.every(({ stage }) => stage === 'done'),
    )
    expect((await port.fileGoods({}, '再报')).left.map(({ key }) => key)).toEqual(['G-1', 'G-3'])
    expect(await port.verifyJournal()).toMatchObject({ ok: true })
  })

  it('what was filed before the book went over to another zone is marked, until somebody looked at it', async () => {
    const marked = async () => (await port.party(own.customsCode))?.zoneMoved === true
    expect(await marked()).toBe(false)
    const { zones, inUse } = await port.zoneChoice()
    await port.useZone(zones.find(({ id }) => id !== inUse)!.id, '迁出')
    expect(await marked()).toBe(true)
    const row = async () => (await port.parties({ text: own.customsCode, offset: 0, limit: 1 })).rows[0]
    expect(await row()).toMatchObject({ zoneMoved: true })
    await port.zoneLookedAt([own.customsCode], '核对')
    expect([await marked(), await row()]).toEqual([false, expect.not.objectContaining({ zoneMoved: true })])
    await port.undo((await port.journal(0, 1)).entries[0]!.group, '')
    expect(await marked()).toBe(true)
    await port.undo((await port.journal(2, 1)).entries[0]!.group, '')
    expect([await marked(), (await port.zoneChoice()).inUse]).toEqual([false, inUse])
  })

  it('nothing of it lies in clear on the disk', async () => {
    expect(await inClear(database, ['企业31', '张三', '13800000000'])).toEqual([])
  })
})
