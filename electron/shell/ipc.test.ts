import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { decodeIpcError } from '#shared/ipc/contract'
import { createHandle, type Handle } from './ipc'
import { Refusal } from './refusal'

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>
const listeners = new Map<string, Listener>()
const ipcMain = { handle: (name: string, listener: Listener) => void listeners.set(name, listener) }
const report = vi.fn()
const forbidden = vi.fn<Parameters<typeof createHandle>[3]>()
const window = { id: 7 } as BrowserWindow
const mainFrame = { url: 'app://yiguan/index.html' }
const ownEvent = { sender: { id: 1, mainFrame }, senderFrame: mainFrame } as unknown as IpcMainInvokeEvent
const bookId = '00000000-0000-4000-8000-000000000000'

let handle: Handle
beforeEach(() => {
  listeners.clear()
  report.mockClear()
  forbidden.mockReset()
  handle = createHandle(
    ipcMain as unknown as IpcMain,
    (id) => (id === 1 ? window : undefined),
    report,
    forbidden,
  )
})
const call = async (name: string, event: unknown, ...args: unknown[]) => {
  try {
    return { result: await listeners.get(name)!(event as IpcMainInvokeEvent, ...args) }
  } catch (error) {
    return decodeIpcError((error as Error).message)
  }
}

describe('handle', () => {
  it('serves a call of ours', async () => {
    handle('sentinel.read', (context, id) => ({ [context.window === window ? id.slice(0, 1) : 'x']: 1 }))
    expect(await call('sentinel.read', ownEvent, bookId)).toEqual({ result: { 0: 1 } })
  })

  const foreign = { url: 'https://evil.example/' }
  it.each([
    ['a contents we did not open', { ...ownEvent, sender: { id: 2, mainFrame } }],
    ['a sub-frame', { ...ownEvent, senderFrame: { ...mainFrame } }],
    ['a frame that is gone', { ...ownEvent, senderFrame: null }],
    ['a foreign origin', { sender: { id: 1, mainFrame: foreign }, senderFrame: foreign }],
  ])('refuses %s without running anything', async (_name, event) => {
    const serve = vi.fn()
    handle('sentinel.read', serve)
    expect(await call('sentinel.read', event, bookId)).toMatchObject({ code: 'foreign-sender' })
    expect(serve).not.toHaveBeenCalled()
  })

  it.each([[[]], [['../../vault']], [[bookId, 'more']], [[42]]])('refuses arguments %j', async (args) => {
    const serve = vi.fn()
    handle('sentinel.read', serve)
    expect(await call('sentinel.read', ownEvent, ...args)).toMatchObject({ code: 'wrong-arguments' })
    expect(serve).not.toHaveBeenCalled()
  })

  it('runs nothing that this window may not do', async () => {
    const text = { zh: '您的角色不能', en: 'not your role' }
    forbidden.mockReturnValue(new Refusal('not-your-role', text))
    const serve = vi.fn()
    handle('sentinel.read', serve)
    expect(await call('sentinel.read', ownEvent, bookId)).toEqual({ code: 'not-your-role', text })
    expect(forbidden).toHaveBeenCalledWith('sentinel.read', 1, [bookId])
    expect(serve).not.toHaveBeenCalled()
  })

  it('hands a refusal over with code and both languages', async () => {
    const text = { zh: '不行', en: 'no' }
    handle('sentinel.read', () => {
      throw new Refusal('disk-full', text)
    })
    expect(await call('sentinel.read', ownEvent, bookId)).toEqual({ code: 'disk-full', text })
    expect(report).not.toHaveBeenCalled()
  })

  it('hides an unexpected error and a result that breaks the contract, and reports both', async () => {
    handle('sentinel.read', () => {
      throw new Error('/home/officer/secret')
    })
    const thrown = await call('sentinel.read', ownEvent, bookId)
    expect(thrown).toMatchObject({ code: 'internal' })
    expect(JSON.stringify(thrown)).not.toContain('secret')
    handle('sentinel.read', () => ({ outbox: -1 }))
    expect(await call('sentinel.read', ownEvent, bookId)).toMatchObject({ code: 'internal' })
    expect(report).toHaveBeenCalledTimes(2)
  })
})
