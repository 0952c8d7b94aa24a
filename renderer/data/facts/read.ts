import { readPlain, rowsBy } from '../connection/lookup'
import type { BookContext } from '../context'
import type { BlockRow, SlimRow } from '../schema/stored'
import { blind, keyMac } from '../sealing/blind'
import type { BlindKind } from '../sealing/blind'
import { openBlock } from './block'
import type { BlockBody } from './block'
import { blockOf, factId, idRange, importOf, positionOf } from './fact-id'
import type { Fact, FactKind, FactOf } from './kinds'

/** Blocks opened at once: bounds the memory of a walk over a million facts. */
const blocksAtOnce = 16

/** Imports whose facts count. A cancelled or undone import may still be on its way out of the tables. */
async function livingImports({ connections }: BookContext): Promise<Set<string>> {
  const ids = await connections.run('strict', (db) =>
    db.table('imports').where('state').anyOf('running', 'done').primaryKeys(),
  )
  return new Set(ids as string[])
}

export async function readFact<K extends FactKind>(
  context: BookContext,
  kind: K,
  id: string,
): Promise<FactOf[K] | undefined> {
  return (await readFacts(context, kind, [id]))[0]?.record
}

/** Facts by id, in the order asked; each block is opened once. Ids that do not exist (any more) are left out. */
export async function readFacts<K extends FactKind>(
  context: BookContext,
  kind: K,
  ids: readonly string[],
): Promise<Fact<K>[]> {
  const wanted = [...new Set(ids.map(blockOf))]
  const living = await livingImports(context)
  const [blocks, present] = await context.connections.run('strict', (db) =>
    db.transaction('r', ['blocks', kind], (tx) =>
      Promise.all([tx.table<BlockRow>('blocks').bulkGet(wanted), tx.table<SlimRow>(kind).bulkGet([...ids])]),
    ),
  )
  const bodies = new Map<string, BlockBody<K>>()
  for (const block of blocks) {
    if (block && living.has(importOf(block.id)))
      bodies.set(block.id, await openBlock(context.keys, kind, block))
  }
  return ids.flatMap((id, i) => {
    const record = present[i] && bodies.get(blockOf(id))?.records[positionOf(id)]
    return record ? [{ id, record }] : []
  })
}

/**
 * Every living fact of a kind (of one import, when named), in chunks, oldest import first and in file order within.
 * Facts replaced by a newer import are left out.
 */
export async function* eachFact<K extends FactKind>(
  context: BookContext,
  kind: K,
  importIds: readonly string[],
): AsyncGenerator<Fact<K>[]> {
  const { connections, keys } = context
  const living = await livingImports(context)
  const replaced = await replacedFacts(context, kind)
  for (const importId of importIds.filter((id) => living.has(id))) {
    for (let [after, end] = idRange(importId); ;) {
      const blocks = await connections.run('strict', (db) =>
        db
          .table<BlockRow>('blocks')
          .where('id')
          .between(after, end, false, false)
          .limit(blocksAtOnce)
          .toArray(),
      )
      if (blocks.length === 0) break
      after = blocks.at(-1)!.id
      const bodies = await Promise.all(blocks.map((block) => openBlock(keys, kind, block)))
      yield bodies.flatMap(({ records }, b) =>
        records
          .map((record, i) => ({ id: factId(blocks[b]!.id, i), record }))
          .filter(({ id }) => !replaced.has(id)),
      )
    }
  }
}

/** Ids of facts that carry a number, however it was spelled. */
export async function findFacts(
  context: BookContext,
  kind: FactKind,
  what: BlindKind,
  number: string,
): Promise<string[]> {
  const living = await livingImports(context)
  const mac = await blind(context.keys, what, number)
  const rows = await context.connections.run('strict', (db) =>
    db.table<SlimRow>(kind).where('nums').equals(mac).toArray(),
  )
  return rows.filter((row) => counts(row, living)).map(({ id }) => id)
}

/** A fact counts while its import does and no fact of a living import has replaced it. */
function counts({ id, by }: SlimRow, living: ReadonlySet<string>): boolean {
  return living.has(importOf(id)) && !(by && living.has(importOf(by)))
}

/** Ids of facts that a newer one of a living import has replaced. */
export async function replacedFacts(context: BookContext, kind: FactKind): Promise<Set<string>> {
  const living = await livingImports(context)
  const rows = await context.connections.run('strict', (db) =>
    db.table<SlimRow>(kind).where('by').above('').toArray(),
  )
  return new Set(rows.filter(({ by }) => living.has(importOf(by!))).map(({ id }) => id))
}

export type StoredKey = { id: string; digest: string }

/** What is stored under these business keys: found by blind index, compared in the opened block. */
export async function storedKeys<K extends FactKind>(
  context: BookContext,
  kind: K,
  keys: readonly string[],
): Promise<Map<string, StoredKey>> {
  const living = await livingImports(context)
  const macs = await Promise.all(keys.map((key) => keyMac(context.keys, key)))
  const found = await context.connections.run('strict', (db) =>
    readPlain(db, [kind], (stores) => rowsBy<SlimRow>(stores(kind).index('nums'), macs)),
  )
  const rows = found.filter((row) => counts(row, living))
  const wanted = [...new Set(rows.map(({ id }) => blockOf(id)))]
  const asked = new Set(keys)
  const stored = new Map<string, StoredKey>()
  for (let i = 0; i < wanted.length; i += blocksAtOnce) {
    const part = wanted.slice(i, i + blocksAtOnce)
    const blocks = await context.connections.run('strict', (db) => db.table<BlockRow>('blocks').bulkGet(part))
    const opened = await Promise.all(
      blocks.map(async (block) => block && ([block.id, await openBlock(context.keys, kind, block)] as const)),
    )
    const bodies = new Map(opened.filter((entry) => entry !== undefined))
    for (const { id } of rows) {
      const body = bodies.get(blockOf(id))
      const key = body?.keys[positionOf(id)]
      if (body && key !== undefined && asked.has(key)) {
        stored.set(key, { id, digest: body.digests[positionOf(id)]! })
      }
    }
  }
  return stored
}
