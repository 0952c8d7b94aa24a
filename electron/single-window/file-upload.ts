import { accountOf } from '#shared/ipc/exchange'
import type { BatchAnswer, Capabilities, ServiceReceipt } from '#shared/protocol/api'
import type { OpenBundle } from '#shared/protocol/bundle'
import type { CarriedUpload } from '#shared/protocol/carried-report'
import type { Failure } from '#shared/protocol/errors'
import type {
  AnsweringService,
  CarriedAnswer,
  ReceiptsFile,
  UploadableBatch,
} from '#shared/protocol/exchange-file'
import { httpTransport, type HttpTransport } from './http'
import { openBatches } from './file-read'
import type { Fetch } from './request'

/** The service a file is carried to: its address, and a token that lets in. */
export type Destination = { url: string; token: string }
export type UploadDependencies = { fetch: Fetch; now(): number; wait(ms: number): Promise<void> }
/** `send` uploads what is not there yet; `ask` only fetches what is known about it. */
export type Errand = 'send' | 'ask'
export type Brought = { report: CarriedUpload; back?: ReceiptsFile }

const PER_PAGE = 500
/** A million receipts; a service that never says it has no more is stopped here. */
const MOST_PAGES = 2_000
const ASK_AGAIN_MS = 500
const MOST_ASKS = 20

/**
 * Carry the batches of a file to a service and bring back what it says. The bytes go as they are, under their own ids,
 * so that doing it again anywhere changes nothing. Nothing of a book is needed for it, and none is touched: the batch
 * stands in the send journal of the machine it came from.
 */
export async function carryToService(
  file: string,
  bundle: OpenBundle,
  { url, token }: Destination,
  errand: Errand,
  { fetch, now, wait }: UploadDependencies,
): Promise<Brought> {
  const { index } = bundle
  const { batches, receiptsAfter } = await openBatches(bundle)
  const account = accountOf(url, index.enterprise.code)
  const journal = () => Promise.resolve()
  const transport = httpTransport({ service: url, url, token }, index.book, { fetch, now, journal })
  const enterprise = { code: index.enterprise.code, name: index.enterprise.name }
  const report: CarriedUpload = { file, enterprise, batches: [], delivered: 0, receipts: 0 }

  const known = await transport.capabilities(account)
  if (!known.ok) return { report: { ...report, fault: failureOf(known.failure) } }
  const service = serviceOf(known.value, url)
  const answers: CarriedAnswer[] = []
  for (const batch of batches) {
    const result = await deliver(transport, batch, account, errand, wait)
    const at = new Date(now()).toISOString()
    const { batchId, sha256 } = batch
    if (result.answer) answers.push({ batchId, sha256, at, answer: result.answer })
    else if (result.refusal) answers.push({ batchId, sha256, at, refusal: reasonOf(result.refusal) })
    report.batches.push(lineOf(batchId, result))
    if (!result.failure) continue
    report.fault = failureOf(result.failure)
    break
  }
  report.delivered = answers.length
  const fetched = report.fault ? undefined : await fetchReceipts(transport, account, receiptsAfter)
  const { receipts, upTo, failure } = fetched ?? { receipts: [], upTo: undefined, failure: undefined }
  return {
    report: {
      ...report,
      service,
      receipts: receipts.length,
      ...(failure ? { fault: failureOf(failure) } : {}),
    },
    // Also of an errand that was cut short: what is known is worth bringing back.
    back: { service, answers, receipts, ...(upTo === undefined ? {} : { receiptsUpTo: upTo }) },
  }
}

/** `failure`: nothing is known about this batch and the next would fare no better. */
type Result = { answer?: BatchAnswer; refusal?: Failure; failure?: Failure; working?: boolean }

async function deliver(
  transport: HttpTransport,
  { batchId, sha256, bytes }: UploadableBatch,
  account: string,
  errand: Errand,
  wait: UploadDependencies['wait'],
): Promise<Result> {
  const put = { batchId, bytes, sha256, marks: [], account }
  let outcome =
    errand === 'send' ? await transport.putBatch(put) : await transport.queryBatch(batchId, account)
  if (!outcome.ok && errand === 'send' && outcome.failure.kind === 'refused') {
    const refusal = outcome.failure
    outcome = await transport.queryBatch(batchId, account)
    if (!outcome.ok && outcome.failure.code === 'unknown-batch') return { refusal }
  }
  for (let asked = 0; outcome.ok && outcome.value.state === 'received' && asked < MOST_ASKS; asked += 1) {
    await wait(ASK_AGAIN_MS)
    outcome = await transport.queryBatch(batchId, account)
  }
  if (outcome.ok) return outcome.value.state === 'received' ? { working: true } : { answer: outcome.value }
  return outcome.failure.code === 'unknown-batch' ? {} : { failure: outcome.failure }
}

function lineOf(
  batchId: string,
  { answer, refusal, working, failure }: Result,
): CarriedUpload['batches'][number] {
  const count = (outcome: string) => answer?.items.filter((item) => item.outcome === outcome).length ?? 0
  const fault = refusal ?? failure
  const state = refusal
    ? 'refused'
    : working
      ? 'working'
      : answer && answer.state !== 'received'
        ? answer.state
        : 'not-sent'
  return {
    batchId,
    state,
    accepted: count('accepted'),
    duplicate: count('duplicate'),
    refused: count('refused'),
    ...(fault ? { fault: failureOf(fault) } : {}),
  }
}

async function fetchReceipts(transport: HttpTransport, account: string, after: string | undefined) {
  const receipts: ServiceReceipt[] = []
  let upTo = after
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const outcome = await transport.receipts(account, upTo, PER_PAGE)
    if (!outcome.ok) return { receipts, upTo, failure: outcome.failure }
    receipts.push(...outcome.value.receipts)
    upTo = outcome.value.cursor
    if (!outcome.value.more) break
  }
  return { receipts, upTo }
}

export const serviceOf = ({ service }: Capabilities, address: string): AnsweringService => ({
  ...service,
  address,
})
export const failureOf = ({ code, message, fix }: Failure) => ({ code, message, fix })
const reasonOf = ({ code, message, fix }: Failure) => ({ code, text: message, fix })
