import type { ExchangeResult, ManyResult } from './exchange'

type Row = Pick<ExchangeResult['peer'], 'documents' | 'exchangeMs' | 'cpuMs' | 'peakRss' | 'service'>
const perSecond = ({ documents, exchangeMs }: Pick<Row, 'documents' | 'exchangeMs'>) =>
  (documents * 1000) / exchangeMs
const mb = (bytes: number | undefined) => (bytes === undefined ? '-' : (bytes / 1_048_576).toFixed(0))
const each = (ms: number | undefined, documents: number) =>
  ms === undefined ? '-' : (ms / documents).toFixed(3)

/** How many times faster than the other. */
export const times = (one: Row | undefined, other: Row): string =>
  one === undefined ? '-' : (perSecond(one) / perSecond(other)).toFixed(2)

/** One row a way of doing it, as Markdown. */
export function exchangeTable(result: ExchangeResult): string {
  const { documents, pglite, postgresql, bare, peer, peerOnDisk } = result
  const line = (name: string, kept: string, row: Row | undefined, bytes: number | undefined) =>
    row === undefined
      ? `| ${name} | ${kept} | not measured | | | | | |`
      : `| ${[
          name,
          kept,
          perSecond(row).toFixed(0),
          bytes === undefined ? '-' : (bytes / row.documents).toFixed(0),
          each(row.cpuMs, row.documents),
          each(row.service?.cpuMs, row.documents),
          mb(row.peakRss),
          mb(row.service?.peakRss),
        ].join(' | ')} |`
  const bareRow = bare
    ? `| bare insert of the same ${bare.rows} rows | PostgreSQL, synced | ${((documents * 1000) / bare.ms).toFixed(0)} | | | | | |`
    : '| bare insert | | not measured | | | | | |'
  return [
    `| ${documents.toLocaleString('en')} documents | kept by the service | documents/s | bytes sent each | client CPU ms each | service CPU ms each | client MB | service MB |`,
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    line('exchange', 'PGlite, not synced', pglite, pglite.sentBytes),
    line('exchange', 'PostgreSQL, synced', postgresql, postgresql?.sentBytes),
    bareRow,
    line('RxDB replication', 'memory, nothing on disk', peer, undefined),
    line('RxDB replication', 'PostgreSQL, synced', peerOnDisk, undefined),
    '',
    `against RxDB: PGlite ${times(pglite, peer)}, PostgreSQL ${times(postgresql, peer)}; ` +
      `on disk: PostgreSQL ${peerOnDisk ? times(postgresql, peerOnDisk) : '-'}; ` +
      `against the bare insert: PostgreSQL ${
        postgresql && bare ? (bare.ms / postgresql.exchangeMs).toFixed(3) : '-'
      }`,
  ].join('\n')
}

export function manyLine({ store, clients, ms, failures }: ManyResult): string {
  const kinds = [...new Set(failures)].join(', ')
  return `${clients} clients at once on ${store}, a dossier each: ${(ms / 1000).toFixed(1)} s, ${failures.length} failed requests${kinds && `: ${kinds}`}`
}
