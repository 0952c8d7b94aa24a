import { proxy } from 'comlink'
import { afterEach, expect, it, vi } from 'vitest'
import type { Goods } from '#shared/model/goods'
import { fillImportBook, importPurchase } from '../../../test/data/import-book'
import { messageFile } from '../../../test/data/messages'
import { memorySentinel, newDatabaseName } from '../../../test/data/book-kit'
import { startTestMain } from '../../../test/data/practice-link'
import type { TestMain } from '../../../test/data/practice-link'
import { openTestWindow, until } from '../../../test/data/sample-book'
import type { TestWindow } from '../../../test/data/sample-book'
import type { ReturnChoice, SealedRecord, Stored } from '../../data/port'

vi.setConfig({ testTimeout: 180_000 })

let window: TestWindow
let main: TestMain | undefined
afterEach(async () => {
  window.worker.terminate()
  await main?.stop()
})
type Port = TestWindow['port']

async function importBook(gname?: string): Promise<Port> {
  window = await openTestWindow(newDatabaseName(), memorySentinel())
  await fillImportBook(window.port, gname)
  return window.port
}

const listsOf = async (port: Port) => (await port.page({ table: 'lists', offset: 0, limit: 9 })).rows

it('takes a retail import from its files to release: built, sent, rejected, corrected, answered', async () => {
  const port = await importBook('礼品')
  expect(await port.buildLists({ numbers: ['JK1001'] })).toMatchObject({ built: 1, refused: 0 })
  const [draft] = await listsOf(port)
  expect(draft).toMatchObject({ tradeMode: '9610-I', currency: 'CNY' })
  const stored = (await port.get('lists', draft!.id)) as Stored<SealedRecord<'lists'>>
  const { documents, retail } = stored.record.list
  // 支付单 and 运单 are the payment company's and the carrier's.
  expect(Object.keys(documents).sort()).toEqual(['inventory', 'order'])
  // V = 200 + 10, VAT 13 % at 70 %.
  expect(retail).toMatchObject({ dutiable: '210', tax: { vat: '19.11', total: '19.11' }, knownYear: '0' })
  expect((await port.chain(draft!.id)).map(({ message, state }) => `${message} ${state}`)).toEqual([
    'CEB311 ours',
    'CEB411 awaited',
    'CEB511 awaited',
    'CEB621 ours',
    'CEB513 later',
  ])

  expect(await port.declare({}, '进口')).toMatchObject({ declared: 1, documents: 2, leftOutCount: 0 })
  main = await startTestMain()
  await port.startExchange(proxy(main.link) as never, proxy(() => undefined) as never)
  // The name says nothing about the goods, which a rule of the practice window rejects.
  await until(
    () => listsOf(port),
    ([row]) => row?.state === 'refused',
  )
  const [cause] = await port.causes()
  expect(cause).toMatchObject({ code: 'Y101', message: 'CEB621', source: { record: 'goods' }, count: 1 })

  const known = (await port.get('goods', cause!.goods!)) as Stored<Goods>
  await port.command('goods', '品名', [
    {
      table: 'goods',
      op: 'put',
      id: known.id,
      rev: known.rev,
      record: { ...known.record, gname: '婴儿配方奶粉' },
    },
  ])
  expect(await port.correct({ filter: {} }, '改品名')).toMatchObject({ declared: 1, documents: 1 })
  const [released] = await until(
    () => listsOf(port),
    ([row]) => row?.state === 'released' || row?.state === 'cleared',
  )
  expect(released).toMatchObject({ copNo: draft!.copNo })
  expect(released!.invtNo).toMatch(/^\d{8}I\d{9}$/)
  const { attempts, documents: sent } = await port.timeline(released!.id)
  expect(attempts).toHaveLength(2)
  expect(sent.map(({ message, situation }) => [message, situation])).toEqual([
    ['CEB311', 'good'],
    ['CEB621', 'closed'],
  ])
  const titles = attempts.flatMap(({ events }) => events.map(({ title }) => title.zh))
  expect(titles.join('\n')).toMatch(/进口清单：.*放行/)
  // No row of the grid holds an identity number.
  expect(JSON.stringify(await port.page({ table: 'lists', offset: 0, limit: 9 }))).not.toContain('110105')
})

/** The 清单 of the import, built and declared, with customs as slow as `pace` says. */
async function declaredImport(pace: number): Promise<Port> {
  const port = await importBook()
  await port.buildLists({ numbers: ['JK1001'] })
  await port.declare({}, '进口')
  main = await startTestMain(pace)
  await port.startExchange(proxy(main.link) as never, proxy(() => undefined) as never)
  return port
}

it('withdraws an import list that customs stored by 623, and frees its order', async () => {
  const port = await declaredImport(1000)
  const pass = async (seconds: number, code: string) => {
    await main!.pass(seconds)
    await port.retryNow()
    return until(
      () => listsOf(port),
      ([row]) => row?.code === code,
    )
  }
  await until(
    () => listsOf(port),
    ([row]) => row?.code === '2',
  )
  await pass(300, '3')
  const early = await port.withdraw({ numbers: ['JK1001'] }, '买家取消')
  expect(early.leftOut.map(({ reason }) => reason.code)).toEqual(['not-withdrawn-not-stored'])

  const [list] = await pass(1000, '120')
  const asked = await port.withdraw({ ids: [list!.id] }, '买家取消')
  expect(asked).toMatchObject({ declared: 1, documents: 1 })
  expect(await listsOf(port)).toMatchObject([{ state: 'withdrawing', withdrawal: 'asked' }])
  const stored = (await port.get('lists', list!.id)) as Stored<SealedRecord<'lists'>>
  // A 623 names buyer, order and parcel as the 清单 does, and the 清单 by the number of customs.
  const { head } = stored.record.withdrawal!.document
  const { head: declared } = stored.record.list.documents.inventory
  for (const name of ['buyerName', 'buyerIdNumber', 'orderNo', 'ebpCode', 'logisticsNo', 'logisticsCode'])
    expect(head[name], name).toBe(declared[name])
  expect(head).toMatchObject({ invtNo: list!.invtNo, reason: '买家取消', appType: '1' })

  await until(
    () => port.batches({ offset: 0, limit: 10 }),
    ({ rows }) =>
      rows.some(({ stage, batchNos }) => stage === 'answered' && batchNos.includes(asked.batchNo)),
  )
  await main!.pass(1000)
  await port.retryNow()
  await until(
    () => listsOf(port),
    ([row]) => row?.state === 'void',
  )
  const { rows: answers } = await port.receipts({ offset: 0, limit: 50 })
  expect(answers.filter(({ message }) => message === 'CEB623').map(({ code }) => code)).toContain('399')
  const again = await port.buildLists({ numbers: ['JK1001'] })
  expect(again).toMatchObject({ built: 1, refused: 0 })
  const [, second] = [...(await listsOf(port))].sort((a, b) => (a.copNo < b.copNo ? -1 : 1))
  expect(second).toMatchObject({ state: 'draft' })
  expect(await port.compareWithService()).toMatchObject({ ok: true, differences: [] })
})

it('shows the tax bill of a released import, and takes one piece of it back by 625', async () => {
  const port = await declaredImport(0)
  const [list] = await until(
    () => listsOf(port),
    ([row]) => row?.state === 'cleared',
  )
  // 816 with the release, 818 with the closing: one bill, summed up, paid by a 缴款书 and compared with the estimate.
  const { rows, months } = await until(
    () => port.taxBills({ offset: 0, limit: 10 }),
    ({ rows: [bill] }) => bill?.status === '2',
  )
  expect(rows).toMatchObject([
    {
      invtNo: list!.invtNo,
      customsTax: '0',
      valueAddedTax: '19.11',
      consumptionTax: '0',
      total: '19.11',
      entDutyNo: `J${list!.invtNo}`,
      copNo: list!.copNo,
      orderNo: 'JK1001',
    },
  ])
  expect(months).toMatchObject([{ bills: 1, open: 0, void: 0, total: '19.11' }])
  expect(await port.listTaxes(list!.id)).toEqual(rows)
  expect(await port.deliveries()).toMatchObject([{ known: 1, unknown: [] }])

  // The carrier says that the buyer has the parcel: the last message of the chain.
  const delivered = async () => (await port.chain(list!.id)).find(({ message }) => message === 'CEB513')
  expect(await delivered()).toMatchObject({ state: 'awaited', mayTick: true })
  const { head: ofList } = ((await port.get('lists', list!.id)) as Stored<SealedRecord<'lists'>>).record.list
    .documents.inventory
  const signed = messageFile('CEB513', {
    logisticsCode: ofList['logisticsCode']!,
    logisticsNo: ofList['logisticsNo']!,
    logisticsStatus: 'S',
    logisticsTime: '20260405093000',
    appTime: '20260405100000',
  })
  expect(await port.readMessages([signed])).toMatchObject({ ticked: { CEB513: 1 }, unmatched: [] })
  expect(await delivered()).toMatchObject({ state: 'done', at: '2026-04-05T09:30:00.000+08:00' })

  const sheet = await port.returnSheet(list!.id)
  expect(sheet).toMatchObject({ direction: 'import', mode: '9610', stage: 'gone' })
  expect(sheet.acts['goods-back']).toEqual(['return'])
  const choice: ReturnChoice = {
    list: sheet.list,
    event: 'goods-back',
    act: 'return',
    reason: '质量问题',
    items: [{ gnum: '1', qty: '1' }],
  }
  expect(await port.checkReturn({ ...choice, items: [{ gnum: '1', qty: '3' }] })).toMatchObject([
    { code: 'return-too-much' },
  ])
  const sent = await port.keepReturn(choice, true)
  const [granted] = await until(
    () => port.returns(),
    ([first]) => first?.state === 'accepted',
  )
  expect(granted).toMatchObject({ copNo: sent.copNo, direction: 'import', answer: { code: '399' } })
  expect((await port.returnSheet(list!.id)).lines).toMatchObject([{ returned: '1', left: '1' }])
  // A 625 says nothing of how goods travel, and no site tallies them.
  const kept = (await port.get('returns', granted!.id)) as Stored<SealedRecord<'returns'>>
  expect(kept.record.documents[0]!.head).toMatchObject({ invtNo: list!.invtNo, buyerName: '张三' })
  expect(kept.record.documents[0]!.head).not.toHaveProperty('trafName')
  expect(kept.record.documents[0]!.lines).toMatchObject([{ gnum: '1', qty: '1' }])
  // What came back does not count for the year: of 210 half is left when the same person buys again.
  await importPurchase(port, (text) => text.replace(/(JK|YD|ZF)(\d)/g, '$1A$2'))
  expect(await port.buildLists({ numbers: ['JKA1001'] })).toMatchObject({ built: 1 })
  const again = (await listsOf(port)).find(({ orderNo }) => orderNo === 'JKA1001')!
  const next = (await port.get('lists', again.id)) as Stored<SealedRecord<'lists'>>
  expect(next.record.list.retail).toMatchObject({ knownYear: '105' })
  expect(await port.compareWithService()).toMatchObject({ ok: true, differences: [] })
})
