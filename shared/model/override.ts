import { z } from 'zod'
import { field, instant } from './field'

/**
 * A derived value that an officer replaced, with the reason. `derived`: what the source said then; when it says something else
 * later, the override has to be confirmed or dropped.
 */
export const Override = z.object({
  value: z.string(),
  derived: z.string(),
  reason: z.string().min(2).max(200),
  by: z.string().min(1),
  at: instant,
})
export type Override = z.infer<typeof Override>

/** Overrides of a record, by field. */
export const Overrides = field(
  z.record(z.string(), Override).optional(),
  'business',
  '手改（来源、理由）',
  'Overrides with their reasons',
)
export type Overrides = Readonly<Record<string, Override>>
