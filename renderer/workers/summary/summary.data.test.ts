import { proxy } from 'comlink'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { dueOf } from '#shared/summary/due'
import { startTestMain } from '../../../test/data/practice-link'
import type { TestMain } from '../../../test/data/practice-link'
import { openSampleWindow, until } from '../../../test/data/sample-book'
import type { TestWindow } from '../../../test/data/sample-book'

vi.setConfig({ testTimeout: 180_000 })

let window: TestWindow
let main: TestMain
afterEach(async () => {
  window.worker.terminate()
  await main.stop()
})

type Port = TestWindow['port']
const orders = ['#2001', '#2002', '#2004']
const grouping = { summaryFlag: '2', itemNameFlag: '1' } as const

/** Three lists of kind B that customs closed, and one that was never declared. */
async function closedBook(pace = 0): Promise<{ port: Port; period: string }> {
  window = await openSampleWindow()
  const { port } = window
  const [template] = await port.all('templates')
  await port.command('template.save', '', [
    {
      table: 'templates',
      op: 'put',
      id: template!.id,
      rev: template!.rev,
      record: { ...template!.record, statisticsFlag: 'B' },
    },
  ])
  await port.match()
  await port.buildLists({ numbers: [...orders, '#2005'] })
  await port.declare({ numbers: orders }, '第一批')
  main = await startTestMain(pace)
  await port.startExchange(proxy(main.link) as never, proxy(() => undefined) as never)
  if (pace > 0) {
    await until(
      () => port.totals('lists', { where: [{ column: 'code', is: 'in', values: ['2'] }] }),
      ({ rows }) => rows === orders.length,
    )
    await main.pass(20_000)
    await port.retryNow()
  }
  await until(
    () => port.totals('lists', { where: [{ column: 'state', is: 'in', values: ['cleared'] }] }),
    ({ rows }) => rows === orders.length,
  )
  const [month] = await port.summaryMonths()
  return { port, period: month!.period }
}

describe('月末汇总', () => {
  it('previews, asks customs, and knows of each list which item of which 报关单 it became', async () => {
    const { port, period } = await closedBook()
    expect(await port.summaryMonths()).toEqual([
      { period, due: dueOf(period), open: 3, simplified: 0, applied: 0 },
    ])
    const preview = await port.summaryPreview({ period, grouping })
    expect(preview).toMatchObject({ applications: 1, included: { lists: 3 }, simplified: { lists: 0 } })
    expect(preview.entries.length).toBeGreaterThan(0)

    const applied = await port.applySummary({ period, grouping }, undefined, '三月汇总')
    expect(applied).toMatchObject({ lists: 3, documents: 1 })
    // Not twice, whoever asks: what is in a living application is out of every preview.
    expect(await port.summaryPreview({ period, grouping })).toMatchObject({
      included: { lists: 0 },
      excluded: [{ reason: 'applied', lists: 3 }],
    })
    await expect(port.applySummary({ period, grouping }, undefined, '再来')).rejects.toMatchObject({
      code: 'summary-empty',
    })

    const [one] = await until(
      () => port.applications(),
      ([first]) => first!.customs.some(({ entryId }) => entryId !== ''),
    )
    expect(one).toMatchObject({ copNo: applied.applications[0], state: 'accepted', answer: { code: '399' } })
    expect(one!.customs).toHaveLength(preview.entries.length)
    expect(await port.summaryResult(one!.id)).toMatchObject({ differenceCount: 0 })
    const [list] = (await port.page({ table: 'lists', filter: { numbers: ['#2001'] }, offset: 0, limit: 1 }))
      .rows
    const kept = await port.listSummary(list!.id)
    expect(kept.application).toEqual({ copNo: one!.copNo, state: 'accepted' })
    expect(kept.entries[0]!.entryId).toMatch(/^\w{18}$/)
    expect(kept.entries[0]!.items.length).toBeGreaterThan(0)
    const { actions } = await port.timeline(list!.id)
    expect(actions.map(({ action }) => action)).toEqual(['amend-elsewhere', 'return'])
    expect(await port.compareWithService()).toMatchObject({ ok: true, differences: [] })

    await port.noteEntry(one!.customs[0]!.id, { closedOn: '2026-04-20' })
    expect((await port.applications())[0]!.customs[0]).toMatchObject({ closedOn: '2026-04-20' })
    const { declSeqNo } = one!.customs[0]!
    const notes = [
      { row: 2, declSeqNo, entryId: '', closedOn: '2026-04-21' },
      { row: 3, declSeqNo: 'NOBODY', entryId: '', closedOn: '2026-04-21' },
    ]
    expect(await port.noteEntries(notes)).toEqual({ noted: 1, unknown: ['NOBODY'] })
    expect(await port.noteEntries(notes)).toEqual({ noted: 0, unknown: ['NOBODY'] })
    expect((await port.applications())[0]!.customs[0]).toMatchObject({ closedOn: '2026-04-21' })
    const { rows } = await port.receipts({ offset: 0, limit: 100 })
    expect(rows.find(({ message }) => message === 'CEB792')).toMatchObject({ words: { zh: '汇总结果' } })
    await expect(port.voidApplication(one!.id, '试试')).rejects.toMatchObject({ code: 'summary-stands' })

    // The refund finds its items by the 清单 behind them; customs tells no 出口日期, so the officer does before taking them.
    const items = async () => (await port.rebatePage({ table: 'items', offset: 0, limit: 99 })).rows
    const found = await items()
    expect(found.length).toBeGreaterThan(0)
    const dated = { origin: 'summary', mode: '9610', exportDate: '', gaps: ['exportDate'], batch: '' }
    for (const item of found) expect(item).toMatchObject(dated)
    const batch = (await port.newRebateBatch({ period: '202605', kind: 'trading' }, '')).id
    await expect(port.chooseRebateLines(batch, {}, '')).rejects.toMatchObject({ code: 'no-export-date' })
    const on = (day: string) => port.dateRebateItems({ filter: {} }, day, '按报关单')
    await expect(on('2999-01-01')).rejects.toMatchObject({ code: 'day-to-come' })
    expect(await on('2026-04-02')).toEqual({ dated: found.length, left: 0 })
    expect((await items()).map(({ exportDate, gaps }) => [exportDate, gaps])).toEqual(
      found.map(() => ['2026-04-02', []]),
    )
    expect(await port.chooseRebateLines(batch, {}, '')).toEqual({ chosen: found.length, taken: 0 })
    const lines = { batch, filter: { ids: [found[0]!.id] } }
    expect(await port.dateRebateItems(lines, '2025-12-31', '看错了年')).toEqual({ dated: 1, left: 0 })
    // Given back, the day stays with the item.
    await port.giveBackRebateLines(batch, {}, '')
    expect((await items()).find(({ id }) => id === found[0]!.id)).toMatchObject({ exportDate: '2025-12-31' })

    // What comes back of a 清单 comes off the item it went into, and is there again once the return is void.
    const sheet = await port.returnSheet(list!.id)
    const parcel = {
      ...sheet.transport,
      logisticsNo: 'R1',
      billNo: 'R1',
      trafName: 'B777F',
      voyageNo: 'CA1024',
    }
    const items1 = [{ gnum: sheet.lines[0]!.gnum, qty: '1' }]
    const choice = { list: list!.id, event: 'goods-back' as const, act: 'return' as const, reason: '退货' }
    const back = await port.keepReturn({ ...choice, items: items1, transport: parcel }, false)
    const [returned, ...others] = await port.rebateReturned()
    expect(others).toEqual([])
    expect(returned).toMatchObject({ stage: 'open', returned: { qty: '1', by: [back.copNo] } })
    expect(Number(returned!.left)).toBe(Number(returned!.qty) - 1)
    await port.voidReturn(back.id, '填错了')
    expect(await port.rebateReturned()).toEqual([])

    // 卷宗 by the number of the 报关单: its lists and their orders, the application above them, and what was done for the refund.
    const { counts } = await port.previewAudit({ numbers: [kept.entries[0]!.entryId] })
    const all = Object.fromEntries(counts.map((count) => [count.kind, count.all]))
    expect(all).toMatchObject({ customsEntries: 1, applications: 1, orders: all['lists'] })
    expect(all['lists']).toBeGreaterThan(0)
    expect(all['rebateLines']).toBeGreaterThan(0)
    // By one 清单 it is that one, and the 报关单 does not bring the others.
    const single = await port.previewAudit({ numbers: [list!.copNo] })
    expect(single.counts.find(({ kind }) => kind === 'lists')).toMatchObject({ all: 1 })
    expect(single.counts.some(({ kind }) => kind === 'customsEntries')).toBe(true)
  })

  it('is taken back before it left, sent again under its number, or given up, which frees its lists', async () => {
    const { port, period } = await closedBook()
    await main.line(false)
    await port.retryNow()
    await until(
      () => port.exchangeFacts(),
      ({ line }) => line === 'offline',
    )
    const { applications } = await port.applySummary({ period, grouping }, undefined, '三月汇总')
    const [one] = await port.applications()
    await port.takeBackApplication(one!.id, '漏了一票')
    expect(await port.applications()).toMatchObject([{ state: 'draft' }])
    const again = await port.resendApplication(one!.id, '补好了')
    expect(again.applications).toEqual(applications)
    await port.takeBackApplication(one!.id, '还是不报')
    await port.voidApplication(one!.id, '还是不报')
    expect(await port.summaryPreview({ period, grouping })).toMatchObject({ included: { lists: 3 } })
    const anew = await port.applySummary({ period, grouping }, undefined, '重新汇总')
    expect(anew.applications).not.toEqual(applications)
  })

  it('is deleted by customs once granted, which frees its lists; a request taken back leaves it as it was', async () => {
    const { port, period } = await closedBook(1000)
    await port.applySummary({ period, grouping }, undefined, '三月汇总')
    const state = async () => (await port.applications())[0]!
    await until(state, ({ answer }) => answer?.code === '2')
    await expect(port.deleteApplication((await state()).id, '早了')).rejects.toMatchObject({
      code: 'summary-stands',
    })
    // Granted, and no 报关单 has its number yet.
    await main.pass(1100)
    await port.retryNow()
    const { id, copNo } = await until(state, (one) => one.state === 'accepted')
    await main.line(false)
    await port.retryNow()
    await until(
      () => port.exchangeFacts(),
      ({ line }) => line === 'offline',
    )
    await port.deleteApplication(id, '漏了一票')
    expect(await state()).toMatchObject({ state: 'waiting' })
    await port.takeBackApplication(id, '不撤了')
    expect(await state()).toMatchObject({ state: 'accepted', copNo })
    await port.deleteApplication(id, '还是撤')
    await main.line(true)
    await port.retryNow()
    await until(state, ({ answer }) => answer?.code === '2')
    await main.pass(1100)
    await port.retryNow()
    await until(state, (one) => one.state === 'void')
    expect(await port.summaryMonths()).toMatchObject([{ period, open: 3, applied: 0 }])
  })
})
