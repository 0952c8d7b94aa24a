import { z } from 'zod'
import { instant } from '../model/field'
import { packName } from '../pack/names'
import { Sha256 } from '../protocol/api'
import { auditKindNames } from './kinds'

export const AUDIT_FORMAT = 'yiguan-audit-file'
export const AUDIT_VERSION = 1
export const SUMS = 'SHA256SUMS.txt'

const words = z.object({ zh: z.string(), en: z.string() })

/** What a 卷宗 says of itself; `index.html` says the same in words. */
export const AuditIndex = z.object({
  format: z.literal(AUDIT_FORMAT),
  version: z.int().positive(),
  id: z.string().min(1),
  createdAt: instant,
  madeBy: z.string(),
  company: z.object({ name: z.string(), uscc: z.string() }),
  mark: z.string().optional(),
  software: z.string(),
  asked: z.string(),
  /** Numbers that were asked for and are not in this book. */
  notFound: z.array(z.string()),
  /** Names of persons: masked, or in clear for this reason. */
  persons: z.union([
    z.object({ masked: z.literal(true) }),
    z.object({ masked: z.literal(false), reason: z.string() }),
  ]),
  documents: z.array(
    z.object({
      kind: z.enum(auditKindNames),
      no: z.string(),
      day: z.string(),
      state: z.string(),
      asked: z.boolean(),
      attempts: z.int(),
      receipts: z.int(),
      page: z.string(),
    }),
  ),
  /** Papers of the documents. Without `file` the original is not in here. */
  papers: z.array(
    z.object({
      of: z.string(),
      name: z.string(),
      kind: z.string(),
      number: z.string(),
      sha256: z.string().optional(),
      place: z.string().optional(),
      file: z.string().optional(),
    }),
  ),
  journal: z.object({
    /** Where the chain ended when this was made, and how many of its entries are quoted. */
    seq: z.int(),
    hash: z.string(),
    quoted: z.int(),
    holds: z.boolean(),
    text: words,
    /** Batches that left and name a place in the chain; the single window keeps them. */
    witnessed: z.int(),
    sheet: z.string(),
  }),
  files: z.array(
    z.object({ name: z.string().regex(packName), sha256: Sha256, bytes: z.int().nonnegative() }),
  ),
})
export type AuditIndex = z.infer<typeof AuditIndex>
