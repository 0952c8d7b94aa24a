import type { BookContext } from '../context'
import { blockId, blockOf, factId, idRange, positionOf } from '../facts/fact-id'
import type { ErrorView } from '../port'
import type { ErrorRow, ErrorState, Overlay } from '../records'
import type { ErrorBlock, ErrorSlim } from '../schema/stored'
import { open, seal } from '../sealing/cipher'
import type { BookKeys } from '../sealing/keys'
import { keyedId } from '../sealing/blind'
import { getRecords } from '../read/records'
import type { Draft } from '../write/draft'

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

/** Refused rows of an import in file order, with what the officer mended so far; of one state, where asked for. */
export async function pageErrors(
  context: BookContext,
  importId: string,
  offset: number,
  limit: number,
  state?: ErrorState,
): Promise<ErrorView[]> {
  const rows = await context.connections.run('strict', (db) => {
    const all = db
      .table<ErrorSlim>('errors')
      .where('id')
      .between(...idRange(importId))
    const asked = state ? all.filter((row) => row.state === state) : all
    return asked.offset(offset).limit(limit).toArray()
  })
  return openErrors(context, rows)
}

/** Refused rows by id, in the order asked. */
export async function readErrors(context: BookContext, ids: readonly string[]): Promise<ErrorView[]> {
  const rows = await context.connections.run('strict', (db) =>
    db.table<ErrorSlim>('errors').bulkGet([...ids]),
  )
  return openErrors(
    context,
    rows.filter((row) => row !== undefined),
  )
}

async function openErrors(context: BookContext, rows: readonly ErrorSlim[]): Promise<ErrorView[]> {
  const { connections, keys } = context
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
    overlays.flatMap(({ record }) => (isCells(record) ? [[record.fact, record] as const] : [])),
  )
  return rows.flatMap(({ id, state }) => {
    const error = bodies.get(blockOf(id))?.[positionOf(id)]
    const now = mended.get(id)
    if (!error) return []
    const errors = now?.errors ?? error.errors
    return [{ ...error, errors, id, state, ...(now && { mended: now.cells }) }]
  })
}

type Cells = Extract<Overlay, { aspect: 'cells' }>
const isCells = (overlay: Overlay): overlay is Cells => overlay.aspect === 'cells'

/** Lay mended cells over a refused row. The reasons of its last trial stay until it is tried again. */
export async function putCells(
  { keys }: BookContext,
  draft: Draft,
  row: Pick<Cells, 'fact' | 'cells' | 'errors'>,
): Promise<void> {
  const before = await draft.get('overlays', await keyedId(keys, 'overlays', [row.fact, 'cells']))
  const known = before && isCells(before.record) ? before.record.errors : undefined
  const errors = row.errors ?? known
  await draft.put('overlays', {
    aspect: 'cells',
    fact: row.fact,
    cells: row.cells,
    ...(errors && { errors }),
  })
}
