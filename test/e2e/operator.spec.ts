import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import axe from 'axe-core'
import { ensureChromium, noSandboxReason } from '../../build/chromium.mjs'
import { batch, dossier, enterprise } from '../../electron/practice/samples'
import { facts, testClient, type TestClient } from '../../electron/practice/test-client'
import { startCliService, type CliService } from './support/service'

/** One desk of a trainer from sign-in to sign-out: a step that fails leaves nothing to go on with. */
test.describe.configure({ mode: 'serial' })

const code = enterprise.code
let folder: string
let service: CliService
let token: string
let client: TestClient
let browser: Browser
let page: Page
const violations: string[] = []
/** The line of a document in the list of documents, whose history below repeats its number. */
const row = (number: string) => page.locator('#documents').getByRole('row').filter({ hasText: number })

/** What was ordered is done and shown: until then the lists are drawn anew under the pointer. */
const done = () => expect(page.locator('#said')).toHaveText(/^(已完成|Done)$/)

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'yiguan-operator-'))
  service = await startCliService(folder, '--pace', '1000')
  token = await readFile(service.tokenFile, 'utf8')
  client = testClient(service.url, token, code)
  await client.put(await batch([...dossier('YG-0001'), ...dossier('YG-0002')]))
  browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: noSandboxReason() ? ['--no-sandbox'] : [],
  })
  page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  page.on('pageerror', (error) => violations.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') violations.push(message.text())
  })
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(`${service.url}/operator/`)
})
test.afterAll(async () => {
  await browser.close()
  await service.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('a trainer opens it with the token, decides a list, and the desk gets the receipt', async () => {
  await page.getByLabel('令牌').fill(token)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: new RegExp(code) })).toBeVisible()
  await done()
  await page.getByLabel('单号').fill('C-YG-0001')
  await page.keyboard.press('Enter')
  await done()
  const list = row('C-YG-0001')
  await list.getByRole('button', { name: '查看' }).click()
  await page.getByRole('button', { name: '查验' }).click()
  await done()
  await expect(list).toContainText('500 查验')
  await page.getByLabel('退单原因').fill('演练：品名不清')
  await page.getByRole('button', { name: '退单', exact: true }).click()
  await done()
  await expect(list).toContainText('100 退单')
  const last = facts(await client.receipts()).findLast(({ message }) => message === 'CEB603')!
  expect([last.status, last.info]).toEqual(['100', '[Code:Y100;Desc:演练：品名不清]'])
})

test('takes a snapshot and goes back to it, lets time pass, orders faults', async () => {
  await page.getByRole('button', { name: '建立快照' }).click()
  await done()
  await expect(page.getByRole('region', { name: '快照与回退' })).toBeVisible()
  const list = row('C-YG-0002')
  await page.getByLabel('单号').fill('C-YG-0002')
  await page.getByRole('button', { name: '查询' }).click()
  await done()
  await list.getByRole('button', { name: '查看' }).click()
  await page.getByRole('button', { name: '退单', exact: true }).click()
  await done()
  await expect(list).toContainText('100 退单')
  await page.getByRole('button', { name: '退回', exact: true }).click()
  await done()
  await expect(list).toContainText('2 申报')
  await page.getByRole('button', { name: '+1 天' }).click()
  await done()
  await expect(list).toContainText('899 结关')

  await page.getByLabel('故障', { exact: true }).selectOption({ label: '503 繁忙（秒）' })
  await page.getByLabel('请求').selectOption({ label: '取回执' })
  await page.getByRole('button', { name: '打开', exact: true }).last().click()
  await expect(page.getByRole('region', { name: '故障开关' })).toContainText('503')
  expect((await client.page()).status).toBe(503)
})

test('gives an enterprise an account by a code that is shown once, and takes it away', async () => {
  const accounts = page.locator('#accounts')
  await page.getByLabel('企业代码').fill('3305960009')
  await page.keyboard.press('Enter')
  await expect(page.locator('#said')).toHaveText(/^一次性登记码（3305960009）：\S+$/)
  const line = accounts.getByRole('row').filter({ hasText: '3305960009' })
  await expect(line).toBeVisible()
  await line.getByRole('button').click()
  await expect(line).toHaveCount(0)
})

test('can be used without a mouse or eyes, in English too, and breaks no rule of its own', async () => {
  for (const name of ['English', '中文']) {
    await page.getByRole('button', { name, exact: true }).click()
    await done()
    await page.evaluate(axe.source)
    const { violations: found } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'],
      }),
    )
    expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  }
  expect(violations).toEqual([])
})
