import { describe, expect, it, vi } from 'vitest'
import { memorySentinel, newDatabaseName } from '../../../../test/data/book-kit'
import { endWithTest, matchedBook, open } from '../../../../test/data/open-books'

vi.setConfig({ testTimeout: 180_000 })
endWithTest()

describe('录入 ≠ 复核', () => {
  it('lets nothing go that nobody else checked, takes the check with the next change, and keeps roles apart', async () => {
    const { port, database, sentinel } = await matchedBook()
    await port.buildLists({})
    await port.setCheckRules({ checking: true, graceDays: 0 }, '开启复核')
    const reviewer = (await open(database, sentinel, { name: '李复核', roles: ['check'] })).port
    const code = (left: { leftOut: { reason: { code: string } }[] }) => left.leftOut[0]?.reason.code

    const refused = await port.declare({}, '申报')
    expect([refused.declared, refused.leftOutCount, code(refused)]).toEqual([0, 51, 'unchecked'])
    expect(refused.leftOut[0]!.reason.text.zh).toContain('演练申报员')
    const own = await port.checkLists({}, '复核')
    expect([own.checked, code(own)]).toEqual([0, 'own-work'])
    await expect(reviewer.declare({}, '申报')).rejects.toMatchObject({ code: 'not-your-role' })
    await expect(reviewer.voidLists({}, '作废')).rejects.toMatchObject({ code: 'not-your-role' })

    expect(await reviewer.checkLists({}, '复核')).toMatchObject({ checked: 51, leftOutCount: 0 })
    const [entry] = (await port.journal(0, 1)).entries
    expect(entry).toMatchObject({ name: 'list.check', who: '李复核', changes: 51 })
    await expect(reviewer.undo((await port.journal(1, 1)).entries[0]!.group, '撤销')).rejects.toMatchObject({
      code: 'not-undoable',
    })

    const { rows } = await port.page({ table: 'lists', offset: 0, limit: 100 })
    expect(rows.every(({ author, checkedBy }) => author === '演练申报员' && checkedBy === '李复核')).toBe(
      true,
    )
    const { id, rev, ...found } = (await port.all('goods')).find(
      ({ record }) => record.sku === 'SILK-SET-GIFT',
    )!
    const record = { ...found.record, gname: '丝绸方巾套装' }
    await port.command('goods.save', '改', [{ table: 'goods', op: 'put', id, rev, record }])
    const rebuilt = await port.rebuild({}, '重新生成')
    expect(rebuilt.built).toBe(51)
    const changed = (await port.page({ table: 'lists', offset: 0, limit: 100 })).rows.filter(
      ({ checkedBy }) => checkedBy === '',
    ).length
    expect(changed).toBeGreaterThan(0)
    expect(changed).toBeLessThan(51)
    const declared = await port.declare({}, '申报')
    expect([declared.declared, declared.leftOutCount]).toEqual([51 - changed, changed])

    // What has no check of its own: one asks, another one sends, and neither changed it last.
    const declarant = (await open(database, sentinel, { name: '赵申报', roles: ['declare'] })).port
    const silk = { where: [{ column: 'sku', is: 'in' as const, values: ['SILK-SET-GIFT'] }] }
    const alone = { code: 'second-officer' }
    await expect(declarant.fileGoods(silk, '备案')).rejects.toMatchObject(alone)
    await expect(declarant.fileGoods(silk, '备案')).rejects.toMatchObject(alone)
    await expect(port.fileGoods(silk, '备案')).rejects.toMatchObject(alone)
    const asked = (await port.all('settings')).find(({ record: one }) => one.key === 'people.asked')!
    await expect(
      port.command('x', '', [{ table: 'settings', op: 'put', record: asked.record }]),
    ).rejects.toMatchObject({ code: 'not-your-role' })
    const now = (await port.get('goods', id))!
    await port.command('goods.save', '改', [
      { table: 'goods', op: 'put', ...now, record: { ...record, gname: '方巾' } },
    ])
    await expect(declarant.fileGoods(silk, '备案')).rejects.toMatchObject(alone)
    await expect(port.fileGoods(silk, '备案')).rejects.toMatchObject(alone)
    // What was asked for of the goods as they were before is told from what is asked for now.
    const standings = async (of: typeof port) =>
      (await of.askedActs()).map(({ act, by, standing, numbers, count }) => [
        act,
        by,
        standing,
        numbers,
        count,
      ])
    const gone = ['fileGoods', '演练申报员', 'changed', ['SILK-SET-GIFT'], 1]
    expect(await standings(declarant)).toEqual([
      ['fileGoods', '演练申报员', 'open', ['SILK-SET-GIFT'], 1],
      gone,
    ])
    expect(await standings(port)).toEqual([['fileGoods', '演练申报员', 'own', ['SILK-SET-GIFT'], 1], gone])
    const [wanted, stale] = await declarant.askedActs()
    await declarant.turnDown(wanted!.digest, '品名不对')
    expect(await standings(port)).toEqual([['fileGoods', '演练申报员', 'down', ['SILK-SET-GIFT'], 1], gone])
    await expect(declarant.fileGoods(silk, '备案')).rejects.toMatchObject(alone)
    await expect(reviewer.fileGoods(silk, '备案')).rejects.toMatchObject({ code: 'not-your-role' })
    await declarant.turnDown((await declarant.askedActs())[0]!.digest, '')
    await declarant.turnDown(stale!.digest, '重新提出')
    await port.turnDown(stale!.digest, '')
    await expect(port.fileGoods(silk, '备案')).rejects.toMatchObject(alone)
    const [again] = await declarant.askedActs()
    expect(await standings(declarant)).toEqual([['fileGoods', '演练申报员', 'open', ['SILK-SET-GIFT'], 1]])
    const filed = await declarant.fileGoods(...(again!.asked as Parameters<typeof port.fileGoods>))
    expect(await declarant.askedActs()).toEqual([])
    expect([...filed.queued, ...filed.refused.map(({ key }) => key)]).toEqual(['SILK-SET-GIFT'])
    expect(await port.verifyJournal()).toMatchObject({ ok: true })
  })

  it('is read-only past the offline limit, and goes on after one contact', async () => {
    const database = newDatabaseName()
    const sentinel = memorySentinel()
    const { port } = await open(database, sentinel)
    await port.setCheckRules({ checking: false, graceDays: 7 }, '期限')
    const hour = Math.floor(Date.now() / 3_600_000)
    await sentinel.advance({ seen: hour + 24 * 8 })
    await expect(port.setTransmitters(await port.transmitters(), '改')).rejects.toMatchObject({
      code: 'offline-too-long',
    })
    expect((await port.people()).grace!.daysLeft).toBe(-1)
    await sentinel.advance({ contact: hour + 24 * 8 })
    await port.setTransmitters(await port.transmitters(), '改')
    const again = await open(database, sentinel)
    expect((await again.port.people()).rules.graceDays).toBe(7)
  })
})
