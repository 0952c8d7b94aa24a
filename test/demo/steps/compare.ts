import { openRoom } from '../../e2e/support/session'
import type { Demo } from '../demo'
import { listStates } from '../lists-room'
import { toNumber } from '../read'
import { shown } from '../wait'

/** What this book has against what the service itself answers, counted by message and state. */
export async function compare({ page, report, picture }: Demo): Promise<void> {
  report.receipts = await listStates(page)
  await openRoom(page, '发送队列')
  await page.getByRole('button', { name: '与单一窗口核对' }).click()
  const verdict = page.getByTestId('compare-verdict')
  await shown(verdict.or(page.getByText(/^没有核对成功/)), '与单一窗口核对的结果')
  if ((await verdict.count()) === 0) {
    report.open.push(await page.getByText(/^没有核对成功/).innerText())
    return
  }
  const rows = await page
    .getByTestId('compare-table')
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    )
  const single = rows.filter(([, state]) => state !== '合计')
  const sum = (cell: number) => single.reduce((total, row) => total + toNumber(row[cell] ?? ''), 0)
  report.comparison = {
    verdict: await verdict.innerText(),
    ours: sum(2),
    theirs: sum(3),
    byState: Object.fromEntries(
      single.map(([message, state, , theirs]) => [`${message} ${state}`, toNumber(theirs!)]),
    ),
  }
  await picture('comparison')
}
