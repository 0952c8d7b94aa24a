import { z } from 'zod'
import { fieldMeta } from './field'
import { maskText } from './mask'

/**
 * A record as it may be shown: what names a person is masked, what is secret is left out, at whatever depth its schema says
 * so. Values the schema does not know stay out.
 */
export function maskRecord(schema: z.ZodType, value: unknown): unknown {
  const inner = bare(schema)
  if (Array.isArray(value)) {
    return inner instanceof z.ZodArray
      ? value.map((one) => maskRecord(inner.element as z.ZodType, one))
      : value
  }
  if (typeof value !== 'object' || value === null) return value
  if (inner instanceof z.ZodRecord) {
    const each = inner.valueType as z.ZodType
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, maskRecord(each, one)]))
  }
  if (inner instanceof z.ZodUnion) {
    const option = (inner.options as z.ZodType[]).find((one) => one.safeParse(value).success)
    return option ? maskRecord(option, value) : value
  }
  if (!(inner instanceof z.ZodObject)) return value
  const shape = inner.shape as Record<string, z.ZodType>
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]): [string, unknown][] => {
      const field = shape[key]
      const sensitivity = field && fieldMeta(field)?.sensitivity
      if (!field || sensitivity === 'secret') return []
      if (sensitivity === 'personal') return [[key, masked(one)]]
      return [[key, maskRecord(field, one)]]
    }),
  )
}

/** Everything under a personal field is personal. */
function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value)
  if (Array.isArray(value)) return value.map(masked)
  if (typeof value !== 'object' || value === null) return value === null ? null : '***'
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, masked(one)]))
}

function bare(schema: z.ZodType): z.ZodType {
  let inner = schema
  while (
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodNullable ||
    inner instanceof z.ZodPipe
  ) {
    inner = (inner instanceof z.ZodPipe ? inner.in : inner.unwrap()) as z.ZodType
  }
  return inner
}
