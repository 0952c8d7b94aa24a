import type { Page } from 'playwright-core'
import { openRoom } from '../e2e/support/session'
import { toNumber } from './read'
import { shown } from './wait'

export type Queue = { line: string; waiting: number; unknown: number; attention: number; batches: string[] }

/** The line and the queue as 发送队列 shows them now. */
export async function readQueue(page: Page): Promise<Queue> {
  await openRoom(page, '发送队列')
  const facts = page.getByRole('region', { name: '线路' })
  await shown(facts, '线路的情况')
  const figure = async (name: string) => toNumber(await page.getByTestId(`queue-${name}`).innerText())
  const batches = page.getByRole('region', { name: '批次' }).locator('tr[data-batch]')
  return {
    line: await facts.locator('.state-tag').first().innerText(),
    waiting: await figure('waiting'),
    unknown: await figure('unknown'),
    attention: await figure('attention'),
    batches: (await batches.allInnerTexts()).map((row) =>
      row
        .split(/\s*\t\s*|\n/)
        .filter(Boolean)
        .join(' '),
    ),
  }
}
