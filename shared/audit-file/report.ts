import { z } from 'zod'

const words = z.object({ zh: z.string(), en: z.string() })

/** What the command line says of one 卷宗. */
export const AuditFileVerdict = z.discriminatedUnion('ok', [
  z.object({
    file: z.string(),
    ok: z.literal(true),
    id: z.string(),
    createdAt: z.string(),
    company: z.object({ name: z.string(), uscc: z.string() }),
    /** What the journal of the book that made it has to name. */
    indexSha256: z.string(),
    documents: z.int(),
    files: z.int(),
    /** Where the chain of that journal ended. */
    journal: z.object({ seq: z.int(), hash: z.string() }),
  }),
  z.object({ file: z.string(), ok: z.literal(false), fault: z.string(), message: words, fix: words }),
])
export type AuditFileVerdict = z.infer<typeof AuditFileVerdict>
