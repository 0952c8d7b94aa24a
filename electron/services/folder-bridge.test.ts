import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserWindow } from 'electron'
import { afterEach, describe, expect, it } from 'vitest'
import { accountOf } from '#shared/ipc/exchange'
import type { BookKind } from '#shared/model/enterprise'
import { defaultLayout } from '../single-window/folder-layout'
import { createFolderBridge } from './folder-bridge'

const BOOK = '6f1c0c3e-0000-4000-8000-000000000001'
const window = {} as BrowserWindow
const roots: string[] = []
afterEach(async () => {
  for (const root of roots.splice(0)) await rm(root, { recursive: true, force: true })
})

async function bridging(kind: BookKind = 'real') {
  const root = await mkdtemp(path.join(tmpdir(), 'yiguan-bridge-'))
  roots.push(root)
  for (const business of ['client', 'imports'])
    for (const name of ['outBox', 'sentBox', 'inBox', 'failBox'])
      await mkdir(path.join(root, business, name), { recursive: true })
  let chosen = 'client'
  const start = () =>
    createFolderBridge(path.join(root, 'profile'), {
      kindOf: () => Promise.resolve(kind),
      choose: () => Promise.resolve(path.join(root, chosen)),
      journal: { append: () => Promise.resolve() },
      now: () => Date.parse('2026-03-01T10:00:00Z'),
      clientSettings: [path.join(root, 'absent.xml'), path.join(root, 'DFWJobSettings.xml')],
    })
  return { bridge: start(), start, root, willChoose: (name: string) => (chosen = name) }
}
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: { code?: string }) => error.code,
  )

describe('the folder bridge', () => {
  it('is for 正式 books only: a practice book can neither choose nor use folders', async () => {
    const { bridge, root } = await bridging('practice')
    expect(await refused(bridge.choose(window, BOOK))).toBe('folder-practice')
    expect(await refused(bridge.setLayout(BOOK, defaultLayout))).toBe('folder-practice')
    expect(await bridge.transportOf(BOOK)).toBeUndefined()
    expect(await bridge.settings(BOOK)).toMatchObject({ available: false, shownRoot: null })
    expect((await readdir(root)).sort()).toEqual(['client', 'imports'])
  })

  it('is remembered over restarts, and gone when it is stopped', async () => {
    const { bridge, start } = await bridging()
    expect(await bridge.transportOf(BOOK)).toBeUndefined()
    expect(await bridge.choose(window, BOOK)).toMatchObject({ available: true, problems: [], waiting: 0 })
    const transport = await start().transportOf(BOOK)
    expect(await transport!.capabilities(accountOf('folder', 'E1'))).toMatchObject({
      ok: true,
      value: { service: { practice: false } },
    })
    await bridge.stop(BOOK)
    expect(await start().transportOf(BOOK)).toBeUndefined()
  })

  it('says which folder is missing, and when nobody fetches what lies there', async () => {
    const { bridge, root } = await bridging()
    await bridge.choose(window, BOOK)
    const message = path.join(root, 'client', 'outBox', 'a.xml')
    await writeFile(message, 'x')
    const old = Date.parse('2026-03-01T09:40:00Z') / 1000
    await utimes(message, old, old)
    const waiting = await bridge.settings(BOOK)
    expect(waiting).toMatchObject({ waiting: 1, oldestMinutes: 20 })
    expect(waiting.problems.map(({ zh }) => zh).join()).toContain('接收回执')
    const other = await bridge.setLayout(BOOK, { ...defaultLayout, failed: 'errBox' })
    expect(other.problems.map(({ zh }) => zh).join()).toContain('errBox')
    expect(await refused(bridge.setLayout(BOOK, { ...defaultLayout, in: '../in' }))).toBe('folder-layout')
  })

  it('says when nothing comes back for what was handed in, and nothing of it once a receipt is there', async () => {
    const { bridge, root } = await bridging()
    await bridge.choose(window, BOOK)
    const put = async (folder: string, at: string) => {
      const file = path.join(root, 'client', folder, `${folder}.xml`)
      await writeFile(file, 'x')
      await utimes(file, Date.parse(at) / 1000, Date.parse(at) / 1000)
    }
    const said = async () => (await bridge.settings(BOOK)).problems.map(({ zh }) => zh).join()
    await put('inBox', '2026-03-01T06:00:00Z')
    await put('sentBox', '2026-03-01T08:01:00Z')
    expect(await said()).toBe('')
    await put('sentBox', '2026-03-01T07:00:00Z')
    expect(await said()).toContain('3 小时')
    await put('inBox', '2026-03-01T07:01:00Z')
    expect(await said()).toBe('')
  })

  it('takes over what the import client has with one act, checks it, and refuses what it does not have', async () => {
    const { bridge, root } = await bridging()
    expect(await bridge.settings(BOOK)).toMatchObject({ offers: [] })
    expect(await refused(bridge.adopt(BOOK, 'EXPCEB'))).toBe('folder-offer')
    const client = (name: string) => path.join(root, 'client', name)
    const form = (id: string, fail = client('failBox')) =>
      `<SubFormSetting FormId="${id}" OutBox="${client('outBox')}" SentBox="${client('sentBox')}/" InBox="${client('gone')}" FailBox="${fail}"/>`
    const file = path.join(root, 'DFWJobSettings.xml')
    await writeFile(file, `<Settings>${form('EXPCEB')}${form('IMPCEB', '')}${form('DECCUS001')}</Settings>`)
    const { offers } = await bridge.settings(BOOK)
    expect(offers).toMatchObject([{ form: 'EXPCEB', shownRoot: path.join(root, 'client'), adopted: false }])
    const taken = await bridge.adopt(BOOK, 'EXPCEB')
    expect(taken).toMatchObject({
      shownRoot: path.join(root, 'client'),
      layout: { form: 'EXPCEB', out: 'outBox', sent: 'sentBox', in: 'gone', failed: 'failBox' },
      offers: [{ form: 'EXPCEB', adopted: true }],
    })
    expect(taken.problems.map(({ en }) => en).join()).toContain(client('gone'))
    expect(await refused(bridge.adopt(BOOK, 'IMPCEB'))).toBe('folder-offer')
    const practice = await bridging('practice')
    await writeFile(path.join(practice.root, 'DFWJobSettings.xml'), `<Settings>${form('EXPCEB')}</Settings>`)
    expect(await refused(practice.bridge.adopt(BOOK, 'EXPCEB'))).toBe('folder-practice')
    expect(await practice.bridge.settings(BOOK)).toMatchObject({ offers: [] })
  })

  it('keeps the business of the other direction in folders of its own, beside the first', async () => {
    const { bridge, start, root, willChoose } = await bridging()
    expect(await refused(bridge.chooseSecond(window, BOOK))).toBe('folder-layout')
    expect(await bridge.stopSecond(BOOK)).toMatchObject({ shownRoot: null, second: null })
    const first = await bridge.choose(window, BOOK)
    expect(first).toMatchObject({ second: null, otherForm: 'IMPCEB' })
    // The same folder would mix them.
    expect(await refused(bridge.chooseSecond(window, BOOK))).toBe('folder-shared')
    willChoose('imports')
    await bridge.chooseSecond(window, BOOK)
    const second = { shownRoot: path.join(root, 'imports'), layout: { ...defaultLayout, form: 'IMPCEB' } }
    expect(await start().settings(BOOK)).toMatchObject({
      shownRoot: path.join(root, 'client'),
      second,
      problems: [],
    })
    const taken = await (await bridge.transportOf(BOOK))!.capabilities(accountOf('folder', 'E1'))
    const messages = taken.ok ? taken.value.messages.map(({ type }) => type) : []
    expect(messages).toEqual(expect.arrayContaining(['CEB603', 'CEB621']))
    // What lies in either is counted, and a folder that is gone is named.
    await writeFile(path.join(root, 'imports', 'outBox', 'a.xml'), 'x')
    await rm(path.join(root, 'imports', 'inBox'), { recursive: true })
    const looked = await bridge.settings(BOOK)
    expect(looked.waiting).toBe(1)
    expect(looked.problems.map(({ en }) => en).join()).toContain(path.join('imports', 'inBox'))
    expect(await bridge.stopSecond(BOOK)).toMatchObject({
      second: null,
      shownRoot: path.join(root, 'client'),
    })
  })

  it('compares its folders with those of the import client, where its settings are found', async () => {
    const { bridge, root } = await bridging()
    await bridge.choose(window, BOOK)
    const client = (name: string) => path.join(root, 'client', name)
    const form = (fail: string) =>
      `<Settings><SubFormSetting FormId="EXPCEB" OutBox="${client('outBox')}" SentBox="${client('sentBox')}" InBox="${client('inBox')}" FailBox="${fail}"/></Settings>`
    const file = path.join(root, 'DFWJobSettings.xml')
    await writeFile(file, form(client('failBox')))
    expect((await bridge.settings(BOOK)).problems).toEqual([])
    await writeFile(file, form(client('errors')))
    expect((await bridge.settings(BOOK)).problems.map(({ en }) => en)).toEqual([
      expect.stringContaining('failBox here'),
    ])
  })
})
