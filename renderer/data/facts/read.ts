import { readPlain, rowsBy, keysBy } from '../connection/lookup'
import type { BookContext } from '../context'
import type { BlockRow, ReplacedRow } from '../schema/stored'
import { blind, keyMac, normalNumber } from '../sealing/blind'
import type { BlindKind } from '../sealing/blind'
import { openBlock } from './block'
import type { BlockBody } from './block'
import { blockOf, factId, idRange, importOf, positionOf } from './fact-id'
import { numbersOf } from './kinds'
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

/**
 * Ids of facts, of whichever kind, that a newer one has replaced. A fact stays replaced while any of those that came
 * after it lives, also when the one in between was undone.
 */
export async function replacedFacts(context: BookContext): Promise<Set<string>> {
  const living = await livingImports(context)
  const rows = await context.connections.run('strict', (db) => db.table<ReplacedRow>('replaced').toArray())
  const next = new Map(rows.map(({ id, by }) => [id, by]))
  const isReplaced = (id: string): boolean => {
    const by = next.get(id)
    return by !== undefined && (living.has(importOf(by)) || isReplaced(by))
  }
  return new Set([...next.keys()].filter(isReplaced))
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
  const bodies = new Map<string, BlockBody<K>>()
  for await (const [id, body] of openBlocks(context, kind, ids.map(blockOf))) bodies.set(id, body)
  return ids.flatMap((id) => {
    const record = bodies.get(blockOf(id))?.records[positionOf(id)]
    return record ? [{ id, record }] : []
  })
}

/**
 * Every living fact of a kind in these imports, in chunks, import by import and in file order within. Facts replaced
 * by a newer import are left out.
 */
export async function* eachFact<K extends FactKind>(
  context: BookContext,
  kind: K,
  importIds: readonly string[],
): AsyncGenerator<Fact<K>[]> {
  const { connections, keys } = context
  const living = await livingImports(context)
  const replaced = await replacedFacts(context)
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
  const replaced = await replacedFacts(context)
  const wanted = normalNumber(number)
  const found: string[] = []
  const blocks = await blocksWith(context, [await blind(context.keys, kind, what, number)])
  for await (const [block, { records }] of openBlocks(context, kind, blocks)) {
    records.forEach((record, i) => {
      const carries = numbersOf(kind, record).some(
        ([own, text]) => own === what && normalNumber(text) === wanted,
      )
      if (carries && !replaced.has(factId(block, i))) found.push(factId(block, i))
    })
  }
  return found
}

export type StoredKey = { id: string; digest: string }

/** What is stored under these business keys: found by blind index, compared in the opened block. */
export async function storedKeys<K extends FactKind>(
  context: BookContext,
  kind: K,
  keys: readonly string[],
): Promise<Map<string, StoredKey>> {
  const asked = new Set(keys)
  const stored = new Map<string, StoredKey>()
  const macs = await Promise.all(keys.map((key) => keyMac(context.keys, key)))
  const blocks = await blocksWith(context, macs)
  if (blocks.length === 0) return stored
  const replaced = await replacedFacts(context)
  for await (const [block, body] of openBlocks(context, kind, blocks)) {
    body.keys.forEach((key, i) => {
      const id = factId(block, i)
      if (asked.has(key) && !replaced.has(id)) stored.set(key, { id, digest: body.digests[i]! })
    })
  }
  return stored
}

/** Ids of the blocks that hold any of these blind numbers; the blocks themselves are not read. */
function blocksWith({ connections }: BookContext, macs: readonly string[]): Promise<string[]> {
  return connections.run('strict', (db) =>
    readPlain(db, ['blocks'], (stores) => keysBy(stores('blocks').index('nums'), macs)),
  )
}

/** Blocks of living imports by id, each opened once, a few at a time. */
async function* openBlocks<K extends FactKind>(
  context: BookContext,
  kind: K,
  ids: readonly string[],
): AsyncGenerator<[string, BlockBody<K>]> {
  const living = await livingImports(context)
  const wanted = [...new Set(ids)].filter((id) => living.has(importOf(id)))
  for (let i = 0; i < wanted.length; i += blocksAtOnce) {
    const part = wanted.slice(i, i + blocksAtOnce)
    const blocks = await context.connections.run('strict', (db) =>
      readPlain(db, ['blocks'], (stores) => rowsBy<BlockRow>(stores('blocks'), part)),
    )
    const bodies = await Promise.all(blocks.map((block) => openBlock(context.keys, kind, block)))
    for (const [n, body] of bodies.entries()) yield [blocks[n]!.id, body]
  }
}
