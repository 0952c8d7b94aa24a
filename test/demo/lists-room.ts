import type { Page } from 'playwright-core'
import { openRoom } from '../e2e/support/session'
import { countsOf } from './read'
import type { Counts } from './report'
import { shown, until } from './wait'

/** Show one face of 清单: 可申报, 未能生成, 全部清单 or 退单待改. */
export async function face(page: Page, title: string): Promise<void> {
  await page.getByRole('radiogroup', { name: '清单的各步' }).getByText(title).click()
}

/** 清单 by state as the book has them, from the filter of the list. */
export async function listStates(page: Page): Promise<Counts> {
  await openRoom(page, '清单')
  await face(page, '全部清单')
  const filter = page.getByRole('combobox', { name: '状态' })
  await shown(filter, '清单的状态筛选')
  await filter.click()
  const options = page.locator('.ant-select-item-option-content')
  const texts = await until(
    '状态筛选的选项',
    () => options.allInnerTexts(),
    (all) => all.length > 0,
  )
  await page.keyboard.press('Escape')
  return countsOf(texts.map((text) => text.replace(/\((.*)\)$/, '$1')))
}
