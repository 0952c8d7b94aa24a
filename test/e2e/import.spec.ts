import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import ExcelJS from 'exceljs'
import type { AppUnderTest } from '../host/app-under-test'
import { freshFolder, startApp } from './support/app'
import { test } from './support/test'
import { bottomLine, importFile, setUpImport, shownCounts } from './support/imports'
import { preparedProfile } from './support/prepared'
import { openRoom, unlock } from './support/session'

const sample = (name: string) => fileURLToPath(new URL(`../fixtures/sample/${name}`, import.meta.url))
const shop = { 店铺: '主店' }

let app: AppUnderTest
let profile: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  profile = await preparedProfile('founded')
  app = await startApp('import', { profile, args: ['--no-practice'] })
  await unlock(app.page)
})
test.afterAll(() => app.close())
test.afterEach(() => expect(app.violations).toEqual([]))

test('the sample files go in with the counts they are known to have', async () => {
  const { page } = app
  expect(await importFile(page, { file: sample('goods.xlsx'), kind: '商品' })).toMatchObject({ refused: 0 })
  expect(await importFile(page, { file: sample('orders.csv'), kind: '订单', answers: shop })).toEqual({
    read: 118,
    accepted: 115,
    refused: 3,
    duplicates: 0,
  })
  for (const [file, kind] of [
    ['payments.csv', '收款单'],
    ['waybills.xlsx', '运单'],
  ] as const) {
    const { read, accepted, refused } = await importFile(page, { file: sample(file), kind })
    expect({ file, accepted, refused }).toEqual({ file, accepted: read, refused: 0 })
  }
  await openRoom(page, '订单')
  await expect.poll(() => bottomLine(page, '行')).toBe('60')
})

test('the shop is asked once, and the same file again brings nothing new', async () => {
  const { page } = app
  const again = await importFile(page, { file: sample('orders.csv'), kind: '订单' })
  expect(again).toMatchObject({ read: 118, accepted: 0, refused: 3, duplicates: 115 })
})

test('a refused row is mended in place by keyboard and completes its order', async () => {
  const { page } = app
  await openRoom(page, '导入')
  await page.getByRole('gridcell', { name: 'orders.csv' }).last().dblclick()
  await expect(page.getByText('3 行未导入')).toBeVisible()
  // From the row of #2060, F8 goes to the cell that is wrong.
  await page.getByRole('gridcell', { name: '118', exact: true }).click()
  await page.keyboard.press('F8')
  await expect(page.getByLabel(/^Lineitem price/)).toBeFocused()
  await page.keyboard.type('12.50')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '重新校验' }).click()
  await expect(page.getByText('2 行未导入')).toBeVisible()
  expect(await shownCounts(page)).toEqual({ read: 118, accepted: 116, refused: 2, duplicates: 0 })

  await page.keyboard.press('Control+K')
  await expect(page.getByPlaceholder(/完整号码或末 6 位/)).toBeFocused()
  await page.keyboard.type('#2060')
  await expect(page.getByRole('option', { name: /#2060/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  const lines = page.getByRole('table', { name: '商品明细' }).locator('tbody tr')
  await expect(lines.last()).toContainText('12.5')
  await expect(page.getByText('没有导入，补齐前不能申报')).toHaveCount(0)
})

test('refused rows are handed back as a workbook with the reason, and given up with a reason', async () => {
  const { page } = app
  const to = path.join(await freshFolder('handback'), 'back.xlsx')
  await page.getByRole('tab', { name: 'orders.csv' }).click()
  app.answer({ showSaveDialog: to })
  await page.getByRole('button', { name: /导出 Excel（含错误原因）/ }).click()
  await expect(page.getByText(/已导出/)).toBeVisible()
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(to)
  const sheet = book.worksheets[0]!
  expect(String(sheet.getCell('A1').value)).toContain('演练 · 不具申报效力')
  const header = (sheet.getRow(2).values as string[]).slice(1)
  expect(header[0]).toBe('Name')
  expect(header.slice(-3)).toEqual(['原行号', '错误原因', '处理办法'])
  expect(sheet.rowCount).toBe(4)
  expect(sheet.getCell('A3').value).toBe('2.06E+03')
  expect(String(sheet.getRow(3).getCell(header.length - 1).value)).toContain('科学计数法')

  await page.getByRole('checkbox', { name: '选择第 1 行' }).check()
  await page.getByRole('button', { name: '放弃所选行' }).click()
  await page.getByLabel('放弃原因').fill('测试单')
  await page.getByRole('button', { name: '放弃', exact: true }).click()
  await expect(page.getByText('1 行未导入')).toBeVisible()
  expect(await shownCounts(page)).toMatchObject({ accepted: 116, refused: 2 })
})

test('pasted numbers filter the list, and it says which were not found', async () => {
  const { page } = app
  await openRoom(page, '订单')
  await page.getByRole('button', { name: '粘贴号码' }).click()
  await page.getByLabel('号码', { exact: true }).fill('#2001\n#2002\nNOBODY-1')
  await page.getByRole('button', { name: '按这些号码筛选' }).click()
  await expect(page.getByText('1 个没找到')).toBeVisible()
  await expect.poll(() => bottomLine(page, '行')).toBe('2')
  const to = path.join(await freshFolder('export'), 'orders.xlsx')
  app.answer({ showSaveDialog: to })
  await page.getByRole('toolbar').getByRole('button', { name: '导出 Excel' }).click()
  await expect(page.getByText(/已导出到/)).toBeVisible()
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(to)
  const numbers = book.worksheets[0]!.getColumn(1).values.filter(Boolean)
  expect(numbers.slice(-2)).toEqual(['#2001', '#2002'])
  expect(numbers).toHaveLength(4)
  await page.getByRole('button', { name: '取消筛选' }).click()
})

test('an import is undone as a whole', async () => {
  const { page } = app
  await importFile(page, { file: { name: 'other.csv', text: madeOrders(40) }, kind: '订单', answers: made })
  await openRoom(page, '订单')
  await expect.poll(() => bottomLine(page, '行')).toBe('100')
  await openRoom(page, '导入')
  await page.getByRole('button', { name: '打开这次导入' }).click()
  await page.getByRole('button', { name: '撤销整个导入' }).click()
  await page.getByLabel('撤销原因').fill('店铺选错')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已撤销', { exact: true })).toBeVisible()
  await openRoom(page, '订单')
  await expect.poll(() => bottomLine(page, '行')).toBe('60')
})

test('a power cut in the middle of an import loses nothing and doubles nothing', async () => {
  const rows = 20_000
  const file = path.join(await freshFolder('large'), 'large.csv')
  await writeFile(file, madeOrders(rows), 'utf8')
  await setUpImport(app.page, { file, kind: '订单', answers: made })
  await app.page.getByRole('button', { name: /^开始导入/ }).click()
  await expect(app.page.getByText('归并并保存')).toBeVisible({ timeout: 60_000 })
  await app.kill9()
  expect(app.violations).toEqual([])

  app = await startApp('import', { profile, args: ['--no-practice'] })
  const { page } = app
  await unlock(page)
  await openRoom(page, '导入')
  const cut = page.locator('.interrupted')
  await expect(cut).toContainText('large.csv')
  const stored = Number(/已存 ([\d,]+) 条/.exec(await cut.innerText())![1]!.replaceAll(',', ''))
  expect(stored).toBeLessThan(rows)
  await cut.locator('input[type=file]').setInputFiles(file)
  await expect(page.locator('.plan').getByText('可导入')).toBeVisible()
  await page.getByRole('button', { name: /^开始导入/ }).click()
  await expect(page.locator('.plan').getByText('已导入')).toBeVisible({ timeout: 120_000 })
  expect(await shownCounts(page)).toEqual({ read: rows, accepted: rows, refused: 0, duplicates: 0 })
  await expect(cut).toHaveCount(0)
  await openRoom(page, '订单')
  await expect.poll(() => bottomLine(page, '行')).toBe(String(rows + 60))
})

const made = { 币制: 'USD', 平台: 'demo', 店铺: '大店', 时区: '北京时间' }

/** Orders of one line each, in columns that every shop's own export could have. */
function madeOrders(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, n) => `MK${String(n + 1).padStart(6, '0')},2026-01-15 10:00:00,SKU-${n % 50},Cup ${n % 50},2,3.50,DE`,
  )
  return ['订单号,下单时间,货号,商品名称,数量,单价,国家', ...lines, ''].join('\r\n')
}
