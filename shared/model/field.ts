import { z } from 'zod'

/**
 * How far a value may travel. `public`: reference data, clear everywhere. `business`: sealed at rest, shown.
 * `personal`: sealed, masked on every screen, print and log until revealed. `secret`: never shown, never exported.
 */
export type Sensitivity = 'public' | 'business' | 'personal' | 'secret'

export type FieldMeta = { sensitivity: Sensitivity; zh: string; en: string }

/** Attach sensitivity and labels to a field; they travel into the JSON Schema and decide sealing and masking. */
export function field<T extends z.ZodType>(schema: T, sensitivity: Sensitivity, zh: string, en: string): T {
  return schema.meta({ sensitivity, zh, en }) as T
}

/** The meta of one field of a record schema; undefined for a field that was declared without `field()`. */
export function fieldMeta(schema: z.ZodType): FieldMeta | undefined {
  let inner: z.ZodType = schema
  for (;;) {
    const meta = inner.meta() as FieldMeta | undefined
    if (meta?.sensitivity) return meta
    if (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable) {
      inner = inner.unwrap() as z.ZodType
    } else return undefined
  }
}

/** An exact decimal as text: amounts, quantities, weights. Never a float. */
export const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/)
/** ISO 8601 instant with offset or Z. */
export const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/)
/** Calendar day YYYY-MM-DD; for business days always Asia/Shanghai. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** ISO 4217 letters as platforms export them; the customs numeric code is looked up when a message is built. */
export const currency = z.string().regex(/^[A-Z]{3}$/)
