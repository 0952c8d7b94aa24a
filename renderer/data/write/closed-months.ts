import { heldByMonth } from '#shared/forex/book/held-by-month'
import type { ForexCredit, ForexMonth } from '#shared/forex/book/records'
import type { BookContext } from '../context'
import { DataRefusal } from '../errors/refusal'
import { presentRows } from '../read/records'
import type { StoredRow } from '../schema/stored'
import { ruleOf } from '../schema/tables'
import { bringUp } from '../sealing/bodies'
import { keyedId } from '../sealing/blind'
import { open } from '../sealing/cipher'

type Turned = { table: string; id: string; before: StoredRow | undefined; present: StoredRow | undefined }

/** 锁账 stands against the journal too: taking an act back must not change what a closed month holds of a credit. */
export async function refuseClosedMonths(context: BookContext, turned: readonly Turned[]): Promise<void> {
  const { keys } = context
  const opened = async <T>(table: string, id: string, row: StoredRow | undefined) =>
    row && (bringUp(table, id, row.v, await open(keys, table, id, row)) as T)
  for (const { table, id, before, present } of turned) {
    if (table !== 'forexCredits') continue
    const [back, now] = [
      await opened<ForexCredit>(table, id, before),
      await opened<ForexCredit>(table, id, present),
    ]
    const place = now?.place ?? back?.place
    if (!place || heldByMonth(back) === heldByMonth(now)) continue
    for (const shop of new Set([back?.claim?.shop ?? '', now?.claim?.shop ?? ''])) {
      const at = { ...place, shop, told: [], corrections: [] }
      const monthId = await keyedId(keys, 'forexMonths', ruleOf('forexMonths').key!(at))
      const [row] = await presentRows(context, [{ table: 'forexMonths', id: monthId }])
      const month = await opened<ForexMonth>('forexMonths', monthId, row)
      if (month?.closed) throw new DataRefusal('month-closed', { ...place, shop })
    }
  }
}
