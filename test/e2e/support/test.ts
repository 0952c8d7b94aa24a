import { test as base } from '@playwright/test'
import { openPages } from './app'
import { lastInput } from './last-input'

/** A test that fails tells what the windows that are open then were given last, and leaves a picture of each. */
export const test = base.extend<{ pictures: void }>({
  pictures: [
    async ({}, use, info) => {
      await use()
      if (info.status === info.expectedStatus) return
      for (const [n, page] of openPages().entries()) {
        const path = info.outputPath(`window-${n + 1}.png`)
        // A window that ended, or hangs, has none; the failure itself is told anyhow.
        process.stdout.write(`input of window ${n + 1}: ${(await lastInput(page)).join(', ')}\n`)
        await page.screenshot({ path, timeout: 5_000 }).catch(() => undefined)
      }
    },
    { auto: true },
  ],
})
