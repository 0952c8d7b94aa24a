import { proxy } from 'comlink'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startTestMain } from '../../../test/data/practice-link'
import type { TestMain } from '../../../test/data/practice-link'
import { openSampleWindow, until } from '../../../test/data/sample-book'
import type { TestWindow } from '../../../test/data/sample-book'
import type { ParcelView } from '../../data/port'

vi.setConfig({ testTimeout: 180_000 })

let window: TestWindow
let main: TestMain | undefined
afterEach(async () => {
  window.worker.terminate()
  await main?.stop()
  main = undefined
})

type Port = TestWindow['port']
const orders = ['#2001', '#2002', '#2004']
const bill = { billNo: '999-12345675', voyageNo: 'CZ3041', trafName: 'B777F', trafMode: '' }

async function waybillOf(port: Port, orderNo: string): Promise<string> {
  const { rows } = await port.page({ table: 'orders', filter: { numbers: [orderNo] }, offset: 0, limit: 1 })
  return rows[0]!.waybillNo
}

/** The warehouse's sheet as it comes: parcels, kilograms, bag, bill, flight. */
async function weigh(port: Port, rows: readonly (readonly [waybill: string, kg: string])[]): Promise<void> {
  const lines = rows.map(([waybill, kg]) =>
    [waybill, kg, 'BAG-1', bill.billNo, bill.voyageNo, bill.trafName].join(),
  )
  const text = ['运单号,毛重(千克),总包号,提运单号,航班航次,运输工具', ...lines].join('\n')
  const result = await port.importFile(new File([text], '称重装袋表.csv'), {
    kind: 'weighings',
    profile: 'auto',
  })
  if (!result.ok) throw new Error(JSON.stringify(result))
  expect(result.view.report).toMatchObject({ rowsAccepted: rows.length, rowsRefused: 0 })
}
const parcel = async (port: Port, logisticsNo: string): Promise<ParcelView> =>
  (await port.parcels({ offset: 0, limit: 50 })).rows.find((one) => one.logisticsNo === logisticsNo)!
const listOf = async (port: Port, orderNo: string) =>
  (await port.page({ table: 'lists', filter: { numbers: [orderNo] }, offset: 0, limit: 1 })).rows[0]!

describe('称重装袋表 and 总分单', () => {
  it('fills weights, bags and bill, holds a difference until it is decided, and departs what customs released', async () => {
    window = await openSampleWindow()
    const { port } = window
    await port.match()
    const numbers = await Promise.all(orders.map((one) => waybillOf(port, one)))
    await weigh(
      port,
      numbers.map((number) => [number, '99'] as const),
    )
    const found = await Promise.all(numbers.map((number) => parcel(port, number)))
    expect(found.every(({ verdict, calculated }) => verdict === 'over' && Number(calculated) > 0)).toBe(true)
    const wrong = (await port.imports()).find(({ kind }) => kind === 'weighings')!
    await port.undoImport(wrong.id, '读错了秤')
    expect((await port.parcels({ offset: 0, limit: 50 })).total).toBe(0)

    const exact = found.map(({ calculated }, i) => [numbers[i]!, i === 0 ? '99' : calculated] as const)
    await weigh(port, [...exact, ['NOBODYS-1', '1.1'] as const])
    const page = await port.parcels({ offset: 0, limit: 50 })
    expect(page).toMatchObject({ undecided: 1, byVerdict: { within: 2, over: 1, unknown: 1 } })
    expect(page.rows[0]).toMatchObject({ logisticsNo: numbers[0], verdict: 'over', decision: '' })

    // Until somebody decides the list keeps the weight it would have had.
    await port.buildLists({ numbers: orders })
    expect((await listOf(port, '#2001')).grossWeight).not.toBe('99')
    expect((await listOf(port, '#2002')).grossWeight).toBe(exact[1]![1])
    expect(await port.decideWeights({}, 'weighed', '复称确认')).toBe(1)
    await port.rebuild({ numbers: ['#2001'] }, '采用称重')
    const rebuilt = await listOf(port, '#2001')
    expect(rebuilt.grossWeight).toBe('99')
    const { head } = (await port.get('lists', rebuilt.id))!.record.list.documents.inventory
    expect(head).toMatchObject({ billNo: bill.billNo, totalPackageNo: 'BAG-1' })

    const [before] = await port.bills()
    expect(before).toMatchObject({ parcels: 4, ready: 0, bags: 1 })
    expect(before!.ashore).toEqual([
      { reason: 'not-released', parcels: 3, numbers: expect.any(Array) },
      { reason: 'no-list', parcels: 1, numbers: ['NOBODYS-1'] },
    ])
    await expect(port.depart(bill, '早了')).rejects.toMatchObject({ code: 'departure-empty' })

    await port.declare({}, '第一批')
    main = await startTestMain(0)
    await port.startExchange(proxy(main.link) as never, proxy(() => undefined) as never)
    await until(
      () => port.bills(),
      ([one]) => one!.ready === 3,
    )
    const departed = await port.depart(bill, '起飞前')
    expect(departed).toMatchObject({ parcels: 3, documents: 1 })
    const [one] = await until(
      () => port.departures(),
      ([first]) => first!.state === 'accepted',
    )
    expect(one).toMatchObject({ copNo: departed.departures[0], parcels: 3, bags: 1, answer: { code: '120' } })
    expect(await parcel(port, numbers[1]!)).toMatchObject({ departure: one!.copNo, listState: 'cleared' })
    // A parcel leaves once.
    await expect(port.depart(bill, '再来')).rejects.toMatchObject({ code: 'departure-empty' })
    await expect(port.voidDeparture(one!.id, '试试')).rejects.toMatchObject({ code: 'summary-stands' })

    await port.tickDeparture(one!.id, 'arrived', '监管场所电话')
    await port.tickDeparture(one!.id, 'left', '')
    expect((await port.departures())[0]).toMatchObject({
      arrived: { how: 'ticked', who: '演练申报员', note: '监管场所电话' },
      left: { how: 'ticked' },
    })
    expect(await port.compareWithService()).toMatchObject({ ok: true, differences: [] })
  })

  it('leaves a document to the carrier that transmits it, and waits for it until it is ticked', async () => {
    window = await openSampleWindow()
    const { port } = window
    const [template] = await port.all('templates')
    const { logisticsCode } = template!.record
    const { transmits } = await port.transmitters()
    await port.setTransmitters(
      { transmits, exceptions: [{ message: 'CEB505', code: logisticsCode, transmitter: 'carrier' }] },
      '物流企业自己报',
    )
    await port.match()
    await port.buildLists({ numbers: orders })
    const list = await listOf(port, '#2001')
    const { documents } = (await port.get('lists', list.id))!.record.list
    expect(Object.keys(documents).sort()).toEqual(['inventory', 'order', 'receipts'])
    const waybill = async () => (await port.chain(list.id)).find(({ message }) => message === 'CEB505')!
    expect(await waybill()).toMatchObject({
      transmitter: 'carrier',
      state: 'awaited',
      mayTick: true,
      words: { zh: '运单：等物流企业运单' },
    })
    // What is our own is not to be ticked, whoever asks.
    expect((await port.tickLists({ numbers: orders }, 'CEB303', '')).ticked).toBe(0)
    const waits = { where: [{ column: 'awaits', is: 'in' as const, values: ['CEB505'] }] }
    expect((await port.totals('lists', waits)).documents).toBe(3)
    const { ticked, group } = await port.tickLists(waits, 'CEB505', '承运商邮件')
    expect([ticked, (await port.totals('lists', waits)).documents]).toEqual([3, 0])
    expect((await port.tickLists({ numbers: orders }, 'CEB505', '再勾一次')).ticked).toBe(0)
    expect(await waybill()).toMatchObject({
      state: 'done',
      words: { zh: expect.stringContaining('承运商邮件') },
    })
    const { actions, attempts } = await port.timeline(list.id)
    expect(actions.map(({ action }) => action)).not.toContain('correct')
    expect(attempts).toEqual([])
    await port.undo(group, '勾错了')
    expect((await port.totals('lists', waits)).documents).toBe(3)
  })
})
