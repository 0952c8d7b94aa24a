import { EventEmitter } from 'node:events'
import { strict } from './strict'

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()

class StandInIpcMain
  extends EventEmitter
  implements
    Pick<
      Electron.IpcMain,
      | 'handle'
      | 'handleOnce'
      | 'removeHandler'
      | 'on'
      | 'once'
      | 'off'
      | 'removeListener'
      | 'removeAllListeners'
    >
{
  handle(channel: string, listener: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, listener)
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return listener(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    handlers.delete(channel)
  }
}

export const ipcMain = strict<Electron.IpcMain>('ipcMain', new StandInIpcMain())

/**
 * Answer one `invoke`.
 * @throws what the page gets as message: Electron serializes errors thrown in a handler as text only
 */
export async function serveInvoke(
  channel: string,
  event: Electron.IpcMainInvokeEvent,
  args: unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  return handler(event, ...args)
}
