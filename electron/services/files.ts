import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { BrowserWindow, Dialog } from 'electron'
import type { Handle } from '../shell/ipc'
import { Refusal } from '../shell/refusal'
import { syncDirectory } from '../atomic-file'

type OpenFile = { owner: number; target: string; temporary: string; file: FileHandle; bytes: number }

const unknownHandle = {
  zh: '保存已取消或已结束。请重新选择“保存”。',
  en: 'This save was cancelled or has ended. Choose Save again.',
}

function cannotWrite(error: unknown): Refusal {
  const { code } = error as NodeJS.ErrnoException
  const full = code === 'ENOSPC' || code === 'EDQUOT'
  return new Refusal(full ? 'disk-full' : 'cannot-write', {
    zh: full
      ? '磁盘空间不足，文件未保存，原文件未改动。请清理磁盘或换一个位置。'
      : `文件不能写入（${code ?? '未知原因'}），原文件未改动。请换一个位置，或关闭正在打开它的程序。`,
    en: full
      ? 'The disk is full; nothing was saved and no file was changed. Free space or choose another place.'
      : `The file cannot be written (${code ?? 'unknown'}); no file was changed. Choose another place or close the program that has it open.`,
  })
}

/** Saving without paths in the renderer: a handle per chosen target, a temporary file beside it, renamed when complete. */
export function createFiles(
  chooseTarget: (window: BrowserWindow, name: string, extension: string) => Promise<string | undefined>,
) {
  const openFiles = new Map<string, OpenFile>()

  function find(handle: string, window: BrowserWindow): OpenFile {
    const found = openFiles.get(handle)
    // A handle belongs to the window that asked for it.
    if (!found || found.owner !== window.id) throw new Refusal('unknown-handle', unknownHandle)
    return found
  }

  async function drop(handle: string, { file, temporary }: OpenFile): Promise<void> {
    openFiles.delete(handle)
    await file.close().catch(() => undefined)
    await rm(temporary, { force: true })
  }

  return {
    async saveAs(window: BrowserWindow, wanted: { name: string; extension: string }) {
      const target = await chooseTarget(window, wanted.name, wanted.extension)
      if (!target) return null
      const handle = randomUUID()
      const temporary = `${target}.${handle.slice(0, 8)}.part`
      try {
        const file = await open(temporary, 'wx', 0o600)
        openFiles.set(handle, { owner: window.id, target, temporary, file, bytes: 0 })
      } catch (error) {
        throw cannotWrite(error)
      }
      window.once('closed', () => {
        const left = openFiles.get(handle)
        if (left) void drop(handle, left)
      })
      return { handle, name: path.basename(target) }
    },

    async write(window: BrowserWindow, handle: string, chunk: Uint8Array) {
      const found = find(handle, window)
      try {
        await found.file.writeFile(chunk)
        found.bytes += chunk.byteLength
      } catch (error) {
        await drop(handle, found)
        throw cannotWrite(error)
      }
    },

    async finish(window: BrowserWindow, handle: string) {
      const found = find(handle, window)
      try {
        await found.file.sync()
        await found.file.close()
        await rename(found.temporary, found.target)
        await syncDirectory(path.dirname(found.target))
      } catch (error) {
        await drop(handle, found)
        throw cannotWrite(error)
      }
      openFiles.delete(handle)
      return { shownPath: found.target, bytes: found.bytes }
    },

    async abort(window: BrowserWindow, handle: string) {
      await drop(handle, find(handle, window))
    },
  }
}

export type FilesService = ReturnType<typeof createFiles>

/** Ask with the system's save dialog. */
export function saveDialog(dialog: Dialog) {
  return async (window: BrowserWindow, name: string, extension: string): Promise<string | undefined> => {
    // A name from data must not become a path.
    const safeName = name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_')
    const ending = `.${extension}`
    const answer = await dialog.showSaveDialog(window, {
      defaultPath: safeName.toLowerCase().endsWith(ending) ? safeName : `${safeName}${ending}`,
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    return answer.canceled ? undefined : answer.filePath
  }
}

/** Ask for a folder with the system's dialog. */
export function folderDialog(dialog: Dialog) {
  return async (window: BrowserWindow): Promise<string | undefined> => {
    const answer = await dialog.showOpenDialog(window, { properties: ['openDirectory'] })
    return answer.canceled ? undefined : answer.filePaths[0]
  }
}

/** One file that is there already, chosen by a person. */
export function fileDialog(dialog: Dialog, filters: { name: string; extensions: string[] }[]) {
  return async (window: BrowserWindow): Promise<string | undefined> => {
    const answer = await dialog.showOpenDialog(window, { properties: ['openFile'], filters })
    return answer.canceled ? undefined : answer.filePaths[0]
  }
}

export function registerFiles(handle: Handle, files: FilesService): void {
  handle('files.saveAs', ({ window }, wanted) => files.saveAs(window, wanted))
  handle('files.write', ({ window }, id, chunk) => files.write(window, id, chunk))
  handle('files.finish', ({ window }, id) => files.finish(window, id))
  handle('files.abort', ({ window }, id) => files.abort(window, id))
}
