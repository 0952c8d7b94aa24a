import pg from 'pg'
import { bundle } from '../../support/bundle'
import { findPostgres, Postgres } from '../../support/postgres'
import { bareInsert } from './bare'
import { benchMany } from './many'
import { benchOwn, type OwnResult } from './own'
import { benchPeer, type PeerResult } from './peer'

/** Milliseconds and bytes; `undefined` was not measured. */
export type ExchangeResult = {
  documents: number
  pglite: OwnResult
  postgresql: OwnResult | undefined
  bare: { ms: number; rows: number } | undefined
  /** RxDB with nothing on disk. */
  peer: PeerResult
  /** RxDB with its master in PostgreSQL. */
  peerOnDisk: PeerResult | undefined
}
export type ManyResult = Awaited<ReturnType<typeof benchMany>> & { store: string }

type Note = (text: string) => void

/**
 * The exchange of each size, then many clients at once on each store.
 * @param wave documents that are queued at a time; undefined: all of a size
 */
export async function benchExchange(
  sizes: readonly number[],
  clients: number,
  wave: number | undefined,
  note: Note,
  tell: (result: ExchangeResult) => void,
): Promise<{ exchange: ExchangeResult[]; many: ManyResult[] }> {
  const own = {
    client: await bundle('bench-client', 'test/bench/exchange/client.ts'),
    service: await bundle('bench-service', 'electron/practice/main.ts'),
  }
  const rx = {
    client: await bundle('bench-peer-client', 'test/bench/exchange/peer-client.ts'),
    server: await bundle('bench-peer-server', 'test/bench/exchange/peer-server.ts'),
  }
  const postgres = findPostgres() ? await Postgres.start() : undefined
  if (!postgres) note('no PostgreSQL binaries here: not measured with it')
  try {
    const exchange: ExchangeResult[] = []
    for (const documents of sizes) {
      const pglite = await benchOwn(own, documents, undefined, wave)
      note(`${documents} documents, PGlite: ${Math.round(pglite.exchangeMs)} ms`)
      const url = postgres && (await emptyDatabase(postgres, `exchange_${documents}`))
      const postgresql = url ? await benchOwn(own, documents, url, wave) : undefined
      if (postgresql) note(`${documents} documents, PostgreSQL: ${Math.round(postgresql.exchangeMs)} ms`)
      const bare = url ? await bareInsert(url) : undefined
      if (bare) note(`the same ${bare.rows} rows, bare: ${Math.round(bare.ms)} ms`)
      const like = {
        documents: pglite.documents,
        receipts: pglite.receipts,
        contentBytes: CONTENT_BYTES,
        receiptBytes: RECEIPT_BYTES,
      }
      const peer = await benchPeer(rx, like)
      note(`${documents} documents, RxDB: ${Math.round(peer.exchangeMs)} ms`)
      const peerUrl = postgres && (await emptyDatabase(postgres, `peer_${documents}`))
      const peerOnDisk = peerUrl ? await benchPeer(rx, like, peerUrl) : undefined
      if (peerOnDisk) note(`${documents} documents, RxDB on disk: ${Math.round(peerOnDisk.exchangeMs)} ms`)
      const result = { documents: pglite.documents, pglite, postgresql, bare, peer, peerOnDisk }
      tell(result)
      exchange.push(result)
    }
    const many: ManyResult[] = []
    if (clients > 0) {
      many.push({ store: 'PGlite', ...(await benchMany(own.service, clients)) })
      const url = postgres && (await emptyDatabase(postgres, 'many'))
      if (url) many.push({ store: 'PostgreSQL', ...(await benchMany(own.service, clients, url)) })
    }
    return { exchange, many }
  } finally {
    await postgres?.stop()
  }
}

/** Of one document as XML and of one receipt, on average. */
const CONTENT_BYTES = 2_000
const RECEIPT_BYTES = 900

async function emptyDatabase(postgres: Postgres, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  return postgres.url.replace(/\/postgres$/, `/${name}`)
}
