import { proxy } from 'comlink'
import { describe, expect, it, vi } from 'vitest'
import { auditOf, retentionOf } from '../../../test/data/kept-acts'
import { endWithTest, matchedBook, open, startMain, statesOf } from '../../../test/data/open-books'
import { until } from '../../../test/data/sample-book'
import type { ExchangeFacts } from '../../data/port'

/** A whole exchange on a machine that is busy with other tests. */
vi.setConfig({ testTimeout: 180_000 })
endWithTest()

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

    const main = await startMain()
    const facts: ExchangeFacts[] = []
    await port.startExchange(
      proxy(main.link) as never,
      proxy((f: ExchangeFacts) => void facts.push(f)),
    )
    const states = () => statesOf(port)
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

describe('what a kill or a lost answer leaves', () => {
  it('is built by the next window without a gap in the numbers or an order twice', async () => {
    const { port, worker, database, sentinel } = await matchedBook()
    void port.buildLists({})
    await new Promise((resolve) => setTimeout(resolve, 700))
    worker.terminate()
    const second = await open(database, sentinel)
    await second.port.buildLists({})
    const { rows } = await second.port.page({ table: 'lists', offset: 0, limit: 100 })
    const serials = rows.map(({ copNo }) => Number(copNo.slice(-6))).sort((a, b) => a - b)
    expect(serials).toEqual(Array.from({ length: 51 }, (_, i) => i + 1))
    expect(new Set(rows.map(({ orderNo }) => orderNo)).size).toBe(51)
  })

  it('is taken up by the next window: the answer lost, the window gone, nothing twice', async () => {
    const { port, worker, database, sentinel } = await matchedBook()
    await port.buildLists({})
    const { documents: declared } = await port.declare({}, '第一批')
    const main = await startMain()
    await main.loseNextAnswer()
    await port.startExchange(proxy(main.link) as never, proxy(() => undefined) as never)
    const second = await open(database, sentinel)
    const facts: ExchangeFacts[] = []
    const told = proxy((f: ExchangeFacts) => void facts.push(f))
    await second.port.startExchange(proxy(main.link) as never, told as never)
    // The bytes of the first batch are on their way, and the window that sent them dies.
    await until(
      () => Promise.resolve(main.calls.includes('putBatch')),
      (sent) => sent,
    )
    worker.terminate()
    await until(
      () => statesOf(second.port),
      (all) => !('waiting' in all) && !('released' in all),
    )
    expect(await statesOf(second.port)).toEqual({ cleared: 49, refused: 2 })
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
    const main = await startMain()
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
    expect(await statesOf(port)).toEqual({ draft: 1, waiting: 2 })
    await main.line(true)
    await port.retryNow()
    await until(
      () => statesOf(port),
      (all) => all['cleared'] === 2,
    )
    expect(await port.voidLists({ numbers: ['#2002'] }, '误')).toMatchObject({ voided: 0, leftOutCount: 1 })
    expect(await port.voidLists({ numbers: ['#2001'] }, '误')).toMatchObject({ voided: 1 })
    expect(await port.buildLists({ numbers: ['#2001'] })).toMatchObject({ built: 1, lists: 1 })
    expect(await port.compareWithService()).toMatchObject({ ok: true, differences: [] })
  })
})
