import { z } from 'zod'
import { day } from '../model/field'
import { evidenceKindIds } from '../evidence/kinds'

/**
 * What a list of goods does. `positive`: only what is on it may come in by retail. The others say what is on them: may not
 * go (`forbidden`, `supervision`), needs a paper (`licence`, `dual-use`), is followed at every station (`special`), travels
 * cold (`cold-chain`). Lists of persons and firms (信用负面清单) are no lists of goods and are never among these.
 */
export const listKinds = [
  'positive',
  'supervision',
  'forbidden',
  'licence',
  'dual-use',
  'special',
  'cold-chain',
] as const
export type ListKind = (typeof listKinds)[number]

const Entry = z
  .strictObject({
    /** Begin of a goods code; with words beside it both have to fit. */
    code: z
      .string()
      .regex(/^\d{2,10}$/)
      .optional(),
    /** One of these stands in a name of the goods; Latin ones as whole words. */
    words: z.array(z.string().min(1)).min(1).optional(),
    /** 监管方式 the entry is limited to. */
    modes: z.array(z.string().regex(/^\d{4}(-I)?$/)).optional(),
    needs: z.array(z.enum(evidenceKindIds)).optional(),
    note: z.string().optional(),
  })
  .refine(({ code, words }) => code !== undefined || words !== undefined, { message: 'code / words' })
export type ListEntry = z.infer<typeof Entry>

/** A list with its version and the days it holds for. Only a complete positive list keeps out what is not on it. */
export const ControlList = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(listKinds),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  version: z.string().min(1),
  from: day,
  to: day.optional(),
  complete: z.boolean(),
  basis: z.strictObject({
    document: z.string().min(1),
    article: z.string(),
    strength: z.enum(['primary', 'to-confirm', 'house']),
  }),
  /** Zones it is meant for; absent: all. */
  zones: z.array(z.string()).optional(),
  /** Whose signed update it is, and which version of it. */
  reference: z.strictObject({ key: z.string().min(1), version: z.string().min(1) }).optional(),
  /** Of a practice window: counts in 演练 books only. */
  practice: z.literal(true).optional(),
  entries: z.array(Entry),
})
export type ControlList = z.infer<typeof ControlList>
