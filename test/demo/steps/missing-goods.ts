import { openRoom } from '../../e2e/support/session'
import type { Demo } from '../demo'
import { gridRows, toNumber } from '../read'
import { shown, until } from '../wait'

/** 缺商品资料: the SKUs that hold up orders. They are shown, and left for the officer to fill in. */
export async function showMissingGoods({ page, report, picture }: Demo): Promise<void> {
  await openRoom(page, '商品资料')
  await picture('goods')
  await page.getByRole('radiogroup', { name: '商品资料或缺商品资料' }).getByText('缺商品资料').click()
  const grid = page.getByRole('grid', { name: '缺商品资料' })
  await shown(grid.getByRole('gridcell').or(page.getByText('订单中的货号都有商品资料')), '缺商品资料')
  // A row that is still being fetched is an empty one.
  const read = () => gridRows(grid)
  const rows = await until('缺商品资料的各行', read, (all) => all.every((row) => row['货号']))
  report.missingGoods = rows.map((row) => ({
    sku: row['货号'] ?? '',
    orders: toNumber(row['待申报订单'] ?? ''),
  }))
  await picture('missing-goods')
}
