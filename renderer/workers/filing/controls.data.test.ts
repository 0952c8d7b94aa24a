import { proxy } from 'comlink'
import { sm2 } from 'sm-crypto-v2'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { shippedLists } from '#shared/control/lists'
import { rowsOfList, tableOfList } from '#shared/control/list-rows'
import type { Authorisation } from '#shared/filing/authorisation'
import { usccNo } from '#shared/filing/party.test-data'
import lishui from '../../../shared/zones/data/lishui.json'
import { newDatabaseName } from '../../../test/data/book-kit'
import { foundOwn, inClear, own, putThreeGoods, readTariff, tariffFile } from '../../../test/data/filing-book'
import { endWithFile, open } from '../../../test/data/open-books'
import { offerOf, signedTable, takePlain, withdrawAll } from '../../../test/data/take-plain'
import type { BookPort, ReferenceProposal } from '../../data/port'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })
endWithFile()

const publisher = sm2.generateKeyPairHex()
const database = newDatabaseName()
let port: BookPort
beforeAll(async () => {
  ;({ port } = await open(database))
  await foundOwn(port)
  await putThreeGoods(port)
  const { id } = await readTariff(port, tariffFile('6109100000', 'tariff-2026.csv'))
  await port.describeTariff(id, { edition: '2026 税则', complete: true }, '全表')
})

describe('controls, papers and zones of a book', () => {
  const on = '2026-06-15'
  const list = {
    id: 'dual-use',
    kind: 'dual-use',
    name: { zh: '两用物项', en: 'Dual-use items' },
    version: '2026-1',
    from: '2026-01-01',
    complete: true,
    basis: { document: '测试清单', article: '', strength: 'to-confirm' },
    entries: [{ code: '6109', needs: ['dual-use-licence'] }],
  }

  it('a list flags goods with its version, its paper lifts the block, and an expired one stops just those goods', async () => {
    expect(await takePlain(port, { ...list, entries: [{}] })).toMatchObject({ code: 'reference-faults' })
    expect(await takePlain(port, list)).toMatchObject({
      table: 'list-dual-use',
      to: '2026-1',
      counts: { added: 2 },
      touched: [{ what: 'goods', first: ['G-1', 'G-2', 'G-3'] }],
    })
    const query = { mode: '9610', on }
    const [flags] = await port.flagsOfGoods(['G-1'], query)
    expect(flags).toMatchObject({ missing: ['dual-use-licence', 'inspection-record'] })
    expect(flags!.flags).toMatchObject([
      { effect: 'need', source: { id: 'dual-use', version: '2026-1' }, ground: '6109' },
      { kind: 'mark', source: { version: '2026 税则' } },
    ])
    expect(await port.flaggedGoods({ ...query, offset: 0, limit: 2 })).toMatchObject({ total: 3, looked: 3 })

    const bytes = new TextEncoder().encode('%PDF-1.4 secret-licence /Type /Page /Type /Pages')
    const paper = {
      kind: 'dual-use-licence' as const,
      title: '许可证',
      subjects: ['G-1', 'G-2'],
      to: '2026-06-20',
    }
    await expect(port.putEvidence(paper, '', undefined, new File(['MZ'], 'x.pdf'))).rejects.toMatchObject({
      code: 'file-type',
    })
    const { id } = await port.putEvidence(paper, '收到', undefined, new File([bytes], 'licence.bin'))
    const { rows } = await port.evidence({ on, subject: 'G-1', offset: 0, limit: 5 })
    expect(rows).toMatchObject([
      { id, document: { file: { type: 'pdf', pages: 1 } }, validity: { state: 'valid', days: 5 } },
    ])
    expect((await port.evidenceFile(id))!.bytes).toEqual(bytes)
    const blocked = async (day: string) =>
      (await port.evidenceBlocks({ act: 'declare', on: day, skus: ['G-1', 'G-3'], mode: '9610' }))
        .filter(({ kind }) => kind === 'dual-use-licence')
        .map(({ subject, because }) => [subject, because])
    expect(await blocked(on)).toEqual([['G-3', 'missing']])
    expect(await blocked('2026-06-21')).toEqual([
      ['G-1', 'expired'],
      ['G-3', 'missing'],
    ])

    expect((await port.reminders(on)).map(({ step }) => step)).toEqual([7])
    await port.remindersTold([{ id, step: 7 }])
    expect(await port.reminders(on)).toEqual([])
    expect((await port.reminders('2026-06-19')).map(({ step }) => step)).toEqual([1])
    await port.putEvidence({ ...paper, to: '2027-06-20' }, '换证', { id, rev: rows[0]!.rev })
    expect((await port.evidenceFile(id))!.bytes).toEqual(bytes)
    expect((await port.get('evidence', id))!.record).toMatchObject({
      to: '2027-06-20',
      earlier: [{ to: '2026-06-20', why: '换证', file: { pages: 1 } }],
    })
    expect((await port.evidenceFile(id, 0))!.bytes).toEqual(bytes)
    expect((await port.reminders('2027-06-15')).map(({ step }) => step)).toEqual([7])
    const licence = { kind: 'business-licence' as const, title: '执照', subjects: [], to: '2020-01-01' }
    const old = await port.putEvidence(licence, '旧')
    await expect(port.fileGoods({}, '')).rejects.toMatchObject({ code: 'paper-stops' })
    await port.dropEvidence(old.id, 1, '误')
    await withdrawAll(port, 'list-dual-use')

    // A signed update stands for what was shipped, and one that does not join on changes nothing.
    const cold = shippedLists.find(({ id: name }) => name === 'cold-chain')!
    const entries = [{ code: '6109', needs: ['temperature-record' as const] }]
    const put = rowsOfList({ ...cold, entries })
    const whole = (to: string, other = {}) =>
      signedTable(publisher, { table: tableOfList(cold.id), to, put }, other)
    const signed = await whole('7')
    const changed = { added: 1, removed: cold.entries.length, changed: 0, same: 1 }
    const told: unknown[] = []
    const read = await port.planReference(
      offerOf(signed),
      proxy((p: unknown) => void told.push(p)),
    )
    expect(read).toMatchObject({
      counts: changed,
      from: cold.version,
      isKnown: false,
      signer: publisher.publicKey,
    })
    expect(told).not.toEqual([])
    const { table, ...looked } = read as ReferenceProposal
    // Who may take it is decided by the table, so it has to be the one that was read; and another may have been read since.
    const unread = { code: 'reference-unread' }
    expect(await port.takeReference({ id: looked.id, table: 'unit' }, '别的表')).toMatchObject(unread)
    expect(await port.takeReference({ id: looked.id, table }, '更新')).toMatchObject({ counts: changed })
    expect(await takePlain(port, { ...signed, to: '8' })).toMatchObject({ code: 'reference-forged' })
    expect(await port.takeReference({ id: looked.id, table }, '再来')).toMatchObject(unread)
    expect(await port.planReference(offerOf(signed))).toMatchObject({
      isHere: true,
      changes: [],
      isKnown: true,
    })
    const torn = { file: new File(['{"table":'], 'torn.json'), source: 'torn.json' }
    expect(await port.planReference(torn)).toMatchObject({ code: 'reference-broken' })
    const [stopped] = await Promise.all([port.planReference(offerOf(signed)), port.cancelReference()])
    expect(stopped).toBe('stopped')
    expect(await takePlain(port, await whole('8', { from: '6' }))).toMatchObject({
      code: 'reference-version',
    })
    expect(await takePlain(port, await whole('6'))).toMatchObject({ code: 'reference-older' })
    expect((await port.flagsOfGoods(['G-1'], query))[0]!.flags).toMatchObject([
      { kind: 'cold-chain', effect: 'need', source: { version: '7' } },
      { kind: 'mark' },
    ])
    expect((await port.journal(0, 1)).entries[0]).toMatchObject({ name: 'reference.take', why: '更新' })
    await withdrawAll(port, tableOfList(cold.id))
    expect((await port.flagsOfGoods(['G-1'], query))[0]!.flags).toMatchObject([{ kind: 'mark' }])
  })

  it('a published tariff answers, the next beside it; withdrawn, the imported one does again', async () => {
    const before = (await port.tariffEditions()).map(({ edition }) => edition)
    for (const year of [2030, 2031]) {
      const head = { edition: `${year} 公布`, from: `${year}-01-01`, complete: true }
      const line = { code: '6109100010', name: `针织T恤 ${year}`, unit1: '011' }
      const put = [
        { key: '#', row: head },
        { key: line.code, row: line },
      ]
      await takePlain(port, await signedTable(publisher, { table: 'tariff', to: String(year), put }))
    }
    const nameOn = async (day: string) => (await port.tariffLine('6109100010', day))?.row.name
    expect([await nameOn('2030-06-01'), await nameOn('2031-06-01')]).toEqual(['针织T恤 2030', '针织T恤 2031'])
    expect((await port.tariffEditions())[0]).toMatchObject({ published: '2031', complete: true, rows: 1 })
    const [first] = await port.referenceEditions('tariff')
    await expect(port.describeTariff(first!.id, { edition: '别的' }, '')).rejects.toMatchObject({
      code: 'missing',
    })
    await withdrawAll(port, 'tariff')
    expect((await port.tariffEditions()).map(({ edition }) => edition)).toEqual(before)
  })

  it('holidays from a file make a year known, and withdrawn it is not', async () => {
    const holidays = async () => (await port.yearOpening(2027)).find(({ id }) => id === 'holidays')?.state
    const years = async () => (await port.workCalendars()).map(({ year, published }) => [year, published])
    await withdrawAll(port, 'work-calendar')
    expect(await holidays()).toBe('todo')
    const off = [
      ['01-01', '01-03'],
      ['01-14', '01-15'],
    ]
    const file = { version: '2027-1', years: [{ year: 2027, source: '通知', off, worked: ['01-09'] }] }
    expect(
      await takePlain(port, { ...file, years: [{ ...file.years[0], worked: ['01-11'] }] }),
    ).toMatchObject({
      code: 'reference-faults',
      faults: [{ field: 'years.0.worked.0' }],
    })
    const counts = { added: 1, changed: 0, removed: 0, same: 2 }
    expect(await takePlain(port, file)).toMatchObject({ table: 'work-calendar', from: '2026', counts })
    expect(await holidays()).toBe('done')
    const shipped = [
      [2025, undefined],
      [2026, undefined],
    ]
    expect(await years()).toEqual([...shipped, [2027, '2027-1']])
    const choice = { period: '202612', grouping: { summaryFlag: '2', itemNameFlag: '1' } as const }
    expect((await port.summaryPreview(choice)).due).toMatchObject({ day: '2027-01-18', certain: true })
    await withdrawAll(port, 'work-calendar')
    expect([await holidays(), await years()]).toEqual(['todo', shipped])
  })

  it('a twelfth zone is a file: chosen, compared by verdicts, not dropped while it is used', async () => {
    const twelfth = { ...lishui, id: 'twelfth', name: { zh: '第十二', en: 'Twelfth' } }
    expect(await takePlain(port, { ...twelfth, extra: 1 })).toMatchObject({
      code: 'reference-faults',
      faults: [{ field: 'extra' }],
    })
    await expect(port.useZone('twelfth', '')).rejects.toMatchObject({ code: 'no-zone' })
    expect(await takePlain(port, twelfth)).toMatchObject({ table: 'zone-twelfth', name: { zh: '第十二' } })
    await port.useZone('twelfth', '迁入')
    expect(await port.zoneChoice()).toMatchObject({ inUse: 'twelfth', added: ['twelfth'] })
    const verdicts = await port.zoneVerdicts('twelfth', { mode: '9610', skus: ['G-1'] })
    expect(verdicts.some(({ state }) => state === 'absent')).toBe(true)
    await expect(withdrawAll(port, 'zone-twelfth')).rejects.toMatchObject({ code: 'zone-in-use' })
    await port.useZone(own.zone, '迁回')
    await withdrawAll(port, 'zone-twelfth')
    expect(await port.zoneInUse()).toMatchObject({ id: own.zone })

    // A further edition counts when it is taken, not by being there; going back to an older one is refused.
    const before = (await port.zoneInUse())!
    const { leavesFirst: _, combines1210And9610: __, ...data } = before
    const edition = (day: string) => ({ ...data, edition: day, platform: day })
    expect(await takePlain(port, edition('2097-01-01'))).toMatchObject({
      from: before.edition,
      touched: [{ what: 'filings' }],
    })
    const used = async () => (await port.zoneVerdicts(own.zone, {}))[0]!.edition
    expect(await port.zoneChoice()).toMatchObject({ newer: { edition: '2097-01-01' } })
    expect(await used()).toBe(before.edition)
    await port.useZone(own.zone, '采用')
    expect(await used()).toBe('2097-01-01')
    expect(await port.zoneChoice()).not.toHaveProperty('newer')
    // An older day, whoever says it: a plain file by its version, a signed one by what it says inside.
    expect(await takePlain(port, edition('2096-01-01'))).toMatchObject({ code: 'reference-whole' })
    await expect(withdrawAll(port, `zone-${own.zone}`)).rejects.toMatchObject({ code: 'zone-in-use' })
    await port.undo((await port.journal(0, 1)).entries[0]!.group, '')
    expect(await used()).toBe(before.edition)
    await withdrawAll(port, `zone-${own.zone}`)
  })

  it('an agent does what the enterprise gave leave for, and without leave nothing at all', async () => {
    const agent = usccNo(900)
    await port.setAgent({ uscc: agent, name: '某外综服' }, '委托')
    const refused = { code: 'no-leave' }
    await expect(port.totals('goods')).rejects.toMatchObject(refused)
    await expect(port.fileParties(['3311960001'], '')).rejects.toMatchObject(refused)
    await expect(port.evidence({ on, offset: 0, limit: 1 })).rejects.toMatchObject(refused)
    expect(await port.health()).toEqual({ state: 'ok' })
    const leave: Authorisation = {
      no: 'WT-1',
      principal: own.uscc,
      agent,
      acts: ['open', 'file'],
      from: '2020-01-01',
      to: '2099-12-31',
    }
    await expect(port.putAuthorisation({ ...leave, principal: usccNo(901) }, 0, '')).rejects.toMatchObject({
      code: 'invalid',
    })
    await port.putAuthorisation(leave, 0, '签约')
    expect((await port.totals('goods')).rows).toBe(3)
    await expect(port.partySheet()).rejects.toMatchObject(refused)
    await expect(port.lineBack()).rejects.toMatchObject(refused)
    // One that has run out lets the book be read, and nothing of it be taken away: neither made here nor by the page.
    const old: Authorisation = { ...leave, no: 'WT-0', acts: ['open', 'export'], to: '2020-12-31' }
    await port.putAuthorisation(old, 0, '旧约')
    await expect(port.takeOut()).rejects.toMatchObject(refused)
    await expect(port.exemptPrint('202601', 'zh')).rejects.toMatchObject(refused)
    await port.putAuthorisation({ ...old, no: 'WT-2', to: leave.to }, 0, '续签')
    await port.takeOut()
    for (const no of ['WT-0', 'WT-2']) await port.revokeAuthorisation(no, '2020-02-01', '解约')
    await port.revokeAuthorisation('WT-1', '2020-02-01', '解约')
    await expect(port.totals('goods')).rejects.toMatchObject(refused)
    expect((await port.agency(on)).leaves!.open).toMatchObject({ may: false, because: 'revoked' })
    await port.setAgent(null, '自办')
    expect((await port.totals('goods')).rows).toBe(3)
  })

  it('nothing of it lies in clear on the disk', async () => {
    expect(await inClear(database, ['secret-licence', 'WT-1', 'dual-use-licence'])).toEqual([])
  })
})
