import type { BlockRow } from '../schema/stored'
import { bringUp, currentForm } from '../sealing/bodies'
import { blind, keyMac } from '../sealing/blind'
import { open, seal } from '../sealing/cipher'
import type { BookKeys } from '../sealing/keys'
import { blockId } from './fact-id'
import { numbersOf } from './kinds'
import type { FactItem, FactKind, FactOf } from './kinds'

/** Facts of one block. Measured in README.md: larger blocks save little, smaller ones cost crypto and rows. */
export const factsPerBlock = 200

/** What is sealed in a block, position by position. */
export type BlockBody<K extends FactKind = FactKind> = {
  records: FactOf[K][]
  keys: string[]
  digests: string[]
  replaces: (string | null)[]
}

/** The seal names the kind too: a block of payments can never be opened as orders. */
const bindingOf = (kind: string) => `blocks/${kind}`

/** Seal up to `factsPerBlock` facts, beside the blind numbers by which they are found. */
export async function sealBlock<K extends FactKind>(
  keys: BookKeys,
  kind: K,
  importId: string,
  number: number,
  items: readonly FactItem<K>[],
): Promise<BlockRow> {
  const id = blockId(importId, number)
  const body: BlockBody<K> = {
    records: items.map(({ record }) => record),
    keys: items.map(({ key }) => key),
    digests: items.map(({ digest }) => digest),
    replaces: items.map(({ replaces }) => replaces ?? null),
  }
  const [sealed, nums] = await Promise.all([
    seal(keys, bindingOf(kind), id, currentForm(bindingOf(kind)), body),
    Promise.all(items.flatMap((item) => macs(keys, kind, item))),
  ])
  return { id, nums: [...new Set(nums)].sort(), ...sealed }
}

function macs<K extends FactKind>(keys: BookKeys, kind: K, { key, record }: FactItem<K>): Promise<string>[] {
  return [
    keyMac(keys, key),
    ...numbersOf(kind, record).map(([what, number]) => blind(keys, kind, what, number)),
  ]
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
