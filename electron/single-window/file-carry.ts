import { accountOf } from '#shared/ipc/exchange'
import type { BundleHead, BundleSigner, OpenBundle } from '#shared/protocol/bundle'
import type { CarriedUpload } from '#shared/protocol/carried-report'
import { writeReceiptsFile } from '#shared/protocol/exchange-file'
import type { Digest } from '#shared/protocol/package'
import {
  SELF_CHECK_KIND,
  selfCheckOf,
  writeSelfCheckAnswer,
  type CarriedSelfCheck,
} from '#shared/protocol/self-check-file'
import {
  carryToService,
  failureOf,
  serviceOf,
  type Destination,
  type Errand,
  type UploadDependencies,
} from './file-upload'
import { httpTransport } from './http'

/** How the file that is carried back is headed and signed. */
export type Sealing = {
  head(): Promise<Omit<BundleHead, 'kind' | 'content'>>
  digest: Digest
  sign: BundleSigner
}

/** Carry a file of whatever kind to a service, and make the file that is carried back. */
export async function carryFile(
  name: string,
  bundle: OpenBundle,
  destination: Destination,
  errand: Errand,
  dependencies: UploadDependencies,
  { head, ...tools }: Sealing,
): Promise<{ report: CarriedUpload; back?: Uint8Array }> {
  if (bundle.index.kind === SELF_CHECK_KIND) {
    const { report, back } = await carrySelfCheck(name, bundle, destination, dependencies)
    return { report, ...(back && { back: await writeSelfCheckAnswer(await head(), back, tools) }) }
  }
  const { report, back } = await carryToService(name, bundle, destination, errand, dependencies)
  return { report, ...(back && { back: await writeReceiptsFile(await head(), back, tools) }) }
}

/** 自检 of a carried claim. The desk keeps nothing of it, so asking again anywhere gets the same answer. */
async function carrySelfCheck(
  file: string,
  bundle: OpenBundle,
  { url, token }: Destination,
  { fetch, now }: UploadDependencies,
): Promise<{ report: CarriedUpload; back?: CarriedSelfCheck }> {
  const { request, sha256 } = selfCheckOf(bundle)
  const { enterprise, book } = bundle.index
  const account = accountOf(url, enterprise.code)
  const journal = () => Promise.resolve()
  const transport = httpTransport({ service: url, url, token }, book, { fetch, now, journal })
  const empty = { file, enterprise: { code: enterprise.code, name: enterprise.name }, batches: [] }
  const report: CarriedUpload = { ...empty, delivered: 0, receipts: 0 }
  const known = await transport.capabilities(account)
  if (!known.ok) return { report: { ...report, fault: failureOf(known.failure) } }
  const service = serviceOf(known.value, url)
  const answered = await transport.selfCheck(account, request)
  if (!answered.ok) return { report: { ...report, service, fault: failureOf(answered.failure) } }
  const count = (grade: 'blocking' | 'warning') =>
    answered.value.doubts.filter((doubt) => doubt.grade === grade).length
  const selfCheck = { claim: request.claim, blocking: count('blocking'), warning: count('warning') }
  return { report: { ...report, service, selfCheck }, back: { service, sha256, answer: answered.value } }
}
