import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { lifeline, report, usageOf } from './processes'
import type { OwnResult } from './own'
import type { ClientReport } from './words'

export type PeerResult = Omit<ClientReport, 'sentBytes'> & { service: OwnResult['service'] }

/** The same number of documents and receipts, of the same size, through RxDB's replication with its handler. */
export async function benchPeer(
  modules: { client: string; server: string },
  like: { documents: number; receipts: number; contentBytes: number; receiptBytes: number },
): Promise<PeerResult> {
  const task = { receiptsEach: like.receipts / like.documents, receiptBytes: like.receiptBytes }
  const server = spawn(process.execPath, ['--import', lifeline, modules.server, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const first = await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next()
    const { port } = JSON.parse(first.value as string) as { port: number }
    const before = await usageOf(server.pid!)
    const result = await report<PeerResult>(modules.client, { port, ...like })
    const after = await usageOf(server.pid!)
    const used = before && after && { cpuMs: after.cpuMs - before.cpuMs, peakRss: after.peakRss }
    return { ...result, service: used }
  } finally {
    server.kill('SIGKILL')
  }
}
