import type { BrowserWindow } from 'electron'
import type { PrintDocument } from '#shared/print/document'
import type { Handle } from '../shell/ipc'
import { Refusal } from '../shell/refusal'
import type { Windows } from '../shell/windows'
import type { FilesService } from './files'

/** A print page that is not laid out by then has failed: 10,000 rows take a few seconds. */
const layoutTimeoutMs = 120_000
const chunkBytes = 1_048_576

const failed = {
  zh: '打印页面没有完成排版，文件未生成。请减少行数后重试。',
  en: 'The print page did not finish its layout; no file was made. Try again with fewer rows.',
}
const notPrinting = { zh: '此窗口没有打印任务。', en: 'This window has nothing to print.' }

type Job = { document: PrintDocument; ready: () => void }

/**
 * Lay documents out in a hidden window and print them to PDF. Made by our own engine from a page with its fonts: the
 * same file on every machine, no printer driver.
 */
export function createPrint(windows: Windows) {
  const jobs = new Map<number, Job>()

  async function toPdf(document: PrintDocument): Promise<Buffer> {
    const window = windows.openPrint()
    const { id } = window.webContents
    let timer: NodeJS.Timeout | undefined
    try {
      await new Promise<void>((resolve, reject) => {
        timer = setTimeout(() => reject(new Refusal('print-failed', failed)), layoutTimeoutMs)
        window.webContents.once('render-process-gone', () => reject(new Refusal('print-failed', failed)))
        jobs.set(id, { document, ready: resolve })
      })
      return await window.webContents.printToPDF({
        pageSize: 'A4',
        landscape: document.landscape,
        printBackground: true,
        preferCSSPageSize: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate:
          '<div style="font-size:8px;width:100%;text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
      })
    } finally {
      clearTimeout(timer)
      jobs.delete(id)
      window.destroy()
    }
  }

  function jobOf(window: BrowserWindow): Job {
    const job = jobs.get(window.webContents.id)
    if (!job) throw new Refusal('not-printing', notPrinting)
    return job
  }

  return { toPdf, jobOf }
}

export type PrintService = ReturnType<typeof createPrint>

export function registerPrint(handle: Handle, { toPdf, jobOf }: PrintService, files: FilesService): void {
  handle('print.document', ({ window }) => jobOf(window).document)
  handle('print.ready', ({ window }) => jobOf(window).ready())
  handle('print.pdf', async ({ window }, target, document) => {
    try {
      const pdf = await toPdf(document)
      for (let at = 0; at < pdf.byteLength; at += chunkBytes) {
        await files.write(window, target, pdf.subarray(at, at + chunkBytes))
      }
    } catch (error) {
      await files.abort(window, target).catch(() => undefined)
      throw error
    }
    return files.finish(window, target)
  })
}
