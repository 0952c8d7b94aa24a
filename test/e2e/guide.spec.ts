import { stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import type { AppUnderTest } from '../host/app-under-test'
import { freshFolder, startApp } from './support/app'
import { test } from './support/test'
import { readCard, type Card } from './support/card'
import { setUpImport, type ImportFile } from './support/imports'
import { sample } from './support/main-job'
import { preparedProfile } from './support/prepared'
import { unlock } from './support/session'
import { templateCsv } from './support/template-csv'

/**
 * Task cards followed to the letter, one after the other as a day goes. Every name of a room, button, face or state that
 * a step puts in 「」 is taken from the card as the officer reads it in the help; a card whose words are not those of the
 * screens fails here.
 */
test.describe.configure({ mode: 'serial' })

let app: AppUnderTest
let page: Page
let first: Card

test.beforeAll(async () => {
  // The day starts without a line: the card says that this does not matter.
  const profile = await preparedProfile('founded')
  app = await startApp('guide', { profile, args: ['--no-practice', '--pace', '0'] })
  page = app.page
  await unlock(page)
})
test.afterAll(() => app.close())
test.afterEach(() => expect(app.violations).toEqual([]))

/** Open a room by its name, by keyboard. */
async function go(room: string): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+K')
  await expect(page.getByRole('combobox', { name: '查找单号、房间、命令' })).toBeFocused()
  await page.keyboard.type(room)
  await expect(page.locator('.palette-option-active')).toContainText(room)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: room, exact: true })).toHaveAttribute('aria-selected', 'true')
}

/** Press a button of this name by keyboard. */
async function press(name: string, within = page.locator('body')): Promise<void> {
  const button = within.getByRole('button', { name }).first()
  await expect(button).toBeEnabled()
  await expect(button).not.toHaveClass(/ant-btn-loading/)
  await button.focus()
  await page.keyboard.press('Enter')
}

const face = (name: string) => page.locator('.ant-segmented-item', { hasText: new RegExp(`^${name}`) })

test('the card is in the help, with the files it uses', async () => {
  await go('清单')
  first = await readCard(page, '第一批清单（从导入到申报）')
  expect(first.steps).toHaveLength(8)
  for (const file of first.files(1)) expect((await stat(sample(file))).size).toBeGreaterThan(0)
})

test('step 1: import', async () => {
  const [room, kindLabel, goods, orders, payments, waybills, start, done] = first.named(1)
  const files = first.files(1)
  expect(files).toHaveLength(4)
  await go(room!)
  for (const [at, kind] of [goods, orders, payments, waybills].entries()) {
    await page.getByRole('radiogroup', { name: kindLabel }).getByText(kind!, { exact: true }).click()
    await page.locator('.imports-new input[type=file]').setInputFiles(sample(files[at]!))
    await expect(page.locator('.plan', { hasText: files[at] }).getByText(/待填写|可导入/)).toBeVisible()
  }
  // 店铺 is what the orders do not say.
  await page.locator('.plan', { hasText: 'orders.csv' }).click()
  await page.getByRole('textbox', { name: '店铺', exact: true }).fill('主店')
  await press(start!)
  for (const file of files) {
    await expect(page.locator('.plan', { hasText: file }).getByText(done!)).toBeVisible({ timeout: 60_000 })
  }
})

test('step 2: a template', async () => {
  const [room, take] = first.named(2)
  await go(room!)
  await press(take!)
  await expect(page.getByRole('gridcell', { name: '演练模板' })).toBeVisible()
})

test('step 3: match, and decide one number that is written differently', async () => {
  const [room, run, blocked, column, decide, confirm] = first.named(3)
  await go(room!)
  await press(run!)
  await expect(page.getByRole('group', { name: '对碰结果' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('columnheader', { name: column!, exact: true }).first()).toBeAttached()
  const row = page.getByRole('row').filter({ hasText: '#20 29' })
  await expect(row).toContainText(blocked!)
  await press(`${decide} #2029`)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /LP002029/ }).focus()
  await page.keyboard.press('Space')
  await dialog.getByLabel(/^原因/).fill('同一单号，仓库多打了空格')
  await press(confirm!, dialog)
  await expect(row).toHaveCount(0)
})

test('steps 4 and 5: build the lists and look at them', async () => {
  const [room, ready, build] = first.named(4)
  await go(room!)
  await face(ready!).click()
  await press(build!)
  const result = page.getByRole('group', { name: '生成结果' })
  await expect(result).toBeVisible({ timeout: 60_000 })

  const [notBuilt, , show] = first.named(5)
  await expect(face(notBuilt!)).toContainText('0')
  await press(show!, result)
  await expect(page.getByRole('gridcell', { name: '暂存' }).first()).toBeVisible()
  for (const total of ['票数', '件数', '毛重', '净重', 'USD']) {
    await expect(page.locator('.totals:visible')).toContainText(total)
  }
  await page.getByRole('gridcell', { name: '#2001', exact: true }).dblclick()
  for (const part of ['表头', '表体', '关联单证']) {
    await expect(page.getByRole('tab', { name: new RegExp(`^${part}`) })).toBeVisible()
  }
})

test('step 6: keep a copy, marked for what it is', async () => {
  const [pdf, excel, draft, practice] = first.named(6)
  const folder = await freshFolder('guide-copies')
  // Back from the tab of the 清单 to the room.
  await page.keyboard.press('Alt+ArrowLeft')
  for (const [button, file] of [
    [pdf!, 'table.pdf'],
    [excel!, 'table.xlsx'],
  ] as const) {
    app.answer({ showSaveDialog: path.join(folder, file) })
    await press(button)
    await expect(page.getByText(new RegExp(`已保存到.*${file}`)).first()).toBeVisible({ timeout: 60_000 })
  }
  expect((await stat(path.join(folder, 'table.pdf'))).size).toBeGreaterThan(10_000)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path.join(folder, 'table.xlsx'))
  const words = JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()))
  for (const mark of [draft!, practice!]) expect(words).toContain(mark)
})

test('step 7: declare without a line', async () => {
  const [declare, , state] = first.named(7)
  await press(declare!)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('52')
  await press(declare!, dialog)
  await expect(page.getByText(/52 份清单已入发送队列/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('gridcell', { name: state! }).first()).toBeVisible()
  await expect(page.locator('.online')).toHaveAttribute('data-state', 'offline', { timeout: 30_000 })
})

// Steps 5 and 6 need a second machine: `exchange-file.spec.ts` follows them.
test('断网那天: the queue says why it waits, goes on when the line is back, and both sides agree', async () => {
  await go('发送队列')
  const card = await readCard(page, '断网那天')
  const line = page.locator('.online')
  for (const word of ['离线', '待发送']) {
    expect(card.steps[0]).toContain(word)
    await expect(line).toContainText(word)
  }
  expect(card.named(2)).toContain(first.named(7)[0])
  const [queue, start] = card.named(3)
  await go('首页')
  await line.locator('.online-line').click()
  await expect(page.getByRole('tab', { name: queue!, exact: true })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByTestId('queue-failure')).toBeVisible()
  await press(start!)
  await expect(line).toHaveAttribute('data-state', 'online', { timeout: 30_000 })
  await press(card.named(4)[0]!)
  await expect(page.getByText('已开始联络单一窗口')).toBeVisible()
  // All receipts are there when nothing waits for one any more.
  await expect.poll(() => waiting(), { timeout: 120_000 }).toBe(0)
  await go('发送队列')
  await press(card.named(card.steps.length)[0]!)
  await expect(page.getByTestId('compare-verdict')).toContainText('全部一致', { timeout: 60_000 })
})

/** 已申报未回 on the home page. */
async function waiting(): Promise<number> {
  await go('首页')
  return Number(await page.getByTestId('daily-waiting').locator('.daily-count').innerText())
}

test('step 8: receipts change the states, and what was sent back has its number', async () => {
  const [back, card] = first.named(8)
  await go(first.named(4)[0]!)
  await expect(face(back!)).toContainText('2', { timeout: 60_000 })
  await page.keyboard.press('F1')
  await expect(page.getByRole('heading', { name: card!, exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
})

test('退单怎么改: one cause, mended once where it comes from, sent again together', async () => {
  const card = await readCard(page, '退单怎么改')
  const [room, back] = card.named(1)
  await go(room!)
  await face(back!).click()
  const cause = page.locator('.cause:visible')
  await expect(cause).toHaveCount(1)
  await expect(cause).toContainText('2 份')

  const [open, save] = card.named(2)
  await press(open!, cause)
  const form = page.locator('form.record-form:visible')
  await form.getByLabel(/申报品名/).fill('真丝围巾礼品盒')
  await form.getByRole('button', { name: spaced(save!) }).click()
  await expect(form).toHaveCount(0)

  const [again, resend] = card.named(3)
  await go(room!)
  await face(again!).click()
  await press(resend!, cause)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^原因/).fill('品名太笼统')
  await press(resend!, dialog)
  await expect.poll(() => waiting(), { timeout: 60_000 }).toBe(0)
  await go(room!)
  await expect(face(back!)).toContainText('0', { timeout: 60_000 })

  const [timeline] = card.named(5)
  await face('全部清单').click()
  await page.getByRole('gridcell', { name: '#2014', exact: true }).dblclick()
  await page.getByRole('tab', { name: timeline! }).click()
  await expect(page.locator('.timeline:visible')).toContainText('海关退单（100）')
  await expect(page.locator('.timeline:visible')).toContainText('第2次')
})

/** Buttons of two characters are shown with a blank between them. */
const spaced = (word: string) => new RegExp(`^${[...word].join('\\s*')}$`)

test('补收款单: what was declared without its payment closes by itself when the file comes', async () => {
  await go('三单对碰')
  const card = await readCard(page, '补收款单')
  const [room, pending] = card.named(1)
  await go(room!)
  const button = page.getByRole('button', { name: new RegExp(`^${pending} \\d+$`) })
  await button.click()
  const before = Number((await button.innerText()).match(/\d+/)![0])
  const late = page.getByRole('gridcell', { name: '#2003', exact: true })
  await expect(late).toBeVisible()

  const [imports, kind, start] = card.named(2)
  await go(imports!)
  await page.locator('.imports-new label', { hasText: kind }).first().click()
  const text = templateCsv('payments', {
    支付流水: 'SP2003-LATE',
    订单号: '#2003',
    平台: 'shopify',
    金额: '102.99',
    币制: 'USD',
    到账时间: '2025-09-20T04:00:00Z',
    交易类型: '收款',
  })
  const file = { name: 'late.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') }
  await page.locator('.imports-new input[type=file]').setInputFiles(file)
  await expect(page.locator('.plan', { hasText: 'late.csv' }).getByText('可导入')).toBeVisible()
  await press(start!)
  await expect(page.locator('.plan', { hasText: 'late.csv' }).getByText('已导入')).toBeVisible({
    timeout: 60_000,
  })

  const [back, run] = card.named(3)
  await go(back!)
  await press(run!)
  await expect(button).toHaveText(new RegExp(`${before - 1}$`), { timeout: 60_000 })
  await expect(late).toHaveCount(0)
  const [decide, confirm] = card.named(4)
  const other = page.getByRole('row').filter({ hasText: '＃２０３６' })
  await expect(other).toBeVisible()
  await press(`${decide} #2036`)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /SP2036/ }).focus()
  await page.keyboard.press('Space')
  await dialog.getByLabel(/^原因/).fill('平台后台核对，同一笔付款')
  await press(confirm!, dialog)
  await expect(other).toHaveCount(0)
  await expect(button).toHaveText(new RegExp(`${before - 2}$`))
})

test('退货: from the list that came back to the answer of customs, with its tasks in the other two books', async () => {
  await go('退货')
  const card = await readCard(page, '退货')
  const [room, , take] = card.named(1)
  await go(first.named(4)[0]!)
  await face('全部清单').click()
  await page.getByRole('gridcell', { name: '#2014', exact: true }).dblclick()
  await press(take!, page.locator('.list-tab:visible'))
  const form = page.locator('.return-form:visible')
  const [event] = card.named(2)
  await expect(form.getByRole('combobox', { name: event! })).toBeVisible()
  await expect(form.getByRole('list', { name: '退货期限' })).toContainText('还有')
  const [all, reason] = card.named(3)
  await press(all!, form)
  await form.getByLabel(reason!, { exact: true }).fill('买家退货')
  await form.getByLabel('运输工具名称').fill('B777F')
  await form.getByLabel('航班航次号').fill('CA1024')
  const [declare] = card.named(4)
  await press(declare!, form)
  await expect(page.getByRole('tab', { name: room!, exact: true })).toHaveAttribute('aria-selected', 'true')
  const row = page.locator('[data-room=returns]:visible').getByRole('row').filter({ hasText: '#2014' })
  await expect(row).toContainText('800', { timeout: 30_000 })
  for (const [at, done] of [card.named(5)[0]!, ...card.named(6)].entries()) {
    await press(done, row)
    await page
      .getByRole('dialog')
      .getByRole('textbox')
      .fill(`依据 ${at + 1}`)
    await page.keyboard.press('Enter')
    await expect(row.getByRole('button', { name: done })).toHaveCount(0)
  }
})

test('零售进口: from its files to release, with limits and the estimate of its taxes', async () => {
  await go(first.named(4)[0]!)
  const card = await readCard(page, '零售进口：订单、支付、运单到进口清单（9610、1210）')
  const [templates] = card.named(1)
  await go(templates!)
  await press('演练模板的贸易方式')
  await page.getByRole('menuitem', { name: /9610 直购进口/ }).click()
  await expect(page.getByRole('gridcell', { name: /直购进口/ }).first()).toBeVisible()

  const goods = templateCsv('goods', {
    货号: 'NF-1',
    商品名称: '奶粉',
    申报品名: '婴儿配方奶粉',
    '规格型号/申报要素': '品牌:演练|规格:800g',
    商品编码: '1901101010',
    '条形码(没有填 无)': '无',
    成交单位: '122',
    法定第一单位: '035',
    每件折第一单位: '0.8',
    '单件净重(千克)': '0.8',
    '单件毛重(千克)': '1',
    'A简化/B汇总': 'A',
    原产国: '116',
    '进口增值税率(%)': '13',
    '消费税率(%)': '0',
  })
  const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/import/${name}`, import.meta.url))
  const answers = { 平台: '演练进口商城', 店铺: '进口店' }
  const files: ImportFile[] = [
    { file: { name: 'import-goods.csv', text: goods }, kind: '商品' },
    { file: fixture('template-import-orders.csv'), kind: '订单', answers },
    { file: fixture('template-import-payments.csv'), kind: '收款单', answers },
    { file: fixture('template-import-waybills.csv'), kind: '运单' },
  ]
  for (const file of files) await setUpImport(page, file)
  await page.locator('.plan', { hasText: 'template-import-orders.csv' }).click()
  await expect(page.locator('.setup-choice', { hasText: '方向' })).toContainText('零售进口订单')
  await press('开始导入')
  await expect(page.locator('.plan', { hasText: /import-/ }).getByText('已导入')).toHaveCount(4, {
    timeout: 60_000,
  })

  const [matching, run, lists] = card.named(5)
  await go(matching!)
  await press(run!)
  await expect(page.getByRole('group', { name: '对碰结果' })).toBeVisible({ timeout: 60_000 })
  await go(lists!)
  await face('可申报').click()
  await press('全部暂存（生成清单）')
  await expect(page.getByText('清单已暂存')).toBeVisible({ timeout: 60_000 })
  await face('全部清单').click()
  await page.getByRole('button', { name: '粘贴号码' }).locator('visible=true').click()
  await page.getByRole('textbox', { name: '号码', exact: true }).fill('JK1001')
  await page.getByRole('button', { name: '按这些号码筛选' }).click()
  await page.getByRole('gridcell', { name: 'JK1001', exact: true }).dblclick()
  const [estimate] = card.named(6)
  await page.getByRole('tab', { name: estimate! }).click()
  const taxes = page.getByRole('region', { name: estimate! })
  for (const figure of ['210.00', '19.11', '5,000.00', '26,000.00', '下限'])
    await expect(taxes).toContainText(figure)

  await go(lists!)
  const [declare] = card.named(7)
  await press(declare!)
  await press(declare!, page.getByRole('dialog'))
  await expect(page.getByText(/份清单已入发送队列/)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('gridcell', { name: 'JK1001', exact: true }).dblclick()
  await page.getByRole('tab', { name: estimate! }).click()
  // The bill of customs below the estimate.
  const bill = page
    .locator('.list-tab:visible')
    .getByRole('row')
    .filter({ hasText: /T\d{8}I\d{9}/ })
  await expect(bill).toContainText('19.11', { timeout: 30_000 })
})
