import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import pg from 'pg'
import { rxStorageInstanceToReplicationHandler } from 'rxdb'
import { diskMaster, type Master } from './peer-disk'
import { peerDatabase, type PeerDocument, type PeerReceipt } from './peer-schema'

/*
 * The other end of the peer, asked by HTTP. Without an address of a database: RxDB's own replication handler over
 * collections in memory. With one: tables of PostgreSQL. Each document that comes in gets its receipts, as many as ours do.
 */
const { receiptsEach, receiptBytes, databaseUrl } = JSON.parse(process.argv[2] ?? '') as {
  receiptsEach: number
  receiptBytes: number
  databaseUrl?: string
}
const { masters, addReceipts } = databaseUrl ? await onDisk(databaseUrl) : await inMemory()
const xml = 'x'.repeat(receiptBytes)
let owed = 0

type Masters = {
  masters: Record<'documents' | 'receipts', Master>
  addReceipts(made: PeerReceipt[]): Promise<unknown>
}

async function inMemory(): Promise<Masters> {
  const database = await peerDatabase('server')
  const { documents, receipts } = database.collections
  const handlerOf = (collection: typeof documents | typeof receipts) =>
    rxStorageInstanceToReplicationHandler(
      collection.storageInstance as never,
      collection.conflictHandler as never,
      database.token,
    ) as unknown as Master
  return {
    masters: { documents: handlerOf(documents), receipts: handlerOf(receipts) },
    addReceipts: (made) => receipts.bulkInsert(made),
  }
}

async function onDisk(connectionString: string): Promise<Masters> {
  const pool = new pg.Pool({ connectionString })
  const receipts = await diskMaster(pool, 'receipts')
  return {
    masters: { documents: await diskMaster(pool, 'documents'), receipts },
    addReceipts: (made) => receipts.add(made),
  }
}

async function answer(ids: readonly string[]): Promise<void> {
  owed += ids.length * receiptsEach
  const whole = Math.floor(owed)
  owed -= whole
  const made: PeerReceipt[] = Array.from({ length: whole }, (_, n) => {
    const id = ids[n % ids.length]!
    return { id: `${id}-${n}`, document: id, status: String(n), xml }
  })
  await addReceipts(made)
}

const server = createServer((request, response) => {
  void (async () => {
    const { pathname } = new URL(request.url ?? '/', 'http://peer')
    const [, name, verb] = pathname.split('/') as [string, 'documents' | 'receipts', string]
    const body = (await json(request)) as never
    let result: unknown
    if (verb === 'push') {
      result = await masters[name].masterWrite(body)
      if (name === 'documents')
        await answer((body as { newDocumentState: PeerDocument }[]).map((row) => row.newDocumentState.id))
    } else {
      const { checkpoint, limit } = body as { checkpoint?: never; limit: number }
      result = await masters[name].masterChangesSince(checkpoint, limit)
    }
    response.end(JSON.stringify(result))
  })().catch((error: unknown) => {
    response.writeHead(500).end(String(error))
  })
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`)
})
