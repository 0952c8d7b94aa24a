import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import type { CarriedFileVerdict, CarriedUpload } from '#shared/protocol/carried-report'
import type { AppUnderTest } from '../host/app-under-test'
import { freshFolder, startApp } from './support/app'
import { test } from './support/test'
import { readCard, type Card } from './support/card'
import { declareAll } from './support/main-job'
import { pdfPages } from './support/pdf'
import { preparedProfile } from './support/prepared'
import { startCliService, yiguan, type CliService } from './support/service'
import { firstRun, openRoom, unlock } from './support/session'

/**
 * The day without a line: a file goes to another machine by hand, and what came back is taken in. Steps 5 and 6 of the
 * task card 断网那天 are followed here, on two machines, by the names that the card gives.
 */
test.describe.configure({ mode: 'serial' })

let stick: string
let service: CliService
let app: AppUnderTest
let enterprise: { code: string }
let card: Card
const onStick = (name: string) => path.join(stick, name)

test.beforeAll(async () => {
  stick = await freshFolder('stick')
  service = await startCliService(path.join(stick, 'service'), '--pace', '0')
})
test.afterAll(async () => {
  await app.close()
  await service.stop()
})

/** The names in step 6 of the card. */
const words = () => {
  const [wizard, exportStep, exportTo, uploadStep, upload, save, back] = card.named(6)
  return { wizard, exportStep, exportTo, uploadStep, upload, save, back } as Record<string, string>
}

async function openWizard(page: Page, step: string): Promise<void> {
  await openRoom(page, '发送队列')
  await page.getByRole('button', { name: words().wizard! }).click()
  await page.locator('.carry:visible .ant-steps-item', { hasText: step }).click()
  await expect(page.getByRole('region', { name: step })).toBeVisible()
}
const drop = (page: Page, file: string) => page.locator('.carry:visible .file-drop input').setInputFiles(file)

test('when the platform is down a signed pack is ready: batches, records, a sheet to read, digests for any tool', async () => {
  app = await startApp('file-a', { profile: await preparedProfile('built'), args: ['--no-practice'] })
  const { page } = app
  await unlock(page)
  await declareAll(page)
  await openRoom(page, '发送队列')
  card = await readCard(page, '断网那天')
  await page.getByRole('button', { name: '平台停摆：应急包…' }).click()
  await expect(page.getByTestId('outage-count')).toContainText('51')
  await expect(page.getByRole('button', { name: '平台停摆，制作应急包…' })).toBeDisabled()
  await page.getByLabel('停摆情况').fill('单一窗口 09:20 起无法访问')
  app.answer({ showSaveDialog: onStick('pack.zip') })
  await page.getByRole('button', { name: '平台停摆，制作应急包…' }).click()
  await expect(page.getByTestId('outage-made')).toContainText('51 份清单，200 份单证')
  const files = unzipSync(await readFile(onStick('pack.zip')))
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['index.json', 'index.sig', 'SHA256SUMS', 'README.txt', 'lists.csv']),
  )
  for (const line of strFromU8(files['SHA256SUMS']!).trim().split('\n')) {
    const [sum, name] = line.split('  ') as [string, string]
    expect(createHash('sha256').update(files[name]!).digest('hex')).toBe(sum)
  }
  await writeFile(onStick('sheet.pdf'), files['batch-sheet.pdf']!)
  const [first] = await pdfPages(onStick('sheet.pdf'))
  for (const word of [
    '应急包',
    '演练·不具申报效力',
    '单一窗口09:20起无法访问',
    '口径待确认',
    'SM2-SM3',
    '王关务',
  ]) {
    expect(first).toContain(word)
  }
  expect(app.violations).toEqual([])
})

test('the same batches go into a signed file, and their result is unknown from then on', async () => {
  const { page } = app
  const { exportStep, exportTo } = words()
  await openWizard(page, exportStep!)
  app.answer({ showSaveDialog: onStick('out.yiguan') })
  await page.getByRole('button', { name: exportTo! }).click()
  await expect(page.getByTestId('carry-exported')).toContainText('200 份单证')
  await openRoom(page, '发送队列')
  const [unknown, ask] = card.named(5)
  const batch = page.locator('.queue tbody tr').filter({ hasText: unknown! }).first()
  await batch.getByRole('button', { name: ask! }).click()
  await expect(page.getByText('已开始查询')).toBeVisible()
  await expect(batch).toBeVisible()
  expect(app.violations).toEqual([])
})

test('the command line says what it is, uploads it twice, and refuses one that was changed', async () => {
  const file = onStick('out.yiguan')
  const seen = await yiguan<CarriedFileVerdict[]>('exchange', 'verify', file, onStick('pack.zip'))
  expect(seen.code).toBe(0)
  enterprise = seen.out[0]!.content!.enterprise
  expect(seen.out[0]!.content).toMatchObject({ book: 'practice', kind: 'exchange' })
  expect(seen.out[0]!.content!.mark).toContain('不具申报效力')
  const idsOf = ({ content }: CarriedFileVerdict) => content!.batches.map(({ batchId }) => batchId).sort()
  expect(idsOf(seen.out[1]!)).toEqual(idsOf(seen.out[0]!))
  const to = ['--service', service.url, '--token-file', service.tokenFile]
  const sent = await yiguan<CarriedUpload[]>('exchange', 'upload', file, file, ...to)
  expect([sent.code, sent.notes]).toEqual([0, ''])
  const all = seen.out[0]!.content!.batches.map(() => 'accepted')
  expect(sent.out.map(({ batches }) => batches.map(({ state }) => state))).toEqual([all, all])
  const bytes = await readFile(file)
  bytes[bytes.length >> 1]! ^= 1
  await writeFile(onStick('changed.yiguan'), bytes)
  const changed = await yiguan('exchange', 'upload', onStick('changed.yiguan'), ...to)
  expect([changed.code, changed.notes]).toEqual([1, expect.stringContaining('未作任何改动')])
})

test('another profile uploads it three times without any data of that book', async () => {
  const other = await startApp('file-b', { args: ['--no-practice'] })
  try {
    const { page } = other
    await firstRun(page, '李代传')
    const { uploadStep, upload, save } = words()
    await openWizard(page, uploadStep!)
    await drop(page, onStick('changed.yiguan'))
    await expect(page.getByTestId('carry-refused')).toContainText('不能使用')
    await drop(page, onStick('out.yiguan'))
    await expect(page.getByTestId('carry-file')).toContainText('不具申报效力')
    await page.getByRole('radio', { name: '其他单一窗口' }).check()
    await page.getByLabel('服务地址').fill(service.url)
    await page.locator('.carry input[type=file]').last().setInputFiles(service.tokenFile)
    for (let n = 0; n < 3; n += 1) {
      await page.getByRole('button', { name: upload!, exact: true }).click()
      await expect(page.getByTestId('carry-result')).toContainText('已接收')
    }
    other.answer({ showSaveDialog: onStick('back.yiguan') })
    await page.getByRole('button', { name: save! }).click()
    await expect
      .poll(() =>
        readFile(onStick('back.yiguan')).then(
          ({ length }) => length,
          () => 0,
        ),
      )
      .toBeGreaterThan(0)
    await openRoom(page, '回执')
    await expect(page.locator('[data-room=receipts]:visible').getByRole('gridcell')).toHaveCount(0)
    expect(other.violations).toEqual([])
  } finally {
    await other.close()
  }
})

test('the service has every document once', async () => {
  const token = (await readFile(service.tokenFile, 'utf8')).trim()
  const headers = { authorization: `Bearer ${token}`, 'x-enterprise': enterprise.code }
  const answer = await fetch(`${service.url}/v1/documents?limit=500`, { headers })
  const { documents } = (await answer.json()) as {
    documents: { message: string; businessKey: string; guid: string }[]
  }
  expect(documents).toHaveLength(200)
  expect(new Set(documents.map(({ message, businessKey }) => `${message} ${businessKey}`)).size).toBe(200)
})

test('what came back gives every list its state; taking it in five times changes nothing', async () => {
  const { page } = app
  await openWizard(page, words().back!)
  for (const file of [
    'back.yiguan',
    'out.receipts.yiguan',
    'back.yiguan',
    'out.receipts.yiguan',
    'back.yiguan',
  ]) {
    const before = await page.getByTestId('carry-taken').count()
    await drop(page, onStick(file))
    await expect(page.getByTestId('carry-taken')).toHaveCount(before + 1)
  }
  await expect(page.getByTestId('carry-taken').last()).toContainText('批有了结果')
  await expect(page.getByTestId('carry-taken').first()).toContainText('没有改变任何数据')
  await openRoom(page, '首页')
  const figure = (state: string) => page.getByTestId(`daily-${state}`).locator('.daily-count')
  await expect(figure('cleared')).toHaveText('48')
  await expect(figure('refused')).toHaveText('2')
  await openRoom(page, '发送队列')
  await expect(page.locator('.queue tbody tr').filter({ hasText: '结果未知' })).toHaveCount(0)
  await openWizard(page, words().back!)
  await drop(page, onStick('out.yiguan'))
  await expect(page.getByText(/这是另一种文件/)).toBeVisible()
  expect(app.violations).toEqual([])
})

test('the pack shows the real receipt of each of its documents, on screen, in Excel and in print', async () => {
  const { page } = app
  await openRoom(page, '发送队列')
  await page.getByRole('button', { name: '平台停摆：应急包…' }).click()
  await page.getByRole('button', { name: '核对回执' }).click()
  const pack = page.locator('[data-view="queue/pack"]:visible')
  await expect(pack).toContainText('200 份单证中 200 份已有回执')
  await expect(pack.getByText('海关退单（100）').first()).toBeVisible()
  const beginningOf = (name: string) =>
    readFile(onStick(name)).then(
      (bytes) => bytes.subarray(0, 4).toString('latin1'),
      () => '',
    )
  app.answer({ showSaveDialog: onStick('check.xlsx') })
  await pack.getByRole('button', { name: '核对表 Excel…' }).click()
  await expect.poll(() => beginningOf('check.xlsx')).toMatch(/^PK/)
  app.answer({ showSaveDialog: onStick('check.pdf') })
  await pack.getByRole('button', { name: '核对表 PDF…' }).click()
  await expect.poll(() => beginningOf('check.pdf')).toBe('%PDF')
  expect(app.violations).toEqual([])
})
