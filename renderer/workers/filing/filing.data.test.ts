import { proxy } from 'comlink'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { party, residentNo, usccNo, without } from '#shared/filing/party.test-data'
import { partySheet } from '#shared/filing/sheet'
import type { Keyed } from '#shared/filing/batch'
import type { Authorisation } from '#shared/filing/authorisation'
import { shippedLists } from '#shared/control/lists'
import { practiceTemplate } from '#shared/declaration/practice-template'
import { rowsOfList, tableOfList } from '#shared/control/update'
import lishui from '../../../shared/zones/data/lishui.json'
import { memorySentinel, newDatabaseName, rawRows } from '../../../test/data/book-kit'
import { startTestMain } from '../../../test/data/practice-link'
import type { TestMain } from '../../../test/data/practice-link'
import { openTestWindow, until } from '../../../test/data/sample-book'
import type { TestWindow } from '../../../test/data/sample-book'
import { goods as sample } from '../../../test/data/samples'
import enterprise from '../../../test/fixtures/sample/enterprise.json'
import type { BookPort, SealedRecord } from '../../data/port'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

const own = enterprise as SealedRecord<'enterprise'>
const database = newDatabaseName()
let window: TestWindow
let main: TestMain
let port: BookPort

beforeAll(async () => {
  main = await startTestMain()
  window = await openTestWindow(database, memorySentinel())
  port = window.port
  await port.command('enterprise', 'first run', [{ table: 'enterprise', op: 'put', record: own }])
})
afterAll(async () => {
  window.worker.terminate()
  await main.stop()
})

const goods = (more: Record<string, string> = {}) => ({
  head: { gname: '棉制女式衬衫', gcode: '6206300090', unit: '011', barCode: '无', gmodel: '棉100%', ...more },
})
const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')

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
    const records = [sample('G-1'), sample('G-2', { barCode: '6901234567890' }), sample('G-3')]
    await port.command(
      'goods',
      '',
      records.map((record) => ({ table: 'goods' as const, op: 'put' as const, record })),
    )
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
})

const withValues = (
  { party: one }: Pick<Keyed, 'party'>,
  values: Keyed['party']['values'],
): Keyed['party'] => ({
  ...one,
  values: { ...one.values, ...values },
})

describe('the tariff of a book', () => {
  const [old, next] = ['6109100000', '6109100021']
  const rows = (code: string) => [
    ['商品编码', '商品名称', '英文名称', '法定第一单位', '监管条件', '出口税率', '生效日期', '失效日期'],
    ['6912001000', '陶瓷餐具', 'ceramic tableware', '千克', '', '0', '2026-01-01', ''],
    ['8205700000', '台钳', '', '千克', '', '0', '2026-01-01', '2026-06-30'],
    ['8205700000', '夹钳', '', '千克', '', '0', '2026-07-01', ''],
    [code, '棉制针织T恤衫', 'cotton T-shirts', '件', 'B', '0', '2026-01-01', ''],
    ['912001000', '丢零', '', '', '', '', '', ''],
  ]
  const file = (code: string, name: string) => new File([csv(rows(code))], name)
  const read = async (source: File, kind: 'tariff' | 'code-changes') => {
    const result = await port.importFile(source, { kind, profile: 'auto' })
    if (!result.ok) throw new Error(JSON.stringify(result))
    return result.view
  }
  const on = '2026-06-01'

  it('comes through the import room, is searched own decisions first, and says which edition answered', async () => {
    const before = await port.searchTariff({ query: '茶叶', on })
    expect(before).toMatchObject({ used: { importId: '' }, hits: [{ code: '0902' }] })
    const view = await read(file(old, 'tariff-2026.csv'), 'tariff')
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
    const second = await read(file(next, 'tariff-2027.csv'), 'tariff')
    expect(second).toMatchObject({ report: { rowsAccepted: 4, duplicates: 0 } })
    await port.describeTariff(second.id, { from: '2027-01-01', complete: true }, '2027')
    await read(
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
    expect(await port.addControlList({ name: 'bad.json', text: '{}' }, '')).toMatchObject({ ok: false })
    const added = await port.addControlList({ name: 'list.json', text: JSON.stringify(list) }, '新版')
    expect(added).toMatchObject({ ok: true, list: { entries: 1, shipped: false } })
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
    await port.dropControlList('dual-use', '2026-1', '换版')

    // A signed update stands for what was shipped, and one that does not join on changes nothing.
    const cold = shippedLists.find(({ id: name }) => name === 'cold-chain')!
    const delta = (from: string | null, to: string, code: string) => ({
      table: tableOfList(cold.id),
      from,
      to,
      put: rowsOfList({ ...cold, entries: [{ code, needs: ['temperature-record'] }] }),
      drop: [],
    })
    expect(await port.planControlUpdate(delta(null, '7', '6109'), 'key')).toMatchObject({
      added: 1,
      from: cold.version,
    })
    expect(await port.takeControlUpdate(delta(null, '7', '6109'), 'key', '更新')).toMatchObject({ added: 1 })
    expect(await port.takeControlUpdate(delta('6', '8', '01'), 'key', '漏')).toMatchObject({
      code: 'delta-version',
    })
    expect((await port.flagsOfGoods(['G-1'], query))[0]!.flags).toMatchObject([
      { kind: 'cold-chain', effect: 'need', source: { version: '7' } },
      { kind: 'mark' },
    ])
    await port.dropControlList(cold.id, '7', '还原')
    expect((await port.flagsOfGoods(['G-1'], query))[0]!.flags).toMatchObject([{ kind: 'mark' }])
  })

  it('a twelfth zone is a file: chosen, compared by verdicts, not dropped while it is used', async () => {
    const twelfth = { ...lishui, id: 'twelfth', name: { zh: '第十二', en: 'Twelfth' } }
    const file = (zone: object) => ({ name: 'twelfth.json', text: JSON.stringify(zone) })
    expect(await port.addZoneFile(file({ ...twelfth, extra: 1 }), '')).toMatchObject({
      ok: false,
      faults: [{ file: 'twelfth.json', field: 'extra' }],
    })
    await expect(port.useZone('twelfth', '')).rejects.toMatchObject({ code: 'no-zone' })
    expect(await port.addZoneFile(file(twelfth), '新批')).toMatchObject({ ok: true, zone: { id: 'twelfth' } })
    await port.useZone('twelfth', '迁入')
    expect(await port.zoneChoice()).toMatchObject({ inUse: 'twelfth', added: ['twelfth'] })
    const verdicts = await port.zoneVerdicts('twelfth', { mode: '9610', skus: ['G-1'] })
    expect(verdicts.some(({ state }) => state === 'absent')).toBe(true)
    await expect(port.dropZoneFile('twelfth', '')).rejects.toMatchObject({ code: 'zone-in-use' })
    await port.useZone(own.zone, '迁回')
    await port.dropZoneFile('twelfth', '撤')
    expect(await port.zoneInUse()).toMatchObject({ id: own.zone })

    // A further edition counts when it is taken, not by being there; going back to an older one is refused.
    const before = (await port.zoneInUse())!
    const { leavesFirst: _, combines1210And9610: __, ...data } = before
    const edition = (day: string) => file({ ...data, edition: day, platform: day })
    expect(await port.addZoneFile(edition('2097-01-01'), '新版')).toMatchObject({ ok: true })
    const used = async () => (await port.zoneVerdicts(own.zone, {}))[0]!.edition
    expect(await port.zoneChoice()).toMatchObject({ newer: { edition: '2097-01-01' } })
    expect(await used()).toBe(before.edition)
    await port.useZone(own.zone, '采用')
    expect(await used()).toBe('2097-01-01')
    expect(await port.zoneChoice()).not.toHaveProperty('newer')
    expect(await port.addZoneFile(edition('2096-01-01'), '旧版')).toMatchObject({
      ok: false,
      faults: [{ field: 'edition' }],
    })
    await expect(port.dropZoneFile(own.zone, '')).rejects.toMatchObject({ code: 'zone-in-use' })
    await port.undo((await port.journal(0, 1)).entries[0]!.group, '')
    expect(await used()).toBe(before.edition)
    await port.dropZoneFile(own.zone, '撤')
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
    await port.revokeAuthorisation('WT-1', '2020-02-01', '解约')
    await expect(port.totals('goods')).rejects.toMatchObject(refused)
    expect((await port.agency(on)).leaves!.open).toMatchObject({ may: false, because: 'revoked' })
    await port.setAgent(null, '自办')
    expect((await port.totals('goods')).rows).toBe(3)
  })

  it('nothing of it lies in clear on the disk', async () => {
    const text = JSON.stringify(await rawRows(database), (_key, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
    )
    for (const planted of ['secret-licence', '企业31', '张三', '13800000000', 'WT-1', 'dual-use-licence']) {
      expect(text.includes(planted)).toBe(false)
    }
  })
})
