import type { BookContext } from '../context'
import { idRange } from '../facts/fact-id'
import { eachRecord } from '../read/records'
import type { ErrorSlim } from '../schema/stored'

/** Ids of facts that a 清单 on its way or beyond was made from: a later file may not replace them. */
export async function declaredFacts(context: BookContext): Promise<Set<string>> {
  const ids = new Set<string>()
  for await (const lists of eachRecord(context, 'lists')) {
    for (const { record } of lists) {
      if (record.state === 'draft' || record.state === 'void') continue
      for (const id of [...record.orders, ...record.payments, ...record.waybills]) ids.add(id)
    }
  }
  return ids
}

/** Rows of the file whose refusal is stored already, when an interrupted import is continued. */
export async function storedErrorRows({ connections }: BookContext, importId: string): Promise<Set<number>> {
  const rows = await connections.run('strict', (db) =>
    db
      .table<ErrorSlim>('errors')
      .where('id')
      .between(...idRange(importId))
      .toArray(),
  )
  return new Set(rows.map(({ row }) => row))
}
