import { bundle } from '../../support/bundle'
import { findPostgres, Postgres } from '../../support/postgres'
import { benchOwn, type OwnResult } from './own'

export type WavesResult = OwnResult & { asked: number; store: 'PGlite' | 'PostgreSQL' }

/**
 * Our exchange alone, wave after wave, to see what is held at both ends as the number grows; on PostgreSQL where it is there.
 * @param seconds for each size; nothing is queued after that, and the number that was reached is told
 */
export async function benchWaves(
  sizes: readonly number[],
  wave: number,
  seconds: number,
  tell: (result: WavesResult) => void,
): Promise<WavesResult[]> {
  const modules = {
    client: await bundle('bench-client', 'test/bench/exchange/client.ts'),
    service: await bundle('bench-service', 'electron/practice/main.ts'),
  }
  const results: WavesResult[] = []
  for (const asked of sizes) {
    const postgres = findPostgres() ? await Postgres.start() : undefined
    try {
      const own = await benchOwn(modules, asked, postgres?.url, wave, seconds)
      const result: WavesResult = { ...own, asked, store: postgres ? 'PostgreSQL' : 'PGlite' }
      tell(result)
      results.push(result)
    } finally {
      await postgres?.stop()
    }
  }
  return results
}

const mb = (bytes: number | undefined) => (bytes === undefined ? '-' : (bytes / 1_048_576).toFixed(0))
/** Rows of a table, whatever the number of waves. */
const MOST_ROWS = 12

/** What both ends held after some of the waves, first and last among them, as Markdown. */
export function wavesTable({ asked, store, documents, exchangeMs, waves, failures }: WavesResult): string {
  const step = Math.max(1, Math.ceil(waves.length / MOST_ROWS))
  const shown = waves.filter((_, n) => n % step === 0 || n === waves.length - 1)
  const rate = ((documents * 1000) / exchangeMs).toFixed(0)
  return [
    `${store}: ${documents} of ${asked} documents, ${rate} documents/s while exchanging, ${failures} failed requests`,
    '',
    '| documents | s | client heap MB | client process MB | service MB |',
    '| --- | --- | --- | --- | --- |',
    ...shown.map(
      (one) =>
        `| ${one.documents} | ${(one.ms / 1000).toFixed(0)} | ${mb(one.heap)} | ${mb(one.rss)} | ${mb(one.serviceRss)} |`,
    ),
  ].join('\n')
}
