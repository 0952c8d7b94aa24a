import { z } from 'zod'
import { PrintDocument } from '../print/document'
import { channel, handle, nothing } from './channel'

/** A document is laid out by the print page in a hidden window and printed by main to PDF. */
export const print = {
  /** Lay out and print to a PDF behind a handle of `files.saveAs`; `files.finish` is done by this call. */
  'print.pdf': channel([handle, PrintDocument], z.object({ shownPath: z.string(), bytes: z.int() })),
  /** Called by the print page only: its document, and that fonts and layout are ready. */
  'print.document': channel([], PrintDocument),
  'print.ready': channel([], nothing),
}
