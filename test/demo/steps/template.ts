import { openRoom } from '../../e2e/support/session'
import type { Demo } from '../demo'
import { shown } from '../wait'

/** The ready-made 申报参数模板 of a 演练 book, with one click. */
export async function addTemplate({ page, picture }: Demo): Promise<void> {
  await openRoom(page, '申报参数模板')
  await page.getByRole('button', { name: '用现成的演练模板' }).first().click()
  await shown(page.getByRole('gridcell', { name: '演练模板' }), '列表中的演练模板')
  await picture('template')
}
