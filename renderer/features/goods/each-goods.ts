import type { Goods } from '#shared/model/goods'
import type { BookPort, Filter, GoodsRow, PageQuery } from '../../data/port'

const pageSize = 200

/** The whole records behind a filter, in the order of the list, in parts. */
export async function* eachGoods(
  port: BookPort,
  filter: Filter,
  sort: PageQuery<'goods'>['sort'],
): AsyncGenerator<Goods[]> {
  for (let offset = 0; ; offset += pageSize) {
    const { rows } = await port.page({
      table: 'goods',
      filter,
      // Comlink's types cannot follow the room into the column names.
      sort: sort as undefined,
      offset,
      limit: pageSize,
    })
    const stored = await Promise.all((rows as { id: string }[]).map(({ id }) => port.get('goods', id)))
    yield stored.flatMap((found) => (found ? [found.record as Goods] : []))
    if (rows.length < pageSize) return
  }
}

/** The rows of the list behind a filter, in parts: ids and revisions are enough to delete. */
export async function* eachGoodsRow(port: BookPort, filter: Filter): AsyncGenerator<GoodsRow[]> {
  for (let offset = 0; ; offset += pageSize) {
    const { rows } = await port.page({ table: 'goods', filter, offset, limit: pageSize })
    yield rows as GoodsRow[]
    if (rows.length < pageSize) return
  }
}
