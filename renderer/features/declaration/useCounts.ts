import { isByEntry, modePaths } from '#shared/model/mode'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import type { Filter } from '../../data/port'

/** What a 清单 can be built of: where nobody decided otherwise, or a way by 清单 was chosen. */
const byList = ['', ...modePaths.filter((path) => !isByEntry(path))]

/** Orders that are ready and have no 清单 yet, as params of a list of orders. */
export const readyOrders = { state: 'ready', copNo: '', mode: byList.join(',') } as const

const refused: Filter = { where: [{ column: 'state', is: 'in', values: ['refused'] }] }
const ready: Filter = {
  where: [
    { column: 'state', is: 'in', values: ['ready'] },
    { column: 'copNo', is: 'empty' },
    { column: 'mode', is: 'in', values: byList },
  ],
}

/** Rows behind each face of the room. */
export function useCounts() {
  const port = useBook()
  const changes = useChanges('facts', 'overlays', 'results', 'lists', 'goods', 'matches')
  const { value } = useQueryState(async () => {
    const rows = async (table: 'orders' | 'lists', filter?: Filter) => (await port.totals(table, filter)).rows
    return {
      build: await rows('orders', ready),
      faults: (await port.refusals({ offset: 0, limit: 0 })).total,
      lists: await rows('lists'),
      causes: await rows('lists', refused),
    }
  }, changes)
  return value
}

/** 退单待改: what the officer has to do in this room. */
export function useRefusedCount(): number | undefined {
  const port = useBook()
  const changes = useChanges('lists')
  const { value } = useQueryState(() => port.totals('lists', refused), changes)
  return value?.rows
}
