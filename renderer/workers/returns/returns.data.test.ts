import { proxy } from 'comlink'
import { afterEach, expect, it, vi } from 'vitest'
import { messageFile } from '../../../test/data/messages'
import { startTestMain } from '../../../test/data/practice-link'
import type { TestMain } from '../../../test/data/practice-link'
import { openSampleWindow, until } from '../../../test/data/sample-book'
import type { TestWindow } from '../../../test/data/sample-book'
import type { ReturnChoice, ReturnSheet } from '../../data/port'

vi.setConfig({ testTimeout: 180_000 })

let window: TestWindow
let main: TestMain
afterEach(async () => {
  window.worker.terminate()
  await main.stop()
})

/** A 清单 of each order, all of them in this state once `seconds` have passed at customs. */
async function declaredBook(state: 'cleared' | 'released', { pace = 0, seconds = 1 } = {}) {
  window = await openSampleWindow()
  const { port } = window
  await port.match()
  await port.buildLists({ numbers: ['#2001', '#2002'] })
  await port.declare({}, '第一批')
  main = await startTestMain(pace)
  await port.startExchange(proxy(main.link) as never, proxy(() => undefined) as never)
  await until(
    () => port.exchangeFacts(),
    ({ line, queued, unknownOutcome }) => line === 'online' && queued + unknownOutcome === 0,
  )
  await main.pass(seconds)
  await port.retryNow()
  await until(
    () => port.totals('lists', { where: [{ column: 'state', is: 'in', values: [state] }] }),
    ({ rows }) => rows === 2,
  )
  const page = await port.page({ table: 'lists', filter: { numbers: ['#2001'] }, offset: 0, limit: 1 })
  return { port, list: page.rows[0]!.id }
}

const choiceOf = (sheet: ReturnSheet, qty: string): ReturnChoice => ({
  list: sheet.list,
  event: 'goods-back',
  act: 'return',
  reason: '买家退货',
  items: [{ gnum: sheet.lines[0]!.gnum, qty }],
  transport: {
    ...sheet.transport,
    logisticsNo: 'RET0001',
    billNo: 'RET0001',
    trafName: 'B777F',
    voyageNo: 'CA1024',
  },
})

it('takes goods back by 213 until nothing is left, and leaves a task in each of the other two books', async () => {
  const { port, list } = await declaredBook('cleared')
  const sheet = await port.returnSheet(list)
  expect(sheet).toMatchObject({ direction: 'export', mode: '9610', stage: 'gone' })
  expect(sheet.releasedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(sheet.acts['goods-back']).toEqual(['return'])
  const [line] = sheet.lines
  const declared = Number(line!.declared)

  const tooMuch = choiceOf(sheet, String(declared + 1))
  expect((await port.checkReturn(tooMuch)).map(({ code }) => code)).toEqual(['return-too-much'])
  await expect(port.keepReturn(tooMuch, true)).rejects.toMatchObject({ code: 'return-too-much' })
  await expect(port.keepReturn({ ...choiceOf(sheet, '1'), act: 'withdraw' }, true)).rejects.toMatchObject({
    code: 'return-act',
  })
  const bare = { ...choiceOf(sheet, '1').transport!, trafName: '' }
  await expect(port.keepReturn({ ...choiceOf(sheet, '1'), transport: bare }, false)).rejects.toMatchObject({
    text: { zh: expect.stringContaining('trafName') as string },
  })
  expect(await port.returns()).toEqual([])

  const draft = await port.keepReturn(choiceOf(sheet, String(declared)), false)
  expect(await port.returns()).toMatchObject([
    { copNo: draft.copNo, state: 'draft', serial: 1, open: ['tax', 'forex'] },
  ])
  // What a draft takes is taken: two windows cannot both return the same goods.
  expect((await port.returnSheet(list)).lines[0]).toMatchObject({ left: '0' })
  await port.voidReturn(draft.id, '填错了')
  expect((await port.returnSheet(list)).lines[0]).toMatchObject({ left: line!.declared })

  const sent = await port.keepReturn(choiceOf(sheet, '1'), true)
  expect(sent.copNo).not.toBe(draft.copNo)
  const [granted] = await until(
    () => port.returns(),
    ([first]) => first!.state === 'accepted',
  )
  expect(granted).toMatchObject({ copNo: sent.copNo, serial: 2, answer: { code: '800' }, deadlines: [] })
  const { rows } = await port.receipts({ offset: 0, limit: 50 })
  expect(rows.filter(({ message }) => message === 'CEB213').map(({ code }) => code)).toContain('800')

  await port.settleReturn(granted!.id, 'forex', '原路退款 PP-1')
  await port.tallyReturn(granted!.id, '场站电话')
  expect((await port.returns())[0]).toMatchObject({ open: ['tax'], tallied: { note: '场站电话' } })
  // What customs took in of the site's own message says more than a telephone call; the message again says nothing new.
  const parcel = { coElNo: 'SITE-1', logisticsCode: sheet.transport.logisticsCode, logisticsNo: 'RET0001' }
  const files = [
    messageFile('CEB215', { ...parcel, appTime: '20260402100000', appStatus: '2' }),
    messageFile('CEB216', {
      ...parcel,
      returnStatus: '399',
      returnTime: '20260402120000000',
      returnInfo: '理货审结',
    }),
    messageFile('CEB215', { ...parcel, logisticsNo: 'NOBODY', appTime: '20260402100000' }),
  ]
  expect(await port.readMessages(files)).toMatchObject({ tallied: 1, unmatched: ['NOBODY'], ignored: 0 })
  const tallied = { how: 'imported', at: '2026-04-02T12:00:00.000+08:00', note: '399 理货审结' }
  expect((await port.returns())[0]).toMatchObject({ tallied })
  expect(await port.readMessages(files)).toMatchObject({ tallied: 0 })
  await expect(port.voidReturn(granted!.id, '试试')).rejects.toMatchObject({ code: 'summary-stands' })
  await expect(port.sendReturn(granted!.id, '再来')).rejects.toMatchObject({ code: 'summary-stands' })
  expect(await port.compareWithService()).toMatchObject({ ok: true, differences: [] })
})

it('notes what customs need not know, takes back what has not left, and sends it again under its number', async () => {
  const { port, list } = await declaredBook('cleared')
  const refund: ReturnChoice = { list, event: 'refund-only', act: 'none', reason: '破损补偿', items: [] }
  const noted = await port.keepReturn(refund, true)
  expect(noted.batchNo).toBe('')
  await main.line(false)
  await port.retryNow()
  await until(
    () => port.exchangeFacts(),
    ({ line }) => line === 'offline',
  )
  const sheet = await port.returnSheet(list)
  const sent = await port.keepReturn(choiceOf(sheet, '1'), true)
  const [waiting] = await port.returns()
  expect(waiting).toMatchObject({ state: 'waiting', copNo: sent.copNo })
  expect(waiting!.deadlines.length).toBeGreaterThan(0)
  await port.takeBackReturn(waiting!.id, '先不报')
  expect((await port.returns()).map(({ state }) => state)).toEqual(['draft', 'noted'])
  const again = await port.sendReturn(waiting!.id, '可以报了')
  expect(again.copNo).toBe(sent.copNo)
  await main.line(true)
  await port.retryNow()
  await until(
    () => port.returns(),
    ([first]) => first!.state === 'accepted',
  )
})

it('makes the order of what is sent instead, at its real price, and links both 清单', async () => {
  const { port, list } = await declaredBook('cleared')
  const sheet = await port.returnSheet(list)
  const { orderNo, currency, lines } = sheet.replacement!
  expect({ orderNo, currency }).toEqual({ orderNo: '#2001-R1', currency: 'USD' })
  const choice = (price: string): ReturnChoice => ({
    list,
    event: 'replaced',
    act: 'new-list',
    reason: '寄错颜色',
    items: [],
    replacement: { orderNo, lines: [{ ...lines[0]!, quantity: '1', price }] },
  })
  const imports = (await port.imports()).length
  await expect(port.keepReturn(choice('0'), true)).rejects.toMatchObject({ code: 'replacement-price' })
  expect(await port.imports()).toHaveLength(imports)

  await port.keepReturn(choice(lines[0]!.price), true)
  const [noted] = await port.returns()
  expect(noted).toMatchObject({
    state: 'noted',
    replacement: { orderNo, platform: 'shopify' },
    open: ['tax', 'forex'],
  })
  const brought = (await port.imports()).find(({ file }) => file === `换货 ${orderNo}.csv`)
  expect(brought).toMatchObject({ state: 'done', stored: { records: 1, refused: 0 } })
  const { order } = (await port.order(noted!.replacement!.order))!
  const first = (await port.page({ table: 'orders', filter: { numbers: ['#2001'] }, offset: 0, limit: 1 }))
    .rows[0]!
  expect(order).toMatchObject({ orderNo, shop: first.shop, lines: [{ sku: lines[0]!.sku, quantity: '1' }] })
  await expect(port.keepReturn(choice(lines[0]!.price), true)).rejects.toMatchObject({
    code: 'replacement-taken',
  })

  const waybill = `运单号,订单号,物流企业代码,毛重(千克),件数\r\nLPR1,${orderNo},3305980001,3,1`
  await port.importFile(new File([waybill], 'again.csv'), { kind: 'waybills', profile: 'auto' })
  await port.match()
  expect(await port.buildLists({ numbers: [orderNo] })).toMatchObject({ built: 1, refused: 0 })
  const [again] = (await port.page({ table: 'lists', filter: { numbers: [orderNo] }, offset: 0, limit: 1 }))
    .rows
  const link = {
    list,
    listCopNo: sheet.copNo,
    orderNo,
    lists: [{ id: again!.id, copNo: again!.copNo }],
  }
  expect(await port.replacementsOf(list)).toMatchObject([link])
  expect(await port.replacementsOf(again!.id)).toMatchObject([link])
})

it('holds back a return whose 清单 is being withdrawn since it was written down', async () => {
  const { port, list } = await declaredBook('released', { pace: 1000, seconds: 2900 })
  const sheet = await port.returnSheet(list)
  expect(sheet.acts['goods-back']).toEqual(['return', 'withdraw'])
  const draft = await port.keepReturn(choiceOf(sheet, '1'), false)
  await port.withdraw({ ids: [list] }, '货还没走')
  await expect(port.sendReturn(draft.id, '可以报了')).rejects.toMatchObject({ code: 'return-act' })
  expect(await port.returns()).toMatchObject([{ state: 'draft' }])
})
