import type { PDFDocumentProxy } from 'pdfjs-dist'

/**
 * Open a PDF for drawing. Nothing of it is run and nothing is fetched: no scripts, no forms, no fonts from elsewhere. Texts
 * whose font is not in the file are drawn with one of this computer. Rejects where it is damaged or locked by a password.
 */
export async function openPdf(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ document: PDFDocumentProxy; close: () => void }> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist')
  const port = new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' })
  const worker = PDFWorker.create({ port })
  const close = () => {
    worker.destroy()
    port.terminate()
  }
  try {
    // The worker takes the bytes away; who lends them may look again.
    const task = getDocument({
      data: bytes.slice(),
      worker,
      useWasm: false,
      enableXfa: false,
    })
    return { document: await task.promise, close }
  } catch (error) {
    close()
    throw error
  }
}
