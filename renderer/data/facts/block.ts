import type { BlockRow, SlimRow } from '../schema/stored'
import { bringUp, currentForm } from '../sealing/bodies'
import { blind, keyMac } from '../sealing/blind'
import { open, seal } from '../sealing/cipher'
import type { BookKeys } from '../sealing/keys'
import { blockId, factId } from './fact-id'
import { numbersOf } from './kinds'
import type { FactItem, FactKind, FactOf } from './kinds'

/** Facts of one block. Measured in README.md: larger blocks save little, smaller ones cost index and crypto. */
export const factsPerBlock = 200

/** What is sealed in a block, position by position. */
export type BlockBody<K extends FactKind = FactKind> = {
  records: FactOf[K][]
  keys: string[]
  digests: string[]
  replaces: (string | null)[]
}
export type SealedBlock = { block: BlockRow; rows: SlimRow[] }

/** The AAD names the kind too: a block of payments can never be opened as orders. */
const bindingOf = (kind: string) => `blocks/${kind}`

/** Seal up to `factsPerBlock` facts and make their slim rows. */
export async function sealBlock<K extends FactKind>(
  keys: BookKeys,
  kind: K,
  importId: string,
  number: number,
  items: readonly FactItem<K>[],
): Promise<SealedBlock> {
  const id = blockId(importId, number)
  const body: BlockBody<K> = {
    records: items.map(({ record }) => record),
    keys: items.map(({ key }) => key),
    digests: items.map(({ digest }) => digest),
    replaces: items.map(({ replaces }) => replaces ?? null),
  }
  const [sealed, rows] = await Promise.all([
    seal(keys, bindingOf(kind), id, currentForm(bindingOf(kind)), body),
    Promise.all(items.map((item, i) => slimRow(keys, kind, factId(id, i), item))),
  ])
  return { block: { id, ...sealed }, rows }
}

async function slimRow<K extends FactKind>(
  keys: BookKeys,
  kind: K,
  id: string,
  { key, record }: FactItem<K>,
): Promise<SlimRow> {
  const macs = numbersOf(kind, record).map(([what, number]) => blind(keys, what, number))
  const nums = await Promise.all([keyMac(keys, key), ...macs])
  return { id, nums, kind: record.kind, ...(record.businessDay && { day: record.businessDay }) }
}

/** Open a block; a record of an older form is brought up with its block. */
export async function openBlock<K extends FactKind>(
  keys: BookKeys,
  kind: K,
  block: BlockRow,
): Promise<BlockBody<K>> {
  const table = bindingOf(kind)
  return bringUp(table, block.id, block.v, await open(keys, table, block.id, block)) as BlockBody<K>
}
