import { businessDay } from '#shared/time/shanghai'
import { lastDay, type DocumentHead } from '#shared/audit-file/head'
import { decide, type Fate } from '#shared/retention/decide'
import { readDesk } from '../../../data/desks/setting'
import { DataRefusal } from '../../../data/errors/refusal'
import { importOf } from '../../../data/facts/fact-id'
import { destroyImport } from '../../../data/imports/destroy'
import { groupBy } from '../../../data/group-by'
import type * as Port from '../../../data/port'
import { base64url, encodeText, sha256 } from '../../../data/sealing/bytes'
import type { ReplacedRow } from '../../../data/schema/stored'
import { purgePart, strip } from '../../../data/write/purge'
import { readMap, type AuditMap } from '../audit/map'
import type { RecordKind } from '../audit/heads'
import type { BookSession } from '../session'
import { heldKeys, holdsOf } from './holds'

type Tell = ((p: Port.WorkProgress) => void) | undefined
type Decision = { today: string; map: AuditMap; fates: Map<string, Fate>; files: Map<string, DocumentHead[]> }

/** Documents of one transaction. */
const atOnce = 100
/** Kinds that have no life of their own in a purge: their import, or nothing, takes them. */
const withImport: ReadonlySet<string> = new Set(['orders', 'payments', 'waybills'])
/** Facts about taxes and figures without persons; no rule here destroys them. */
const staying: ReadonlySet<string> = new Set(['invoices', 'rebateBatches', 'evidence'])

async function decided(session: BookSession, tell: Tell): Promise<Decision> {
  const { book, projection } = session
  projection.settle()
  const map = await readMap(book, projection, tell)
  const groups = await importGroups(session)
  const heads = new Map(
    [...map.heads].map(([key, head]) => {
      const group = head.importId === undefined ? undefined : (groups.get(head.importId) ?? head.importId)
      return [key, group === undefined ? head : { ...head, importId: group }]
    }),
  )
  const today = businessDay(book.context.now())
  const fates = decide(heads, map.links, { today, held: heldKeys(map, await holdsOf(session)) })
  const files = new Map<string, DocumentHead[]>()
  for (const head of map.heads.values()) {
    if (staying.has(head.kind) && !fates.get(head.key)!.keep)
      fates.set(head.key, { ...fates.get(head.key)!, keep: 'kind' })
    if (head.importId === undefined || fates.get(head.key)!.keep) continue
    files.set(head.importId, [...(files.get(head.importId) ?? []), head])
  }
  return { today, map, fates, files }
}

/**
 * Imports that have to go or stay together, by one of them: what a newer file replaced would count again without it.
 */
async function importGroups({ book }: BookSession): Promise<Map<string, string>> {
  const rows = await book.context.connections.run('strict', (db) =>
    db.table<ReplacedRow>('replaced').toArray(),
  )
  const parent = new Map<string, string>()
  const root = (id: string): string => {
    const next = parent.get(id)
    return next === undefined || next === id ? id : root(next)
  }
  for (const { id, by } of rows) {
    const [a, b] = [root(importOf(id)), root(importOf(by))]
    if (a !== b) parent.set(a, b)
  }
  return new Map([...parent.keys()].map((id) => [id, root(id)]))
}

async function reportOf({ today, map, fates, files }: Decision): Promise<Port.RetentionReport> {
  const lines = new Map<string, Port.RetentionLine>()
  const gone: string[] = []
  for (const [key, { keep, until, period }] of fates) {
    const head = map.heads.get(key)!
    if (!keep) gone.push(key)
    const place = `${head.kind} ${keep ?? ''} ${period}`
    const day = lastDay(head)
    const line = lines.get(place)
    if (!line) {
      lines.set(place, { kind: head.kind, ...(keep && { keep }), count: 1, days: [day, day], until, period })
      continue
    }
    line.count += 1
    line.days = [day < line.days[0] ? day : line.days[0], day > line.days[1] ? day : line.days[1]]
    if (keep ? until < line.until : until > line.until) line.until = until
  }
  const digest = base64url(await sha256(encodeText(gone.sort().join('\n'))))
  return { today, lines: [...lines.values()], goes: gone.length, files: files.size, digest }
}

/** See `RetentionPort.retention`. */
export const retentionOf = async (session: BookSession, tell: Tell): Promise<Port.RetentionReport> =>
  reportOf(await decided(session, tell))

/** See `RetentionPort.purge`. Records first, from those nothing rests on; then the files nobody needs any more. */
export async function purge(
  session: BookSession,
  digest: string,
  why: string,
  tell: Tell,
): Promise<Port.Purged> {
  const { book, who } = session
  const { context } = book
  if ((await readDesk(context))?.on) throw new DataRefusal('purge-desks')
  const decision = await decided(session, tell)
  const { map, fates, files } = decision
  const report = await reportOf(decision)
  if (report.digest !== digest || report.goes === 0) throw new DataRefusal('retention-changed')
  const going = [...map.heads.values()].filter(({ key }) => !fates.get(key)!.keep)
  // From above: cut off half way, what is left still has all it rests on.
  const records = going.filter(({ kind }) => !withImport.has(kind)).reverse()
  const tellDone = (done: number) => tell?.({ stage: 'storing', done, total: going.length })
  for (let at = 0; at < records.length; at += atOnce) {
    const part = records.slice(at, at + atOnce)
    await purgePart(context, who, why, {
      records: part.map(({ kind, id }) => ({ table: kind as RecordKind, id })),
      dossiers: part.map(({ id }) => id),
      about: aboutOf(part, fates),
    })
    tellDone(at + part.length)
  }
  for (const [importId, heads] of files) {
    const orders = heads.filter(({ kind }) => kind === 'orders').map(({ id }) => id)
    await destroyImport(context, who, why, importId, orders, aboutOf(heads, fates))
  }
  await strip(context)
  return { documents: going.length, files: files.size }
}

/** What the journal keeps of it: how many of which kind, by which rule, until which year, and their own numbers. */
function aboutOf(
  heads: readonly DocumentHead[],
  fates: ReadonlyMap<string, Fate>,
): Record<string, string | number> {
  const kinds = groupBy(heads, ({ kind }) => kind)
  const rules = new Set(heads.map(({ key }) => fates.get(key)!.period))
  const untils = heads.map(({ key }) => fates.get(key)!.until).sort()
  return {
    documents: heads.length,
    kinds: [...kinds].map(([kind, own]) => `${kind} ${own.length}`).join(', '),
    rules: [...rules].join(', '),
    until: `${untils[0] ?? ''} – ${untils.at(-1) ?? ''}`,
    numbers: heads.map(({ no }) => no).join(' '),
  }
}
