import { z } from 'zod'

/** A printable table document. */
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
