import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import type { Page } from 'playwright-core'
import type { AppUnderTest } from '../host/app-under-test'
import { startApp } from './support/app'
import { test } from './support/test'
import { bottomLine } from './support/imports'
import { declareAll, openFace } from './support/main-job'
import { preparedProfile } from './support/prepared'
import { practiceService } from './support/processes'
import { lock, officer, openRoom, unlock } from './support/session'

/** The exchange in the built app: main, practice process, engine worker and rooms together, with cuts in between. */
test.describe.configure({ mode: 'serial' })

let profile: string
let app: AppUnderTest

test.beforeAll(async () => {
  profile = await preparedProfile('built')
})
test.afterAll(async () => {
  await app.close()
})

async function start(): Promise<void> {
  app = await startApp('exchange', { profile, args: ['--pace', '0'] })
  await unlock(app.page)
}
const line = () => app.page.locator('.online')
const isOnline = () => expect(line()).toHaveAttribute('data-state', 'online', { timeout: 30_000 })

/** The figure of the 日清表 for one state. */
async function daily(page: Page, state: string): Promise<number> {
  await openRoom(page, '首页')
  const text = await page.getByTestId(`daily-${state}`).locator('.daily-count').innerText()
  return Number(text.replaceAll(',', ''))
}

/** Ask the service for its own view through the room, and read both sides of one row of the table. */
async function compare(page: Page): Promise<void> {
  await openRoom(page, '发送队列')
  await page.getByRole('button', { name: '与单一窗口核对' }).click()
  await expect(page.getByTestId('compare-table')).toBeVisible()
}
async function compared(page: Page, row: string): Promise<{ ours: string; theirs: string }> {
  const cells = page.getByTestId(`compare-${row}`)
  const side = (name: string) => cells.locator(`[data-side=${name}]`).innerText()
  return { ours: await side('ours'), theirs: await side('theirs') }
}

async function journalBytes(): Promise<number> {
  const folder = path.join(profile, 'send-journal')
  const names = await readdir(folder).catch(() => [])
  const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

test('the practice service comes up with the app, and the book is online', async () => {
  await start()
  await isOnline()
  expect(await readdir(profile)).toEqual(expect.arrayContaining(['practice']))
  expect(await readdir(path.join(profile, 'send-journal'))).toHaveLength(1)
  expect(app.violations).toEqual([])
})

test('closing the app ends the service, so that its folder is free for the next start', async () => {
  await app.close()
  await start()
  await isOnline()
  expect(app.violations).toEqual([])
})

test('what was built before a restart is there; the 日清表 adds up, and each figure opens its orders', async () => {
  const { page } = app
  await openFace(page, '全部清单')
  await expect.poll(() => bottomLine(page, '行')).toBe('51')
  expect(await bottomLine(page, 'USD')).toBe('4403.90')
  await openRoom(page, '首页')
  const figures = page.locator('.daily-count')
  await expect(figures.first()).toHaveText('60')
  const [imported, ...parts] = (await figures.allInnerTexts()).map(Number)
  expect(parts).toHaveLength(9)
  expect(parts.reduce((sum, n) => sum + n, 0)).toBe(imported)
  await expect(page.getByTestId('todo-goods')).toContainText('3')
  const incomplete = await daily(page, 'incomplete')
  await page.getByTestId('daily-incomplete').click()
  const room = page.locator('[data-room=orders]:visible')
  await expect(room.locator('.totals-value').first()).toHaveText(String(incomplete))
  expect(app.violations).toEqual([])
})

test('with the service gone the lists wait in the queue, and the bar says so with facts', async () => {
  const { page } = app
  process.kill(await practiceService(app.pids.main), 'SIGKILL')
  // Nobody knows yet that it is gone: what is sent now finds nobody, and surely never left.
  await declareAll(page)
  await expect(line()).toHaveAttribute('data-state', 'offline', { timeout: 30_000 })
  await expect(line()).toContainText(/离线 · 20\d 份待发送/)
  await expect(line()).not.toContainText('结果未知')
  await expect(line()).toContainText('数据已存本机')
  await line().locator('.online-line').click()
  await expect(page.getByText('演练单一窗口没有运行')).toBeVisible()
  await expect(page.getByTestId('queue-failure')).toContainText('network')
  await expect.poll(() => daily(page, 'waiting')).toBe(50)
  expect(app.violations).toEqual([])
})

test('a power cut while the first batch leaves loses nothing and sends nothing twice', async () => {
  const { page } = app
  await openRoom(page, '发送队列')
  const before = await journalBytes()
  await page.getByRole('button', { name: '启动演练单一窗口' }).click()
  // The journal grows before the first byte of a batch leaves.
  await expect.poll(journalBytes, { intervals: [10], timeout: 60_000 }).toBeGreaterThan(before)
  await app.kill9()
  await start()
  await isOnline()
  await expect.poll(() => daily(app.page, 'cleared'), { timeout: 120_000 }).toBe(48)
  await expect.poll(() => daily(app.page, 'refused')).toBe(2)
  await compare(app.page)
  await expect(app.page.getByTestId('compare-verdict')).toContainText('全部一致')
  expect(await compared(app.page, 'CEB603-all')).toEqual({ ours: '51', theirs: '51' })
  expect(await compared(app.page, 'CEB303-all')).toEqual({ ours: '51', theirs: '51' })
  expect(app.violations).toEqual([])
})

test('receipts stand newest first in words with the raw code, and lead to the timeline of their list', async () => {
  const { page } = app
  await openRoom(page, '回执')
  const room = page.locator('[data-room=receipts]:visible')
  await room.getByText(/^退单 2$/).click()
  await expect(room.getByRole('gridcell', { name: '海关退单（100）' })).toHaveCount(2)
  await expect(room.getByText(/Y101/).first()).toBeVisible()
  await room.getByRole('gridcell', { name: '海关退单（100）' }).first().dblclick()
  await page.getByRole('tab', { name: '回执与时间线' }).click()
  const timeline = page.locator('.timeline:visible')
  await expect(timeline).toContainText('海关退单（100）')
  await expect(timeline.locator('.timeline-raw code').filter({ hasText: '100' }).first()).toBeVisible()
  await openRoom(page, '回执')
  await room.getByRole('button', { name: '全部标为已读' }).click()
  await expect(room.getByText(/^未读 0$/)).toBeVisible()
  expect(app.violations).toEqual([])
})

test('a cause shared by two lists is shown once, mended once in the goods, and only those go again', async () => {
  const { page } = app
  await openFace(page, '退单待改')
  const cause = page.locator('.cause')
  await expect(cause).toHaveCount(1)
  await expect(cause).toContainText('Y101')
  await expect(cause).toContainText('2 份')
  await cause.getByRole('button', { name: '打开商品资料' }).click()
  const form = page.locator('form.record-form:visible')
  await form.getByLabel(/申报品名/).fill('真丝围巾礼品盒')
  await form.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(form).toHaveCount(0)
  await openFace(page, '退单待改')
  await cause.getByRole('button', { name: '更正重报（2 份）' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('原因（必填，记入操作记录）').fill('品名不规范')
  await dialog.getByRole('button', { name: '更正重报（2 份）' }).click()
  await expect(page.getByText('2 份清单已更正并入发送队列')).toBeVisible({ timeout: 60_000 })
  await expect.poll(() => daily(page, 'cleared'), { timeout: 120_000 }).toBe(50)
  expect(await daily(page, 'refused')).toBe(0)
  await compare(page)
  await expect(page.getByTestId('compare-verdict')).toContainText('全部一致')
  expect(await compared(page, 'CEB603-899')).toEqual({ ours: '51', theirs: '51' })
  expect(await compared(page, 'CEB603-all')).toEqual({ ours: '51', theirs: '51' })
  const newest = page.locator('[data-batch]').first()
  await expect(newest).toContainText('单一窗口已应答')
  // After the column that opens the row: packed at, id, declared as, state, and how many 清单 it carries.
  await expect(newest.locator('td').nth(5)).toHaveText('2')
  expect(app.violations).toEqual([])
})

test('any number is found in full or by its last six characters, and Enter opens its dossier', async () => {
  const { page } = app
  const find = async (text: string) => {
    await page.keyboard.press('Control+K')
    await page.getByRole('combobox', { name: '查找单号、房间、命令' }).fill(text)
  }
  const group = (name: string) => page.getByRole('group', { name, exact: true })
  await find('000051')
  const found = group('企业编号').getByRole('option')
  await expect(found).toHaveCount(1)
  const copNo = await found.locator('.palette-title').innerText()
  expect(copNo).toMatch(/^YLA\d+000051$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: copNo })).toBeVisible()
  await find('#2010')
  await expect(group('订单号').getByRole('option').first()).toBeVisible()
  await find('SP2010')
  await expect(group('支付流水').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  expect(app.violations).toEqual([])
})

test('the journal says who did what; its chain holds before and after an act is taken back', async () => {
  const { page } = app
  const room = page.locator('[data-room=journal]:visible')
  const changes = room.getByRole('gridcell', { name: '修改设置' })
  await openRoom(page, '操作记录')
  await expect(room.getByRole('gridcell').first()).toBeVisible()
  const before = await changes.count()
  await openRoom(page, '首页')
  const hours = page.getByRole('spinbutton', { name: '小时数' })
  await hours.fill('3')
  await hours.press('Enter')
  await openRoom(page, '操作记录')
  await expect(changes).toHaveCount(before + 1)
  await changes.first().dblclick()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(officer)
  await dialog.getByLabel('撤销原因（记入操作记录）').fill('改错了')
  await dialog.getByRole('button', { name: /^撤\s*销$/ }).click()
  await expect(dialog).toBeHidden()
  await expect(room.getByRole('gridcell', { name: '改错了' })).toBeVisible()
  await room.getByRole('button', { name: '核验操作记录' }).click()
  await expect(room.getByTestId('journal-verdict')).toContainText('核验通过', { timeout: 60_000 })
  await openRoom(page, '首页')
  await expect(hours).toHaveValue('2')
  expect(app.violations).toEqual([])
})

test('a database that shows less than this machine has on record says so, sends nothing, and can still be used', async () => {
  let { page } = app
  const folder = path.join(profile, 'sentinel')
  const file = path.join(folder, (await readdir(folder))[0]!)
  const recorded = JSON.parse(await readFile(file, 'utf8')) as Record<string, number>
  const reopen = async (outbox: number) => {
    page = await lock(app, page)
    await writeFile(file, JSON.stringify({ ...recorded, outbox }))
    await unlock(page)
  }
  const banner = () => page.locator('.frame > .ant-alert-banner')
  await expect(banner()).toHaveCount(0)
  await reopen(recorded['outbox']! + 1)
  await expect(banner()).toContainText(
    `入过队列的单证 ${recorded['outbox']} (登记 ${recorded['outbox']! + 1})`,
  )
  await expect(banner()).toContainText('恢复为最近的备份')

  // Looking, asking and receiving go on; what is not queued and not sent is for the data tests.
  await compare(page)
  await expect(page.getByTestId('compare-verdict')).toContainText('全部一致')
  await isOnline()
  expect(await daily(page, 'cleared')).toBe(50)

  await reopen(recorded['outbox']!)
  await expect(banner()).toHaveCount(0)
  await isOnline()
  expect(app.violations).toEqual([])
})
