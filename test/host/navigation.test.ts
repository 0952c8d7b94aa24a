import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startFixture } from './fixture/start'

const fixture = startFixture()
const reached: string[] = []
const outside = createServer((request, response) => {
  reached.push(request.url!)
  response.end('outside')
})
let address: string
beforeAll(async () => {
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
})
afterAll(() => outside.close())

it.each([
  ['by script', (url: string) => void (location.href = url)],
  [
    'by link',
    (url: string) => {
      const link = Object.assign(document.createElement('a'), { href: url })
      document.body.append(link)
      link.click()
    },
  ],
  [
    'by form',
    (url: string) => {
      const form = Object.assign(document.createElement('form'), { action: url })
      document.body.append(form)
      form.submit()
    },
  ],
])(
  'asks before leaving %s, first for the frame and then for the page, and stays when main prevents it',
  async (way, go) => {
    const mark = (await fixture.log()).length
    const target = `${address}/${way.replace(' ', '-')}${way === 'by form' ? '?' : ''}`
    await fixture.page.evaluate(go as (url: string) => void, target)
    const log = await fixture.logged(`will-frame-navigate main ${target}`, mark)
    // Prevented at the first question, so the second is not asked.
    expect(log).toEqual([`will-frame-navigate main ${target}`])
    expect(await fixture.page.evaluate(() => document.querySelector('p')?.textContent)).toBe('替身 stand-in')
    expect(reached).toEqual([])
  },
)

it('asks for a frame inside the page, without will-navigate', async () => {
  const mark = (await fixture.log()).length
  await fixture.page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: 'frame.html' }))
  })
  const log = await fixture.logged('will-frame-navigate sub app://fixture/frame.html', mark)
  expect(log).toEqual(['will-frame-navigate sub app://fixture/frame.html'])
})

it('asks at every redirect, also of what main allowed', async () => {
  const start = `app://fixture/redirect?${address}/redirected`
  await fixture.invoke('allow', start)
  const mark = (await fixture.log()).length
  await fixture.page.evaluate((url) => void (location.href = url), `redirect?${address}/redirected`)
  const log = await fixture.logged(`will-redirect main ${address}/redirected`, mark)
  expect(log).toEqual([
    `will-frame-navigate main ${start}`,
    `will-navigate main ${start}`,
    `will-redirect main ${address}/redirected`,
  ])
  expect(reached).toEqual([])
})

it('does not ask for what main loads itself or for a change after #', async () => {
  const mark = (await fixture.log()).length
  await fixture.page.evaluate(() => void (location.hash = '#/orders'))
  expect(await fixture.page.evaluate(() => location.hash)).toBe('#/orders')
  expect((await fixture.log(mark)).filter((entry) => entry.startsWith('will-'))).toEqual([])
  expect((await fixture.log()).slice(0, 4)).not.toContain('will-navigate main app://fixture/index.html')
})

it('asks about addresses that only the system could open', async () => {
  const mark = (await fixture.log()).length
  await fixture.page.evaluate(() => void (location.href = 'yiguan-unknown:somewhere'))
  await fixture.logged('will-frame-navigate main yiguan-unknown:somewhere', mark)
})

it('asks about every new window and opens none', async () => {
  const mark = (await fixture.log()).length
  await fixture.page.evaluate((url) => void window.open(url), `${address}/popup`)
  await fixture.page.evaluate((url) => {
    const link = Object.assign(document.createElement('a'), { href: url, target: '_blank', rel: 'noopener' })
    document.body.append(link)
    link.click()
  }, `${address}/blank`)
  await fixture.logged(`window-open ${address}/popup`, mark)
  await fixture.logged(`window-open ${address}/blank`, mark)
  await expect.poll(() => fixture.app.windows().length).toBe(1)
  expect(reached).toEqual([])
})
