import { test as base } from '@playwright/test'
import { openPages } from './app'

/** A test that fails leaves a picture of every window that is open then. */
export const test = base.extend<{ pictures: void }>({
  pictures: [
    async ({}, use, info) => {
      await use()
      if (info.status === info.expectedStatus) return
      for (const [n, page] of openPages().entries()) {
        const path = info.outputPath(`window-${n + 1}.png`)
        // A window that ended, or hangs, has none; the failure itself is told anyhow.
        await page.screenshot({ path, timeout: 5_000 }).catch(() => undefined)
      }
    },
    { auto: true },
  ],
})
