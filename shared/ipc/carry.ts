import { z } from 'zod'
import { BatchId, SelfCheckAnswer, SelfCheckRequest, ServiceReceipt, Sha256 } from '../protocol/api'
import { CarriedFileVerdict, CarriedUpload } from '../protocol/carried-report'
import { AnsweringService, CarriedAnswer } from '../protocol/exchange-file'
import { OutageRecord } from '../protocol/outage'
import { bookId, bytes, channel, handle } from './channel'
import { PrintDocument } from '../print/document'

/** A carried file in one piece; a day of a large desk is below 64 MB. */
const wholeFile = bytes.refine((b) => b.byteLength <= 128 * 1_048_576, 'file above 128 MB')

export const ExportRequest = z.object({
  handle,
  account: z.string(),
  enterprise: z.object({ code: z.string().min(1), name: z.string() }),
  /** Where the receipts known to the book end. */
  receiptsAfter: z.string().optional(),
  batches: z
    .array(
      z.object({
        batchId: BatchId,
        sha256: Sha256,
        marks: z.array(z.string()),
        documents: z.int().nonnegative(),
        bytes: wholeFile,
      }),
    )
    .min(1),
})
export type ExportRequest = z.infer<typeof ExportRequest>

/** Everything an outage pack holds; the sheet is laid out by main's print page. */
export const OutageRequest = ExportRequest.omit({ receiptsAfter: true }).extend({
  id: BatchId,
  createdAt: z.string(),
  record: OutageRecord,
  lists: z.string(),
  orders: z.string(),
  sheet: PrintDocument,
})
export type OutageRequest = z.infer<typeof OutageRequest>

export const ReceiptsContent = z.object({
  service: AnsweringService,
  answers: z.array(CarriedAnswer),
  receipts: z.array(ServiceReceipt),
})
export type ReceiptsContent = z.infer<typeof ReceiptsContent>

/** A file that is complete; `sha256` of all of it. */
const written = z.object({ shownPath: z.string(), bytes: z.int(), sha256: Sha256 })

/** Files that somebody carries between machines. Main signs, verifies, uploads, and keeps the send journal. */
export const carry = {
  /** Write an exchange file behind a handle of `files.saveAs`. Every batch is in the send journal before the first byte. */
  'carry.export': channel([bookId, ExportRequest], written),
  /** Write an outage pack; the same promise about the send journal. */
  'carry.outage': channel([bookId, OutageRequest], written),
  /** What a file is; refused files are an answer too. */
  'carry.judge': channel([z.string(), wholeFile], CarriedFileVerdict),
  /**
   * Carry the batches of a file to a service, whoever they belong to, and give back a receipts file. Without a
   * destination it is the practice service of this app. `ask` hands nothing in.
   */
  'carry.upload': channel(
    [
      bookId,
      z.object({
        name: z.string(),
        bytes: wholeFile,
        errand: z.enum(['send', 'ask']),
        destination: z.object({ url: z.url(), token: z.string().min(1) }).nullable(),
      }),
    ],
    z.object({ report: CarriedUpload, back: bytes.nullable() }),
  ),
  /** Records for another desk under a signed index, as every file that is carried. */
  'carry.sealDesks': channel(
    [
      bookId,
      z.object({ enterprise: z.object({ code: z.string().min(1), name: z.string() }), bytes: wholeFile }),
    ],
    bytes,
  ),
  /** What such a file holds, and with which key it was signed; one of another enterprise or kind of book is refused. */
  'carry.openDesks': channel(
    [bookId, z.object({ code: z.string(), bytes: wholeFile })],
    z.object({ bytes, fingerprint: z.string() }),
  ),
  /** A claim for the tax desk of a single window, to be carried there. */
  'carry.sealSelfCheck': channel(
    [
      bookId,
      z.object({
        enterprise: z.object({ code: z.string().min(1), name: z.string() }),
        ...SelfCheckRequest.shape,
      }),
    ],
    bytes,
  ),
  /** What came back about such a claim; `sha256` is the digest of what was asked. */
  'carry.openSelfCheck': channel(
    [bookId, z.object({ code: z.string(), bytes: wholeFile })],
    z.object({ service: AnsweringService, sha256: Sha256, answer: SelfCheckAnswer }),
  ),
  /** Open a receipts file for this book; one of another enterprise or kind of book is refused. */
  'carry.open': channel([bookId, z.object({ code: z.string(), bytes: wholeFile })], ReceiptsContent),
}
