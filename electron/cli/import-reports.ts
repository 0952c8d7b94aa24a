import { z } from 'zod'
import { Mapping } from '#shared/import/mapping'

/** One line of what `import --errors` writes: why a row was refused, in the language asked for. */
export const ImportError = z.object({
  row: z.int().positive(),
  column: z.string(),
  value: z.string(),
  rule: z.string(),
  message: z.string(),
  fix: z.string(),
})

const label = z.object({ zh: z.string(), en: z.string() })

/** What `import` answers when the file cannot be read as a table of its kind. `map` is a MAP.json to complete. */
export const ImportRefusal = z.object({
  file: z.string(),
  rule: z.string(),
  message: z.string(),
  fix: z.string(),
  columns: z.array(z.string()),
  missing: z.array(z.object({ field: z.string(), label })),
  fields: z.array(z.object({ field: z.string(), label, required: z.boolean() })),
  map: z.union([Mapping, z.record(z.string(), z.string())]),
})
