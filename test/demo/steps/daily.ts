import type { Page } from 'playwright-core'
import { openRoom } from '../../e2e/support/session'
import type { Demo } from '../demo'
import { toNumber } from '../read'
import type { Counts } from '../report'
import { shown, until } from '../wait'

/** 日清表: where every imported order stands at this moment of the day. */
export async function readDaily({ page, report, picture }: Demo, when: string): Promise<void> {
  const { 导入: imported = 0, ...states } = await dailySheet(page)
  const some = Object.entries(states).filter(([, count]) => count > 0)
  report.daily.push({ when, imported, states: Object.fromEntries(some) })
  await picture(`home-${report.daily.length}`)
}

/** The figures of the sheet once they stand still: a room that comes back to the front counts anew. */
export async function dailySheet(page: Page): Promise<Counts> {
  await openRoom(page, '首页')
  const sheet = page.getByRole('group', { name: '导入等于各状态之和' })
  await shown(sheet, '日清表')
  const read = async () => {
    const labels = await sheet.locator('.daily-label').allInnerTexts()
    const counts = await sheet.locator('.daily-count').allInnerTexts()
    return Object.fromEntries(labels.map((label, at) => [label, toNumber(counts[at] ?? '')]))
  }
  let before = ''
  return until('日清表不再变动', read, (now) => {
    const isStill = JSON.stringify(now) === before
    before = JSON.stringify(now)
    return isStill
  })
}
