import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import type { Page } from 'playwright-core'
import type { AppUnderTest } from '../host/app-under-test'
import { startApp } from './support/app'
import { test } from './support/test'
import { preparedProfile } from './support/prepared'
import { seriousFaults } from './support/screen'
import { openRoom, unlock } from './support/session'

/** 网络与证书 with 网络体检, and 代码表: what an officer settles once and looks at when something is odd. */
test.describe.configure({ mode: 'serial' })

let app: AppUnderTest
let page: Page
let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yiguan-settings-'))
  // Here dialogs come and go as they do for most people; everywhere else nothing moves.
  app = await startApp('settings', { calm: false, profile: await preparedProfile('founded') })
  page = app.page
  await unlock(page)
})
test.afterAll(() => app.close())
test.afterEach(() => expect(app.violations).toEqual([]))

const doctor = () => page.getByRole('region', { name: '网络体检' })
const steps = () => doctor().getByRole('listitem')

test('the examination of the practice line is good, and is saved as text', async () => {
  await openRoom(page, '网络与证书')
  // The practice service starts with the app and may need a moment.
  await expect(async () => {
    await page.keyboard.press('Alt+t')
    await expect(doctor().getByText('线路正常，可以发送')).toBeVisible({ timeout: 5_000 })
  }).toPass({ timeout: 60_000 })
  await expect(steps().filter({ hasText: '登录页与拦截' })).toContainText('应答来自单一窗口服务')
  const file = path.join(folder, 'report.txt')
  app.answer({ showSaveDialog: file })
  await doctor().getByRole('button', { name: '导出报告' }).click()
  await expect(page.getByText(/已导出/)).toBeVisible()
  expect(await readFile(file, 'utf8')).toContain('[正常] 时钟')
  const lookUp = page.getByRole('region', { name: '核验查询' })
  await lookUp.getByRole('textbox', { name: '编号' }).fill('3305960001')
  await page.keyboard.press('Enter')
  await expect(lookUp.getByText('单一窗口没有 3305960001 的记录')).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
})

test('a wrong address is not saved; a sign-in page in the way is named with the remedy', async () => {
  await page.getByRole('radio', { name: '局域网的演练服务' }).check()
  const address = page.getByLabel('服务地址')
  await address.fill('http://sw.example.cn')
  const service = page.getByRole('region', { name: '单一窗口服务' })
  await expect(service.getByText('应为 https://主机[:端口]')).toBeVisible()
  await expect(service.getByRole('button', { name: /保\s*存/ })).toBeDisabled()

  const portal = createServer((_request, response) => response.end('<html>Sign in</html>'))
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve))
  await address.fill(`http://127.0.0.1:${(portal.address() as AddressInfo).port}`)
  await page.keyboard.press('Enter')
  await expect(page.getByText('已保存，下一次联络起生效')).toBeVisible()
  await doctor().getByRole('button', { name: '开始体检' }).click()
  await expect(doctor().getByRole('alert')).toContainText('像是上网登录页')
  await expect(doctor().getByRole('alert')).toContainText('完成上网登录')
  portal.close()

  await page.getByRole('radio', { name: '本机自带的演练单一窗口' }).check()
  await service.getByRole('button', { name: /保\s*存/ }).click()
  await expect(page.getByRole('radio', { name: '本机自带的演练单一窗口' })).toBeChecked()
})

const codeRow = (code: string) =>
  page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: code, exact: true }) })

test('an own code is added by keyboard, found by pinyin, and offered where codes are chosen', async () => {
  await openRoom(page, '代码表')
  await page.keyboard.press('Alt+n')
  const dialog = page.getByRole('dialog', { name: '新增代码' })
  await expect(dialog.getByLabel('代码', { exact: true })).toBeFocused()
  await page.keyboard.type('998')
  await page.keyboard.press('Enter')
  await page.keyboard.type('试验币')
  await dialog.getByLabel('字母').fill('XTS')
  await dialog.getByRole('button', { name: /保\s*存/ }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('searchbox', { name: '代码、中文、英文、字母或拼音' }).fill('syb')
  await expect(codeRow('998')).toContainText('手工录入')

  await openRoom(page, '商品资料')
  await page.getByRole('button', { name: '新增商品' }).click()
  const currency = page.getByRole('form').getByRole('combobox', { name: '公允价币制' })
  await currency.fill('XTS')
  await expect(page.locator('.ant-select-item-option', { hasText: 'XTS 试验币 998' })).toBeVisible()
  await page.keyboard.press('Escape')
})

test('a table comes from a file, rows that lost their zeros are named, and a complete table says so', async () => {
  await openRoom(page, '代码表')
  await page.getByRole('searchbox').fill('')
  await page.getByRole('combobox', { name: '选择代码表' }).fill('计量单位')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '导入代码表' }).click()
  const dialog = page.getByRole('dialog', { name: '导入代码表' })
  const file = path.join(folder, '单位.csv')
  await writeFile(file, '计量单位代码,计量单位名称\n997,试验单位\n7,丢零单位\n')
  await dialog.locator('input[type=file]').setInputFiles(file)
  await expect(dialog.getByText('1 行不能导入')).toBeVisible()
  await expect(dialog.getByText(/第 3 行 7：.*丢了前面的 0/)).toBeVisible()
  await dialog.getByRole('button', { name: '导入 1 个代码' }).click()
  await expect(codeRow('997')).toContainText('单位.csv')
  await openRoom(page, '操作记录')
  await expect(page.getByRole('gridcell', { name: '新增或修改自增代码' }).first()).toBeVisible()
})

test('the signing certificate is taken from a file, and where documents wait for it, it is unlocked', async () => {
  await openRoom(page, '发送队列')
  await page.getByRole('button', { name: '签名证书…' }).click()
  const file = fileURLToPath(new URL('../fixtures/signature/sm2.p12', import.meta.url))
  app.answer({ showOpenDialog: [file] })
  await page.getByLabel('私钥文件的口令').fill('Sample-1')
  await page.getByRole('button', { name: '选择文件并导入…' }).click()
  await expect(page.getByText('03000000000cde6f')).toBeVisible()
  await page.getByRole('radio', { name: '规范要求签名的报文' }).check()
  await page.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(page.getByText('已保存').first()).toBeVisible()
  await page.getByRole('button', { name: /^锁\s*定$/ }).click()
  await openRoom(page, '发送队列')
  const alert = page.getByTestId('signing-alert')
  await expect(alert).toContainText('待签名')
  await alert.getByLabel('签名证书的口令').fill('Sample-1')
  await page.keyboard.press('Enter')
  await expect(alert).toHaveCount(0)
})
