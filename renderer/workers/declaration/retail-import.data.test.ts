import { proxy } from 'comlink'
import { afterEach, expect, it, vi } from 'vitest'
import enterpriseUrl from '../../../test/fixtures/sample/enterprise.json?url'
import ordersUrl from '../../../test/fixtures/import/template-import-orders.csv?url'
import paymentsUrl from '../../../test/fixtures/import/template-import-payments.csv?url'
import waybillsUrl from '../../../test/fixtures/import/template-import-waybills.csv?url'
import { practiceTemplates } from '#shared/declaration/practice-template'
import type { Goods } from '#shared/model/goods'
import { memorySentinel, newDatabaseName } from '../../../test/data/book-kit'
import { startTestMain } from '../../../test/data/practice-link'
import type { TestMain } from '../../../test/data/practice-link'
import { openTestWindow, until } from '../../../test/data/sample-book'
import type { TestWindow } from '../../../test/data/sample-book'
import { goods } from '../../../test/data/samples'
import type { ImportJob, SealedRecord, Stored } from '../../data/port'

vi.setConfig({ testTimeout: 180_000 })

let window: TestWindow
let main: TestMain | undefined
afterEach(async () => {
  window.worker.terminate()
  await main?.stop()
})
type Port = TestWindow['port']

const milk: Goods = goods('NF-1', {
  gname: '礼品',
  gmodel: '品牌:演练|规格:800g',
  origin: '116',
  vatRate: '13',
  consumptionRate: '0',
  grossWeight: '1',
  netWeight: '0.8',
})

const files: readonly [string, string, ImportJob['kind']][] = [
  [ordersUrl, 'orders.csv', 'orders'],
  [paymentsUrl, 'payments.csv', 'payments'],
  [waybillsUrl, 'waybills.csv', 'waybills'],
]

async function importBook(): Promise<Port> {
  window = await openTestWindow(newDatabaseName(), memorySentinel())
  const { port } = window
  const enterprise = (await (await fetch(enterpriseUrl)).json()) as SealedRecord<'enterprise'>
  await port.command('enterprise', '', [
    { table: 'enterprise', op: 'put', record: enterprise },
    { table: 'goods', op: 'put', record: milk },
    // The default is an export: an order that comes in finds the only template of its direction.
    { table: 'templates', op: 'put', record: practiceTemplates['9610'] },
    { table: 'templates', op: 'put', record: practiceTemplates['9610-I'] },
  ])
  const options = { platform: '演练进口商城', shop: '进口店', timezone: '+08:00' }
  for (const [url, name, kind] of files) {
    const file = new File([await (await fetch(url)).blob()], name)
    const result = await port.importFile(file, { kind, profile: 'auto', options })
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`)
  }
  await port.match()
  return port
}

const listsOf = async (port: Port) => (await port.page({ table: 'lists', offset: 0, limit: 9 })).rows

it('takes a retail import from its files to release: built, sent, rejected, corrected, answered', async () => {
  const port = await importBook()
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
