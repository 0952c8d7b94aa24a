import type { BookContext } from '../context'
import { blockId, blockOf, factId, idRange, positionOf } from '../facts/fact-id'
import type { ErrorView } from '../port'
import type { ErrorRow } from '../records'
import type { ErrorBlock, ErrorSlim } from '../schema/stored'
import { open, seal } from '../sealing/cipher'
import type { BookKeys } from '../sealing/keys'
import { keyedId } from '../sealing/blind'
import { getRecords } from '../read/records'

export type SealedErrors = { block: ErrorBlock; rows: ErrorSlim[] }

/** Refused rows of one block: their cells hold names and addresses like any other row, so they are sealed too. */
export async function sealErrors(
  keys: BookKeys,
  importId: string,
  number: number,
  errors: readonly ErrorRow[],
): Promise<SealedErrors> {
  const id = blockId(importId, number)
  return {
    block: { id, ...(await seal(keys, 'errorBlocks', id, 1, errors)) },
    rows: errors.map(({ row }, i) => ({ id: factId(id, i), row, state: 'open' })),
  }
}

/** Refused rows of an import in file order, with what the officer mended so far. */
export async function pageErrors(
  context: BookContext,
  importId: string,
  offset: number,
  limit: number,
): Promise<ErrorView[]> {
  const { connections, keys } = context
  const rows = await connections.run('strict', (db) =>
    db
      .table<ErrorSlim>('errors')
      .where('id')
      .between(...idRange(importId))
      .offset(offset)
      .limit(limit)
      .toArray(),
  )
  const blockIds = [...new Set(rows.map(({ id }) => blockOf(id)))]
  const blocks = await connections.run('strict', (db) =>
    db.table<ErrorBlock>('errorBlocks').bulkGet(blockIds),
  )
  const bodies = new Map<string, ErrorRow[]>()
  for (const block of blocks) {
    if (block) bodies.set(block.id, (await open(keys, 'errorBlocks', block.id, block)) as ErrorRow[])
  }
  const overlayIds = await Promise.all(rows.map(({ id }) => keyedId(keys, 'overlays', [id, 'cells'])))
  const overlays = await getRecords(context, 'overlays', overlayIds)
  const mended = new Map(
    overlays.flatMap(({ record }) =>
      record.aspect === 'cells' ? [[record.fact, record.cells] as const] : [],
    ),
  )
  return rows.flatMap(({ id, state }) => {
    const error = bodies.get(blockOf(id))?.[positionOf(id)]
    const cells = mended.get(id)
    return error ? [{ ...error, id, state, ...(cells && { mended: cells }) }] : []
  })
}
