import { openRoom } from '../../e2e/support/session'
import type { Demo } from '../demo'
import { countsOf, figures } from '../read'
import { shown } from '../wait'

/** 三单对碰 of everything that was brought in. */
export async function match({ page, report, picture }: Demo): Promise<void> {
  await openRoom(page, '三单对碰')
  await page.getByRole('button', { name: '对碰有变化的' }).click()
  const result = page.getByRole('group', { name: '对碰结果' })
  await shown(result, '对碰结果', 120)
  const summary = page.getByRole('group', { name: '差异汇总' })
  await shown(summary, '差异汇总')
  const all = countsOf(await summary.getByRole('button').allInnerTexts())
  const { 全部差异: _all, 阻断: block = 0, '可申报·待补': pending = 0, ...breaks } = all
  report.matching = {
    orders: await figures(result),
    breaks,
    effects: { 阻断: block, '可申报·待补': pending },
  }
  await picture('matching')
}
