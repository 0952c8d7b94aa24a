import { expect } from '@playwright/test'
import type { Page } from 'playwright-core'
import type { AppUnderTest } from '../../host/app-under-test'

export const officer = '王关务'
export const password = 'practice-2026'

/** Press Tab until the focus is on the element of this name; fails when it cannot be reached by keyboard. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const matches = (text: string) => (typeof name === 'string' ? text === name : name.test(text))
  for (let step = 0; step < 60; step += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      const label = element?.getAttribute('aria-label') ?? element?.labels?.[0]?.innerText
      return (label ?? element?.innerText ?? '').trim()
    })
    if (matches(focused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${name} cannot be reached with Tab`)
}

/** The first run with the ready-made practice company, by keyboard alone. */
export async function firstRun(page: Page, who = officer): Promise<void> {
  await expect(page.getByRole('button', { name: '用演练企业' })).toBeVisible()
  await tabTo(page, '用演练企业')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('申报员姓名')).toBeFocused()
  await page.keyboard.type(who)
  await tabTo(page, '口令')
  await page.keyboard.type(password)
  await tabTo(page, '再输一次口令')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await isOpen(page)
}

/** Answers to the five questions of a 演练 book. */
export type Founding = {
  uscc: string
  name: string
  customsCode: string
  /** Part of the name of the 综试区. */
  zone: string
  officer: string
  password: string
}

/** The first run with a company of one's own in a 演练 book, question by question. */
export async function foundBook(page: Page, answers: Founding): Promise<void> {
  const next = () => page.getByRole('button', { name: '下一步' }).click()
  await next()
  await page.getByRole('radio', { name: /^演练账套/ }).check()
  await next()
  await page.getByLabel('统一社会信用代码').fill(answers.uscc)
  await page.getByLabel('企业名称').fill(answers.name)
  await next()
  await page.getByLabel('海关编码').fill(answers.customsCode)
  await page.getByRole('combobox', { name: '综试区' }).fill(answers.zone)
  await page.keyboard.press('Enter')
  await next()
  await page.getByLabel('申报员姓名').fill(answers.officer)
  await page.getByLabel('口令', { exact: true }).fill(answers.password)
  await page.getByLabel('再输一次口令').fill(answers.password)
  await page.getByRole('button', { name: '建立账套' }).click()
  await isOpen(page)
}

/** Open the only book of the profile with its password. */
export async function unlock(page: Page, secret = password): Promise<void> {
  await page.getByLabel('口令', { exact: true }).fill(secret)
  await page.keyboard.press('Enter')
  await isOpen(page)
}

/** Lock by key. The page ends with its process; another one asks for the password in its place. */
export async function lock(app: AppUnderTest, page: Page): Promise<Page> {
  return renewed(app, page, () => page.keyboard.press('Control+Shift+L'))
}

/** The page that takes the place of one that an act ends. */
export async function renewed(app: AppUnderTest, page: Page, act: () => Promise<void>): Promise<Page> {
  const coming = app.nextWindow()
  // The page may be gone before it has told that the key came up again; that another one comes is what counts.
  await act().catch(() => undefined)
  const next = await coming
  await expect.poll(() => page.isClosed()).toBe(true)
  await expect(next.getByLabel('口令', { exact: true })).toBeVisible()
  return next
}

async function isOpen(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: '房间' })).toBeVisible({ timeout: 30_000 })
}

/** Show a room by its title in the tree. */
export async function openRoom(page: Page, title: string): Promise<void> {
  const tree = page.getByRole('navigation', { name: '房间' })
  await tree.getByRole('menuitem', { name: title }).click()
}
