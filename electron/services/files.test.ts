import { EventEmitter } from 'node:events'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserWindow, Dialog } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createFiles, saveDialog } from './files'

const fakeWindow = (id: number) => Object.assign(new EventEmitter(), { id }) as unknown as BrowserWindow

let directory: string
let target: string
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'yiguan-files-'))
  target = path.join(directory, 'list.xlsx')
})
const service = () => createFiles(() => Promise.resolve(target))

describe('saving', () => {
  it('shows the new content only when the save is complete', async () => {
    await writeFile(target, 'old')
    const files = service()
    const window = fakeWindow(1)
    const { handle } = (await files.saveAs(window, { name: 'list', extension: 'xlsx' }))!
    await files.write(window, handle, Buffer.from('new '))
    await files.write(window, handle, Buffer.from('content'))
    expect(await readFile(target, 'utf8')).toBe('old')
    expect(await files.finish(window, handle)).toEqual({ shownPath: target, bytes: 11 })
    expect(await readFile(target, 'utf8')).toBe('new content')
    expect(await readdir(directory)).toEqual(['list.xlsx'])
  })

  it('refuses the handle of another window', async () => {
    const files = service()
    const { handle } = (await files.saveAs(fakeWindow(1), { name: 'list', extension: 'xlsx' }))!
    await expect(files.write(fakeWindow(2), handle, Buffer.from('x'))).rejects.toMatchObject({
      code: 'unknown-handle',
    })
  })

  it('leaves nothing behind when it is aborted or its window closes', async () => {
    const files = service()
    const window = fakeWindow(1)
    const first = (await files.saveAs(window, { name: 'list', extension: 'xlsx' }))!
    await files.abort(window, first.handle)
    expect(await readdir(directory)).toEqual([])
    await files.saveAs(window, { name: 'list', extension: 'xlsx' })
    window.emit('closed')
    await vi.waitFor(async () => expect(await readdir(directory)).toEqual([]))
  })

  it('names the reason when the place cannot be written', async () => {
    const files = createFiles(() => Promise.resolve(path.join(directory, 'missing', 'list.xlsx')))
    await expect(files.saveAs(fakeWindow(1), { name: 'list', extension: 'xlsx' })).rejects.toMatchObject({
      code: 'cannot-write',
    })
  })
})

it('a name that comes from data becomes no path and has its ending once', async () => {
  const showSaveDialog = vi.fn().mockResolvedValue({ canceled: true, filePath: '' })
  const ask = saveDialog({ showSaveDialog } as unknown as Dialog)
  const proposed = () => (showSaveDialog.mock.lastCall as unknown[])[1]
  await ask(fakeWindow(1), '../../etc/清单:1', 'pdf')
  expect(proposed()).toMatchObject({ defaultPath: '.._.._etc_清单_1.pdf' })
  await ask(fakeWindow(1), '清单.PDF', 'pdf')
  expect(proposed()).toMatchObject({ defaultPath: '清单.PDF' })
})
