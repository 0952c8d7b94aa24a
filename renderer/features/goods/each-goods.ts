import type { Goods } from '#shared/model/goods'
import { eachPage } from '../../app/list/pages'
import type { BookPort, Filter, GoodsRow, PageQuery } from '../../data/port'

const pageSize = 200

/** The whole records behind a filter, in the order of the list, in parts. */
export async function* eachGoods(
  port: BookPort,
  filter: Filter,
  sort: PageQuery<'goods'>['sort'],
): AsyncGenerator<Goods[]> {
  // Comlink's types cannot follow the room into the column names.
  const query = { table: 'goods' as const, filter, sort: sort as undefined }
  const read = (offset: number, limit: number) => port.page({ ...query, offset, limit })
  for await (const { rows } of eachPage(read, pageSize)) {
    const stored = await Promise.all((rows as { id: string }[]).map(({ id }) => port.get('goods', id)))
    yield stored.flatMap((found) => (found ? [found.record as Goods] : []))
  }
}

/** The rows of the list behind a filter, in parts: ids and revisions are enough to delete. */
export async function* eachGoodsRow(port: BookPort, filter: Filter): AsyncGenerator<GoodsRow[]> {
  const read = (offset: number, limit: number) => port.page({ table: 'goods', filter, offset, limit })
  for await (const { rows } of eachPage(read, pageSize)) yield rows as GoodsRow[]
}
