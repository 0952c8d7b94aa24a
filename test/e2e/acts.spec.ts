import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { party, usccNo } from '../../shared/filing/party.test-data'
import { partySheet } from '../../shared/filing/sheet'
import type { AppUnderTest } from '../host/app-under-test'
import { freshFolder, startApp } from './support/app'
import { test } from './support/test'
import { readCard, type Card } from './support/card'
import { bottomLine, importFile } from './support/imports'
import { addPracticeTemplate, buildAll, declareAll, matchAll, openFace, sample } from './support/main-job'
import { preparedProfile } from './support/prepared'
import { practiceService } from './support/processes'
import { openRoom, unlock } from './support/session'
import { templateCsv, type Row } from './support/template-csv'

/** What an officer decides about orders and 清单, one act after the other, in one small shop. */
test.describe.configure({ mode: 'serial' })

let app: AppUnderTest
/** 拆单合单, followed by the tests about it. */
let card: Card
test.beforeAll(async () => {
  app = await startApp('acts', { profile: await preparedProfile('founded') })
  await unlock(app.page)
})
test.afterAll(() => app.close())
test.afterEach(() => expect(app.violations).toEqual([]))

const order = (orderNo: string, over: Row = {}): Row => ({
  订单号: orderNo,
  平台: 'shopify',
  店铺: '主店',
  下单时间: '2025-09-01T10:00:00+08:00',
  货号: 'MUG-ENA-350',
  商品名称: '搪瓷杯',
  数量: '2',
  单价: '10.00',
  币制: 'USD',
  收货人: `收件人 ${orderNo}`,
  运抵国: 'US',
  ...over,
})
const together = { 收货人: 'Ruby Ellison', 地址: '1 Elm St' }
const gift = { 货号: 'FAN-PAPER-01', 商品名称: '纸扇', 数量: '1', 单价: '0', 行类别: '赠品' }
const orders = [
  // The practice window inspects an order with this beginning: its 清单 stays between 入库 and 结关 for a while.
  order('T500-A'),
  order('M-1', together),
  order('M-2', { ...together, 货号: 'KETTLE-1L', 数量: '1' }),
  order('G-1'),
  order('G-1', gift),
  order('K-1'),
  order('K-2', { 货号: 'BAMBOO-TRAY-S' }),
  order('D-1'),
]
const waybill = (waybillNo: string, orderNo: string): Row => ({
  运单号: waybillNo,
  订单号: orderNo,
  物流企业代码: '3305980001',
  '毛重(千克)': '3.5',
  件数: '1',
})
const waybills = [
  waybill('LPA', 'T500-A'),
  waybill('LPM', 'M-1'),
  waybill('LPM', 'M-2'),
  waybill('LPG', 'G-1'),
  waybill('LPK1', 'K-1'),
  waybill('LPK2', 'K-2'),
  waybill('LPD1', 'D-1'),
  waybill('LPD2', 'D-1'),
]

const cell = (text: string) => app.page.getByRole('gridcell', { name: text, exact: true })
const row = (text: string) => app.page.getByRole('row').filter({ has: cell(text) })
const room = (name: string) => app.page.locator(`[data-room=${name}]:visible`)
const dialog = () => app.page.getByRole('dialog').last()
const notice = (text: string | RegExp) => app.page.locator('.ant-notification-notice', { hasText: text })

/** Show only the rows of these numbers; all of them when none is given. */
async function only(...numbers: string[]): Promise<void> {
  const { page } = app
  const clear = page.locator(':visible').getByRole('button', { name: '清除筛选' })
  if (await clear.isVisible()) await clear.click()
  if (numbers.length === 0) return
  await page.getByRole('button', { name: '粘贴号码' }).locator('visible=true').click()
  await page.getByRole('textbox', { name: '号码', exact: true }).fill(numbers.join('\n'))
  await page.getByRole('button', { name: '按这些号码筛选' }).click()
}
async function press(name: string): Promise<void> {
  await app.page.getByRole('button', { name }).locator('visible=true').first().click()
}
/** Press a button that asks for a reason, give it and confirm. */
async function because(name: string, reason: string): Promise<void> {
  await press(name)
  await dialog().getByLabel(/^原因/).fill(reason)
  await dialog()
    .getByRole('button', { name: spaced(name) })
    .click()
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
}
/** Buttons of two characters are shown with a blank between them. */
const spaced = (word: string) => new RegExp(`^${[...word].join('\\s*')}$`)
const stateOf = (number: string) => row(number).locator('.state-tag').first()

test('orders of one consignee on one waybill are proposed, merged after a look, unmerged and merged again', async () => {
  const { page } = app
  await importFile(page, { file: sample('goods.xlsx'), kind: '商品' })
  const files = {
    订单: templateCsv('orders', ...orders),
    运单: templateCsv('waybills', ...waybills),
  } as const
  for (const [kind, text] of Object.entries(files)) {
    await importFile(page, { file: { name: `${kind}.csv`, text }, kind: kind as keyof typeof files })
  }
  await addPracticeTemplate(page)
  await openRoom(page, '订单')
  card = await readCard(page, '拆单合单')
  const [matching, look, merge] = card.named(1)
  expect(matching).toBe('三单对碰')
  await matchAll(page)
  await expect(page.getByRole('button', { name: '一个运单用于多单 2' })).toBeVisible()
  await expect(page.getByText('1 组订单共用一个运单、收货人相同，可以合单')).toBeVisible()
  await press(look!)
  await expect(dialog().getByRole('row').filter({ hasText: 'LPM' })).toContainText('M-1、M-2')
  await dialog().getByRole('button', { name: merge! }).click()
  await expect(page.getByRole('button', { name: /一个运单用于多单/ })).toHaveCount(0)
  const [undo, unmerge] = card.named(3)
  await notice('1 组订单已合单')
    .getByRole('button', { name: spaced(undo!) })
    .click()
  await expect(page.getByRole('button', { name: '一个运单用于多单 2' })).toBeVisible()

  const [list, byHand] = card.named(2)
  await openRoom(page, list!)
  for (const number of ['M-1', 'M-2']) await row(number).getByRole('checkbox').check()
  await press(byHand!)
  await dialog().getByRole('button', { name: '合单（1 组）' }).click()
  await cell('M-2').dblclick()
  await expect(page.getByText('与其他订单合单，申报订单号 M-1')).toBeVisible()
  await press(unmerge!)
  await expect(page.getByText('与其他订单合单，申报订单号 M-1')).toHaveCount(0)
  await openRoom(page, list!)
  for (const number of ['M-1', 'M-2']) await row(number).getByRole('checkbox').uncheck()
  await press('合单建议（1 组）')
  await dialog().getByRole('button', { name: '合单（1 组）' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('many orders get a label and a decision about gifts; what would be spoiled is said and not done', async () => {
  const { page } = app
  await openRoom(page, '订单')
  const edit = async (field: string, value: string, choose = false) => {
    await page.keyboard.press('Alt+b')
    await dialog().getByLabel('字段').fill(field)
    await page.keyboard.press('Enter')
    await dialog().getByLabel('新值').fill(value)
    if (choose) await page.keyboard.press('Enter')
  }
  await edit('加标签', '急件')
  await expect(dialog()).toContainText('共 7 行，将改动 7 行，其中 0 行会变为不合格')
  await dialog().getByRole('button', { name: '修改 7 行' }).click()
  await expect(room('orders').getByRole('gridcell', { name: '急件' })).toHaveCount(7)
  await notice('已修改 7 行').getByRole('button', { name: '撤销' }).click()
  await expect(room('orders').getByRole('gridcell', { name: '急件' })).toHaveCount(0)

  await edit('赠品', '公允价', true)
  await expect(dialog()).toContainText('将改动 1 行，其中 1 行会变为不合格')
  await expect(dialog()).toContainText('公允价')
  await expect(dialog().getByRole('button', { name: /^修改/ })).toBeDisabled()
  await dialog().getByLabel('新值').fill('不申报')
  await page.keyboard.press('Enter')
  await expect(dialog()).toContainText('将改动 1 行，其中 0 行会变为不合格')
  await dialog().getByRole('button', { name: '修改 1 行' }).click()
  await expect(notice('已修改 1 行')).toBeVisible()
})

test('an order is cancelled, taken back in, noted and split by hand', async () => {
  const { page } = app
  await cell('D-1').dblclick()
  const order = page.locator('.order:visible')
  await because('取消订单', '买家不要了')
  await expect(order).toHaveAttribute('data-order-state', 'cancelled')
  await because('恢复订单', '买家又要了')
  await expect(order).toHaveAttribute('data-order-state', 'ready')

  await order.getByLabel('备注').fill('周四前送达')
  await order.getByLabel('负责人').fill('李')
  await order.getByRole('button', { name: '保存备注' }).click()
  await expect(notice('备注已保存')).toBeVisible()

  const [split, confirm] = card.named(5)
  await order.getByRole('button', { name: spaced(split!) }).click()
  await dialog().getByLabel('MUG-ENA-350 D-1-2').fill('1')
  await dialog().getByRole('button', { name: confirm! }).click()
  await expect(notice('订单 D-1 将拆成 2 份')).toBeVisible()
})

test('清单: the merged orders are one and found by either number, the split one is two, the gift stays out', async () => {
  const { page } = app
  await buildAll(page)
  await press('查看清单')
  await expect.poll(() => bottomLine(page, '行')).toBe('7')
  for (const number of ['D-1-1', 'D-1-2']) await expect(cell(number)).toBeVisible()
  await only('M-2')
  await expect.poll(() => bottomLine(page, '行')).toBe('1')
  await expect(cell('M-1')).toBeVisible()
  await only('G-1')
  await expect.poll(() => bottomLine(page, 'USD')).toBe('20.00')
  await only()
})

test('a change of goods marks what was built from them; building again keeps the numbers', async () => {
  const { page } = app
  await only('K-2')
  const copNo = await row('K-2').getByRole('gridcell').nth(1).innerText()
  await openRoom(page, '商品资料')
  await cell('BAMBOO-TRAY-S').dblclick()
  const form = page.locator('form.record-form:visible')
  await form.getByLabel(/申报品名/).fill('竹制小托盘')
  await form.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(form).toHaveCount(0)
  await openFace(page, '全部清单')
  await only('K-2')
  await expect(row('K-2')).toContainText('待更新')
  await press('申报（入发送队列）')
  await dialog().getByRole('button', { name: '申报（入发送队列）' }).click()
  await expect(page.getByText('1 份没有处理：')).toBeVisible()
  await expect(page.getByText(/先点「重新生成」/)).toBeVisible()
  await press('重新生成')
  await expect(page.getByText('1 票订单的清单已重新生成')).toBeVisible()
  await expect(row('K-2')).not.toContainText('待更新')
  await expect(row('K-2')).toContainText(copNo)
})

test('without a line: declared, taken back, voided, and its order is ready again', async () => {
  const { page } = app
  process.kill(await practiceService(app.pids.main), 'SIGKILL')
  await openRoom(page, '发送队列')
  await press('立即重试')
  await expect(page.locator('.online')).toHaveAttribute('data-state', 'offline', { timeout: 30_000 })
  await openFace(page, '全部清单')
  await only('K-1', 'K-2', 'T500-A')
  await declareAll(page)
  await expect(stateOf('K-1')).toHaveText('已申报未回')
  await only('K-1', 'K-2')
  await because('撤回', '多报')
  await expect(page.getByText('2 份清单已撤回')).toBeVisible()
  await only('K-2')
  await because('作废', '重复')
  await expect(page.getByText('1 份清单已作废')).toBeVisible()
  await expect(stateOf('K-2')).toHaveText('作废')
  await openFace(page, '可申报')
  await expect(cell('K-2')).toBeVisible()
})

test('what customs has stored is withdrawn with a reason; then its order goes again under a new number', async () => {
  const { page } = app
  await openRoom(page, '发送队列')
  await press('启动演练单一窗口')
  await openFace(page, '全部清单')
  await only('T500-A')
  const first = await row('T500-A').getByRole('gridcell').nth(1).innerText()
  await press('撤销申请（605）')
  await expect(dialog()).toContainText('没有可以这样处理的清单')
  await dialog()
    .getByRole('button', { name: spaced('取消') })
    .click()
  await expect(stateOf('T500-A')).toHaveText('查验/人工审核', { timeout: 60_000 })
  await because('撤销申请（605）', '买家取消订单')
  await expect(page.getByText('1 份撤销申请已入发送队列')).toBeVisible()
  await expect(stateOf('T500-A')).toHaveText(/撤销中|已撤销/)
  await expect(stateOf('T500-A')).toHaveText('已撤销', { timeout: 60_000 })

  await row('T500-A').dblclick()
  await expect(page.locator('[data-withdrawal=done]')).toContainText('买家取消订单')
  await page.getByRole('tab', { name: '回执与时间线' }).click()
  await expect(page.locator('.timeline:visible')).toContainText('撤销申请单：海关审结（399）')
  await openFace(page, '可申报')
  await expect(cell('T500-A')).toBeVisible()
  await press('全部暂存（生成清单）')
  await expect(page.getByText('清单已暂存')).toBeVisible({ timeout: 60_000 })
  await openFace(page, '全部清单')
  await only('T500-A')
  await expect.poll(() => bottomLine(page, '行')).toBe('2')
  await expect(row('T500-A').filter({ hasText: '暂存' })).not.toContainText(first)
})

test('备案: of two masters one is sent back, mended at the field that is named, and goes again alone', async () => {
  const { page } = app
  const [sound, wrong] = ['3311970001', '3311970002'] as const
  const credit = usccNo(702)
  // In a 演练 book no number exists, so a wrong check character goes, and comes back.
  const slipped = `${credit.slice(0, -1)}${credit.endsWith('0') ? '1' : '0'}`
  const master = (key: string, uscc: string) => ({
    key,
    party: party({ values: { uscc, customsCode: key, name: `备案企业 ${key}` } }),
  })
  const rows = partySheet([master(sound, usccNo(701)), master(wrong, slipped)])
  const file = path.join(await freshFolder('masters'), 'masters.csv')
  await writeFile(file, rows.map((cells) => cells.map((text) => `"${text}"`).join(',')).join('\n'))

  await openRoom(page, '主体备案')
  await room('filing').locator('input[type=file]').setInputFiles(file)
  await expect(room('filing')).toContainText('新增 2，更新 0，未变 0，不能用 0 行')
  await room('filing').getByLabel('名称、编号或代码').fill('备案企业')
  await expect.poll(() => bottomLine(page, '行')).toBe('2')
  await page.keyboard.press('Alt+s')
  await dialog().getByRole('button', { name: '申报（入发送队列）' }).click()
  await expect(room('filing')).toContainText('入队 2，不合格 0，未动 0')
  await expect(stateOf(wrong)).toHaveText('已退回', { timeout: 60_000 })
  await expect(stateOf(sound)).toHaveText('已备案')

  await row(wrong).dblclick()
  const record = page.locator('.filing-record:visible')
  await expect(record.locator('[data-field=uscc]')).toContainText('退回')
  await record.locator('[data-field=uscc] input').fill(credit)
  await record.getByRole('button', { name: '申报（入发送队列）' }).click()
  await expect(record).toContainText('入队 1，不合格 0，未动 0')
  await expect(record.locator('.state-tag').first()).toHaveText('已备案', { timeout: 60_000 })
  await openRoom(page, '主体备案')
  await expect(row(wrong).getByRole('gridcell').last()).toHaveText('2')
  await expect(row(sound).getByRole('gridcell').last()).toHaveText('1')
})
