import enterpriseUrl from '../fixtures/sample/enterprise.json?url'
import ordersUrl from '../fixtures/import/template-import-orders.csv?url'
import paymentsUrl from '../fixtures/import/template-import-payments.csv?url'
import waybillsUrl from '../fixtures/import/template-import-waybills.csv?url'
import { practiceTemplates } from '#shared/declaration/practice-template'
import type { Goods } from '#shared/model/goods'
import type { BookPort, ImportJob, SealedRecord } from '../../renderer/data/port'
import { goods } from './samples'

/** Milk powder with everything that an import 清单 and its estimate need. */
export const milk = (gname = '婴儿配方奶粉'): Goods =>
  goods('NF-1', {
    gname,
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

/** A book with the three files of a retail import, matched; its one sound order is JK1001. */
export async function fillImportBook(port: BookPort, gname?: string): Promise<void> {
  const enterprise = (await (await fetch(enterpriseUrl)).json()) as SealedRecord<'enterprise'>
  await port.command('enterprise', '', [
    { table: 'enterprise', op: 'put', record: enterprise },
    { table: 'goods', op: 'put', record: milk(gname) },
    // The default is an export: an order that comes in finds the only template of its direction.
    { table: 'templates', op: 'put', record: practiceTemplates['9610'] },
    { table: 'templates', op: 'put', record: practiceTemplates['9610-I'] },
  ])
  await importPurchase(port)
}

/** The three files, matched; `rename` makes another purchase of the same buyer of them. */
export async function importPurchase(
  port: BookPort,
  rename: (text: string) => string = (text) => text,
): Promise<void> {
  const options = { platform: '演练进口商城', shop: '进口店', timezone: '+08:00' }
  for (const [url, name, kind] of files) {
    const file = new File([rename(await (await fetch(url)).text())], name)
    const result = await port.importFile(file, { kind, profile: 'auto', options })
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`)
  }
  await port.match()
}
