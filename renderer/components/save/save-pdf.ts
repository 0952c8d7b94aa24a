import type { PrintDocument } from '#shared/print/document'
import type { Saved } from './save-file'

/** Print a document to a PDF where the officer says; undefined when they changed their mind. */
export async function savePdf(name: string, document: PrintDocument): Promise<Saved | undefined> {
  const target = await window.yiguan.invoke('files.saveAs', { name, extension: 'pdf' })
  return target ? window.yiguan.invoke('print.pdf', target.handle, document) : undefined
}
