import { z } from 'zod'
import { BookKind } from '../model/enterprise'
import { instant } from '../model/field'
import { BatchId, MessageType, Sha256 } from './api'

export const MANIFEST_FILE = 'manifest.json'
export const SIGNATURE_FILE = 'manifest.sig'

/** One document inside a message file: how its receipts will name it, and the dossier it belongs to. */
export const ManifestDocument = z.looseObject({
  message: MessageType,
  businessKey: z.string().min(1),
  guid: z.string().length(36),
  dossier: z.string().min(1),
})
export type ManifestDocument = z.infer<typeof ManifestDocument>

/** One CEB message file of a batch with its digest. `guid` is the message's own, which CEB900 answers with. */
export const ManifestMessage = z.looseObject({
  file: z.string().regex(/^messages\/\d{3}\.xml$/),
  type: MessageType,
  sha256: Sha256,
  guid: z.string().length(36).optional(),
  documents: z.array(ManifestDocument).min(1).max(100),
})
export type ManifestMessage = z.infer<typeof ManifestMessage>

/** Where the chained journal of the sender's book ended; the hash is keyed and tells nobody anything but its owner. */
export const JournalEnd = z.object({
  seq: z.int().nonnegative(),
  hash: z.string().regex(/^[\w-]{0,64}$/),
})
export type JournalEnd = z.infer<typeof JournalEnd>

/**
 * First file of a batch, on the wire, on a USB stick and in a folder alike. Fields we do not know are kept: a
 * newer client's batch passes through an older one unharmed.
 */
export const Manifest = z
  .looseObject({
    batchId: BatchId,
    protocol: z.int().positive(),
    enterprise: z.looseObject({ code: z.string().min(1), name: z.string().min(1) }),
    book: BookKind,
    createdAt: instant,
    /** Counts changes of account, service or key of this book, at the time the batch was fixed. */
    epoch: z.int().nonnegative(),
    messages: z.array(ManifestMessage).min(1),
    /** The end of the chained journal when the batch was fixed: whoever keeps the batch witnesses what came before it. */
    journal: JournalEnd.optional(),
    /** The batch whose documents were taken apart or corrected into this one. */
    supersedes: BatchId.optional(),
  })
  .meta({ id: 'Manifest' })
export type Manifest = z.infer<typeof Manifest>
