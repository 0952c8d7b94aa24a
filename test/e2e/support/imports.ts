import { expect } from '@playwright/test'
import type { Page } from 'playwright-core'
import { openRoom } from './session'

export type Kind =
  '订单' | '收款单' | '运单' | '商品' | '报关单明细' | '进项发票' | '退税率文库' | '汇率' | '银行流水'
export type ImportFile = {
  /** A path, or a file made for the test. */
  file: string | { name: string; text: string }
  kind: Kind
  /** Answers to what the file does not say, by the label of the question. Choices by their text. */
  answers?: Readonly<Record<string, string>>
}
export type Counts = { read: number; accepted: number; refused: number; duplicates: number }

const nameOf = (file: ImportFile['file']) => (typeof file === 'string' ? file.split('/').at(-1)! : file.name)
const payloadOf = (file: ImportFile['file']) =>
  typeof file === 'string'
    ? file
    : { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text, 'utf8') }

/** Choose the kind, drop the file, and answer what it does not say; the file is then ready. */
export async function setUpImport(page: Page, { file, kind, answers = {} }: ImportFile): Promise<void> {
  await openRoom(page, '导入')
  await page.locator('.imports-new label', { hasText: kind }).first().click()
  await page.locator('.imports-new input[type=file]').setInputFiles(payloadOf(file))
  const plan = page.locator('.plan', { hasText: nameOf(file) }).last()
  await expect(plan.getByText(/待填写|可导入/)).toBeVisible()
  for (const [label, value] of Object.entries(answers)) {
    const field = page.locator('.imports-detail').getByLabel(label, { exact: true })
    if ((await field.getAttribute('role')) === 'combobox') {
      await field.fill(value)
      await page.locator('.ant-select-item-option:visible', { hasText: value }).first().click()
    } else await field.fill(value)
  }
  await expect(plan.getByText('可导入')).toBeVisible()
}

/** Import a file through the room, as an officer does; gives the counts that the result shows. */
export async function importFile(page: Page, request: ImportFile): Promise<Counts> {
  await setUpImport(page, request)
  await page.getByRole('button', { name: /^开始导入/ }).click()
  const plan = page.locator('.plan', { hasText: nameOf(request.file) }).last()
  await expect(plan.getByText('已导入')).toBeVisible({ timeout: 90_000 })
  return shownCounts(page)
}

/** The counts of the result that is on the screen. */
export async function shownCounts(page: Page): Promise<Counts> {
  const figures = page.locator('.identity:visible .figure')
  await expect(figures.first()).toBeVisible()
  const texts = await figures.locator('dd').allInnerTexts()
  const [read, accepted, refused, duplicates] = texts.map((text) => Number(text.replaceAll(',', '')))
  return { read: read!, accepted: accepted!, refused: refused!, duplicates: duplicates! }
}

/** A figure of the bottom line of the list in front, as `行`, `票数`, `USD`. */
export async function bottomLine(page: Page, label: string): Promise<string> {
  const figure = page
    .locator('.totals:visible .totals-set')
    .first()
    .locator('.totals-figure', { has: page.getByText(label, { exact: true }) })
  return (await figure.locator('.totals-value').innerText()).replaceAll(',', '')
}
