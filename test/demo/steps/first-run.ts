import { zoneById } from '../../../shared/zones/zones'
import { shown } from '../wait'
import type { Demo } from '../demo'

/** Five questions, answered one after the other: language, 演练, company, customs and zone, officer and password. */
export async function firstRun({ page, enterprise, password, picture }: Demo): Promise<void> {
  const next = () => page.getByRole('button', { name: '下一步' }).click()
  await shown(page.getByRole('heading', { name: '新建账套' }), '首次使用的五个问题')
  await page.getByRole('radio', { name: '中文' }).check()
  await picture('first-run')
  await next()
  await page.getByRole('radio', { name: /^演练账套/ }).check()
  await next()
  await page.getByLabel('统一社会信用代码').fill(enterprise.uscc)
  await page.getByLabel('企业名称').fill(enterprise.name)
  await next()
  await page.getByLabel('海关编码').fill(enterprise.customsCode)
  await page
    .getByRole('combobox', { name: '综试区' })
    .fill(zoneById(enterprise.zone)?.name.zh ?? enterprise.zone)
  await page.keyboard.press('Enter')
  await next()
  await page.getByLabel('申报员姓名').fill(enterprise.officer)
  await page.getByLabel('口令', { exact: true }).fill(password)
  await page.getByLabel('再输一次口令').fill(password)
  await page.getByRole('button', { name: '建立账套' }).click()
  await shown(page.getByRole('navigation', { name: '房间' }), '打开的账套')
}
