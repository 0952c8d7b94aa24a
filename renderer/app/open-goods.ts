import type { BookPort } from '../data/port'
import { openTab } from './navigation'

/**
 * Open the goods with this number as a tab; false where the master has none. Only random ids go into addresses, so the
 * number is looked up first.
 */
export async function openGoods(port: Pick<BookPort, 'page'>, sku: string): Promise<boolean> {
  const where = [{ column: 'sku', is: 'in' as const, values: [sku] }]
  const { rows } = await port.page({ table: 'goods', filter: { where }, offset: 0, limit: 1 })
  if (!rows[0]) return false
  openTab({ view: 'goods/record', params: { id: rows[0].id }, title: sku })
  return true
}
