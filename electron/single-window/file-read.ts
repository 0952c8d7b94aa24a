import { createHash } from 'node:crypto'
import { decodeMessage } from '#shared/ceb/decode'
import type { CarriedFile, CarriedFileVerdict } from '#shared/protocol/carried-report'
import { readBundle, type OpenBundle } from '#shared/protocol/bundle'
import { BundleError } from '#shared/protocol/bundle-error'
import { batchesOf, receiptsOf, RECEIPTS_KIND, type UploadableBatch } from '#shared/protocol/exchange-file'
import { businessKey } from '#shared/protocol/keys'
import {
  SELF_CHECK_ANSWER_KIND,
  SELF_CHECK_KIND,
  selfCheckAnswerOf,
  selfCheckOf,
} from '#shared/protocol/self-check-file'
import { PackageError } from '#shared/protocol/package-error'
import { signerOf } from './batch-signature'

export const sha256 = (bytes: Uint8Array | string): Promise<string> =>
  Promise.resolve(createHash('sha256').update(bytes).digest('hex'))

/** SHA-256 of a public key in pairs, to be compared by eye. */
export const fingerprintOf = (publicKey: string): string =>
  createHash('sha256')
    .update(Buffer.from(publicKey, 'hex'))
    .digest('hex')
    .toUpperCase()
    .match(/../g)!
    .join(':')

const verifier = {
  verify: (manifest: Uint8Array, signature: Uint8Array) =>
    Promise.resolve(signerOf(manifest, signature) !== undefined),
}

/** Open a carried file. @throws BundleError when it is not what was written. */
export const openFile = (bytes: Uint8Array): Promise<OpenBundle> =>
  readBundle(bytes, {
    digest: sha256,
    verify: (index, signature) => Promise.resolve(signerOf(index, signature)),
  })

/** The batches of an opened file, each verified. @throws BundleError PackageError */
export const openBatches = (bundle: OpenBundle) => batchesOf(bundle, { digest: sha256, verifier })

/** What a file is and holds. @throws BundleError PackageError */
export async function describeFile(bundle: OpenBundle): Promise<CarriedFile> {
  const { kind, id, createdAt, enterprise, book, mark, software } = bundle.index
  const head = {
    kind,
    id,
    createdAt,
    enterprise: { code: enterprise.code, name: enterprise.name },
    book,
    ...(mark === undefined ? {} : { mark }),
    software,
    signer: fingerprintOf(bundle.signer),
  }
  if (kind === SELF_CHECK_KIND) return { ...head, batches: [], claim: selfCheckOf(bundle).request.claim }
  if (kind === SELF_CHECK_ANSWER_KIND) {
    const { service, answer } = selfCheckAnswerOf(bundle)
    return { ...head, batches: [], claim: answer.claim, service }
  }
  if (kind === RECEIPTS_KIND) {
    const { answers, receipts, service } = receiptsOf(bundle)
    const batches = answers.map(({ batchId, sha256: digest, answer, refusal }) => ({
      batchId,
      sha256: digest,
      answer: answer?.state ?? refusal?.code ?? '',
    }))
    return { ...head, batches, receipts: receipts.length, service }
  }
  const { batches } = await openBatches(bundle)
  return { ...head, batches: batches.map(describeBatch) }
}

function describeBatch({ batchId, sha256: digest, bytes, manifest }: UploadableBatch) {
  const documents: Record<string, number> = {}
  for (const { message } of manifest.messages.flatMap((one) => one.documents)) {
    documents[message] = (documents[message] ?? 0) + 1
  }
  return { batchId, sha256: digest, documents, bytes: bytes.byteLength }
}

/**
 * Everything about a file in one answer; never throws for what the file holds.
 * @param deep read each message too, and compare its documents with what the manifest says of them
 */
export async function judgeFile(file: string, bytes: Uint8Array, deep: boolean): Promise<CarriedFileVerdict> {
  try {
    const bundle = await openFile(bytes)
    const content = await describeFile(bundle)
    const faults =
      deep && content.batches.length > 0 && content.kind !== RECEIPTS_KIND
        ? (await openBatches(bundle)).batches.flatMap(contradictions)
        : []
    return { file, ok: faults.length === 0, content, faults }
  } catch (error) {
    return { file, ok: false, faults: [faultOf(error)] }
  }
}

/** A refusal of a file as it is shown. @throws what is no refusal */
export function faultOf(error: unknown) {
  if (!(error instanceof BundleError) && !(error instanceof PackageError)) throw error
  return { code: error.code, message: error.text, fix: error.fix }
}

const differs = (detail: string) => ({
  code: 'manifest-differs',
  message: { zh: `${detail}：报文与清单文件所列不同`, en: `${detail}: not what the manifest lists` },
  fix: {
    zh: '请从原电脑重新导出，再用新文件上传',
    en: 'Export it again on the machine it came from and use the new file',
  },
})

/** Messages whose documents are not those that their manifest names. */
function contradictions({ batchId, messages }: UploadableBatch) {
  return messages.flatMap(({ type, xml, documents }, n) => {
    const detail = `${batchId} messages/${String(n + 1).padStart(3, '0')}.xml`
    try {
      const { message } = decodeMessage(xml)
      const inside = message.documents.map(({ head }) => `${businessKey(type, head)} ${head['guid']}`)
      const listed = documents.map((one) => `${one.businessKey} ${one.guid}`)
      return message.type === type && inside.join() === listed.join() ? [] : [differs(detail)]
    } catch {
      return [differs(detail)]
    }
  })
}
