import { expect, it } from 'vitest'
import { startFixture } from './fixture/start'

const fixture = startFixture({ args: ['--stay'] })

it('raises the events of a window in the documented order', async () => {
  const log = await fixture.logged('1 did-finish-load')
  const own = log.filter((entry) => /^1 /.test(entry)).map((entry) => entry.slice(2))
  expect(own.indexOf('dom-ready')).toBeLessThan(own.indexOf('did-finish-load'))
  expect(own.indexOf('ready-to-show')).toBeLessThan(own.indexOf('show'))
  expect(own.indexOf('show')).toBeLessThan(own.indexOf('focus'))
  expect(log.slice(0, 2)).toEqual(['will-finish-launching', 'ready'])
})

it('has several windows on one origin, each with its own bridge and sender', async () => {
  const opening = fixture.app.nextWindow()
  const id = await fixture.invoke<number>('open', 'index.html#/second')
  const second = await opening
  expect(await fixture.invoke('windows')).toEqual([1, id])
  const sender = await second.evaluate(() => window.fixture.invoke('sender'))
  expect(sender).toMatchObject({ url: 'app://fixture/index.html#/second', isMain: true, window: id })
  // The same origin: what one writes the other reads.
  await second.evaluate(() => localStorage.setItem('k', '二'))
  expect(await fixture.page.evaluate(() => localStorage.getItem('k'))).toBe('二')
  await fixture.logged(`1 blur`)
  const log = await fixture.logged(`${id} focus`)
  expect(log.indexOf('1 blur')).toBeLessThan(log.indexOf(`${id} focus`))
})

it('keeps a window open whose close is prevented, and closes it next time', async () => {
  const [, id] = await fixture.invoke<number[]>('windows')
  await fixture.invoke('hold', id)
  const mark = (await fixture.log()).length
  await fixture.invoke('close', id)
  await fixture.logged(`${id} close`, mark)
  expect(fixture.app.windows()).toHaveLength(2)
  await fixture.invoke('close', id)
  const log = await fixture.logged(`${id} closed`, mark)
  expect(log.filter((entry) => entry.startsWith(`${id} `))).toEqual([
    `${id} close`,
    `${id} close`,
    `${id} closed`,
  ])
  expect(log).not.toContain('window-all-closed')
})

it('stays when a page asks to be kept (beforeunload), as Electron does without a question', async () => {
  const opening = fixture.app.nextWindow()
  const id = await fixture.invoke<number>('open', 'index.html#/keep')
  const kept = await opening
  await kept.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()))
  // Browsers listen to such a page only after somebody has used it.
  await kept.click('#field')
  await fixture.invoke('close', id)
  await fixture.logged(`${id} close`)
  expect(await kept.evaluate(() => 1 + 1)).toBe(2)
  expect(await fixture.invoke('windows')).toContain(id)
  await fixture.invoke('destroy', id)
  await fixture.logged(`${id} closed`)
})

it('gives a key the page leaves alone to the menu', async () => {
  await fixture.page.bringToFront()
  await fixture.page.keyboard.press('Control+k')
  await fixture.logged('find 1')
  const mark = (await fixture.log()).length
  await fixture.page.evaluate(() => addEventListener('keydown', (event) => event.preventDefault()))
  await fixture.page.keyboard.press('Control+k')
  await fixture.app.menu('File', 'Find')
  expect((await fixture.log(mark)).filter((entry) => entry === 'find 1')).toHaveLength(1)
  await expect(fixture.app.menu('File', 'Off')).rejects.toThrow('no such menu item')
})

it('prints from a window nobody sees, and is rid of it at once', async () => {
  const facts = await fixture.invoke<{ bytes: number }>('pdf-hidden')
  expect(facts).toMatchObject({
    visible: false,
    url: 'app://fixture/index.html#/print',
    destroyed: true,
    left: 1,
  })
  expect(facts.bytes).toBeGreaterThan(1_000)
})

it('prints the page and takes its picture', async () => {
  const pdf = await fixture.page.evaluate(async () => {
    const bytes = (await window.fixture.invoke('pdf')) as Uint8Array
    return {
      head: String.fromCharCode(...bytes.subarray(0, 5)),
      text: new TextDecoder('latin1').decode(bytes),
    }
  })
  expect(pdf.head).toBe('%PDF-')
  // A4 across: 11.7 × 8.27 inches in points.
  expect(pdf.text).toMatch(/MediaBox \[0 0 84\d(\.\d+)? 59\d(\.\d+)?\]/)
  expect(await fixture.invoke('picture')).toEqual({ width: 900, height: 600 })
})
