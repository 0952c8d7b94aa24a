import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ServiceProcess } from '../../torture/processes'
import { report, usageDuring, type Usage } from './processes'
import type { ClientReport, ClientTask } from './words'

export type OwnResult = ClientReport & { service: Usage | undefined }
const TOKEN = 'token-of-the-exchange-bench'

/**
 * So many documents from the queue of one client to their end at the practice service, over HTTP on loopback.
 * @param databaseUrl PostgreSQL; without it the service uses its embedded database
 * @param wave documents queued at a time; all without it
 * @param seconds nothing is queued after so long
 */
export async function benchOwn(
  modules: { client: string; service: string },
  documents: number,
  databaseUrl?: string,
  wave?: number,
  seconds?: number,
): Promise<OwnResult> {
  const directory = await mkdtemp(join(tmpdir(), 'yiguan-exchange-'))
  const options = { directory, token: TOKEN, pace: 0, ...(databaseUrl ? { databaseUrl } : {}) }
  const service = await ServiceProcess.start(modules.service, options, join(directory, 'service.log'))
  try {
    const task: ClientTask = {
      url: `http://127.0.0.1:${service.port}`,
      token: TOKEN,
      directory,
      documents,
      servicePid: service.pid,
      ...(wave === undefined ? {} : { wave }),
      ...(seconds === undefined ? {} : { seconds }),
    }
    const [result, used] = await usageDuring(service.pid, () => report<ClientReport>(modules.client, task))
    return { ...result, service: used }
  } finally {
    await service.stop()
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}
