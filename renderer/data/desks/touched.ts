import type { MergeKind } from '#shared/merge/kinds'
import { print } from '#shared/model/json'
import type { BookContext } from '../context'
import { presentRows, recordReader } from '../read/records'
import type { SealedRecord, SealedTable } from '../records'
import type { JournalRow, StoredRow } from '../schema/stored'
import { open } from '../sealing/cipher'
import type { JournalBody } from '../write/journal'
import { deskKinds, kindsOfTable } from './kinds'
import type { Key, Shelf } from './kind'

/** Who changed which properties of a record, in one act. */
export type Step = { seq: number; who: string; at: string; properties: ReadonlySet<string> }
/** A shared record that local acts touched, and those acts in their order. */
export type Touched = { kind: MergeKind; key: Key; steps: Step[] }

type Act = { seq: number; who: string; at: string; before: StoredRow | undefined }
type Row = SealedRecord<SealedTable>

/** Acts of this exchange itself: what they wrote came from the shared records. */
const ownActs = /^desk\./

/**
 * What was edited here since an entry of the journal, by shared record. The journal is what edits are read from: it
 * has every change with its author, its time and the row before it, also of acts that were taken back.
 */
export async function touchedSince(
  shelf: Shelf,
  after: number,
): Promise<{ seq: number; touched: Touched[] }> {
  const { context } = shelf
  const rows = new Map<string, { table: SealedTable; id: string; acts: Act[] }>()
  let seq = after
  for await (const entry of eachEntry(context, after)) {
    seq = entry.seq
    if (ownActs.test(entry.name)) continue
    const body = (await open(context.keys, 'journal', String(entry.seq), entry)) as JournalBody
    for (const { table, id } of body.changes) {
      if (!(table in kindsOfTable)) continue
      const row = rows.get(`${table} ${id}`) ?? { table: table as SealedTable, id, acts: [] }
      const before = entry.before.find((was) => was.table === table && was.row.id === id)?.row
      row.acts.push({ seq: entry.seq, who: body.who, at: entry.at, before })
      rows.set(`${table} ${id}`, row)
    }
  }
  const found = new Map<string, Touched>()
  const all = [...rows.values()]
  for (let i = 0; i < all.length; i += atOnce) await collect(shelf, all.slice(i, i + atOnce), found)
  return { seq, touched: [...found.values()] }
}

const atOnce = 500

async function* eachEntry({ connections }: BookContext, after: number): AsyncGenerator<JournalRow> {
  for (let last = after; ;) {
    const chunk = await connections.run('strict', (db) =>
      db.table<JournalRow>('journal').where('seq').above(last).limit(200).toArray(),
    )
    if (chunk.length === 0) return
    yield* chunk
    last = chunk.at(-1)!.seq
  }
}

type Changed = { table: SealedTable; id: string; acts: Act[] }

async function collect(shelf: Shelf, rows: readonly Changed[], found: Map<string, Touched>): Promise<void> {
  const reader = recordReader(shelf.context)
  const present = await presentRows(shelf.context, rows)
  const histories = await Promise.all(
    rows.map(async ({ table, acts }, i) => {
      const stored = [...acts.map(({ before }) => before), present[i]]
      return Promise.all(
        stored.map((row) => (row ? (reader.open(table, row) as Promise<Row>) : Promise.resolve(undefined))),
      )
    }),
  )
  for (const table of new Set(rows.map((row) => row.table))) {
    for (const kind of kindsOfTable[table] ?? []) {
      const states = rows.flatMap((row, i) =>
        row.table === table ? histories[i]!.map((state, n) => ({ row, state, n, all: histories[i]! })) : [],
      )
      const there = states.filter(({ state }) => state !== undefined)
      const keys = await deskKinds[kind].keysOf(
        shelf,
        table,
        there.map(({ state }) => state!),
      )
      there.forEach(({ row, n, all }, i) => {
        const key = keys[i]
        if (key === undefined) return
        const name = JSON.stringify([kind, ...key])
        const one = found.get(name) ?? { kind, key, steps: [] }
        // A state is what the act before it left, and what the act after it found.
        for (const at of [n - 1, n]) {
          const act = row.acts[at]
          if (!act || one.steps.some(({ seq }) => seq === act.seq)) continue
          const properties = differing(all[at], all[at + 1])
          one.steps.push({ seq: act.seq, who: act.who, at: act.at, properties })
        }
        one.steps.sort((a, b) => a.seq - b.seq)
        found.set(name, one)
      })
    }
  }
}

function differing(before: Row | undefined, after: Row | undefined): Set<string> {
  const [a, b] = [before ?? {}, after ?? {}] as Record<string, never>[]
  const names = new Set([...Object.keys(a!), ...Object.keys(b!)])
  return new Set([...names].filter((name) => print(a![name]) !== print(b![name])))
}
