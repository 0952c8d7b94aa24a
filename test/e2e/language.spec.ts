import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import type { Page } from 'playwright-core'
import { everyRule } from '../../shared/policy/catalogue'
import { practiceTemplate } from '../../shared/declaration/practice-template'
import { sampleGoods } from '../fixtures/sample/goods'
import type { AppUnderTest } from '../host/app-under-test'
import { startApp } from './support/app'
import { test } from './support/test'
import { declareAll } from './support/main-job'
import { preparedProfile } from './support/prepared'
import { seriousFaults, shownTexts, still } from './support/screen'
import { officer, unlock } from './support/session'

test.describe.configure({ mode: 'serial' })

let app: AppUnderTest
let page: Page

test.beforeAll(async () => {
  app = await startApp('language', { profile: await preparedProfile('built'), args: ['--pace', '0'] })
  page = app.page
  await unlock(page)
  await declareAll(page)
  // Wait until customs has spoken: then every room has something to show.
  await expect(page.getByRole('radiogroup', { name: '清单的各步' })).toContainText('退单待改 2', {
    timeout: 60_000,
  })
})
test.afterAll(() => app.close())
test.afterEach(() => expect(app.violations).toEqual([]))

/** The table that the room of the code tables shows first; names of codes are official. */
const currencies = JSON.parse(
  readFileSync(new URL('../../shared/codes/data/currency.json', import.meta.url), 'utf8'),
) as { rows: string[][] }

/** What rules rest on keeps its official name, and where it stands there. */
const grounds = everyRule().flatMap(({ basis }) =>
  basis.flatMap(({ document, article }) => [document, article]),
)

/** Chinese that is data and stays Chinese: what the officer brought in, and what stands in an official table. */
const data = [
  ...new Set(grounds),
  ...sampleGoods.flatMap(({ master }) =>
    master ? [master.name, master.gname, ...master.gmodel.split(/[|:]/)] : [],
  ),
  ...currencies.rows.map(([, name = '']) => name),
  ...Object.values(practiceTemplate).filter((value): value is string => typeof value === 'string'),
  officer,
  '驿关演练贸易有限公司',
  '驿关',
  '主店',
].filter((text) => /\p{Script=Han}/u.test(text))
data.sort((a, b) => b.length - a.length)

/**
 * Official words that have no English: the name beside its code (`502 美元 USD`, `011 件`), what customs wrote in a
 * receipt (`[Code:…;Desc:…]` and the text of a status), a term beside its translation in brackets.
 */
const official = [
  /\b[0-9A-Z]{1,10} [\p{Script=Han}（）、()]+/gu,
  /\[Code:[^\]]*\]/gu,
  /[（(「“][^()（）「」“”]*[)）」”]/gu,
]

/** Rooms that show sentences as they were written: customs' own beside ours, reasons as the officer gave them. */
const quoted: Readonly<Record<string, readonly string[]>> = {
  Receipts: ['发送海关成功', '海关审结', '结关'],
  Journal: ['导入文件', '申报（入发送队列）'],
}

function chineseLeft(text: string, room = ''): boolean {
  let rest = (quoted[room] ?? []).includes(text) ? '' : text
  for (const pattern of official) rest = rest.replace(pattern, ' ')
  for (const known of data) rest = rest.replaceAll(known, ' ')
  return /\p{Script=Han}/u.test(rest)
}

const rooms = () => page.locator('nav [role=menuitem]')
async function eachRoom(look: (room: string) => Promise<void>): Promise<void> {
  const count = await rooms().count()
  expect(count).toBeGreaterThan(10)
  for (let at = 0; at < count; at += 1) {
    const item = rooms().nth(at)
    await item.click()
    await still(page)
    await look((await item.innerText()).split('\n')[0]!)
  }
}

/** The room in front; those behind it stay in the document, where they would be walked through each time. */
const shownView = '.views > .view:not([style*="display: none"])'

/** What opens over the rooms, by key. */
const panels = ['F1', 'Control+K', 'Control+/'] as const
async function eachPanel(look: (panel: string) => Promise<void>): Promise<void> {
  for (const keys of panels) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog')).toBeVisible()
    await still(page)
    await look(keys)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}

const namespaces = readdirSync(fileURLToPath(new URL('../../renderer/app/i18n/zh', import.meta.url)))
  .map((name) => name.replace('.json', ''))
  .join('|')
const rawKey = new RegExp(`\\b(?:${namespaces}):[a-z][\\w.-]*|^[a-z][a-zA-Z]*(?:\\.[a-zA-Z][\\w-]*)+$`)
const isFile = (text: string) => /\.(?:csv|xlsx|json|xml|pdf)$/.test(text)

test('in Chinese no room shows the key of a text, and none fails axe', async () => {
  const faults: string[] = []
  const look = async (place: string, within: string) => {
    for (const text of await shownTexts(page))
      if (rawKey.test(text) && !isFile(text)) faults.push(`${place}: key ${text}`)
    for (const fault of await seriousFaults(page, within)) faults.push(`${place}: ${fault}`)
  }
  // The frame is the same around every room.
  await look('frame', ':root')
  await eachRoom((room) => look(room, shownView))
  await eachPanel((panel) => look(panel, '[role=dialog]'))
  expect(faults).toEqual([])
})

test('in English no room, panel or detail shows a Chinese word of ours', async () => {
  // What was said before in Chinese stays until it goes.
  await expect(page.locator('.ant-notification-notice')).toHaveCount(0, { timeout: 30_000 })
  await page.getByRole('button', { name: 'English' }).click()
  await expect(rooms().first()).toHaveText('Home')
  const faults: string[] = []
  let room = ''
  const look = async (place: string) => {
    for (const text of await shownTexts(page)) if (chineseLeft(text, room)) faults.push(`${place}: ${text}`)
  }
  await eachRoom(async (name) => {
    room = name
    await look(room)
    // The first row's details, where the room has rows that open.
    const cell = page.locator('[role=gridcell]:visible').nth(1)
    if ((await cell.count()) === 0) return
    await cell.dblclick()
    await still(page)
    await look(`${room} › detail`)
    // Some open over the room and not as a tab.
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
  await eachPanel(look)
  expect(faults).toEqual([])
})

test('the search that finds nothing wrong would find a word left in Chinese', () => {
  expect(chineseLeft('保存')).toBe(true)
  expect(chineseLeft('Save 清单 now')).toBe(true)
  expect(chineseLeft('502 美元 USD')).toBe(false)
  expect(rawKey.test('home:todo.none') && rawKey.test('column.orderNo')).toBe(true)
})

test('and back to Chinese', async () => {
  await page.getByRole('button', { name: '中文' }).click()
  await expect(rooms().first()).toHaveText('首页')
})
