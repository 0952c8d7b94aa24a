import { describe, expect, it } from 'vitest'
import { openTestBook } from '../../../test/data/book-kit'
import { goods } from '../../../test/data/samples'
import type { StoredRow } from '../schema/stored'
import { bringUp } from '../sealing/bodies'
import { open } from '../sealing/cipher'
import { bringUpTable } from './bring-up'
import { command } from './command'
import { verifyJournal } from './verify'

const forms = { goods: { steps: [(body: object) => ({ ...body, added: true })] } }

describe('bringUpTable', () => {
  it('seals all records in the new form, goes on after a cut, and the journal still holds', async () => {
    const { context } = await openTestBook()
    const changes = Array.from({ length: 450 }, (_, i) => ({
      table: 'goods' as const,
      op: 'put' as const,
      record: goods(`G${i}`),
    }))
    await command(context, 'goods.save', 'o', '', changes)
    const cut = { ...context, now: () => cutAfter() }
    let chunks = 0
    const cutAfter = () => {
      if (++chunks > 1) throw new Error('killed')
      return context.now()
    }
    await expect(bringUpTable(cut, 'goods', forms)).rejects.toThrow('killed')
    const forms1 = () => context.connections.run('strict', (db) => db.table<StoredRow>('goods').toArray())
    expect((await forms1()).filter(({ v }) => v === 2)).toHaveLength(200)
    expect(await bringUpTable(context, 'goods', forms)).toBe(250)
    const rows = await forms1()
    expect(rows.every(({ v, rev }) => v === 2 && rev === 1)).toBe(true)
    const body = await open(context.keys, 'goods', rows[0]!.id, rows[0]!)
    expect(body).toMatchObject({ record: 'goods', added: true })
    expect(bringUp('goods', 'x', 2, body, forms)).toBe(body)
    expect(await bringUpTable(context, 'goods', forms)).toBe(0)
    expect(await verifyJournal(context)).toMatchObject({ ok: true })
  })
})
