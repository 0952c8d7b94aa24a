import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JournalEntry } from '#shared/protocol/engine/records'
import { ServiceProcess } from '../../torture/processes'
import { timed } from '../step'
import { Desk } from './desk'

const TOKEN = 'token-of-the-exchange-bench'

/** So many enterprises at one service at once, a dossier each, each with its own key. */
export async function benchMany(
  service: string,
  clients: number,
  databaseUrl?: string,
): Promise<{ clients: number; ms: number; failures: string[] }> {
  const directory = await mkdtemp(join(tmpdir(), 'yiguan-many-'))
  const options = { directory, token: TOKEN, pace: 0, ...(databaseUrl ? { databaseUrl } : {}) }
  const running = await ServiceProcess.start(service, options, join(directory, 'service.log'))
  try {
    const url = `http://127.0.0.1:${running.port}`
    const desks = Array.from({ length: clients }, (_, n) => {
      const journal: JournalEntry[] = []
      return new Desk({
        url,
        token: TOKEN,
        enterprise: `9113100000${String(n).padStart(7, '0')}X`,
        journal: {
          append: (entry) => Promise.resolve(void journal.push(entry)),
          entries: () => Promise.resolve(journal),
        },
      })
    })
    const { ms } = await timed(() =>
      Promise.all(
        desks.map(async (desk) => {
          await desk.queue(1, 'M')
          await desk.drain(3)
        }),
      ),
    )
    return { clients, ms, failures: desks.flatMap(({ failures }) => failures) }
  } finally {
    await running.stop()
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}
