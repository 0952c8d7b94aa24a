import { expect } from '@playwright/test'
import type { Page } from 'playwright-core'

/** A task card as the officer reads it in the help; a test that follows it takes its words from here. */
export type Card = {
  steps: readonly string[]
  /** The words in 「」 of a step (from 1), in their order. */
  named(step: number): string[]
  /** Files a step names. */
  files(step: number): string[]
}

/** Open the help, read a card of this title, and close the help. Fails unless there is exactly one such card. */
export async function readCard(page: Page, title: string): Promise<Card> {
  await page.keyboard.press('F1')
  const card = page
    .locator('[data-card]')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
  await expect(card).toHaveCount(1)
  const steps = (await card.locator('li').allInnerTexts()).map((text) => text.trim())
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  const text = (step: number) => steps[step - 1] ?? ''
  return {
    steps,
    named: (step) => [...text(step).matchAll(/「([^」]+)」/g)].map(([, word]) => word!),
    files: (step) => [...new Set(text(step).match(/\w+\.(?:csv|xlsx)/g))],
  }
}
