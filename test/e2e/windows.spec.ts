import { expect } from '@playwright/test'
import type { Page } from 'playwright-core'
import type { AppUnderTest } from '../host/app-under-test'
import { startApp } from './support/app'
import { test } from './support/test'
import { preparedProfile } from './support/prepared'
import { officer, openRoom, unlock } from './support/session'

/**
 * Two windows on one book, each with its own worker. A window that an unlocked one opens is in its session: it starts
 * unlocked, and both lock together.
 */
test.describe.configure({ mode: 'serial' })

let app: AppUnderTest
let first: Page
let second: Page

test.beforeAll(async () => {
  app = await startApp('windows', { profile: await preparedProfile('built') })
  first = app.page
  await unlock(first)
})
test.afterAll(() => app.close())
test.afterEach(() => expect(app.violations).toEqual([]))

async function openGoods(page: Page, sku: string): Promise<void> {
  await openRoom(page, '商品资料')
  await page.getByRole('gridcell', { name: sku, exact: true }).dblclick()
  await expect(page.getByRole('form', { name: sku })).toBeVisible()
}
const nameField = (page: Page) => page.getByRole('form').getByLabel('商品名称', { exact: true })
const declaredField = (page: Page) => page.getByRole('form').getByLabel('申报品名', { exact: true })
const save = (page: Page) =>
  page
    .getByRole('form')
    .getByRole('button', { name: /^保\s*存$/ })
    .click()

test('a second window of the session opens by key, on the same room, unlocked', async () => {
  await openRoom(first, '商品资料')
  const opening = app.nextWindow()
  await first.keyboard.press('Control+Shift+N')
  second = await opening
  await expect(second.getByRole('gridcell', { name: 'MUG-ENA-350', exact: true })).toBeVisible()
  await expect(second.locator('.top-officer')).toHaveText(officer)
  expect(app.windows()).toHaveLength(2)
})

test('what one window saves is shown by the other at once', async () => {
  await openGoods(first, 'MUG-ENA-350')
  await nameField(first).fill('搪瓷杯（新）')
  await save(first)
  await expect(second.getByRole('gridcell', { name: '搪瓷杯（新）' })).toBeVisible()
})

test('the same record in both: the second save is held back with the newer value, and nothing is lost', async () => {
  await openGoods(first, 'KETTLE-1L')
  await openGoods(second, 'KETTLE-1L')
  await nameField(first).fill('烧水壶 一号窗')
  await declaredField(second).fill('铝制水壶 二号窗')
  await nameField(second).fill('烧水壶 二号窗')
  await save(first)

  const newer = second.locator('.record-newer')
  await expect(newer).toContainText('商品名称：现为「烧水壶 一号窗」，您这里是「烧水壶 二号窗」')
  await save(second)
  await expect(second.getByRole('form')).toBeVisible()
  await expect(nameField(second)).toHaveValue('烧水壶 二号窗')
  await openRoom(first, '商品资料')
  await expect(first.getByRole('gridcell', { name: '烧水壶 一号窗' })).toBeVisible()

  await second.getByRole('button', { name: '保留我改的，其余用新值' }).click()
  await save(second)
  await expect(second.getByRole('form')).toHaveCount(0)
  await expect(first.getByRole('gridcell', { name: '烧水壶 二号窗' })).toBeVisible()
  await expect(first.getByRole('gridcell', { name: '铝制水壶 二号窗' })).toBeVisible()
})

test('a field that only the other window changed is not written back', async () => {
  await openGoods(first, 'YOGA-STRAP')
  await openGoods(second, 'YOGA-STRAP')
  await declaredField(second).fill('棉制拉力带 二号窗')
  await nameField(first).fill('瑜伽带 一号窗')
  await save(first)
  await second.getByRole('button', { name: '保留我改的，其余用新值' }).click()
  await expect(nameField(second)).toHaveValue('瑜伽带 一号窗')
  await save(second)
  await openRoom(first, '商品资料')
  await expect(first.getByRole('gridcell', { name: '棉制拉力带 二号窗' })).toBeVisible()
  await expect(first.getByRole('gridcell', { name: '瑜伽带 一号窗' })).toBeVisible()
})

/** Who holds and who waits for the lock under which the exchange of the book runs. */
const engines = (page: Page) =>
  page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query()
    const of = (locks: LockInfo[]) => locks.filter(({ name }) => name?.startsWith('exchange ')).length
    return { running: of(held), waiting: of(pending) }
  })

test('both windows show the line, and only one of them runs the exchange', async () => {
  for (const page of [first, second]) {
    await expect(page.locator('.online')).toHaveAttribute('data-state', 'online', { timeout: 30_000 })
  }
  expect(await engines(first)).toEqual({ running: 1, waiting: 1 })
})

test('unsaved input is named before anything closes, and the officer may stay', async () => {
  await openGoods(second, 'KETTLE-1L')
  await nameField(second).fill('没有保存的名称')
  await app.menu('驿关', '退出')
  const dialog = second.getByRole('dialog', { name: '还有未保存的输入' })
  await expect(dialog).toContainText('商品资料 KETTLE-1L')
  await expect(dialog.getByRole('button', { name: '保留输入并关闭' })).toBeFocused()
  await second.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(nameField(second)).toHaveValue('没有保存的名称')
  expect(app.windows()).toHaveLength(2)
})

test('locking one window locks the other, and unsaved input comes back with the password', async () => {
  const ended = [first, second]
  await first.keyboard.press('Control+Shift+L').catch(() => undefined)
  await expect.poll(() => app.windows().filter((page) => !ended.includes(page)).length).toBe(2)
  await expect.poll(() => ended.every((page) => page.isClosed())).toBe(true)
  ;[first, second] = app.windows() as [Page, Page]
  for (const page of [first, second]) {
    await expect(page.getByLabel('口令', { exact: true })).toBeVisible()
    await expect(page.getByText('KETTLE-1L')).toHaveCount(0)
  }
  await unlock(second)
  await openGoods(second, 'KETTLE-1L')
  await expect(nameField(second)).toHaveValue('没有保存的名称')
  await expect(first.getByLabel('口令', { exact: true })).toBeVisible()
  await unlock(first)
  await expect.poll(() => engines(second)).toEqual({ running: 1, waiting: 1 })
})

test('closing the first window leaves the second at work and online', async () => {
  await second.getByRole('button', { name: '放弃修改' }).click()
  await first.close()
  await expect.poll(() => app.windows().length).toBe(1)
  await expect.poll(() => engines(second)).toEqual({ running: 1, waiting: 0 })
  await openRoom(second, '发送队列')
  await second.getByRole('button', { name: '立即重试' }).click()
  await expect(second.locator('.online')).toHaveAttribute('data-state', 'online')
  await openRoom(second, '商品资料')
  await expect(second.getByRole('gridcell', { name: 'MUG-ENA-350', exact: true })).toBeVisible()
})

test('quitting with unsaved input keeps it and ends', async () => {
  await openGoods(second, 'MUG-ENA-350')
  await declaredField(second).fill('没有保存的品名')
  await app.menu('驿关', '退出')
  await expect(second.getByRole('dialog', { name: '还有未保存的输入' })).toBeVisible()
  await second.keyboard.press('Enter')
  expect(await app.exited).toMatchObject({ code: 0 })
})
