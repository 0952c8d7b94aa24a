import { openRoom } from '../../e2e/support/session'
import type { Demo } from '../demo'
import { face } from '../lists-room'
import { shown } from '../wait'

/** 申报（入发送队列） of every draft: after the confirmation nothing of it can be changed any more. */
export async function declare({ page, report, picture }: Demo): Promise<void> {
  await openRoom(page, '清单')
  await face(page, '全部清单')
  await page.getByRole('button', { name: '申报（入发送队列）' }).click()
  const dialog = page.getByRole('dialog', { name: '确认申报' })
  await shown(dialog, '确认申报')
  await shown(dialog.getByText(/将 \d+ 份/), '要申报的份数')
  await picture('declare')
  await dialog.getByRole('button', { name: '申报（入发送队列）' }).click()
  const done = page.getByRole('alert').filter({ hasText: '份清单已入发送队列' })
  await shown(done, '清单已入发送队列', 120)
  report.batches.push({ when: '申报', text: (await done.innerText()).split(/\s*\n\s*/).join(' · ') })
  await picture('declared')
}
