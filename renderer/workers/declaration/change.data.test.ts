import { proxy } from 'comlink'
import { afterEach, expect, it, vi } from 'vitest'
import type { Goods } from '#shared/model/goods'
import { startTestMain } from '../../../test/data/practice-link'
import type { TestMain } from '../../../test/data/practice-link'
import { openSampleWindow, until } from '../../../test/data/sample-book'
import type { TestWindow } from '../../../test/data/sample-book'
import type { Stored } from '../../data/port'

vi.setConfig({ testTimeout: 180_000 })

/** Seconds between the stations at this pace: 2 → 3, and 3 → 120 or 100. */
const pace = 1000
const forward = 300
const examine = 700

let window: TestWindow
let main: TestMain
afterEach(async () => {
  window.worker.terminate()
  await main.stop()
})
type Port = TestWindow['port']

const listOf = async (port: Port) =>
  (await port.page({ table: 'lists', filter: { numbers: ['#2014'] }, offset: 0, limit: 1 })).rows[0]!

/** Let time pass at customs until the 清单 has this code here. */
async function pass(port: Port, seconds: number, code: string): Promise<void> {
  await main.pass(seconds)
  await port.retryNow()
  await until(
    () => listOf(port),
    (list) => list.code === code,
  )
}

async function situations(port: Port): Promise<Record<string, string>> {
  const { documents } = await port.timeline((await listOf(port)).id)
  return Object.fromEntries(documents.map(({ message, situation }) => [message, situation]))
}

it('changes an order that customs stored (2), and sends its 清单 again only after the 120 of that', async () => {
  window = await openSampleWindow()
  const { port } = window
  await port.match()
  await port.buildLists({ numbers: ['#2014'] })
  await port.declare({}, '第一批')
  main = await startTestMain(pace)
  await port.startExchange(proxy(main.link) as never, proxy(() => undefined) as never)
  await until(
    () => listOf(port),
    ({ code }) => code === '2',
  )
  await pass(port, forward, '3')
  await pass(port, examine, '100')
  // The order was stored, its 清单 came back: that opens the order for a change.
  expect(await situations(port)).toMatchObject({ CEB303: 'good', CEB603: 'rejected' })

  // Both names are wrong: the order carries the one, the 清单 the other.
  const [cause] = await port.causes()
  const goods = (await port.get('goods', cause!.goods!)) as Stored<Goods>
  const names = { gname: '真丝围巾', itemName: '真丝围巾礼盒' }
  await port.command('goods', '品名', [
    { table: 'goods', op: 'put', id: goods.id, rev: goods.rev, record: { ...goods.record, ...names } },
  ])
  const list = await listOf(port)
  expect(await port.correct({ filter: {} }, '改品名')).toMatchObject({ declared: 1 })
  const { record } = (await port.get('lists', list.id))!
  expect(record.list.documents.order!.head).toMatchObject({ appType: '2' })
  expect(record.list.documents.order!.lines![0]).toMatchObject({ itemName: names.itemName })

  const customsHasTheChange = (at: string) =>
    until(
      () => situations(port),
      ({ CEB303 }) => CEB303 === at,
    )
  expect(await customsHasTheChange('in-process')).toMatchObject({ CEB603: 'in-queue' })
  await main.pass(forward)
  await port.retryNow()
  expect(await customsHasTheChange('in-process')).toMatchObject({ CEB603: 'in-queue' })
  await main.pass(examine)
  await port.retryNow()
  await until(
    () => listOf(port),
    ({ code, state }) => code === '2' && state === 'waiting',
  )
  expect(await situations(port)).toMatchObject({ CEB303: 'good' })
  await pass(port, forward, '3')
  await pass(port, 20_000, '899')

  expect(await listOf(port)).toMatchObject({ copNo: list.copNo, state: 'cleared' })
  const { attempts } = await port.timeline(list.id)
  const told = attempts.flatMap(({ events }) => events.map(({ title }) => title.zh))
  expect(told.filter((title) => /第\d次申报/.test(title) && /订单|清单/.test(title))).toHaveLength(4)
  const { rows } = await port.receipts({ offset: 0, limit: 50 })
  const codes = (message: string) => rows.filter((one) => one.message === message).map(({ code }) => code)
  expect(codes('CEB303').filter((code) => code === '120')).toHaveLength(2)
  expect(await port.compareWithService()).toMatchObject({ ok: true, differences: [] })
})
