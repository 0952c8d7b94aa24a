import { strToU8 } from 'fflate'
import { z } from 'zod'
import { instant } from '../model/field'
import { BatchAnswer, BatchId, ServiceReceipt, Sha256 } from './api'
import {
  checkedPart,
  jsonOf,
  writeBundle,
  type BundleFile,
  type BundleHead,
  type BundleSigner,
  type OpenBundle,
} from './bundle'
import { BundleError } from './bundle-error'
import type { Manifest } from './manifest'
import { readPackage, type BatchMessage, type Digest, type Verifier } from './package'

export const EXCHANGE_KIND = 'exchange'
export const RECEIPTS_KIND = 'receipts'
/** What desks of one enterprise tell each other: one file in the form of `desk-file.ts`. */
export const DESKS_KIND = 'desk-records'
const DESKS_FILE = 'desk-records.zip'
/** An outage pack holds its batches in the same place, so it can be uploaded as it is. */
export const OUTAGE_KIND = 'outage'

const words = z.object({ zh: z.string(), en: z.string() })

/** A batch inside a file: the very bytes that the wire would carry. */
export const CarriedBatch = z.looseObject({
  batchId: BatchId,
  file: z.string(),
  sha256: Sha256,
  documents: z.int().nonnegative(),
})
export type CarriedBatch = z.infer<typeof CarriedBatch>

const BatchesContent = z.looseObject({
  batches: z.array(CarriedBatch).min(1),
  /** Where the receipts known to the book end: a hint that saves bytes on the way back. */
  receiptsAfter: z.string().optional(),
})

/** What the service said about one batch: its answer, or that it refuses the batch as a whole and does not have it. */
export const CarriedAnswer = z.looseObject({
  batchId: BatchId,
  sha256: Sha256,
  at: instant,
  answer: BatchAnswer.optional(),
  refusal: z.object({ code: z.string(), text: words, fix: words.optional() }).optional(),
})
export type CarriedAnswer = z.infer<typeof CarriedAnswer>

/** The service that answered; `address` is for showing only. */
export const AnsweringService = z.looseObject({
  name: z.string(),
  version: z.string(),
  practice: z.boolean(),
  address: z.string(),
})
export type AnsweringService = z.infer<typeof AnsweringService>

const ReceiptsContent = z.looseObject({
  service: AnsweringService,
  batches: z.array(z.looseObject({ batchId: BatchId, sha256: Sha256 })),
  /** Where the receipts of this file end at the service. */
  receiptsUpTo: z.string().optional(),
})

type Head = Omit<BundleHead, 'kind' | 'content'>
type Writing = { digest: Digest; sign: BundleSigner }

const RECEIPTS_PER_FILE = 500
const ANSWERS_FILE = 'answers.json'
const batchFile = (batchId: string) => `batches/${batchId}.zip`

/** Files and listing of batches, as an exchange file and an outage pack both hold them. */
export function batchParts(
  batches: readonly { batchId: string; sha256: string; bytes: Uint8Array; documents: number }[],
): { files: [string, Uint8Array][]; listed: CarriedBatch[] } {
  return {
    files: batches.map(({ batchId, bytes }) => [batchFile(batchId), bytes]),
    listed: batches.map(({ batchId, sha256, documents }) => ({
      batchId,
      file: batchFile(batchId),
      sha256,
      documents,
    })),
  }
}

/** An exchange file: batches to be uploaded on a machine that has a line. */
export function writeExchangeFile(
  head: Head,
  batches: Parameters<typeof batchParts>[0],
  receiptsAfter: string | undefined,
  tools: Writing,
): Promise<Uint8Array> {
  const { files, listed } = batchParts(batches)
  const content = { batches: listed, ...(receiptsAfter === undefined ? {} : { receiptsAfter }) }
  return writeBundle({ ...head, kind: EXCHANGE_KIND, content }, new Map(files), tools)
}

/** One batch of an opened file, verified down to each message. */
export type UploadableBatch = {
  batchId: string
  sha256: string
  bytes: Uint8Array
  manifest: Manifest
  messages: BatchMessage[]
}
export type ExchangeFile = { batches: UploadableBatch[]; receiptsAfter?: string }

/**
 * The batches of an exchange file or outage pack. Each is opened and verified, and must belong to the enterprise and
 * kind of book that the file says it belongs to.
 * @throws BundleError PackageError
 */
export async function batchesOf(
  { index, files }: Pick<OpenBundle, 'index' | 'files'>,
  crypto: { digest: Digest; verifier: Verifier },
): Promise<ExchangeFile> {
  if (index.kind !== EXCHANGE_KIND && index.kind !== OUTAGE_KIND) {
    throw new BundleError('bundle-kind', { kind: index.kind })
  }
  const { batches: listed, receiptsAfter } = checkedPart(BatchesContent, index.content, 'index.json content')
  const batches: UploadableBatch[] = []
  for (const { batchId, file, sha256 } of listed) {
    const bytes = files.get(file)
    if (!bytes) throw new BundleError('bundle-missing', { file })
    if (digestOf(index.files, file) !== sha256) throw new BundleError('bundle-hash', { file })
    if (batches.some((one) => one.batchId === batchId)) throw new BundleError('bundle-repeated', { file })
    const { manifest, messages } = await readPackage(bytes, crypto)
    if (manifest.batchId !== batchId) throw new BundleError('bundle-hash', { file })
    if (manifest.enterprise.code !== index.enterprise.code) {
      throw new BundleError('bundle-enterprise', {
        theirs: manifest.enterprise.code,
        ours: index.enterprise.code,
      })
    }
    if (manifest.book !== index.book) throw new BundleError('bundle-book', { theirs: manifest.book })
    batches.push({ batchId, sha256, bytes, manifest, messages })
  }
  return { batches, ...(receiptsAfter === undefined ? {} : { receiptsAfter }) }
}

const digestOf = (files: readonly BundleFile[], name: string) =>
  files.find((one) => one.name === name)?.sha256

/** What comes back: answers about batches and receipts, as the service gave them. */
export type ReceiptsFile = {
  service: AnsweringService
  answers: CarriedAnswer[]
  receipts: ServiceReceipt[]
  receiptsUpTo?: string
}

export function writeReceiptsFile(
  head: Head,
  { service, answers, receipts, receiptsUpTo }: ReceiptsFile,
  tools: Writing,
): Promise<Uint8Array> {
  const json = (value: unknown) => strToU8(JSON.stringify(value))
  const files = new Map([[ANSWERS_FILE, json(answers)]])
  for (let at = 0; at < receipts.length; at += RECEIPTS_PER_FILE) {
    files.set(receiptsFile(at / RECEIPTS_PER_FILE), json(receipts.slice(at, at + RECEIPTS_PER_FILE)))
  }
  const content = {
    service,
    batches: answers.map(({ batchId, sha256 }) => ({ batchId, sha256 })),
    ...(receiptsUpTo === undefined ? {} : { receiptsUpTo }),
  }
  return writeBundle({ ...head, kind: RECEIPTS_KIND, content }, files, tools)
}

const receiptsFile = (at: number) => `receipts/${String(at + 1).padStart(4, '0')}.json`

/** The answers and receipts of a receipts file. @throws BundleError */
export function receiptsOf({ index, files }: Pick<OpenBundle, 'index' | 'files'>): ReceiptsFile {
  if (index.kind !== RECEIPTS_KIND) {
    throw new BundleError('bundle-kind', { kind: index.kind })
  }
  const { service, receiptsUpTo } = checkedPart(ReceiptsContent, index.content, 'index.json content')
  if (service.practice !== (index.book === 'practice')) {
    throw new BundleError('bundle-book', { theirs: index.book })
  }
  const part = <T extends z.ZodType>(schema: T, name: string): z.infer<T> => {
    const bytes = files.get(name)
    if (!bytes) throw new BundleError('bundle-missing', { file: name })
    return checkedPart(schema, jsonOf(bytes, name), name)
  }
  const receipts: ServiceReceipt[] = []
  for (let at = 0; files.has(receiptsFile(at)); at += 1) {
    receipts.push(...part(z.array(ServiceReceipt), receiptsFile(at)))
  }
  const answers = part(z.array(CarriedAnswer), ANSWERS_FILE)
  return { service, answers, receipts, ...(receiptsUpTo === undefined ? {} : { receiptsUpTo }) }
}

/** Records for another desk, signed by the one that gives them out. */
export const writeDesksFile = (head: Head, bytes: Uint8Array, tools: Writing): Promise<Uint8Array> =>
  writeBundle({ ...head, kind: DESKS_KIND, content: {} }, new Map([[DESKS_FILE, bytes]]), tools)

/** The records in an opened file, still in the form of `desk-file.ts`. @throws BundleError */
export function desksOf({ index, files }: Pick<OpenBundle, 'index' | 'files'>): Uint8Array {
  if (index.kind !== DESKS_KIND) throw new BundleError('bundle-kind', { kind: index.kind })
  const bytes = files.get(DESKS_FILE)
  if (!bytes) throw new BundleError('bundle-missing', { file: DESKS_FILE })
  return bytes
}

/** A file may be used by the book of its own enterprise and kind only. @throws BundleError */
export function refuseForeign(
  index: Pick<OpenBundle['index'], 'enterprise' | 'book'>,
  book: { code: string; book: 'practice' | 'real' },
): void {
  if (index.book !== book.book) throw new BundleError('bundle-book', { theirs: index.book })
  if (index.enterprise.code !== book.code) {
    throw new BundleError('bundle-enterprise', { theirs: index.enterprise.code, ours: book.code })
  }
}
