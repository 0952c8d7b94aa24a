import type { PrintDocument } from '#shared/print/document'
import { chooseExport, type Saved } from './save-file'

/** Print a document to a PDF where the officer says; undefined when they changed their mind. */
export async function savePdf(name: string, document: PrintDocument): Promise<Saved | undefined> {
  const target = await chooseExport(name, 'pdf')
  return target ? window.yiguan.invoke('print.pdf', target.handle, document) : undefined
}
