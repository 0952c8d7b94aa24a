import { listMessages } from '#shared/declaration/dossier-messages'
import type { BatchAnswer, BatchItem } from '#shared/protocol/api'
import { PROTOCOL_VERSION } from '#shared/protocol/api'
import type { Manifest } from '#shared/protocol/manifest'
import { readPackage, type BatchMessage } from '#shared/protocol/package'
import { signerOf } from '../../single-window/batch-signature'
import type { Submission } from '../desks/intake'
import { returnTime } from '../desks/official'
import { formatReceipt } from '../desks/receipt'
import type { ActiveFaults } from '../faults/switch'
import { ServiceError } from '../service-error'
import { findBatch, saveBatch } from '../store/batches'
import { findDocuments, identity, linkedDocuments, saveDocuments, saveStates } from '../store/documents'
import { lockEnterprise, takeSerials } from '../store/enterprises'
import { appendReceipts } from '../store/receipts'
import type { Database, Sql } from '../store/sql'
import { limits } from './capabilities'
import type { ServiceContext } from './context'
import { numbered, takeIn } from './intake'
import { readMessage } from './read-message'
import { receiptRow, recordDecisions } from './record'
import { admitSigner } from './signer'

export type PutBatch = { enterprise: string; id: string; sha256: string; bytes: Uint8Array }

/** A batch that holds together: manifest and messages agree, nothing of it is judged yet. */
type OpenBatch = {
  manifest: Manifest
  publicKey: string
  submissions: Submission[]
  unreadable: BatchMessage[]
}

async function repeated(sql: Sql, put: PutBatch): Promise<BatchAnswer | undefined> {
  const known = await findBatch(sql, put.enterprise, put.id)
  if (!known) return undefined
  if (known.hash !== put.sha256) throw new ServiceError('batch-hash-differs', { id: put.id })
  return known.answer
}

async function open(put: PutBatch, now: number, { host, codes }: ServiceContext): Promise<OpenBatch> {
  let publicKey = ''
  const verifier = {
    verify: (manifest: Uint8Array, signature: Uint8Array) => {
      publicKey = signerOf(manifest, signature) ?? ''
      return Promise.resolve(publicKey !== '')
    },
  }
  const { manifest, messages } = await readPackage(put.bytes, { digest: host.digest, verifier })
  const { code } = manifest.enterprise
  if (manifest.batchId !== put.id) throw new ServiceError('batch-id-differs')
  if (code !== put.enterprise)
    throw new ServiceError('enterprise-differs', { owner: code, caller: put.enterprise })
  if (manifest.book !== 'practice') throw new ServiceError('real-book')
  if (manifest.protocol !== PROTOCOL_VERSION) {
    throw new ServiceError('protocol-version', { version: manifest.protocol })
  }
  const count = messages.reduce((sum, { documents }) => sum + documents.length, 0)
  if (count > limits.maxDocuments)
    throw new ServiceError('batch-too-large', { detail: `${count} > ${limits.maxDocuments}` })

  const check = { codes, practice: true, today: returnTime(now).slice(0, 8) }
  const batch: OpenBatch = { manifest, publicKey, submissions: [], unreadable: [] }
  for (const [index, message] of messages.entries()) {
    const read = readMessage(message, check)
    if ('unreadable' in read) {
      batch.unreadable.push(message)
      continue
    }
    const listed = message.documents.map(
      (one) => `${one.message} ${one.businessKey} ${one.guid.toUpperCase()}`,
    )
    const found = read.submissions.map((one) => `${one.message} ${one.businessKey} ${one.guid}`)
    if (listed.join('\n') !== found.join('\n')) {
      throw new ServiceError('manifest-differs', { file: manifest.messages[index]!.file })
    }
    batch.submissions.push(...read.submissions)
  }
  return batch
}

const refusedItem = (code: string, text: string) => ({ outcome: 'refused' as const, code, text })
const notRead = refusedItem('0002', '报文无法解析，未接收；请按报文规范重新生成')
const notNow = refusedItem('try-later', '演练故障：本单证暂未受理，请重报')
const notHeardOf = refusedItem('Q777', '演练：代码表没有的原因，未接收')

function summary(items: readonly BatchItem[]): BatchAnswer['state'] {
  const refused = items.filter(({ outcome }) => outcome === 'refused').length
  if (refused === 0) return 'accepted'
  return refused === items.length ? 'refused' : 'partial'
}

async function store(
  sql: Sql,
  put: PutBatch,
  batch: OpenBatch,
  now: number,
  context: ServiceContext,
  faults: ActiveFaults,
) {
  const { enterprise } = put
  const { host, timings } = context
  await admitSigner(sql, enterprise, batch.publicKey, context.isPublic)
  const isHalf = faults.has('half-accepted') || faults.has('unknown-code')
  const postponement = faults.has('unknown-code') ? notHeardOf : notNow
  const admitted = batch.submissions.filter((_, n) => !isHalf || n % 2 === 0)
  const postponed = batch.submissions.filter((one) => !admitted.includes(one))

  const stored = new Map([
    ...(await findDocuments(sql, enterprise, admitted)),
    ...(await linkedDocuments(sql, enterprise, admitted)).map((one) => [identity(one), one] as const),
  ])
  const count = (...messages: string[]) => admitted.filter(({ message }) => messages.includes(message)).length
  const intake = takeIn(admitted, stored, {
    batchId: put.id,
    now,
    delay: timings.forward,
    preNos: await takeSerials(sql, 'pre_no_serial', count(...numbered)),
    invtNos: await takeSerials(sql, 'invt_no_serial', count(...listMessages)),
  })
  await saveDocuments(sql, enterprise, [...intake.taken.values()])
  await saveStates(sql, enterprise, [...intake.touched.values()])
  await recordDecisions(sql, enterprise, intake.decisions, host)
  await appendReceipts(
    sql,
    enterprise,
    batch.unreadable.map((message) =>
      receiptRow(formatReceipt(message, put.id, now, host.guid()), now, host),
    ),
  )
  return [
    ...intake.items,
    ...postponed.map(({ message, businessKey }) => ({ message, businessKey, ...postponement })),
    ...batch.unreadable.flatMap(({ documents }) =>
      documents.map(({ message, businessKey }) => ({ message, businessKey, ...notRead })),
    ),
  ]
}

/**
 * Take in a batch, once. The answer, the documents, their receipts and the batch itself are one transaction: after a
 * crash all of it is there or none, and a repetition of the same bytes gets the same answer.
 * @throws ServiceError, PackageError when nothing of it was taken in
 */
export async function receiveBatch(
  db: Database,
  put: PutBatch,
  now: number,
  context: ServiceContext,
  faults: ActiveFaults,
): Promise<BatchAnswer> {
  if ((await context.host.digest(put.bytes)) !== put.sha256) throw new ServiceError('content-hash-differs')
  const before = await repeated(db, put)
  if (before) return before
  const batch = await open(put, now, context)
  return db.transaction(async (sql) => {
    await lockEnterprise(sql, put.enterprise, now)
    // Two requests with the same batch may have come at once; the second waited for the lock.
    const meanwhile = await repeated(sql, put)
    if (meanwhile) return meanwhile
    const items = await store(sql, put, batch, now, context, faults)
    const answer = { batchId: put.id, state: summary(items), receivedAt: new Date(now).toISOString(), items }
    await saveBatch(sql, put.enterprise, {
      id: put.id,
      hash: put.sha256,
      bytes: put.bytes,
      answer,
      receivedAt: now,
    })
    return answer
  })
}
