import { stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { templateHeaders } from '../../shared/import/profiles/template'
import type { AppUnderTest } from '../host/app-under-test'
import { freshFolder, startApp } from './support/app'
import { test } from './support/test'
import { importFile } from './support/imports'
import { preparedProfile } from './support/prepared'
import { openRoom, tabTo, unlock } from './support/session'

const sampleOrders = new URL('../fixtures/sample/orders.csv', import.meta.url).pathname

test.describe.configure({ mode: 'serial' })

let app: AppUnderTest
let page: Page

test.beforeAll(async () => {
  const profile = await preparedProfile('founded')
  app = await startApp('master', { profile, args: ['--no-practice'] })
  page = app.page
  await unlock(page)
})
test.afterAll(() => app.close())
test.afterEach(() => expect(app.violations).toEqual([]))

/** Show a room without the mouse: by the palette. */
async function roomByKeys(title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox').first()).toBeFocused()
  await page.keyboard.type(title)
  await expect(page.getByRole('option', { name: title, exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('toolbar', { name: title })).toBeVisible()
}

/** Type into the field in focus and go on with Enter. */
async function fillIn(text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}
/** Choose from a list of codes by typing; the first Enter picks, the second goes on. */
async function choose(text: string, shown: string): Promise<void> {
  await page.keyboard.type(text)
  // The list of the field before may still be fading away, with the same words in it.
  const list = page.locator('.ant-select-dropdown:visible:not([class*=leave])')
  await expect(list.locator('.ant-select-item-option-active', { hasText: shown })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator(':focus')).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('Enter')
}
const skip = () => page.keyboard.press('Enter')
const form = () => page.locator('form.record-form:visible')
const rows = () => page.locator('.goods-grid:visible, .templates-grid:visible').getByRole('row')

test('a template is made by keyboard alone; codes by number, name and pinyin; what is wrong is said', async () => {
  await roomByKeys('申报参数模板')
  await page.keyboard.press('Alt+n')
  await expect(page.getByLabel('模板名称')).toBeFocused()
  await fillIn('湖州空运')
  // 监管方式 and 申报业务类型 are right as they stand.
  for (let field = 0; field < 2; field += 1) await skip()
  await choose('2907', '湖州海关')
  await choose('hzhg', '2907 湖州海关')
  await skip()
  await choose('hkys', '航空运输')
  await choose('2', '纸')
  await fillIn('无')
  await fillIn('Shopify')
  await fillIn('Shopify Payments')
  await skip()
  await fillIn('330598')
  await expect(form().getByText(/物流企业代码.*10/)).toBeVisible()
  await fillIn('演练物流有限公司')
  await fillIn('no')
  await fillIn('驿关演练贸易有限公司')
  await fillIn('3.00')
  await page.keyboard.press('Control+Enter')

  await expect(page.getByLabel('物流企业代码')).toBeFocused()
  await page.keyboard.type('3305980001')
  await page.keyboard.press('Control+Enter')
  await expect(form().getByText('运抵国→指运港一行也没有，清单的指运港无从填写')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await fillIn('US')
  await page.keyboard.press('ArrowRight')
  await fillIn('000')
  await expect(form().getByRole('gridcell', { name: '美国' })).toBeVisible()
  await page.keyboard.press('Control+Enter')

  await expect(rows().filter({ hasText: '湖州空运' })).toContainText('5 航空运输')
  await expect(rows().filter({ hasText: '湖州空运' })).toContainText('是')
})

test('the ready-made template comes with one click, and F1 explains a field', async () => {
  await page.getByRole('button', { name: '用现成的演练模板' }).click()
  await expect(rows().filter({ hasText: '演练模板' })).toContainText('演练物流有限公司')
  await page.getByRole('gridcell', { name: '演练模板' }).dblclick()
  await page.getByLabel('出口口岸').focus()
  await page.keyboard.press('F1')
  const help = page.getByRole('dialog', { name: '帮助' })
  await expect(help.getByRole('heading', { name: '出口口岸' })).toBeVisible()
  await expect(help).toContainText('关区代码表')
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await page.keyboard.press('Control+w')
})

test('templates go out to Excel and come back: what was changed is updated, a harmed row is refused by name', async () => {
  const file = path.join(await freshFolder('templates'), 'templates.xlsx')
  app.answer({ showSaveDialog: file })
  await page
    .getByRole('toolbar', { name: '申报参数模板' })
    .getByRole('button', { name: '导出 Excel' })
    .click()
  await isWritten(file)
  await writeFile(file, await changeCell(file, '湖州空运', '物流企业名称', '湖州物流有限公司'))
  const changed = await changeCell(file, '演练模板', '物流企业代码', '330598')
  await page.getByLabel('选择模板 Excel 文件').setInputFiles(workbook('back.xlsx', changed))
  const refused = page.getByRole('dialog', { name: '1 行未导入' })
  await expect(refused.getByRole('row').filter({ hasText: '物流企业代码' })).toContainText('330598')
  await page.keyboard.press('Escape')
  await expect(refused).toBeHidden()
  await expect(rows().filter({ hasText: '湖州空运' })).toContainText('湖州物流有限公司')
  await expect(rows().filter({ hasText: '演练模板' })).toContainText('演练物流有限公司')
})

test('a record of goods is made by keyboard alone, with a live conversion and its faults in words', async () => {
  await roomByKeys('商品资料')
  await page.keyboard.press('Alt+n')
  await expect(page.getByLabel('货号')).toBeFocused()
  for (const text of ['HAND-01', '手工杯', '搪瓷水杯', '', '7323940000']) await fillIn(text)
  await fillIn('6901234567890')
  await expect(form().getByText(/校验/)).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await tabTo(page, '条形码(没有填 无)')
  await fillIn('6901234567892')
  await fillIn('品牌:无|材质:钢胎搪瓷')
  await choose('件', '011 件')
  await choose('qk', '035 千克')
  await page.keyboard.type('0.21')
  await expect(form().getByText('例：12 件 = 2.52 千克')).toBeVisible()
  await skip()
  for (let field = 0; field < 3; field += 1) await skip()
  await fillIn('0.21')
  await fillIn('0.3')
  await page.keyboard.press('Control+Enter')
  await expect(rows().filter({ hasText: 'HAND-01' })).toContainText('搪瓷水杯')
})

test('closing a form keeps what was typed', async () => {
  await page.keyboard.press('Alt+n')
  await expect(page.getByLabel('货号')).toBeFocused()
  await page.keyboard.type('HALF-1')
  await page.keyboard.press('Control+w')
  await page.keyboard.press('Alt+n')
  await expect(page.getByLabel('货号')).toHaveValue('HALF-1')
  await form().getByRole('button', { name: '放弃修改' }).click()
  await expect(page.getByLabel('货号')).toHaveValue('')
  await page.keyboard.press('Control+w')
})

/** A workbook of goods whose first row is sound and whose others were harmed by Excel, each in one cell. */
async function damagedWorkbook(): Promise<Buffer> {
  const sound = {
    货号: 'XLS-01', 商品名称: '竹托盘', 申报品名: '竹制托盘', '规格型号/申报要素': '品牌:安吉|材质:毛竹', 商品编码: '4419120000',
    '条形码(没有填 无)': '无', 成交单位: '011', 法定第一单位: '035', 每件折第一单位: '0.38', '单件净重(千克)': '0.38',
    '单件毛重(千克)': '0.41', 'A简化/B汇总': 'A',
  } // prettier-ignore
  const harmed: Record<string, ExcelJS.CellValue>[] = [
    { 货号: '6.90123E+12' },
    { 货号: 'XLS-03', 商品编码: 401699900 },
    { 货号: 'XLS-04', 申报品名: { formula: 'B2&"杯"', result: '竹托盘杯' } },
    { 货号: 'XLS-05', 成交单位: 11 },
  ]
  const header = templateHeaders('goods').map((name) => name.replace('*', ''))
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('商品资料')
  sheet.addRow(header)
  for (const row of [sound, ...harmed.map((harm) => ({ ...sound, ...harm }))]) {
    sheet.addRow(header.map((name) => (row as Record<string, ExcelJS.CellValue>)[name] ?? ''))
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

test('goods come from Excel; rows with damaged cells are refused by name', async () => {
  await page.getByRole('toolbar', { name: '商品资料' }).getByRole('button', { name: /导入$/ }).click()
  const drawer = page.getByRole('dialog', { name: '导入商品资料' })
  await drawer.locator('input[type=file]').setInputFiles({
    name: 'goods.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await damagedWorkbook(),
  })
  await expect(drawer).toContainText('读入 5 行：接受 1（其中更新 0），未变 0，未导入 4')
  const errors = drawer.getByRole('grid')
  for (const words of [/科学/, /公式/, /10 ?位/, /3 ?位/])
    await expect(errors.getByText(words).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rows().filter({ hasText: 'XLS-01' })).toBeVisible()
  await expect(rows().filter({ hasText: 'XLS-03' })).toHaveCount(0)
})

test('many goods are changed after a preview, an edit that spoils is not done, and it is undone as one', async () => {
  await page.keyboard.press('Alt+b')
  const dialog = page.getByRole('dialog', { name: '批量修改 2 行' })
  await dialog.getByLabel('字段').fill('商品编码')
  await expect(page.locator('.ant-select-item-option-active')).toHaveText('商品编码')
  await page.keyboard.press('Enter')
  await dialog.getByLabel('新值').fill('12')
  await expect(dialog).toContainText('其中 2 行会变为不合格')
  await expect(dialog.getByRole('button', { name: /^修改/ })).toBeDisabled()
  await dialog.getByLabel('新值').fill('7323990000')
  await expect(dialog).toContainText('将改动 2 行，其中 0 行会变为不合格')
  await dialog.getByRole('button', { name: '修改 2 行' }).click()
  await expect(rows().filter({ hasText: '7323990000' })).toHaveCount(2)
  await page
    .locator('.ant-notification-notice', { hasText: '已修改 2 行' })
    .getByRole('button', { name: '撤销' })
    .click()
  await expect(rows().filter({ hasText: '7323990000' })).toHaveCount(0)
  await expect(rows().filter({ hasText: '4419120000' })).toHaveCount(1)
})

test('goods that orders lack are filled in one sheet; half a row outlives the room', async () => {
  await importFile(page, { file: sampleOrders, kind: '订单', answers: { 店铺: '演练店' } })
  await openRoom(page, '商品资料')
  await page.getByText('缺商品资料').click()
  const sheet = page.getByRole('grid', { name: '缺商品资料' })
  await expect(sheet.getByRole('gridcell', { name: 'STICKER-PACK' })).toBeVisible()
  const before = Number(await sheet.getAttribute('aria-rowcount'))

  await sheet.getByRole('row').filter({ hasText: 'STICKER-PACK' }).getByRole('gridcell').nth(3).click()
  await fillIn('纸质贴纸')
  await page.keyboard.press('ArrowRight')
  for (const text of ['品牌:无|材质:纸', '4911999090']) await fillIn(text)
  await openRoom(page, '企业资料')
  await openRoom(page, '商品资料')
  await sheet
    .getByRole('row')
    .filter({ hasText: 'STICKER-PACK' })
    .getByRole('gridcell', { name: '无', exact: true })
    .click()
  await page.keyboard.press('ArrowRight')
  for (const text of ['件', '035']) await fillIn(text)
  await page.keyboard.press('ArrowRight')
  await fillIn('0.015')
  await page.keyboard.press('ArrowRight')
  for (const text of ['0.015', '0.02']) await fillIn(text)
  await page.getByRole('button', { name: '保存已填完的 1 个' }).click()
  await expect(sheet.getByRole('gridcell', { name: 'STICKER-PACK' })).toHaveCount(0)
  expect(Number(await sheet.getAttribute('aria-rowcount'))).toBe(before - 1)
})

/** Change one cell of a workbook that the app wrote: the row is found by its first column, the column by its heading. */
async function changeCell(file: string, first: string, heading: string, value: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  for (const sheet of book.worksheets) {
    let column = 0
    sheet.eachRow((row) => {
      row.eachCell((cell, at) => {
        if (cell.text.replace('*', '') === heading) column = at
      })
      if (column > 0 && row.getCell(1).text === first) row.getCell(column).value = value
    })
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}
const isWritten = (file: string) =>
  expect
    .poll(() =>
      stat(file).then(
        ({ size }) => size > 0,
        () => false,
      ),
    )
    .toBe(true)
const workbook = (name: string, buffer: Buffer) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer,
})

test('goods go out to Excel as they are listed and come back: what was changed there is updated, the rest is not', async () => {
  await openRoom(page, '商品资料')
  await page.getByText('商品资料', { exact: true }).last().click()
  await expect(rows().filter({ hasText: 'XLS-01' })).toBeVisible()
  const count = await page.locator('.goods-grid:visible').getByRole('grid').getAttribute('aria-rowcount')
  const goods = Number(count) - 1
  const file = path.join(await freshFolder('round-trip'), 'goods.xlsx')
  app.answer({ showSaveDialog: file })
  await page.getByRole('button', { name: 'Excel' }).click()
  await page.getByText(`导出当前列表（${goods} 行）`).click()
  await isWritten(file)

  const changed = await changeCell(file, 'XLS-01', '申报品名', '竹编托盘')
  await page.getByRole('toolbar', { name: '商品资料' }).getByRole('button', { name: /导入$/ }).click()
  const drawer = page.getByRole('dialog', { name: '导入商品资料' })
  await drawer.locator('input[type=file]').setInputFiles(workbook('back.xlsx', changed))
  await expect(drawer).toContainText(`读入 ${goods} 行：接受 1（其中更新 1），未变 ${goods - 1}，未导入 0`)
  await page.keyboard.press('Escape')
  await expect(rows().filter({ hasText: 'XLS-01' })).toContainText('竹编托盘')
})

test('a piece of special goods is followed by keyboard: a station before the one it follows is named, and taken back', async () => {
  await openRoom(page, '商品资料')
  await page.getByText('件号与环节', { exact: true }).click()
  await page.keyboard.press('Alt+n')
  const piece = page.getByRole('dialog', { name: '登记件号' })
  await expect(piece.getByLabel('件号', { exact: true })).toBeFocused()
  await page.keyboard.type('LQ-001')
  await page.keyboard.press('Tab')
  await page.keyboard.type('SWORD-1')
  await page.keyboard.press('Tab')
  await fillIn('A-1')
  await expect(piece).toHaveCount(0)
  const detail = page.getByRole('complementary', { name: '一件的环节' })
  const stateOf = detail.locator('h2 .state-tag')
  await expect(stateOf).toHaveText('未到齐')

  for (const [at, shown, state] of [
    ['2026-05-02 09:00', '2026-05-02 09:00', '未到齐'],
    ['20260501 1800', '2026-05-01 18:00', '有错'],
  ] as const) {
    await detail.getByRole('button', { name: '登记环节' }).click()
    const station = page.getByRole('dialog', { name: '登记环节：LQ-001' })
    await station.getByLabel('发生时间').fill(at)
    await station.getByLabel('地点').fill('龙泉')
    await page.keyboard.press('Enter')
    await expect(station).toHaveCount(0)
    await expect(detail).toContainText(shown)
    await expect(stateOf).toHaveText(state)
  }
  await expect(detail.getByRole('alert')).toContainText('LQ-001 的“生产”早于前一环节')
  await detail.getByRole('button', { name: '作废' }).last().click()
  await page.getByRole('tooltip').getByRole('button', { name: '作废' }).click()
  await expect(stateOf).toHaveText('未到齐')
  await expect(page.locator('[role=row]', { hasText: 'LQ-001' })).toContainText('下单 2026-05-02 09:00')
})
