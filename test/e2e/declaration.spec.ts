import path from 'node:path'
import { expect } from '@playwright/test'
import ExcelJS from 'exceljs'
import { sum } from '../../shared/money/decimal'
import type { AppUnderTest } from '../host/app-under-test'
import { freshFolder, startApp } from './support/app'
import { test } from './support/test'
import { bottomLine } from './support/imports'
import { addPracticeTemplate, buildAll, importSamples, matchAll, openFace } from './support/main-job'
import { pdfPages } from './support/pdf'
import { preparedProfile } from './support/prepared'
import { lock, officer, openRoom, password, unlock } from './support/session'

/** What `test/fixtures/sample/README.md` says about the sample files. */
const truth = { orders: '60', matched: '45', pending: '8', blocked: '6', cancelled: '1' }
/** 51 清单 can be built, and one more once the waybill of #2029 is confirmed. */
const lists = 52
const rowsPerPage = 22

let app: AppUnderTest
let folder: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  folder = await freshFolder('declared')
  const profile = await preparedProfile('founded')
  app = await startApp('declaration', { profile, args: ['--no-practice'] })
  await unlock(app.page)
})
test.afterAll(() => app.close())
test.afterEach(() => expect(app.violations).toEqual([]))

const figure = (group: string, name: string) =>
  app.page.getByRole('group', { name: group }).locator(`[data-figure=${name}]`)

test('对碰 of the sample files finds what was planted and nothing else', async () => {
  const { page } = app
  await importSamples(page)
  await addPracticeTemplate(page)
  await matchAll(page)
  for (const [name, value] of Object.entries(truth)) {
    await expect(figure('对碰结果', name)).toHaveText(value)
  }
  await expect(page.getByRole('button', { name: '阻断 6' })).toBeVisible()
  await page.getByRole('button', { name: '无收款单 3' }).click()
  await expect.poll(() => bottomLine(page, '行')).toBe('3')
  for (const order of ['#2003', '#2017', '#2038']) {
    await expect(page.getByRole('gridcell', { name: order, exact: true })).toBeVisible()
  }
  await page.getByRole('button', { name: '全部差异 15' }).click()
})

test('a near miss is matched by hand, with a reason and not without', async () => {
  const { page } = app
  await page.getByRole('button', { name: '手工对碰 #2029' }).click()
  const dialog = page.getByRole('dialog', { name: '手工对碰 · 订单 #2029' })
  const first = dialog.getByRole('listitem').filter({ hasText: '号码写法不同' })
  await expect(first).toContainText('#20 29')
  await first.getByRole('checkbox').check()
  const confirm = dialog.getByRole('button', { name: '确认对碰' })
  await expect(confirm).toBeDisabled()
  await dialog.getByLabel('原因（必填，记入操作记录）').fill('物流面单核对，同一包裹')
  await confirm.click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: '阻断 5' })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: '#2029', exact: true })).toHaveCount(0)
})

test('暂存 builds exactly the 清单 that can be built', async () => {
  const { page } = app
  await buildAll(page)
  await expect(figure('生成结果', 'orders')).toHaveText(String(lists - 1))
  await expect(figure('生成结果', 'built')).toHaveText(String(lists - 1))
  await expect(figure('生成结果', 'refused')).toHaveText('0')
  await expect(figure('生成结果', 'lists')).toHaveText(String(lists))
  await expect(page.getByText('2 个货号缺商品资料')).toBeVisible()
  await page.getByRole('button', { name: '查看清单' }).click()
  await expect.poll(() => bottomLine(page, '行')).toBe(String(lists))
})

test('a pasted order number finds both parcels of a split order', async () => {
  const { page } = app
  await page.getByRole('button', { name: '粘贴号码' }).click()
  await page.getByRole('textbox', { name: '号码', exact: true }).fill('#2012\n#9998')
  await page
    .getByRole('button', { name: /筛选|查询|确定/ })
    .last()
    .click()
  await expect.poll(() => bottomLine(page, '行')).toBe('2')
  await expect(page.getByRole('gridcell', { name: '#2012-1', exact: true })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: '#2012-2', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: '1 个没找到' })).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect.poll(() => bottomLine(page, '行')).toBe(String(lists))
})

async function save(button: string, name: string): Promise<string> {
  const place = path.join(folder, name)
  app.answer({ showSaveDialog: place })
  await app.page.getByRole('button', { name: button }).click()
  await expect(app.page.getByText(`已保存到 ${place}`)).toBeVisible({ timeout: 60_000 })
  return place
}

test('the batch table says the same in Excel, in PDF and on the screen', async () => {
  const { page } = app
  const shown = await bottomLine(page, 'USD')
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await save('批次表 Excel', 'batch.xlsx'))
  const sheet = book.getWorksheet('出口清单批次表')!
  expect(sheet.getCell('A1').text).toBe('演练 · 不具申报效力　未申报')
  const cells = sheet
    .getSheetValues()
    .slice(1)
    .map((row) => (row as unknown[]).slice(1))
  const head = cells.findIndex((row) => row[0] === '序号')
  const rows = cells.slice(head + 1, head + 1 + lists)
  const column = (title: string) => rows.map((row) => row[cells[head]!.indexOf(title)])
  const copNos = column('企业唯一编号 copNo') as string[]
  expect(new Set(copNos).size).toBe(lists)
  expect(column('序号')).toEqual(copNos.map((_, at) => at + 1))
  expect(column('运单号').every((value) => typeof value === 'string')).toBe(true)
  const total = sum(column('金额').map(String))
  expect(Number(total)).toBe(Number(shown))

  const pages = await pdfPages(await save('批次表 PDF', 'batch.pdf'))
  expect(pages).toHaveLength(Math.ceil(lists / rowsPerPage))
  pages.forEach((text, at) => {
    expect(text).toContain('演练·不具申报效力未申报')
    expect(text).toContain(`${at + 1}/${pages.length}`)
    const own = copNos.slice(at * rowsPerPage, (at + 1) * rowsPerPage)
    expect(own.filter((copNo) => !text.includes(copNo))).toEqual([])
  })
  expect(pages.at(-1)).toContain(`${lists}票`)
  expect(pages.at(-1)).toContain(`USD${Number(total).toFixed(2)}`)
})

test('a 清单 shows its fields with codes and help, and prints alone', async () => {
  const { page } = app
  await page.getByRole('gridcell', { name: '#2012-1', exact: true }).dblclick()
  const field = page.locator('[data-help="ceb.CEB603.country"]')
  await expect(field).toContainText('502 美国')
  await field.focus()
  await page.keyboard.press('F1')
  const help = page.getByRole('dialog', { name: '帮助' })
  await expect(help.getByRole('heading', { name: '运抵国（地区） country' })).toBeVisible()
  await expect(help.getByText('国别（地区）代码表，3 位数字').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: '关联单证' }).click()
  for (const partner of ['订单 CEB303', '收款单 CEB403', '运单 CEB505']) {
    await expect(page.getByRole('region', { name: partner })).toBeVisible()
  }
  const text = (await pdfPages(await save('打印清单 PDF', 'list.pdf'))).join('')
  expect(text).toContain('演练·不具申报效力未申报')
  expect(text).toContain('#2012-1')
  expect(text).toContain('502美国')
})

test('a second officer signs in with an own password, checks what the first one entered, and may do no more', async () => {
  let { page } = app
  const first = 'first-password-8'
  await openRoom(page, '操作员')
  await page.getByRole('button', { name: '添加操作员…' }).click()
  const dialog = page.getByRole('dialog', { name: '添加操作员' })
  await dialog.getByLabel('姓名').fill('李复核')
  await dialog.getByLabel('角色').click()
  await page.getByTitle('复核', { exact: true }).click()
  await page.getByTitle('录入', { exact: true }).last().click()
  await page.keyboard.press('Escape')
  await dialog.getByLabel('首次口令（对方登录时更换）').fill(first)
  await dialog.getByLabel('再输一次首次口令').fill(first)
  await dialog.getByLabel('您自己的登录口令').fill(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /李复核/ })).toContainText('待换首次口令')
  await page.getByRole('switch').click()
  await page.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(page.getByText('已保存', { exact: true })).toBeVisible()

  await openFace(page, '全部清单')
  await page.getByRole('button', { name: '申报（入发送队列）' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '申报（入发送队列）' }).click()
  await expect(page.locator('.left-out')).toContainText(`由${officer}录入或修改后还没有复核`)

  page = await lock(app, page)
  await page.getByLabel('操作员').click()
  await page.getByTitle('李复核').click()
  await page.getByLabel('口令', { exact: true }).fill(first)
  await page.keyboard.press('Enter')
  await page.getByLabel('新的登录口令').fill('own-password-8')
  await page.getByLabel('再输一次新口令').fill('own-password-8')
  await page.keyboard.press('Enter')
  await expect(page.locator('.top-officer')).toHaveText('李复核')
  await openFace(page, '全部清单')
  const declare = page.getByRole('button', { name: '申报（入发送队列）' })
  await expect(declare).toHaveAttribute('title', /您的角色不能/)
  await expect(declare).toBeDisabled()
  await page.getByRole('button', { name: '复核', exact: true }).click()
  await expect(page.getByText(`${lists} 份清单已复核`)).toBeVisible()
})
