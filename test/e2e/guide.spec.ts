import { stat } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import type { AppUnderTest } from '../host/app-under-test'
import { freshFolder, startApp } from './support/app'
import { sample } from './support/main-job'
import { firstRun, unlock } from './support/session'

/**
 * The card 「第一批清单」 followed to the letter. Every name of a room, button, face or state that a step puts in 「」 is
 * taken from the card as the officer reads it in the help; a card whose words are not those of the screens fails here.
 */
test.describe.configure({ mode: 'serial' })

let app: AppUnderTest
let page: Page
let profile: string
let steps: string[]

test.beforeAll(async () => {
  profile = await freshFolder('guide')
  // The day starts without a line: the card says that this does not matter.
  app = await startApp('guide', { profile, args: ['--no-practice'] })
  page = app.page
  await firstRun(page)
})
test.afterAll(() => app.close())
test.afterEach(() => expect(app.violations).toEqual([]))

/** The words in 「」 of a step, in their order. */
const named = (step: number) => [...steps[step - 1]!.matchAll(/「([^」]+)」/g)].map(([, word]) => word!)
const filesIn = (step: number) => [...new Set(steps[step - 1]!.match(/\w+\.(?:csv|xlsx)/g))]

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
  await button.focus()
  await page.keyboard.press('Enter')
}

const face = (name: string) => page.locator('.ant-segmented-item', { hasText: new RegExp(`^${name}`) })

test('the card is in the help of its room, with the files it uses', async () => {
  await go('出口清单')
  await page.keyboard.press('F1')
  const card = page.locator('[data-card="declaration.first-batch"]')
  await expect(card).toBeVisible()
  steps = (await card.locator('li').allInnerTexts()).map((text) => text.trim())
  expect(steps).toHaveLength(8)
  for (const file of filesIn(1)) {
    await expect(card.locator('.card-sample')).toContainText(file)
    expect((await stat(sample(file))).size).toBeGreaterThan(0)
  }
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
})

test('step 1: import', async () => {
  const [room, kindLabel, goods, orders, payments, waybills, start, done] = named(1)
  const files = filesIn(1)
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
  const [room, take] = named(2)
  await go(room!)
  await press(take!)
  await expect(page.getByRole('gridcell', { name: '演练模板' })).toBeVisible()
})

test('step 3: match, and decide one number that is written differently', async () => {
  const [room, run, blocked, column, decide, confirm] = named(3)
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
  await dialog.getByLabel(/^理由/).fill('同一单号，仓库多打了空格')
  await press(confirm!, dialog)
  await expect(row).toHaveCount(0)
})

test('steps 4 and 5: build the lists and look at them', async () => {
  const [room, ready, build] = named(4)
  await go(room!)
  await face(ready!).click()
  await press(build!)
  const result = page.getByRole('group', { name: '生成结果' })
  await expect(result).toBeVisible({ timeout: 60_000 })

  const [notBuilt, , show] = named(5)
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
  const [pdf, excel, draft, practice] = named(6)
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
  const [declare, , state] = named(7)
  await press(declare!)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('52')
  await press(declare!, dialog)
  await expect(page.getByText(/52 份清单已入发送队列/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('gridcell', { name: state! }).first()).toBeVisible()
  await expect(page.locator('.online')).toHaveAttribute('data-state', 'offline', { timeout: 30_000 })
})

test('step 8: when the line is back, receipts change the states, and what was sent back has its number', async () => {
  const [back, card] = named(8)
  await app.close()
  app = await startApp('guide', { profile, args: ['--pace', '0'] })
  page = app.page
  await unlock(page)
  await go(named(4)[0]!)
  await expect(face(back!)).toContainText('2', { timeout: 60_000 })
  await page.keyboard.press('F1')
  await expect(page.getByRole('heading', { name: card! })).toBeVisible()
})
