import { z } from 'zod'
import { channel, handle, nothing } from './channel'

/** A printable table document; laid out by the print page in a hidden window, printed by main to PDF. */
export const PrintDocument = z.object({
  title: z.string(),
  /** Big, pale, behind every page: 演练 · 不具申报效力, or 未申报. */
  watermark: z.string().optional(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  columns: z.array(
    z.object({ title: z.string(), align: z.enum(['left', 'right', 'center']), widthMm: z.number() }),
  ),
  /** Pages are cut by the builder, so that each carries its own subtotal. */
  pages: z.array(z.object({ rows: z.array(z.array(z.string())), subtotal: z.array(z.string()) })),
  totals: z.array(z.object({ label: z.string(), value: z.string() })),
  footer: z.string(),
  landscape: z.boolean(),
})
export type PrintDocument = z.infer<typeof PrintDocument>

export const print = {
  /** Lay out and print to a PDF behind a handle of `files.saveAs`; `files.finish` is done by this call. */
  'print.pdf': channel([handle, PrintDocument], z.object({ shownPath: z.string(), bytes: z.int() })),
  /** Called by the print page only: its document, and that fonts and layout are ready. */
  'print.document': channel([], PrintDocument),
  'print.ready': channel([], nothing),
}
