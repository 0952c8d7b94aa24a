import type { Page } from 'playwright-core'
import type { Demo } from '../demo'
import { shown } from '../wait'

/** Every attempt of a corrected 清单 stays visible, the raw code beside the words; found by its number. */
export async function showHistory({ page, report, picture }: Demo): Promise<void> {
  for (const correction of report.corrections) {
    await find(page, correction.copNo, picture)
    await page.getByRole('tab', { name: '回执与时间线' }).click()
    const attempts = page.locator('.timeline-attempt')
    await shown(attempts, `${correction.copNo} 的每次申报`)
    correction.attempts = (await attempts.locator('h3').allInnerTexts()).reverse()
    await picture('timeline')
    await page.keyboard.press('Control+w')
  }
}

/** Ctrl+K, the number, Enter: the search that customs on the phone is answered with. */
async function find(page: Page, number: string, picture: Demo['picture']): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '查找单号、房间、命令' }).fill(number)
  await shown(page.getByRole('option', { name: number }), `查找 ${number} 的结果`)
  await picture('search')
  await page.keyboard.press('Enter')
}
