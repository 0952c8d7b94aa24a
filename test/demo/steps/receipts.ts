import { openRoom } from '../../e2e/support/session'
import type { Demo } from '../demo'
import { countsOf } from '../read'
import { became, shown } from '../wait'
import { dailySheet } from './daily'

/** Most that the receipts of one batch may take. */
const patience = 60

/**
 * Watch 日清表 until no order is left in these states. Inspection and review may take days and are never waited for.
 * False when the line went down meanwhile: what is missing comes by itself when it is back.
 */
export async function awaitReceipts({ page, report }: Demo, states: readonly string[]): Promise<boolean> {
  const look = async () => {
    const sheet = await dailySheet(page)
    const left = states.reduce((sum, state) => sum + (sheet[state] ?? 0), 0)
    return { left, isCut: (await page.locator('.online').getAttribute('data-state')) === 'offline' }
  }
  const found = (await became(look, ({ left, isCut }) => left === 0 || isCut, patience)) ?? (await look())
  if (found.left > 0)
    report.open.push(`仍有 ${found.left} 票停在：${states.join('、')}（等回执最多 ${patience} 秒）`)
  return !found.isCut
}

/** Every receipt that came, as the room of receipts counts them. */
export async function readReceipts({ page, report, picture }: Demo): Promise<void> {
  await openRoom(page, '回执')
  const faces = page.locator('[data-room=receipts]').getByRole('radiogroup')
  await shown(faces.getByText(/^全部 [\d,]+$/), '收到的回执')
  report.received = countsOf((await faces.innerText()).split('\n'))
  await picture('receipts')
}
