import { replicateRxCollection } from 'rxdb/plugins/replication'
import type { RxCollection } from 'rxdb'
import { timed } from '../step'
import { peerDatabase } from './peer-schema'

/* The client of the peer: insert, replicate out, and replicate the receipts in; then the report. */
const { port, documents, contentBytes, receipts } = JSON.parse(process.argv[2] ?? '') as {
  port: number
  documents: number
  contentBytes: number
  receipts: number
}
const PER_REQUEST = 400
const database = await peerDatabase('client')
const content = 'c'.repeat(contentBytes)
const rows = Array.from({ length: documents }, (_, n) => ({ id: `D${n}`, status: '', content }))

let failures = 0
async function post(path: string, body: unknown): Promise<never> {
  const response = await fetch(`http://127.0.0.1:${port}/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  if (!response.ok) {
    failures += 1
    throw new Error(`${response.status}`)
  }
  return (await response.json()) as never
}
const replicate = (name: 'documents' | 'receipts') =>
  replicateRxCollection({
    collection: database.collections[name] as RxCollection,
    replicationIdentifier: name,
    live: false,
    ...(name === 'documents'
      ? { push: { batchSize: PER_REQUEST, handler: (sent) => post('documents/push', sent) } }
      : {}),
    pull: {
      batchSize: 500,
      handler: (checkpoint, limit) => post(`${name}/pull`, { checkpoint, limit }),
    },
  })

const queued = await timed(async () => {
  for (let at = 0; at < rows.length; at += 900)
    await database.collections.documents.bulkInsert(rows.slice(at, at + 900))
})
const before = process.cpuUsage()
const exchanged = await timed(async () => {
  await replicate('documents').awaitInitialReplication()
  await replicate('receipts').awaitInitialReplication()
})
const { user, system } = process.cpuUsage(before)
const got = await database.collections.receipts.count().exec()
if (got < receipts * 0.99) throw new Error(`${got} of ${receipts} receipts`)
process.stdout.write(
  `${JSON.stringify({
    documents,
    queueMs: queued.ms,
    exchangeMs: exchanged.ms,
    cpuMs: Math.round((user + system) / 1000),
    peakRss: process.memoryUsage.rss(),
    receipts: got,
    failures,
  })}\n`,
)
process.exit(0)
