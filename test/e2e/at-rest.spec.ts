import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import type { Page } from 'playwright-core'
import type { AppUnderTest } from '../host/app-under-test'
import { freshFolder, startApp } from './support/app'
import { test } from './support/test'
import { filesBelow, findBytes, formsOf } from './support/bytes'
import { importFile, type Kind } from './support/imports'
import { addPracticeTemplate, buildAll, declareAll, matchAll, openFace } from './support/main-job'
import { planted, plantedBeside, plantedFiles, plantedStatement } from './support/planted'
import { heldByMain, heldInMemory } from './support/heap'
import { foundBook, lock, openRoom, renewed, unlock } from './support/session'
import { unzip } from './support/zip'

/**
 * What lies on the disk after a day's work is searched byte by byte for what the officer brought in and typed. Chromium
 * writes more files than anybody lists, so everything below the profile folder is searched but one: `practice/` is the
 * other side. The practice single window keeps there what it received, in clear, as a real one would on its own machine.
 */
const otherSide = (file: string) => file.startsWith('practice/')

/** Written in clear on purpose by the test, so that a search that finds nothing would show. */
const controls = { database: 'Control-Grebe-5512-database', storage: 'Control-Grebe-5512-storage' }

/** An argument that main keeps for as long as it lives. */
const mainControl = 'Control-Redshank-9034-main'

/** What opens the backup, and the book that was restored from it. */
const safety = { passphrase: 'Backup-Ptarmigan-7734-phrase', password: 'Rest0red-Wheatear-19' }

type Keys = { dataKey: Uint8Array; indexKey: Uint8Array }

let app: AppUnderTest
let profile: string
/** The window at hand: a lock ends it, and another one comes. */
let page: Page
let keys: Keys

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  profile = await freshFolder('at-rest')
  app = await startApp('at-rest', { profile, args: ['--pace', '0', `--${mainControl}`] })
  page = app.page
})
test.afterAll(() => app.close())

test('an officer does a day of work with planted values', async () => {
  await foundBook(page, { ...planted, name: planted.company, zone: '湖州' })
  for (const [kind, text] of Object.entries(plantedFiles) as [Kind, string][]) {
    const file = { name: `${planted.shop}-${kind}.csv`, text }
    const { accepted, refused } = await importFile(page, { file, kind })
    expect({ kind, accepted, refused }).toEqual({ kind, accepted: 1, refused: kind === '订单' ? 1 : 0 })
  }
  await addPracticeTemplate(page)
  await matchAll(page)
  await buildAll(page)
  await declareAll(page)
  await expect(page.getByRole('gridcell', { name: '结关' })).toBeVisible({ timeout: 60_000 })

  await page.keyboard.press('Control+K')
  await page.keyboard.type(planted.orderNo)
  await page
    .getByRole('option', { name: new RegExp(planted.orderNo) })
    .first()
    .click()
  await expect(page.getByText(planted.phone)).toHaveCount(0)
  await page.getByRole('button', { name: '显示电话' }).click()
  await page.getByLabel('查看原因（记入操作记录）').fill('买家来电')
  await page.keyboard.press('Enter')
  await expect(page.getByText(planted.phone)).toBeVisible()
  await page.getByLabel('备注').fill(planted.note)
  await page.getByRole('button', { name: '保存备注' }).click()
  await expect(page.getByText('备注已保存')).toBeVisible()

  await openFace(page, '全部清单')
  await page.getByRole('gridcell', { name: planted.orderNo }).first().dblclick()
  await expect(page.getByRole('tab', { name: '回执与时间线' })).toBeVisible()
  expect(app.violations).toEqual([])
})

test('keeps a licence with its scan, a receipt of money, a colleague, and makes a 卷宗 in clear', async () => {
  const statement = { name: 's.sta', text: plantedStatement }
  expect(await importFile(page, { file: statement, kind: '银行流水' })).toMatchObject({ refused: 0 })
  await openRoom(page, '收汇与结汇')
  const ledger = page.locator('[data-room=forex]:visible')
  await expect(ledger.getByRole('gridcell', { name: /7,?919\.37/ }).first()).toBeVisible()
  await ledger.getByRole('checkbox', { name: /^选择全部/ }).check()
  await page.keyboard.press('Alt+l')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('店铺').fill(planted.shop)
  await dialog.getByLabel('客户').fill(plantedBeside.customer)
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)

  await openRoom(page, '证照与文件')
  await page.keyboard.press('Alt+n')
  await dialog.getByLabel('名称').fill(plantedBeside.paper)
  await dialog.getByLabel('证件号').fill(plantedBeside.paperNo)
  const scan = Buffer.from(`%PDF-1.4\n% ${plantedBeside.scan}\n%%EOF\n`)
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: `${plantedBeside.paperNo}.pdf`, mimeType: 'application/pdf', buffer: scan })
  await dialog.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(page.getByText(`已登记「${plantedBeside.paper}」`)).toBeVisible()

  await openRoom(page, '操作员')
  await page.getByRole('button', { name: '添加操作员…' }).click()
  await dialog.getByLabel('姓名').fill(plantedBeside.colleague)
  await dialog.getByLabel('首次口令（对方登录时更换）').fill(plantedBeside.firstPassword)
  await dialog.getByLabel('再输一次首次口令').fill(plantedBeside.firstPassword)
  await dialog.getByLabel('您自己的登录口令').fill(planted.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('cell', { name: plantedBeside.colleague })).toBeVisible()

  await openRoom(page, '卷宗')
  await page.getByRole('textbox', { name: '编号' }).fill(planted.orderNo)
  await page.getByRole('checkbox', { name: '个人信息用明文' }).check()
  await page.getByRole('textbox', { name: /^原因/ }).fill(plantedBeside.auditReason)
  const kept = path.join(await freshFolder('audit'), 'audit.zip')
  app.answer({ showSaveDialog: kept })
  await page.getByRole('button', { name: '生成卷宗…' }).click()
  await expect(page.getByTestId('audit-made')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('卷宗已保存')).toBeVisible()
  const files = [...unzip(await readFile(kept)).values()].map((bytes) => bytes.toString('utf8')).join()
  for (const text of [planted.consignee, plantedBeside.auditReason]) expect(files).toContain(text)
  expect(app.violations).toEqual([])
})

test('after the log-out neither a page nor main holds any of it', async () => {
  page = await lock(app, page)
  await memoryIsEmpty()
  await unlock(page, planted.password)
  await openRoom(page, '订单')
  expect(app.violations).toEqual([])
})

test('a machine that is left alone locks by itself, and nothing stays in memory either', async () => {
  await openRoom(page, '操作员')
  await page.getByLabel('自动锁定').fill('10')
  await page.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(page.getByText('已保存')).toBeVisible()
  await openFace(page, '全部清单')
  await expect(page.getByRole('gridcell', { name: planted.orderNo }).first()).toBeVisible()
  page = await renewed(app, page, async () => app.power('lock-screen'))
  await memoryIsEmpty()
  await unlock(page, planted.password)
  expect(app.violations).toEqual([])
})

/** Of what was typed, read and shown, no living target holds anything but the names that the unlock page shows. */
async function memoryIsEmpty(): Promise<void> {
  const control = 'Control-Wigeon-2207-memory'
  await page.evaluate((text) => void Object.assign(window, { kept: `${text} ` }), control)
  const { company: _company, officer: _officer, ...main } = planted
  const { colleague: _colleague, ...beside } = plantedBeside
  const secret = { ...main, ...beside }
  expect(await heldInMemory(app, { ...secret, control })).toEqual(['control'])
  expect(await heldByMain(app, { ...secret, control: mainControl })).toEqual(['control'])
}

test('the book is backed up, drilled, verified, goes on under a key of SM4, and is restored beside itself', async () => {
  await openRoom(page, '数据安全')
  await page.getByRole('button', { name: '设置备份口令…' }).click()
  await page.getByLabel('备份口令', { exact: true }).fill(safety.passphrase)
  await page.getByLabel('再输一次备份口令').fill(safety.passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect(page.getByText('备份已写成，重新读出核对无误')).toBeVisible()
  await page.getByRole('button', { name: '恢复演练…' }).click()
  await page.getByLabel('备份口令', { exact: true }).fill(safety.passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('drill')).toContainText('演练通过')
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
  await page.getByRole('button', { name: '核验全部' }).click()
  await expect(page.getByTestId('journal-verdict')).toContainText('核验通过')
  await expect(page.getByTestId('witness')).toContainText('已发出的 1 个批次')

  await page.getByRole('button', { name: '更换数据密钥…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('原因').click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog.getByRole('radio', { name: /SM4-GCM/ }).click()
  await dialog.getByLabel('现在的登录口令').fill(planted.password)
  await page.keyboard.press('Enter')
  await dialog.getByRole('checkbox').click()
  page = await renewed(app, page, () => dialog.getByRole('button', { name: /^锁\s*定$/ }).click())
  await unlock(page, planted.password)
  await openFace(page, '全部清单')
  await expect(page.getByRole('gridcell', { name: planted.orderNo }).first()).toBeVisible()
  await openRoom(page, '数据安全')
  await expect(page.getByText('算法 SM4-GCM', { exact: false })).toBeVisible()
  await expect(page.getByText('正在把已有数据转到新密钥下', { exact: false })).toHaveCount(0)

  // The backup is of the key and cipher before, and opens by its passphrase.
  const [backup] = (await filesBelow(profile)).filter((file) => file.endsWith('.ygbackup'))
  app.answer({ showOpenDialog: [path.join(profile, backup!)] })
  page = await renewed(app, page, () => page.getByRole('button', { name: '锁定并前往恢复' }).click())
  await page.getByRole('button', { name: '从备份恢复' }).click()
  await page.getByRole('button', { name: '选择备份文件…' }).click()
  await page.getByLabel('备份口令').fill(safety.passphrase)
  await page.keyboard.press('Enter')
  await page.getByLabel('新的登录口令').fill(safety.password)
  await page.getByLabel('再输一次新口令').fill(safety.password)
  await page.keyboard.press('Enter')
  await openRoom(page, '订单')
  await expect(page.getByRole('gridcell', { name: planted.orderNo }).first()).toBeVisible()
  page = await lock(app, page)
  await expect(page.getByRole('radio')).toHaveCount(2)
  expect(app.violations).toEqual([])
})

test('nothing of it, and no key, lies in clear on the disk', async () => {
  keys = await bookKeys()
  await page.evaluate(async (control) => {
    localStorage.setItem('control', control.storage)
    await new Promise((resolve, reject) => {
      const request = indexedDB.open('control', 1)
      request.onupgradeneeded = () => request.result.createObjectStore('control')
      request.onerror = reject
      request.onsuccess = () => {
        const write = request.result.transaction('control', 'readwrite')
        // Long and even, so that the engine takes to compressing it.
        const value = { text: control.database, filler: 'abcdefgh'.repeat(2_000) }
        write.objectStore('control').put(value, 'control')
        write.oncomplete = resolve
      }
    })
  }, controls)
  await app.close()

  const files = await filesBelow(profile)
  const ours = files.filter((file) => !otherSide(file))
  const finds = await findBytes(profile, ours, needles())
  const clear = finds.filter(({ name }) => !(name in controls))
  expect(clear).toEqual([])
  // The search finds what is there: in the database of the engine, in its local storage.
  expect(new Set(finds.map(({ name }) => name))).toEqual(new Set(Object.keys(controls)))
  expect(finds.some(({ file, name }) => name === 'database' && file.includes('IndexedDB'))).toBe(true)
  expect(app.violations).toEqual([])
})

test('the practice window, the other side, did receive the declaration and no more than it declares', async () => {
  const files = (await filesBelow(profile)).filter(otherSide)
  const finds = await findBytes(profile, files, needles())
  const names = new Set(finds.map(({ name }) => name))
  for (const sent of ['orderNo', 'waybillNo', 'declaredName', 'company'] as const)
    expect([...names]).toContain(sent)
  for (const kept of [
    'password',
    'officer',
    'note',
    'phone',
    'address',
    'email',
    'dataKey',
    'indexKey',
  ] as const) {
    expect([...names]).not.toContain(kept)
  }
})

test('main said nothing of it aloud', () => {
  const aloud = Buffer.from(app.output())
  const said = Object.entries(needles()).filter(([, forms]) => forms.some((form) => aloud.includes(form)))
  expect(said.map(([name]) => name)).toEqual([])
})

/** The keys of the book as main hands them out once it is unlocked. */
async function bookKeys(): Promise<Keys> {
  const found = await page.evaluate(async (password) => {
    const [book] = await window.yiguan.invoke('vault.books')
    const { dataKey, indexKey } = await window.yiguan.invoke(
      'vault.open',
      book!.id,
      password,
      book!.officers[0]!.id,
    )
    return { dataKey: [...dataKey], indexKey: [...indexKey] }
  }, planted.password)
  return { dataKey: Uint8Array.from(found.dataKey), indexKey: Uint8Array.from(found.indexKey) }
}

function needles(): Record<string, Buffer[]> {
  const texts = {
    ...planted,
    ...plantedBeside,
    ...controls,
    passphrase: safety.passphrase,
    restoredPassword: safety.password,
  }
  const all: Record<string, Buffer[]> = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, formsOf(text)]),
  )
  for (const [name, key] of Object.entries(keys)) {
    const bytes = Buffer.from(key)
    all[name] = [bytes, Buffer.from(bytes.toString('hex')), Buffer.from(bytes.toString('base64'))]
  }
  return all
}
