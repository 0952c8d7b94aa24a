import { proxy } from 'comlink'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startTestMain } from '../../../test/data/practice-link'
import type { TestMain } from '../../../test/data/practice-link'
import { openSampleWindow, until } from '../../../test/data/sample-book'
import type { TestWindow } from '../../../test/data/sample-book'

vi.setConfig({ testTimeout: 180_000 })

/** Seconds between the stations at the pace of these tests: stored, audited, released, closed. */
const pace = 1000
const stored = 1000
const toReleased = 1600
const almostToClosed = 900

let window: TestWindow
let main: TestMain
afterEach(async () => {
  window.worker.terminate()
  await main.stop()
})

const orders = ['#2001', '#2002', '#2004']

async function declaredBook() {
  window = await openSampleWindow()
  const { port } = window
  await port.match()
  await port.buildLists({ numbers: orders })
  await port.declare({}, '第一批')
  main = await startTestMain(pace)
  await port.startExchange(proxy(main.link) as never, proxy(() => undefined) as never)
  await untilCode(port, '2')
  return port
}
type Port = TestWindow['port']

async function lists(port: Port, orderNo: string) {
  const { rows } = await port.page({
    table: 'lists',
    filter: { numbers: [orderNo] },
    sort: { column: 'copNo' },
    offset: 0,
    limit: 10,
  })
  return rows
}
const codes = async (port: Port) =>
  Promise.all(orders.map(async (orderNo) => (await lists(port, orderNo)).at(-1)!.code))

const untilCode = (port: Port, code: string) =>
  until(
    () => codes(port),
    (all) => all.every((one) => one === code),
  )

/** Let time pass at customs until the newest 清单 of each order has this code here. */
async function passUntil(port: Port, seconds: number, code: string): Promise<void> {
  await main.pass(seconds)
  await port.retryNow()
  await untilCode(port, code)
}

/**
 * Until the single window has a batch. What is sent reaches customs before the time passes that follows: a 605 that came
 * later would be turned down at the door, and not by customs.
 */
const untilAnswered = (port: Port, batchNo: string) =>
  until(
    () => port.batches({ offset: 0, limit: 10 }),
    ({ rows }) => rows.some((batch) => batch.stage === 'answered' && batch.batchNos.includes(batchNo)),
  )

describe('撤销申请 (605)', () => {
  it('waits until customs has stored the list; then voids it, and its order goes again under a new number', async () => {
    const port = await declaredBook()
    await passUntil(port, 300, '3')
    const early = await port.withdraw({ numbers: ['#2001'] }, '买家取消')
    expect(early).toMatchObject({ declared: 0, leftOutCount: 1, batchNo: '' })
    expect(early.leftOut[0]!.reason.code).toBe('not-withdrawn-not-stored')

    await passUntil(port, stored, '120')
    const [first] = await lists(port, '#2001')
    const asked = await port.withdraw({ ids: [first!.id] }, '买家取消')
    expect(asked).toMatchObject({ declared: 1, documents: 1 })
    expect(await lists(port, '#2001')).toMatchObject([{ state: 'withdrawing', withdrawal: 'asked' }])
    const again = await port.withdraw({ ids: [first!.id] }, '再次')
    expect(again.leftOut[0]!.reason.code).toBe('not-withdrawn-asked')
    // While customs has not agreed the order is not free.
    expect(await port.buildLists({ numbers: ['#2001'] })).toMatchObject({ lists: 0 })

    await untilAnswered(port, asked.batchNo)
    await main.pass(stored)
    await port.retryNow()
    await until(
      () => lists(port, '#2001'),
      ([one]) => one!.state === 'void',
    )
    expect(await lists(port, '#2001')).toMatchObject([{ state: 'void', withdrawal: 'done' }])
    const { attempts, actions } = await port.timeline(first!.id)
    const told = attempts
      .flatMap(({ events }) => events)
      .filter(({ title: { zh } }) => zh.startsWith('撤销申请单：') && !/第\d+次发送/.test(zh))
      .map(({ title, detail }) => [title.zh.replace('撤销申请单：', ''), detail?.zh])
    expect(told).toEqual([
      ['海关审结（399）', undefined],
      ['发送海关成功（3）', undefined],
      ['电子口岸申报中（2）', undefined],
      ['第1次申报，进入发送队列', `原因：买家取消 · 批次号 ${asked.batchNo}`],
    ])
    expect(actions.map(({ action }) => action)).toEqual(['declare-anew'])

    const [order] = (
      await port.page({ table: 'orders', filter: { numbers: ['#2001'] }, offset: 0, limit: 1 })
    ).rows
    expect(order).toMatchObject({ state: 'ready', copNo: '' })
    expect(await port.buildLists({ numbers: ['#2001'] })).toMatchObject({ lists: 1 })
    const second = (await lists(port, '#2001')).find(({ state }) => state === 'draft')!
    expect(second.copNo).not.toBe(first!.copNo)
    // What customs holds and did not change is not sent again.
    const declared = await port.declare({ ids: [second.id] }, '重报')
    expect(declared).toMatchObject({ declared: 1, documents: 1 })
    await until(
      () => lists(port, '#2001'),
      (all) => all.at(-1)!.code === '2',
    )
    await passUntil(port, 20_000, '899')
    // Each batch keeps the 批次号 it was declared under, whatever its 清单 was declared under later.
    const { rows } = await port.batches({ offset: 0, limit: 10 })
    expect(rows.map(({ batchNos }) => batchNos)).toEqual([
      [declared.batchNo],
      [asked.batchNo],
      [first!.batchNo],
    ])
    expect(new Set(rows.flatMap(({ batchNos }) => batchNos)).size).toBe(3)
    expect(await port.compareWithService()).toMatchObject({ ok: true, differences: [] })
  })

  it('is turned down when the list was closed meanwhile, keeps its number, and can be taken back unsent', async () => {
    const port = await declaredBook()
    await passUntil(port, 300 + stored, '120')
    await main.line(false)
    await port.retryNow()
    await until(
      () => port.exchangeFacts(),
      ({ line }) => line === 'offline',
    )
    const declared = await port.withdraw({ numbers: ['#2002'] }, '重复申报')
    expect(declared.declared).toBe(1)
    expect(await lists(port, '#2002')).toMatchObject([{ state: 'withdrawing' }])
    expect(await port.takeBack({ numbers: ['#2002'] }, '不撤了')).toMatchObject({ taken: 1, leftOutCount: 0 })
    expect(await lists(port, '#2002')).toMatchObject([{ state: 'waiting', withdrawal: '' }])
    await main.line(true)

    await passUntil(port, toReleased, '800')
    await main.pass(almostToClosed)
    const [list] = await lists(port, '#2002')
    const { batchNo } = await port.withdraw({ ids: [list!.id] }, '重复申报')
    await untilAnswered(port, batchNo)
    const copNo = (await port.get('lists', list!.id))!.record.withdrawal!.document.head['copNo']
    expect(Number(copNo!.slice(-6))).toBe(4)
    await main.pass(stored)
    await port.retryNow()
    await until(
      () => lists(port, '#2002'),
      ([one]) => one!.withdrawal === 'refused',
    )
    const kept = (await port.get('lists', list!.id))!.record
    expect(kept.state).toBe('cleared')
    expect(kept.withdrawal).toMatchObject({
      state: 'refused',
      answer: { text: '[Code:Y301;Desc:清单状态已不允许撤销（演练规则）]' },
    })
    const late = await port.withdraw({ ids: [list!.id] }, '再试')
    expect(late.leftOut[0]!.reason.code).toBe('not-withdrawn-ended')
    expect(await port.compareWithService()).toMatchObject({ ok: true, differences: [] })
  })
})
