import type { Args, Result } from '#shared/ipc/contract'
import { useBookState } from '../../app/book'

export type Saved = Result<'files.finish'>
type Extension = Args<'files.saveAs'>[0]['extension']

/** What the channel takes at once. */
const chunkBytes = 1_048_576

/** Ask where; undefined when the officer changed their mind. For what a call of the book fills behind a gate of its own. */
export function chooseTarget(name: string, extension: Extension) {
  return window.yiguan.invoke('files.saveAs', { name, extension })
}

/** The same for what a page has: the gates of the open book are asked first, and refuse whoever may not take data out of it. */
export async function chooseExport(name: string, extension: Extension) {
  const { book } = useBookState.getState()
  if (book.phase === 'open') await book.session.port.takeOut()
  return chooseTarget(name, extension)
}

/**
 * Save bytes where the officer says. Each chunk waits for the one before it, so that memory does not fill up when
 * the disk is slow; a failure leaves no half file. `produce` runs only after a place was chosen.
 */
export async function saveFile(
  name: string,
  extension: Extension,
  produce: () => AsyncIterable<Uint8Array> | Promise<Uint8Array>,
): Promise<Saved | undefined> {
  const target = await chooseExport(name, extension)
  if (!target) return undefined
  try {
    const made = produce()
    if (made instanceof Promise) await writeChunks(target.handle, await made)
    else for await (const bytes of made) await writeChunks(target.handle, bytes)
    return await window.yiguan.invoke('files.finish', target.handle)
  } catch (error) {
    await window.yiguan.invoke('files.abort', target.handle).catch(() => undefined)
    throw error
  }
}

async function writeChunks(handle: string, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.byteLength; at += chunkBytes) {
    await window.yiguan.invoke('files.write', handle, bytes.slice(at, at + chunkBytes))
  }
}
