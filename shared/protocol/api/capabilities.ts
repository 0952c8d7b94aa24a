import { z } from 'zod'
import { instant } from '../../model/field'
import { MessageType, TextSchema } from './common'

/** Parts of the interface a service may offer. A name that is not here belongs to a newer service and is let be. */
export const serviceFunctions = [
  'batches',
  'resumable-upload',
  'receipts',
  'documents',
  'session',
  'reference',
  'filings',
  'attachments',
  'verifications',
  'desk-records',
  'self-checks',
  'forex-prechecks',
] as const
export type ServiceFunction = (typeof serviceFunctions)[number]

/** What a service offers that does not say: those of before there was a list. */
const oldestFunctions: ServiceFunction[] = ['batches', 'receipts', 'documents']

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)

/**
 * When a function is open, Asia/Shanghai. `zone` is the id of a zone or `*`, `function` one of the functions. Several
 * entries for the same add up; what no entry speaks of is always open. `to` is not included and comes after `from`:
 * hours over midnight are two entries.
 */
export const ServiceHours = z.looseObject({
  zone: z.string().min(1),
  function: z.string().min(1),
  open: z.array(
    z.object({
      /** 1 = Monday … 7 = Sunday. */
      days: z.array(z.int().min(1).max(7)).min(1),
      from: clockTime,
      to: clockTime,
    }),
  ),
})
export type ServiceHours = z.infer<typeof ServiceHours>

/**
 * GET /v1/capabilities: asked before anything else, without a session. Limits, hours and message versions are told
 * before a batch is built, so that none is refused for them. Fields of newer services are kept.
 */
export const Capabilities = z
  .looseObject({
    service: z.looseObject({ name: z.string(), version: z.string(), practice: z.boolean() }),
    protocol: z.object({ min: z.int().positive(), max: z.int().positive() }),
    functions: z.array(z.string().min(1)).default(oldestFunctions),
    /** Empty: the service does not say, every message is tried. */
    messages: z.array(z.looseObject({ type: MessageType, version: z.string() })),
    limits: z.looseObject({
      maxDocuments: z.int().positive(),
      maxBatchBytes: z.int().positive(),
      maxReceiptPage: z.int().positive(),
      /** Of one PATCH; with `resumable-upload`, batches above it go in chunks. */
      maxChunkBytes: z.int().positive().optional(),
      maxAttachmentBytes: z.int().positive().optional(),
    }),
    hours: z.array(ServiceHours).default([]),
    /** Practice services only: reference prefixes that select an outcome. Real transports refuse such references. */
    outcomes: z.array(z.object({ prefix: z.string().min(1), outcome: z.string(), text: TextSchema })),
    serverTime: instant,
  })
  .meta({ id: 'Capabilities' })
export type Capabilities = z.infer<typeof Capabilities>
