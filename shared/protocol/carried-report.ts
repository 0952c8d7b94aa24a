import { z } from 'zod'
import { BookKind } from '../model/enterprise'
import { AnsweringService } from './exchange-file'

const words = z.object({ zh: z.string(), en: z.string() })
const fault = z.object({ code: z.string(), message: words, fix: words })

/** What a carried file is, told before anything is done with it. */
export const CarriedFile = z.object({
  kind: z.string(),
  id: z.string(),
  createdAt: z.string(),
  enterprise: z.object({ code: z.string(), name: z.string() }),
  book: BookKind,
  mark: z.string().optional(),
  software: z.string(),
  /** SHA-256 of the signing key, in pairs. */
  signer: z.string(),
  batches: z.array(
    z.object({
      batchId: z.string(),
      sha256: z.string(),
      /** Message type → documents; absent in a receipts file. */
      documents: z.record(z.string(), z.int()).optional(),
      bytes: z.int().optional(),
      /** State of the answer; receipts files only. */
      answer: z.string().optional(),
    }),
  ),
  receipts: z.int().optional(),
  /** Number of the claim in a file of a 自检, there or back. */
  claim: z.string().optional(),
  service: AnsweringService.optional(),
})
export type CarriedFile = z.infer<typeof CarriedFile>

/** `content` absent: the file was refused, `faults` says why. With content, `faults` are what contradicts itself inside. */
export const CarriedFileVerdict = z.object({
  file: z.string(),
  ok: z.boolean(),
  content: CarriedFile.optional(),
  faults: z.array(fault),
})
export type CarriedFileVerdict = z.infer<typeof CarriedFileVerdict>

/** How the upload of one file ended. `delivered` counts batches with an answer, or refused as a whole. */
export const CarriedUpload = z.object({
  file: z.string(),
  enterprise: z.object({ code: z.string(), name: z.string() }),
  service: AnsweringService.optional(),
  batches: z.array(
    z.object({
      batchId: z.string(),
      /** `not-sent`: nobody knows it there; `working`: taken in, no result yet. */
      state: z.enum(['accepted', 'partial', 'refused', 'working', 'not-sent']),
      accepted: z.int(),
      duplicate: z.int(),
      refused: z.int(),
      fault: fault.optional(),
    }),
  ),
  /** What a 自检 found; a file of one carries no batches. */
  selfCheck: z.object({ claim: z.string(), blocking: z.int(), warning: z.int() }).optional(),
  delivered: z.int(),
  receipts: z.int(),
  /** Why it stopped, when it did. */
  fault: fault.optional(),
})
export type CarriedUpload = z.infer<typeof CarriedUpload>
