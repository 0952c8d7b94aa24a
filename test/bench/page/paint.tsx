import { Grid } from '../../../renderer/components/grid'
import type { GridColumn, RowSource } from '../../../renderer/components/grid'
import { freshHost, mount, unmount } from '../../../renderer/components/testing'
import type { BookPort, OrderRow } from '../../../renderer/data/port'

const keys = [
  ...['orderNo', 'state', 'orderedAt', 'country', 'currency', 'amount', 'pieces', 'lines', 'netWeight'],
  ...['grossWeight', 'paymentNo', 'waybillNo', 'copNo', 'platform', 'shop', 'day'],
] as const satisfies (keyof OrderRow)[]
const columns: GridColumn[] = keys.map((key) => ({ key, title: { zh: key, en: key }, width: 120 }))

/** Milliseconds until rows asked from the book stand on the screen in the real grid. */
export async function paintGrid(port: BookPort, total: number): Promise<number> {
  const source: RowSource = {
    total,
    version: 1,
    rows: async (offset, limit) => (await port.page({ table: 'orders', offset, limit })).rows,
  }
  const start = performance.now()
  const host = mount(
    <Grid id="bench" label={{ zh: 'bench', en: 'bench' }} columns={columns} source={source} />,
  )
  await onScreen(() => [...host.querySelectorAll('[role="gridcell"]')].some(isNumber))
  const ms = performance.now() - start
  unmount()
  return ms
}

/** The same first rows as a table made in one stroke. */
export async function paintBareTable(rows: readonly OrderRow[]): Promise<number> {
  const start = performance.now()
  const host = freshHost()
  const table = document.createElement('table')
  for (const row of rows) {
    const line = table.insertRow()
    for (const key of keys) line.insertCell().textContent = String(row[key])
  }
  host.append(table)
  await onScreen(() => table.rows.length === rows.length)
  const ms = performance.now() - start
  unmount()
  return ms
}

const isNumber = (cell: Element) => /^C?\d{6}$/.test(cell.textContent)

/** Wait for the frame in which it holds to have been shown. */
async function onScreen(holds: () => boolean): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  do await frame()
  while (!holds())
  await frame()
}
