import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import type { Page } from 'playwright-core'
import { importFile } from './imports'
import { openRoom } from './session'

/** A file of the sample shop. */
export const sample = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/sample/${name}`, import.meta.url))

/** Everything the sample shop brings, through the import room. */
export async function importSamples(page: Page): Promise<void> {
  await importFile(page, { file: sample('goods.xlsx'), kind: '商品' })
  await importFile(page, { file: sample('orders.csv'), kind: '订单', answers: { 店铺: '主店' } })
  await importFile(page, { file: sample('payments.csv'), kind: '收款单' })
  await importFile(page, { file: sample('waybills.xlsx'), kind: '运单' })
}

/** The ready-made 申报参数模板 of a 演练 book. */
export async function addPracticeTemplate(page: Page): Promise<void> {
  await openRoom(page, '申报参数模板')
  await page.getByRole('button', { name: '用现成的演练模板' }).first().click()
  await expect(page.getByRole('gridcell', { name: '演练模板' })).toBeVisible()
}

/** 三单对碰 of what changed. */
export async function matchAll(page: Page): Promise<void> {
  await openRoom(page, '三单对碰')
  await page.getByRole('button', { name: '对碰有变化的' }).click()
  await expect(page.getByRole('group', { name: '对碰结果' })).toBeVisible({ timeout: 60_000 })
}

/** One of the four faces of the room of 清单. */
export async function openFace(
  page: Page,
  face: '可申报' | '未能生成' | '全部清单' | '退单待改',
): Promise<void> {
  await openRoom(page, '清单')
  await page
    .getByRole('radiogroup', { name: '清单的各步' })
    .getByText(new RegExp(`^${face}( |$)`))
    .click()
}

/** 暂存 a 清单 for every order that is ready. */
export async function buildAll(page: Page): Promise<void> {
  await openFace(page, '可申报')
  await page.getByRole('button', { name: '全部暂存（生成清单）' }).click()
  await expect(page.getByText('清单已暂存')).toBeVisible({ timeout: 60_000 })
}

/** 申报（入发送队列） every 清单 that is a draft. */
export async function declareAll(page: Page): Promise<void> {
  await openFace(page, '全部清单')
  await page.getByRole('button', { name: '申报（入发送队列）' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '申报（入发送队列）' }).click()
  await expect(page.getByText(/份清单已入发送队列/)).toBeVisible({ timeout: 60_000 })
}
