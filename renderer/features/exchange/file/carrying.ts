import { proxy } from 'comlink'
import type { Result } from '#shared/ipc/contract'
import { BUNDLE_EXTENSION } from '#shared/protocol/bundle'
import { signingOf } from '../../../app/exchange'
import { chooseTarget } from '../../../components/save/save-file'
import { showTime } from '../../../components/time'
import type { BookPort, CarryLink, ExportChoice, ExportSummary } from '../../../data/port'
import { bytesOfFile } from '../../../data/whole-file'

export type Verdict = Result<'carry.judge'>
export type Uploaded = Result<'carry.upload'>

/** Day and minute as the officer's clock shows them, so that files of one day can be told apart; nothing of the enterprise. */
export const stamp = (at: string): string =>
  showTime(at).slice(0, 16).replaceAll(/[-:]/g, '').replace(' ', '-')

export const fileName = (kind: 'batches' | 'receipts'): string =>
  `yiguan-${kind}-${stamp(new Date().toISOString())}`

const linkOf = (book: string, write: CarryLink['write']): CarryLink => ({
  ...signingOf(book),
  journal: () => window.yiguan.invoke('exchange.journal', book),
  write,
})

/** Ask where, then take out and write. undefined when the officer changed their mind. */
export async function exportToFile(
  port: BookPort,
  book: string,
  choice: ExportChoice,
): Promise<ExportSummary | undefined> {
  const target = await chooseTarget(fileName('batches'), BUNDLE_EXTENSION)
  if (!target) return undefined
  const { handle } = target
  const link = linkOf(book, (request) => window.yiguan.invoke('carry.export', book, { ...request, handle }))
  try {
    return await port.exportBatches(choice, proxy(link) as never)
  } catch (error) {
    await window.yiguan.invoke('files.abort', handle).catch(() => undefined)
    throw error
  }
}

export const readBytes = (file: File): Promise<Uint8Array> => bytesOfFile(file, 'carried')

/** Open a receipts file for this book and take it in. */
export async function takeIn(port: BookPort, book: string, customsCode: string, file: File) {
  const content = await window.yiguan.invoke('carry.open', book, {
    code: customsCode,
    bytes: await readBytes(file),
  })
  const link = linkOf(book, () => Promise.reject(new Error('nothing is written')))
  return { content, news: await port.bringBack(content, proxy(link) as never) }
}
