import { openDatabase } from '../../../renderer/data/connection/open'
import { naiveRows } from '../bare'
import { timed } from '../step'

const perTransaction = 2000

/** Split, group by invoice, put each group as the bytes of its JSON: what storing a file costs at least. */
export async function bareImport(name: string, text: string): Promise<number> {
  const db = await openDatabase({
    name,
    migrations: [{ version: 1, stores: { raw: 'id' } }],
    durability: 'relaxed',
  })
  const { ms } = await timed(async () => {
    const groups = new Map<string, string[][]>()
    for (const row of naiveRows(text)) {
      const [invoice = ''] = row
      const group = groups.get(invoice)
      if (group) group.push(row)
      else groups.set(invoice, [row])
    }
    const encoder = new TextEncoder()
    const rows = [...groups].map(([id, lines]) => ({ id, body: encoder.encode(JSON.stringify(lines)) }))
    for (let at = 0; at < rows.length; at += perTransaction) {
      await db.table('raw').bulkPut(rows.slice(at, at + perTransaction))
    }
  })
  db.close()
  return ms
}
