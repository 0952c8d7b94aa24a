import { describe, expect, it } from 'vitest'
import { newDatabaseName, openTestBook, rawRows, rawWrite, testKeys } from '../../../test/data/book-kit'
import { goods, importStart, list, order, orderItem, report } from '../../../test/data/samples'
import { finishImport } from '../imports/end'
import { ImportWriter } from '../imports/write'
import { eachFact, readFacts } from '../facts/read'
import { beginImport, listImports } from '../imports/begin'
import { pageErrors } from '../imports/error-block'
import { pageJournal } from '../read/journal'
import { journalAbout } from '../read/journal-about'
import { allRecords, eachRecord, getRecord, getRecords } from '../read/records'
import type { StoredRow } from '../schema/stored'
import { command } from '../write/command'
import { trash } from '../write/trash'
import { verifyJournal } from '../write/verify'
import { bringUp } from './bodies'
import { blind, normalNumber } from './blind'
import { open, seal } from './cipher'
import { importKeys } from './keys'

/** Every text and every byte run of a value, as one searchable string. */
function everything(value: unknown): string {
  if (value instanceof Uint8Array) return new TextDecoder('latin1').decode(value)
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, inner]) => `${key} ${everything(inner)}`)
      .join(' ')
  }
  return String(value)
}

describe('sealing', () => {
  it('leaves no planted person, number, name or price in any stored byte', async () => {
    const name = newDatabaseName()
    const { context } = await openTestBook(name)
    await command(context, 'goods.save', 'Officer-Planted', 'Reason-Planted', [
      { table: 'goods', op: 'put', record: goods('SKU-PLANTED') },
      { table: 'lists', op: 'put', record: list('COP-PLANTED', { orderNo: 'ORDER-PLANTED' }) },
    ])
    const { id } = await beginImport(context, 'Officer-Planted', importStart({ file: 'planted-file.csv' }))
    const writer = await ImportWriter.open(context, 'orders', id)
    await writer.facts([
      orderItem(order('ORDER-PLANTED-2', { paymentNo: 'PAY-PLANTED', email: 'planted@x.test' })),
    ])
    await writer.errors([{ row: 3, cells: ['Cell-Planted'], errors: [] }])
    await writer.flush()
    await finishImport(context, 'Officer-Planted', id, report('planted-file.csv'), ['Header-Planted'])
    const rows = await rawRows(name)
    expect(rows.length).toBeGreaterThan(8)
    const stored = rows.map(({ store, value }) => `${store} ${everything(value)}`).join('\n')
    expect(stored).not.toMatch(/planted/i)
    expect(stored).not.toMatch(/13900000001|棉质T恤|6109100000|SKU-1|shopify/)
  })

  it('refuses a body that was changed, swapped, or sealed with another key, naming the record', async () => {
    const name = newDatabaseName()
    const { context } = await openTestBook(name)
    const { ids } = await command(context, 'goods.save', 'o', '', [
      { table: 'goods', op: 'put', record: goods('A') },
      { table: 'goods', op: 'put', record: goods('B') },
    ])
    const [a, b] = (await rawRows(name))
      .filter(({ store }) => store === 'goods')
      .map(({ value }) => value as StoredRow)
    const flipped = { ...a!, body: a!.body.with(20, a!.body[20]! ^ 1) }
    await rawWrite(name, 'goods', (store) => store.put(flipped))
    await expect(getRecord(context, 'goods', a!.id)).rejects.toMatchObject({
      code: 'tampered',
      params: { table: 'goods', id: a!.id },
    })
    await rawWrite(name, 'goods', (store) => store.put({ ...b!, id: a!.id }))
    await expect(getRecord(context, 'goods', a!.id)).rejects.toMatchObject({ code: 'tampered' })
    await rawWrite(name, 'goods', (store) => store.put({ ...a!, v: 0 }))
    await expect(getRecord(context, 'goods', a!.id)).rejects.toMatchObject({ code: 'tampered' })
    await rawWrite(name, 'goods', (store) => store.put({ ...a!, kid: 'other' }))
    await expect(getRecord(context, 'goods', a!.id)).rejects.toMatchObject({ code: 'wrong-key' })
    const other = ids.find((id) => id !== a!.id)!
    expect((await getRecord(context, 'goods', other))?.id).toBe(other)
  })

  it('opens nothing of another enterprise by its keys, whichever way it is asked for', async () => {
    const { context } = await openTestBook(newDatabaseName())
    const save = (sku: string) =>
      command(context, 'goods.save', 'o', '', [
        { table: 'goods', op: 'put', record: goods(sku) },
        {
          table: 'lists',
          op: 'put',
          record: list(`COP-${sku}`, { orderNo: `ORD-${sku}`, logisticsNo: `W-${sku}` }),
        },
      ])
    const { ids } = await save('A')
    await command(context, 'goods.delete', 'o', '', [{ table: 'goods', op: 'delete', id: ids[0]!, rev: 1 }])
    const { ids: living } = await save('B')
    const { id } = await beginImport(context, 'o', importStart({ file: 'f.csv' }))
    const writer = await ImportWriter.open(context, 'orders', id)
    await writer.facts([orderItem(order('ORD-C'))])
    await writer.errors([{ row: 3, cells: ['x'], errors: [] }])
    await writer.flush()
    await finishImport(context, 'o', id, report('f.csv'), [])
    const foreign = { ...context, keys: await testKeys(2) }
    const drain = async (rows: AsyncIterable<unknown>) => {
      for await (const _ of rows);
    }
    const ways: Record<string, () => Promise<unknown>> = {
      getRecord: () => getRecord(foreign, 'lists', living[1]!),
      getRecords: () => getRecords(foreign, 'goods', living),
      allRecords: () => allRecords(foreign, 'goods'),
      eachRecord: () => drain(eachRecord(foreign, 'lists')),
      readFacts: () => readFacts(foreign, 'orders', [`${id}.000000.000`]),
      eachFact: () => drain(eachFact(foreign, 'orders', [id])),
      listImports: () => listImports(foreign),
      pageErrors: () => pageErrors(foreign, id, 0, 10),
      pageJournal: () => pageJournal(foreign, 0, 10),
      trash: () => trash(foreign),
      journalAbout: () => journalAbout(foreign, new Set([`goods ${living[0]}`]), new Set()),
      edit: () =>
        command(foreign, 'goods.save', 'o', '', async (draft) => {
          await draft.get('goods', living[0]!)
        }),
    }
    const got = await Promise.all(
      Object.entries(ways).map(async ([name, ask]) => {
        const code = await ask().then(
          () => 'opened',
          (error: unknown) => (error as { code?: string }).code,
        )
        return [name, code]
      }),
    )
    expect(got).toEqual(Object.keys(ways).map((name) => [name, 'wrong-key']))
    // A walk over the whole chain tells where it cannot go on, and gives nothing away.
    expect(await verifyJournal(foreign)).toMatchObject({ ok: false, seq: 1 })
  })

  it('keeps the keys unreadable and wipes the bytes they came in', async () => {
    const dataKey = crypto.getRandomValues(new Uint8Array(32))
    const indexKey = crypto.getRandomValues(new Uint8Array(32))
    const keys = await importKeys({ keyId: 'k', dataKey, indexKey })
    await expect(crypto.subtle.exportKey('raw', keys.data.aes)).rejects.toThrow()
    await expect(crypto.subtle.exportKey('raw', keys.index)).rejects.toThrow()
    expect([...dataKey, ...indexKey].every((byte) => byte === 0)).toBe(true)
  })

  it('seals the same value differently each time and tells tables, records and books apart', async () => {
    const [one, two] = [await testKeys(1), await testKeys(2)]
    const first = await seal(one, 'goods', 'x', 1, { a: 1 })
    const second = await seal(one, 'goods', 'x', 1, { a: 1 })
    expect(first.body).not.toEqual(second.body)
    expect(await open(one, 'goods', 'x', first)).toEqual({ a: 1 })
    await expect(open(one, 'lists', 'x', first)).rejects.toMatchObject({ code: 'tampered' })
    await expect(open({ ...two, kid: one.kid }, 'goods', 'x', first)).rejects.toMatchObject({
      code: 'tampered',
    })
    const macs = await Promise.all([
      blind(one, 'orders', 'order', 'N1'),
      blind(two, 'orders', 'order', 'N1'),
      blind(one, 'orders', 'payment', 'N1'),
      blind(one, 'lists', 'order', 'N1'),
    ])
    expect(new Set(macs).size).toBe(4)
    expect(await blind(one, 'orders', 'order', ' n1 ')).toBe(macs[0])
  })

  it('spells numbers one way for finding', () => {
    expect(['ab-1', ' AB-1 ', 'ＡＢ－１', 'a b-1'].map(normalNumber)).toEqual(Array(4).fill('AB-1'))
  })
})

describe('bodies', () => {
  const forms = {
    goods: {
      steps: [(b: { n: number }) => ({ n: b.n, m: 0 }), (b: { n: number; m: number }) => ({ ...b, k: b.n })],
    },
  }
  it('are brought up step by step from any older form, and a newer form is refused', () => {
    expect(bringUp('goods', 'x', 1, { n: 7 }, forms)).toEqual({ n: 7, m: 0, k: 7 })
    expect(bringUp('goods', 'x', 2, { n: 7, m: 5 }, forms)).toEqual({ n: 7, m: 5, k: 7 })
    expect(bringUp('goods', 'x', 3, { n: 7, m: 5, k: 1 }, forms)).toEqual({ n: 7, m: 5, k: 1 })
    expect(() => bringUp('goods', 'x', 4, {}, forms)).toThrow(expect.objectContaining({ code: 'body-newer' }))
    expect(bringUp('lists', 'x', 1, { same: true }, forms)).toEqual({ same: true })
  })
})
