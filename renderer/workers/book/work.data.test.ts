import { proxy } from 'comlink'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AuditDocument } from '#shared/audit-file/document'
import type { Station } from '#shared/control/stations'
import { grantText, type Grant } from '#shared/people/grant'
import { memorySentinel, newDatabaseName } from '../../../test/data/book-kit'
import { startTestMain } from '../../../test/data/practice-link'
import type { TestMain } from '../../../test/data/practice-link'
import { fillSampleBook, keysOfTests, openTestWindow, until } from '../../../test/data/sample-book'
import type { TestWindow } from '../../../test/data/sample-book'
import type { ExchangeFacts, SealedRecord, SignedIn } from '../../data/port'
import { base64url, encodeText } from '../../data/sealing/bytes'
import { importKeys } from '../../data/sealing/keys'

/** A whole exchange on a machine that is busy with other tests. */
vi.setConfig({ testTimeout: 180_000 })

const windows: TestWindow[] = []
let main: TestMain | undefined
afterEach(async () => {
  for (const { worker } of windows.splice(0)) worker.terminate()
  await main?.stop()
  main = undefined
})

async function open(database: string, sentinel = memorySentinel(), officer?: SignedIn) {
  const opened = await openTestWindow(database, sentinel, undefined, officer)
  windows.push(opened)
  return opened
}

async function matchedBook() {
  const database = newDatabaseName()
  const sentinel = memorySentinel()
  const { port } = await open(database, sentinel)
  await fillSampleBook(port)
  const summary = await port.match()
  return { database, sentinel, port, summary }
}

describe('三单对碰 in a book', () => {
  it('finds the planted breaks, no others, and says which orders they hold up', async () => {
    const { port, summary } = await matchedBook()
    expect(summary).toMatchObject({ orders: 60, matched: 45, pending: 8, blocked: 6, cancelled: 1 })
    const page = await port.breaks({ offset: 0, limit: 100 })
    expect(page.byKind).toEqual(summary.byKind)
    expect(page.total).toBe(Object.values(summary.byKind).reduce((sum, n) => sum + n, 0))
    expect(page.rows.find(({ kind }) => kind === 'payment-orphan')).toMatchObject({ theirs: 'SP9999' })
    const again = await port.match()
    expect(again.changed).toBe(0)
  })
})

describe('传输编号', () => {
  it('is looked at before anything is queued: without it every document would come back', async () => {
    const { port } = await matchedBook()
    await port.buildLists({})
    const [company] = await port.all('enterprise')
    const { id, rev, record } = company!
    await port.command('enterprise', '试', [
      { table: 'enterprise', op: 'put', id, rev, record: { ...record, dxpId: '' } },
    ])
    const declared = await port.declare({}, '试')
    expect(declared).toMatchObject({ declared: 0, leftOutCount: 51, batchNo: '' })
    expect(declared.leftOut[0]!.reason.code).toBe('no-dxp-id')
  })
})

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
    const filed = await declarant.fileGoods(silk, '备案')
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

describe('what an officer decides about a break', () => {
  it('matches at once, counts for that order only, and can be taken back', async () => {
    const { port } = await matchedBook()
    const stateOf = async () => {
      const { rows } = await port.page({
        table: 'orders',
        filter: { numbers: ['#2029'] },
        offset: 0,
        limit: 5,
      })
      return rows.find(({ orderNo }) => orderNo === '#2029')!
    }
    const order = await stateOf()
    expect(order).toMatchObject({ state: 'unmatched', breaks: ['waybill-key-differs'] })
    const { match } = (await port.order(order.id))!
    await port.matchManually(
      { order: order.id, payments: [], waybills: match!.near ?? [] },
      '物流企业多打了空格',
    )
    expect(await stateOf()).toMatchObject({ state: 'ready', breaks: [] })
    expect((await port.breaks({ kind: 'waybill-key-differs', offset: 0, limit: 9 })).total).toBe(0)
    // 对碰 that is under way does not get in the way of a decision.
    const run = port.match({ full: true })
    await port.unmatch(order.id, '弄错了')
    expect((await run).orders).toBe(60)
    expect(await stateOf()).toMatchObject({ state: 'unmatched', breaks: ['waybill-key-differs'] })

    // Taken back from 操作记录, a decision counts again without 对碰 being asked for.
    const { entries } = await port.journal(0, 9)
    await port.undo(entries.find(({ name }) => name === 'match.undo')!.group, '本来是对的')
    expect(await stateOf()).toMatchObject({ state: 'ready', breaks: [] })
  })
})

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
    expect(await port.outdatedFields(first!.id)).toMatchObject([
      { element: 'gname', after: '丝绸方巾套装', source: { record: 'goods', field: 'gname' } },
    ])

    // Another 综试区 may mean other rules, so every draft is built anew, also after the way back.
    const { zones, inUse } = await port.zoneChoice()
    await port.useZone(zones.find(({ id }) => id !== inUse)!.id, '迁出')
    expect((await outdated()).total).toBe(51)
    await port.useZone(inUse, '迁回')
    expect(await port.rebuild({}, '资料更新')).toMatchObject({ built: 51, refused: 0 })
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
    await port.addControlList({ name: 'species.json', text: JSON.stringify(asking) }, '新清单')
    const lacking = await port.declare({ ids: [second!.id] }, '缺证')
    expect(lacking).toMatchObject({ declared: 0, leftOut: [{ reason: { code: 'paper-stops' } }] })
    expect(lacking.leftOut[0]!.reason.text.zh).toContain('濒危物种证明书')
    await port.putEvidence({ ...paper, kind: 'species-permit' }, '登记')
    await followed(port, second!.id)
    expect(await port.declare({ ids: [second!.id] }, '换证后')).toMatchObject({ declared: 1 })
    await port.dropControlList('species', '1', '测试完')
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

describe('清单 from order to receipt', () => {
  it('builds, declares, exchanges, corrects one cause at its source, and agrees with the service', async () => {
    const { port, database, sentinel } = await matchedBook()
    expect((await port.missingGoods()).map(({ sku, orders }) => [sku, orders])).toEqual([
      ['STICKER-PACK', 2],
      ['PUZZLE-1000', 1],
    ])
    const built = await port.buildLists({})
    expect(built).toMatchObject({ built: 50, lists: 51, refused: 0, stopped: false })
    const drafts = await port.page({ table: 'lists', offset: 0, limit: 100, sort: { column: 'copNo' } })
    const serials = drafts.rows.map(({ copNo }) => Number(copNo.slice(-6)))
    expect(serials).toEqual(Array.from({ length: 51 }, (_, i) => i + 1))

    const declared = await port.declare({}, '第一批')
    expect(declared).toMatchObject({ declared: 51, leftOutCount: 0 })
    expect(declared.batchNo).not.toBe('')

    main = await startTestMain()
    const facts: ExchangeFacts[] = []
    await port.startExchange(
      proxy(main.link) as never,
      proxy((f: ExchangeFacts) => void facts.push(f)),
    )
    const states = async () => {
      const { rows } = await port.page({ table: 'lists', offset: 0, limit: 100 })
      return rows.reduce<Record<string, number>>(
        (n, { state }) => ({ ...n, [state]: (n[state] ?? 0) + 1 }),
        {},
      )
    }
    await until(states, (all) => !('waiting' in all) && !('released' in all))
    expect(await states()).toEqual({ cleared: 49, refused: 2 })

    // A list that redraws asks again before it has its answer.
    const [[cause, ...others]] = await Promise.all([port.causes(), port.causes()])
    expect(others).toEqual([])
    expect(cause).toMatchObject({ count: 2 })
    const [goods] = (await port.all('goods')).filter(({ record }) => record.sku === 'SILK-SET-GIFT')
    await port.command('goods', '品名', [
      {
        table: 'goods',
        op: 'put',
        id: goods!.id,
        rev: goods!.rev,
        record: { ...goods!.record, gname: '丝绸方巾套装' },
      },
    ])
    // Where two people are asked for, a correction waits for the second one.
    await port.setCheckRules({ checking: true, graceDays: 0 }, '开启复核')
    const waits = await port.correct({ cause: cause!.key }, '品名更正')
    expect(waits.leftOut.map(({ reason }) => reason.code)).toEqual(Array(2).fill('correction-unchecked'))
    const reviewer = (await open(database, sentinel, { name: '李复核', roles: ['check'] })).port
    const refused = { where: [{ column: 'state', is: 'in' as const, values: ['refused'] }] }
    expect(await reviewer.checkLists(refused, '复核')).toMatchObject({ checked: 2 })
    // A paper that ran out since the first sending stops the correction too, and its renewal lets it go.
    const paper = { kind: 'export-licence' as const, title: '许可证', subjects: ['SILK-SET-GIFT'] }
    const expired = await port.putEvidence({ ...paper, to: '2020-01-01' }, '登记')
    const halted = await port.correct({ cause: cause!.key }, '品名更正')
    expect(halted).toMatchObject({
      declared: 0,
      leftOutCount: 2,
      leftOut: [{ reason: { code: 'paper-stops' } }, {}],
    })
    await port.putEvidence(paper, '换证', { id: expired.id, rev: 1 })
    const corrected = await port.correct({ cause: cause!.key }, '品名更正')
    expect(corrected).toMatchObject({ declared: 2, leftOutCount: 0 })
    await until(states, (all) => all['cleared'] === 51)
    expect(await port.compareWithService()).toMatchObject({ ok: true, differences: [] })

    const refusedOnce = await port.page({
      table: 'lists',
      filter: { where: [{ column: 'attempt', is: 'between', from: '2' }] },
      offset: 0,
      limit: 10,
    })
    expect(refusedOnce.total).toBe(2)
    const timeline = await port.timeline(refusedOnce.rows[0]!.id)
    expect(timeline.attempts.map(({ number }) => number)).toEqual([2, 1])
    expect(timeline.attempts[1]!.summary.zh).toContain('100')
    expect(facts.at(-1)).toMatchObject({ engine: 'here', line: 'online', unknownOutcome: 0 })
    await auditOf(port, refusedOnce.rows[0]!)
    await retentionOf(port)
  })
})

/** 卷宗 of one corrected 清单: all of it and nobody else's, persons masked, the journal knows it, a changed byte is named. */
async function auditOf(port: TestWindow['port'], { copNo, orderNo }: { copNo: string; orderNo: string }) {
  const ask = { numbers: [` ${copNo.toLowerCase()} `, 'NOBODY'] }
  const preview = await port.previewAudit(ask)
  expect(preview).toMatchObject({ notFound: ['NOBODY'] })
  expect(preview.counts.find(({ kind }) => kind === 'lists')).toMatchObject({ asked: 1, all: 1 })
  const made = await port.makeAudit(ask, {})
  const pack = unzipSync(made.bytes)
  const records = (kind: string) => JSON.parse(strFromU8(pack[`records/${kind}.json`]!)) as AuditDocument[]
  const [list] = records('lists')
  expect(list).toMatchObject({ no: copNo, asked: true, state: '结关' })
  const own = list!.attempts.filter(({ message }) => message === 'CEB603')
  expect(own.map(({ attempt }) => attempt)).toEqual([1, 2])
  expect(new Set(own.map(({ batch }) => batch)).size).toBe(2)
  expect(JSON.stringify(own[0]!.content)).not.toBe(JSON.stringify(own[1]!.content))
  expect(list!.receipts.map(({ code }) => code)).toEqual(expect.arrayContaining(['100', '800']))
  expect(list!.changes.length).toBeGreaterThan(1)
  expect(records('orders').map(({ no }) => no)).toEqual([orderNo])
  expect(Object.keys(pack)).toContain(`payments/${records('payments')[0]!.no}.html`)

  // Whoever bought it can be told apart in the whole pack, and not named; in clear it takes a reason, which is kept.
  const { id } = (await port.page({ table: 'orders', filter: { numbers: [orderNo] }, offset: 0, limit: 1 }))
    .rows[0]!
  const consignee = await port.reveal(id, 'consignee', '核对')
  const text = (bytes: Uint8Array) =>
    Object.values(unzipSync(bytes))
      .map((file) => strFromU8(file))
      .join('\n')
  expect(consignee.length).toBeGreaterThan(3)
  expect(text(made.bytes)).not.toContain(consignee)
  const named = await port.makeAudit(ask, { named: { reason: '海关稽查要求' } })
  expect(text(named.bytes)).toContain(consignee)
  expect((await port.auditsMade()).map(({ why, sha256 }) => [why, sha256])).toEqual([
    ['海关稽查要求', named.indexSha256],
    ['', made.indexSha256],
  ])
  const check = (bytes: Uint8Array) => port.checkAudit(new File([bytes as Uint8Array<ArrayBuffer>], 'a.zip'))
  expect(await check(made.bytes)).toMatchObject({ ok: true, made: { sha256: made.indexSha256 } })
  const changed = { ...pack, 'journal/journal.csv': new Uint8Array([1]) }
  const verdict = await check(zipSync(changed))
  expect(verdict).toMatchObject({ ok: false })
  expect(JSON.stringify(verdict)).toContain('journal/journal.csv')
  await expect(port.makeAudit({ numbers: ['NOBODY'] }, {})).rejects.toMatchObject({ code: 'audit-empty' })
  expect(await port.verifyJournal()).toMatchObject({ ok: true })
}

/** As main gives it for the password, under the index key of the test books. */
async function granted(subject: string): Promise<Grant> {
  const until = new Date(Date.now() + 60_000).toISOString()
  const told = { act: 'purge' as const, subject, officer: '演练申报员', nonce: crypto.randomUUID(), until }
  const { index } = await importKeys(keysOfTests())
  const proof = await crypto.subtle.sign('HMAC', index, encodeText(grantText(told)))
  return { ...told, proof: base64url(new Uint8Array(proof)) }
}

/** What the law wants kept stays whatever is asked; what has outlived its time goes with its file, and the chain holds. */
async function retentionOf(port: TestWindow['port']) {
  const before = await port.retention()
  expect(before.goes).toBe(0)
  expect(before.lines.find(({ kind }) => kind === 'lists')).toMatchObject({
    keep: 'term',
    count: 51,
    period: 'tax',
  })
  await expect(port.purge(before.digest, '试', await granted(before.digest))).rejects.toMatchObject({
    code: 'retention-changed',
  })
  const file = new File(
    [
      [
        '支付流水,订单号,平台,金额,币种,到账时间',
        'OLD-1,A1,shopify,1.00,USD,2015-03-01T04:00:00Z',
        'OLD-2,A2,shopify,2.00,USD,2015-03-02T04:00:00Z',
      ].join('\n'),
    ],
    'old-payments.csv',
  )
  const read = await port.importFile(file, { kind: 'payments', profile: 'auto', options: { shop: 'sample' } })
  expect(read).toMatchObject({ ok: true, view: { stored: { records: 2 } } })
  const held = { numbers: ['OLD-1'] }
  await port.holdDocuments(held, '海关稽查通知')
  const holding = await port.retention()
  expect(holding.goes).toBe(0)
  const own = holding.lines.filter(
    ({ kind, keep = '' }) => kind === 'payments' && ['hold', 'import'].includes(keep),
  )
  expect(own).toMatchObject([
    { keep: 'hold', count: 1 },
    { keep: 'import', count: 1 },
  ])
  const [hold] = await port.retentionHolds()
  await port.liftHold(hold!.id, '稽查结束')
  const due = await port.retention()
  expect(due).toMatchObject({ goes: 2, files: 1 })
  // Decided on another state than the one that was shown.
  await expect(port.purge(holding.digest, '到期', await granted(holding.digest))).rejects.toMatchObject({
    code: 'retention-changed',
  })
  // A page that never asked main for the password, or shows what main gave it for something else.
  for (const grant of [undefined, await granted(holding.digest)])
    await expect(port.purge(due.digest, '到期', grant!)).rejects.toMatchObject({ code: 'not-granted' })
  const grant = await granted(due.digest)
  expect(await port.purge(due.digest, '到期', grant)).toEqual({ documents: 2, files: 1 })
  await expect(port.purge(due.digest, '到期', grant)).rejects.toMatchObject({ code: 'not-granted' })
  expect((await port.retention()).goes).toBe(0)
  const found = await port.page({
    table: 'payments',
    filter: { numbers: ['OLD-1', 'OLD-2'] },
    offset: 0,
    limit: 5,
  })
  expect(found.total).toBe(0)
  expect((await port.imports()).some(({ file: name }) => name === 'old-payments.csv')).toBe(false)
  expect((await port.totals('lists')).rows).toBe(51)
  expect(await port.verifyJournal()).toMatchObject({ ok: true })
  const { entries } = await port.journal(0, 5)
  expect(entries.map(({ name }) => name)).toContain('system.purge')
  expect(entries.every(({ name, undoable }) => !name.startsWith('system.') || !undoable)).toBe(true)
}

describe('what a kill or a lost answer leaves', () => {
  const stateCounts = async (port: TestWindow['port']) => {
    const { rows } = await port.page({ table: 'lists', offset: 0, limit: 100 })
    return rows.reduce<Record<string, number>>((n, { state }) => ({ ...n, [state]: (n[state] ?? 0) + 1 }), {})
  }

  it('is built by the next window without a gap in the numbers or an order twice', async () => {
    const { port, database, sentinel } = await matchedBook()
    void port.buildLists({})
    await new Promise((resolve) => setTimeout(resolve, 700))
    windows[0]!.worker.terminate()
    const second = await open(database, sentinel)
    await second.port.buildLists({})
    const { rows } = await second.port.page({ table: 'lists', offset: 0, limit: 100 })
    const serials = rows.map(({ copNo }) => Number(copNo.slice(-6))).sort((a, b) => a - b)
    expect(serials).toEqual(Array.from({ length: 51 }, (_, i) => i + 1))
    expect(new Set(rows.map(({ orderNo }) => orderNo)).size).toBe(51)
  })

  it('is taken up by the next window: the answer lost, the window gone, nothing twice', async () => {
    const { port, database, sentinel } = await matchedBook()
    await port.buildLists({})
    const { documents: declared } = await port.declare({}, '第一批')
    main = await startTestMain()
    await main.loseNextAnswer()
    await port.startExchange(proxy(main.link) as never, proxy(() => undefined) as never)
    const second = await open(database, sentinel)
    const facts: ExchangeFacts[] = []
    const told = proxy((f: ExchangeFacts) => void facts.push(f))
    await second.port.startExchange(proxy(main.link) as never, told as never)
    // The bytes of the first batch are on their way, and the window that sent them dies.
    await until(
      () => Promise.resolve(main!.calls.includes('putBatch')),
      (sent) => sent,
    )
    windows[0]!.worker.terminate()
    await until(
      () => stateCounts(second.port),
      (all) => !('waiting' in all) && !('released' in all),
    )
    expect(await stateCounts(second.port)).toEqual({ cleared: 49, refused: 2 })
    expect(facts.at(-1)).toMatchObject({ engine: 'here', unknownOutcome: 0, attention: 0 })
    expect(main.calls).toContain('queryBatch')
    const same = await second.port.compareWithService()
    expect(same).toMatchObject({ ok: true, differences: [] })
    const { rows } = await second.port.batches({ offset: 0, limit: 10 })
    expect(rows.every(({ stage, ghost }) => stage === 'answered' && !ghost)).toBe(true)
    expect(rows.reduce((sum, { documents }) => sum + documents, 0)).toBe(declared)
  })

  it('stays in the queue while the line is cut, and can be taken back', async () => {
    const { port } = await matchedBook()
    await port.buildLists({ numbers: ['#2001', '#2002', '#2004'] })
    main = await startTestMain()
    await main.line(false)
    await port.startExchange(proxy(main.link) as never, proxy(() => undefined) as never)
    const declared = await port.declare({}, '断网')
    expect(declared.declared).toBe(3)
    const facts = await until(
      () => port.exchangeFacts(),
      ({ line }) => line === 'offline',
    )
    expect(facts).toMatchObject({ queued: declared.documents, unknownOutcome: 0 })
    expect(await port.takeBack({ numbers: ['#2001'] }, '多报')).toMatchObject({ taken: 1, leftOutCount: 0 })
    expect(await stateCounts(port)).toEqual({ draft: 1, waiting: 2 })
    await main.line(true)
    await port.retryNow()
    await until(
      () => stateCounts(port),
      (all) => all['cleared'] === 2,
    )
    expect(await port.voidLists({ numbers: ['#2002'] }, '误')).toMatchObject({ voided: 0, leftOutCount: 1 })
    expect(await port.voidLists({ numbers: ['#2001'] }, '误')).toMatchObject({ voided: 1 })
    expect(await port.buildLists({ numbers: ['#2001'] })).toMatchObject({ built: 1, lists: 1 })
    expect(await port.compareWithService()).toMatchObject({ ok: true, differences: [] })
  })
})
