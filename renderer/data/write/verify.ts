import { fillText } from '#shared/model/text'
import type { BookContext } from '../context'
import { texts } from '../errors/texts'
import type { JournalVerdict } from '../port'
import { presentRows } from '../read/records'
import type { JournalRow } from '../schema/stored'
import { sealedTableNames } from '../schema/tables'
import { open } from '../sealing/cipher'
import { digestRow, entryHash, noHead } from './journal'
import type { JournalBody, JournalHead } from './journal'

const chunk = 200

/**
 * Walk the audit chain from its first entry: numbers without a gap, each entry hashed over the one before, each body
 * under its seal, each kept earlier row as digested; then the end against the head, and every record against the last
 * entry that wrote it, so that a row put back to an older writing is found as well.
 */
export async function verifyJournal(context: BookContext): Promise<JournalVerdict> {
  const { connections, keys } = context
  const last = new Map<string, { seq: number; table: string; id: string; digest: string }>()
  let head = noHead
  for (;;) {
    const rows = await connections.run('strict', (db) =>
      db.table<JournalRow>('journal').where('seq').above(head.seq).limit(chunk).toArray(),
    )
    if (rows.length === 0) break
    for (const row of rows) {
      const fault = await entryFault(context, head, row)
      if (fault) return broken(row.seq, fault)
      const body = (await open(keys, 'journal', String(row.seq), row)) as JournalBody
      for (const { table, id, after } of body.changes) {
        last.set(`${table} ${id}`, { seq: row.seq, table, id, digest: after })
      }
      head = { seq: row.seq, hash: row.hash }
    }
  }
  const kept: { value: JournalHead } | undefined = await connections.run('strict', (db) =>
    db.table('meta').get('journal'),
  )
  if ((kept?.value.seq ?? 0) !== head.seq) return broken(head.seq + 1, 'missing')
  return (await recordFault(context, last)) ?? { ok: true, entries: head.seq }
}

async function entryFault(
  { keys }: BookContext,
  head: JournalHead,
  row: JournalRow,
): Promise<string | undefined> {
  if (row.seq !== head.seq + 1) return 'gap'
  if (row.prev !== head.hash) return 'chain'
  if (row.hash !== (await entryHash(keys, row))) return 'hash'
  const body = (await open(keys, 'journal', String(row.seq), row).catch(() => undefined)) as
    JournalBody | undefined
  if (!body) return 'seal'
  const digests = await Promise.all(row.before.map(({ table, row: was }) => digestRow(table, was)))
  const expected = body.changes.filter(({ before }) => before !== '').map(({ before }) => before)
  return expected.length === digests.length && expected.every((digest, i) => digest === digests[i])
    ? undefined
    : 'before'
}

async function recordFault(
  context: BookContext,
  last: ReadonlyMap<string, { seq: number; table: string; id: string; digest: string }>,
): Promise<JournalVerdict | undefined> {
  const entries = [...last.values()].filter(({ table }) => (sealedTableNames as string[]).includes(table))
  for (let i = 0; i < entries.length; i += chunk) {
    const part = entries.slice(i, i + chunk)
    const rows = await presentRows(context, part)
    for (const [k, { table, id, seq, digest }] of part.entries()) {
      if ((await digestRow(table, rows[k])) !== digest) return broken(seq, `${table} ${id}`)
    }
  }
  return undefined
}

function broken(seq: number, detail: string): JournalVerdict {
  return { ok: false, seq, text: fillText(texts['journal-broken'], { seq, detail }) }
}
