import { openRoom } from '../../e2e/support/session'
import type { Demo } from '../demo'
import { countsOf } from '../read'
import { became, shown } from '../wait'
import { dailySheet } from './daily'

/** Most that the receipts of one batch may take. */
const patience = 60

/**
 * Watch 日清表 until no order is left in these states. Inspection and review may take days and are never waited for.
 */
export async function awaitReceipts({ page, report }: Demo, states: readonly string[]): Promise<void> {
  const left = async () => {
    const sheet = await dailySheet(page)
    return states.reduce((sum, state) => sum + (sheet[state] ?? 0), 0)
  }
  const settled = await became(left, (count) => count === 0, patience)
  if (settled === undefined)
    report.open.push(`等了 ${patience} 秒，仍有 ${await left()} 票停在：${states.join('、')}`)
}

/** Every receipt that came, as the room of receipts counts them. */
export async function readReceipts({ page, report, picture }: Demo): Promise<void> {
  await openRoom(page, '回执')
  const faces = page.locator('[data-room=receipts]').getByRole('radiogroup')
  await shown(faces.getByText(/^全部 [\d,]+$/), '收到的回执')
  report.received = countsOf((await faces.innerText()).split('\n'))
  await picture('receipts')
}
