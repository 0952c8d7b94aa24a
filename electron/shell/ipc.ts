import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from 'electron'
import { type Args, type ChannelName, contract, encodeIpcError, type Result } from '#shared/ipc/contract'
import { isOwnUrl } from './origin'
import { Refusal } from './refusal'

export type Context = { window: BrowserWindow }

/** Serve one channel of the contract. Every service registers through this and nothing else touches ipcMain. */
export type Handle = <C extends ChannelName>(
  channel: C,
  serve: (context: Context, ...args: Args<C>) => Result<C> | Promise<Result<C>>,
) => void

const foreignSender = {
  zh: '请求不是来自本程序的窗口，已拒绝。',
  en: 'The request does not come from a window of this app; refused.',
}
const wrongArguments = (where: string) => ({
  zh: `请求参数不符合约定（${where}），已拒绝。请重新打开窗口；仍出现请导出日志联系支持。`,
  en: `The arguments break the contract (${where}); refused. Reopen the window; if it persists, export the log for support.`,
})
const unexpected = {
  zh: '主进程处理时出错，数据未改动。请重试；仍出现请导出日志联系支持。',
  en: 'The main process failed; no data was changed. Try again; if it persists, export the log for support.',
}

/**
 * Build `handle`: sender must be the main frame of a window of ours at our origin, arguments and results must
 * match the contract. `windowOf` finds the window by its web contents; `report` gets unexpected errors (no payload);
 * `forbidden` says why this window may not make that call, or nothing.
 */
export function createHandle(
  ipcMain: Pick<IpcMain, 'handle'>,
  windowOf: (webContentsId: number) => BrowserWindow | undefined,
  report: (channel: string, error: unknown) => void,
  forbidden: (channel: ChannelName, webContentsId: number, args: readonly unknown[]) => Refusal | undefined,
): Handle {
  return (channel, serve) => {
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, ...args: unknown[]) => {
      const window = windowOf(event.sender.id)
      const frame = event.senderFrame
      if (!window || !frame || frame !== event.sender.mainFrame || !isOwnUrl(frame.url)) {
        throw new Error(encodeIpcError('foreign-sender', foreignSender))
      }
      const parsed = contract[channel].args.safeParse(args)
      if (!parsed.success) {
        const where = parsed.error.issues.map((issue) => issue.path.join('.') || issue.code).join(', ')
        throw new Error(encodeIpcError('wrong-arguments', wrongArguments(where)))
      }
      const refusal = forbidden(channel, event.sender.id, parsed.data)
      if (refusal) throw new Error(encodeIpcError(refusal.code, refusal.text))
      try {
        const result = await serve({ window }, ...(parsed.data as Args<typeof channel>))
        return contract[channel].result.parse(result)
      } catch (error) {
        if (error instanceof Refusal) throw new Error(encodeIpcError(error.code, error.text))
        report(channel, error)
        throw new Error(encodeIpcError('internal', unexpected))
      }
    })
  }
}
