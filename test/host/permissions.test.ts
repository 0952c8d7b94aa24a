import { expect, it } from 'vitest'
import { startFixture } from './fixture/start'

const fixture = startFixture()
const origin = 'app://fixture'

it('asks the request handler when the page uses something, and Chromium refuses what it refuses', async () => {
  const code = await fixture.page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve(0),
          (error) => resolve(error.code),
        ),
      ),
  )
  expect(code).toBe(1)
  expect(await fixture.page.evaluate(() => Notification.requestPermission())).toBe('denied')
  const listened = await fixture.page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => true,
      () => false,
    ),
  )
  expect(listened).toBe(false)
  const log = await fixture.log()
  for (const permission of ['geolocation', 'notifications', 'media']) {
    expect(log).toContain(`permission-request ${permission} ${origin}/index.html`)
  }
})

it('lets through what the handler allows', async () => {
  await fixture.page.evaluate(() => navigator.clipboard.writeText('抄'))
  expect(await fixture.log()).toContain(`permission-request clipboard-sanitized-write ${origin}/index.html`)
  const reading = await fixture.page.evaluate(() =>
    navigator.clipboard.readText().catch((error: Error) => error.name),
  )
  expect(reading).toBe('NotAllowedError')
})

it('asks the check handler for a query', async () => {
  const states = await fixture.page.evaluate(async () => [
    (await navigator.permissions.query({ name: 'geolocation' })).state,
    (await navigator.permissions.query({ name: 'clipboard-write' as PermissionName })).state,
  ])
  expect(states).toEqual(['denied', 'granted'])
  expect(await fixture.log()).toContain(`permission-check geolocation ${origin}`)
})
