import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { lifeline, report, usageDuring } from './processes'
import type { OwnResult } from './own'
import type { ClientReport } from './words'

export type PeerResult = Omit<ClientReport, 'sentBytes' | 'waves'> & { service: OwnResult['service'] }

/**
 * The same number of documents and receipts, of the same size, through RxDB's replication.
 * @param databaseUrl PostgreSQL for the master; without it RxDB's own handler keeps everything in memory
 */
export async function benchPeer(
  modules: { client: string; server: string },
  like: { documents: number; receipts: number; contentBytes: number; receiptBytes: number },
  databaseUrl?: string,
): Promise<PeerResult> {
  const task = { receiptsEach: like.receipts / like.documents, receiptBytes: like.receiptBytes, databaseUrl }
  const server = spawn(process.execPath, ['--import', lifeline, modules.server, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const first = await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next()
    const { port } = JSON.parse(first.value as string) as { port: number }
    const [result, used] = await usageDuring(server.pid!, () =>
      report<PeerResult>(modules.client, { port, ...like }),
    )
    return { ...result, service: used }
  } finally {
    server.kill('SIGKILL')
  }
}
