import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import type { AppUnderTest } from '../host/app-under-test'
import { freshFolder, startApp } from './support/app'
import { firstRun, unlock } from './support/session'

/** The exchange in the built app: main, practice process, engine worker and online bar together. */
test.describe.configure({ mode: 'serial' })

let profile: string
let app: AppUnderTest

test.beforeAll(async () => {
  profile = await freshFolder('exchange')
})
test.afterAll(async () => {
  await app.close()
})

test('the practice service comes up with the app, and a new practice book is online', async () => {
  app = await startApp('exchange', { profile, args: ['--pace', '0'] })
  await firstRun(app.page)
  await expect(app.page.locator('.online')).toHaveAttribute('data-state', 'online', { timeout: 30_000 })
  expect(await readdir(profile)).toEqual(expect.arrayContaining(['practice']))
  expect(await readdir(path.join(profile, 'send-journal'))).toHaveLength(1)
  expect(app.violations).toEqual([])
})

test('closing the app ends the service, so that its folder is free for the next start', async () => {
  await app.close()
  app = await startApp('exchange', { profile, args: ['--no-practice'] })
  await unlock(app.page)
  await expect(app.page.locator('.online')).toHaveAttribute('data-state', 'offline', { timeout: 30_000 })
  expect(app.violations).toEqual([])
  await app.close()
  app = await startApp('exchange', { profile })
  await unlock(app.page)
  await expect(app.page.locator('.online')).toHaveAttribute('data-state', 'online', { timeout: 30_000 })
  expect(app.violations).toEqual([])
})
