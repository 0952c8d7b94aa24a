import { openRoom } from '../../e2e/support/session'
import type { Demo } from '../demo'
import { gridRows, toNumber } from '../read'
import { shown } from '../wait'

/** 缺商品资料: the SKUs that hold up orders. They are shown, and left for the officer to fill in. */
export async function showMissingGoods({ page, report, picture }: Demo): Promise<void> {
  await openRoom(page, '商品资料')
  await picture('goods')
  await page.getByRole('radiogroup', { name: '商品资料或缺商品资料' }).getByText('缺商品资料').click()
  const grid = page.getByRole('grid', { name: '缺商品资料' })
  await shown(grid.getByRole('gridcell').or(page.getByText('订单中的货号都有商品资料')), '缺商品资料')
  const rows = await gridRows(grid)
  report.missingGoods = rows.map((row) => ({
    sku: row['货号'] ?? '',
    orders: toNumber(row['待申报订单'] ?? ''),
  }))
  await picture('missing-goods')
}
