import { proxy } from 'comlink'
import { afterEach, expect, it, vi } from 'vitest'
import { practiceTemplates } from '#shared/declaration/practice-template'
import type { DeclarationList } from '#shared/model/list'
import { startTestMain } from '../../../test/data/practice-link'
import type { TestMain } from '../../../test/data/practice-link'
import { openSampleWindow, until } from '../../../test/data/sample-book'
import type { TestWindow } from '../../../test/data/sample-book'

vi.setConfig({ testTimeout: 180_000 })

let window: TestWindow
let main: TestMain | undefined
afterEach(async () => {
  window.worker.terminate()
  await main?.stop()
})

const [bonded, business, warehouse, byEntry] = ['#2001', '#2002', '#2004', '#2005'] as const

async function matchedBook() {
  window = await openSampleWindow()
  const { port } = window
  const { warehouseCountry: _anywhere, ...abroad } = practiceTemplates['9810']
  const templates = [practiceTemplates['1210'], practiceTemplates['9710'], abroad]
  await port.command('templates', '各方式', [
    ...templates.map(
      (record) => ({ table: 'templates', op: 'put', record: { ...record, isDefault: false } }) as const,
    ),
    {
      table: 'settings',
      op: 'put',
      record: { key: 'mode-rates', value: { USD: { rate: '7', day: '2026-11-02', source: '试' } } },
    },
  ])
  await port.match()
  return port
}
type Port = TestWindow['port']

const orderOf = async (port: Port, orderNo: string) =>
  (await port.page({ table: 'orders', filter: { numbers: [orderNo] }, offset: 0, limit: 5 })).rows.find(
    (row) => row.orderNo === orderNo,
  )!
const listsOf = async (port: Port) => (await port.page({ table: 'lists', offset: 0, limit: 9 })).rows
const give = (port: Port, orderNo: string, mode: string) =>
  port.bulkEdit('orders', { numbers: [orderNo] }, { mode }, '选择申报方式')

it('declares each order in its own mode, asks for what the mode needs, and customs releases them', async () => {
  const port = await matchedBook()
  const { paths } = await port.modeChoices(
    { numbers: [business] },
    { buyer: 'business', place: 'outside', rebate: 'no' },
  )
  expect(paths.find(({ path }) => path === '9710')).toMatchObject({ maybe: 1, recommended: 1 })

  await give(port, bonded, '1210')
  await give(port, business, '9710')
  await give(port, warehouse, '9810')
  await give(port, byEntry, '9710-entry')
  // 1210 wants the number of each of the goods in the account book: the order waits for it on the one sheet.
  expect(await orderOf(port, bonded)).toMatchObject({ state: 'incomplete', mode: '1210' })
  const lacking = (await port.missingGoods()).flatMap(({ known }) => known ?? [])
  expect(lacking.length).toBeGreaterThan(0)
  await port.command('goods', '料号', [
    ...lacking.map(
      ({ id, rev, value }) =>
        ({
          table: 'goods',
          op: 'put',
          id,
          rev,
          record: { ...value, itemRecordNo: `L-${value.sku}` },
        }) as const,
    ),
  ])
  expect((await port.missingGoods()).filter(({ known }) => known)).toEqual([])

  const built = await port.buildLists({ numbers: [bonded, business, warehouse, byEntry] })
  expect(built).toMatchObject({ built: 3, refused: 0, skipped: { 'by-entry': 1 } })
  const modes = async () =>
    Object.fromEntries((await listsOf(port)).map(({ orderNo, tradeMode }) => [orderNo, tradeMode]))
  expect(await modes()).toEqual({ [bonded]: '1210', [business]: '9710', [warehouse]: '9810' })

  expect(await port.declare({}, '各方式')).toMatchObject({ declared: 3, leftOutCount: 0 })
  main = await startTestMain()
  await port.startExchange(proxy(main.link) as never, proxy(() => undefined) as never)
  await until(
    () => listsOf(port),
    (rows) => rows.every(({ state }) => state === 'cleared' || state === 'released'),
  )
  // What customs holds goes its way: its mode cannot be changed any more.
  await expect(give(port, business, '9610-A')).rejects.toMatchObject({ code: 'invalid' })
})

it('changes the mode of a draft: says what goes and comes, builds it again, and takes it all back', async () => {
  const port = await matchedBook()
  await port.buildLists({ numbers: [business] })
  const [draft] = await listsOf(port)
  expect(draft).toMatchObject({ tradeMode: '9610', outdated: false })

  const preview = await port.modePreview({ numbers: [business] }, '9710')
  expect(preview).toMatchObject({ orders: 1, compared: 1, refused: 0, drafts: [draft!.id], declared: 0 })
  expect(preview.kept / preview.of).toBeGreaterThan(0.9)
  expect(preview.changes.map(({ element }) => element)).toEqual(
    expect.arrayContaining(['orderType', 'tradeMode']),
  )
  const bondedNow = await port.modePreview({ numbers: [business] }, '1210')
  expect(bondedNow.rules.map(({ rule }) => rule)).toEqual(['mode-bonded'])

  // What goes to a warehouse is not sold: no payment is waited for.
  const unpaid = () => port.breaks({ kind: 'payment-missing', offset: 0, limit: 50 })
  const before = await unpaid()
  await port.bulkEdit('orders', { ids: [before.rows[0]!.order!] }, { mode: '9810' }, '海外仓')
  await port.match()
  expect((await unpaid()).total).toBe(before.total - 1)

  const { group } = await give(port, business, '9710')
  expect((await listsOf(port))[0]).toMatchObject({ tradeMode: '9610', outdated: true })
  await port.rebuild({ ids: [draft!.id] }, '改方式')
  expect((await listsOf(port))[0]).toMatchObject({ tradeMode: '9710', outdated: false, copNo: draft!.copNo })

  await port.undo(group, '撤销')
  expect((await listsOf(port))[0]).toMatchObject({ outdated: true })
  expect((await orderOf(port, business)).mode).toBe('')

  // Goods bought for a refund: what of the 清单 would cost it is said while it can still be changed, and refuses nothing.
  const { list } = (await port.get('lists', draft!.id))!.record as { list: DeclarationList }
  const sku = list.documents.inventory.lines![0]!['itemNo']!
  const columns =
    '发票号码,开票日期,发票票种,销方识别号,销方名称,购方识别号,购方名称,货物名称,规格型号,单位,数量,金额,税率,税额,用途'
  const bought = `26112000000000000001,2026-03-05,增值税专用发票,S1,厂,B1,贸易,*金属制品*别的,${sku},箱,6,60.00,13%,7.80,退税`
  const file = new File([`\ufeff${columns}\r\n${bought}\r\n`], 'invoices.csv')
  expect(await port.importFile(file, { kind: 'invoices', profile: 'auto' })).toMatchObject({ ok: true })
  const built = await port.rebuild({ ids: [draft!.id] }, '有发票了')
  expect(built.refused).toBe(0)
  const rules = built.remarks.map(({ rule, count }) => [rule, count])
  expect(rules).toEqual(
    expect.arrayContaining([
      ['RB-E03', 1],
      ['RB-E04', 1],
    ]),
  )
  const remarked = { where: [{ column: 'remarks', is: 'in', values: ['refund'] }] } as const
  const found = await port.page({ table: 'lists', filter: remarked as never, offset: 0, limit: 9 })
  expect(found.rows.map(({ id }) => id)).toEqual([draft!.id])
})

it('counts a 核放单 down until its orders are declared, and lets a 报关单 speak for its orders', async () => {
  const port = await matchedBook()
  const { id } = await orderOf(port, byEntry)
  await port.command('gate-pass', '', [
    {
      table: 'gatePasses',
      op: 'put',
      record: { passNo: 'HF1', leftOn: '2020-01-01', limitDays: 14, orders: [id] },
    },
  ])
  expect(await port.gatePasses()).toMatchObject([{ state: 'overdue', declared: 0, dueOn: '2020-01-15' }])

  const item = { gno: 1, gcode: '7323940000', gname: '杯', qty: '1', unit: '个', total: '9', currency: 'USD' }
  const record = {
    entryId: '290720260000000001',
    state: 'declared' as const,
    tradeMode: '9710' as const,
    items: [item],
    orders: [id],
  }
  const { ids } = await port.command('entries', '', [{ table: 'exportEntries', op: 'put', record }])
  expect(await orderOf(port, byEntry)).toMatchObject({ state: 'waiting', copNo: record.entryId })
  expect(await port.gatePasses()).toMatchObject([{ state: 'done', declared: 1 }])

  await port.command('entries', '', [{ table: 'exportEntries', op: 'delete', id: ids[0]!, rev: 1 }])
  expect((await orderOf(port, byEntry)).state).not.toBe('waiting')
})
