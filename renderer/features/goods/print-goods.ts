import type { CodeBook } from '#shared/codes/book'
import { goodsSheetPrint } from '#shared/filing/print-goods'
import type { Goods } from '#shared/model/goods'
import type { Session } from '../../app/book'
import { printing } from '../../app/printing'
import { savePdf } from '../../components/save/save-pdf'
import type { Saved } from '../../components/save/save-file'
import type { Filter } from '../../data/port'
import { eachGoods } from './each-goods'
import type { sortOf } from './useGoodsList'

/** Keys asked about at once. */
const perAsk = 1000

/** 商品备案表 of the goods behind a filter, in the order of the list, as a PDF; undefined when the officer changed their mind. */
export async function printGoods(
  session: Session,
  filter: Filter,
  sort: ReturnType<typeof sortOf>,
  codes: CodeBook,
): Promise<Saved | undefined> {
  const { enterprise, context } = await printing(session)
  const goods: Goods[] = []
  for await (const part of eachGoods(session.port, filter, sort)) goods.push(...part)
  let filed = 0
  for (let at = 0; at < goods.length; at += perAsk) {
    const keys = goods.slice(at, at + perAsk).map(({ sku }) => sku)
    const views = await session.port.filings('goods', keys)
    filed += views.filter(({ version }) => version !== undefined).length
  }
  const unit = (code: string) => codes.lookup('unit', code)?.zh ?? code
  const isFiled = goods.length > 0 && filed === goods.length
  return savePdf('goods.pdf', goodsSheetPrint(goods, isFiled, unit, enterprise.book, context))
}
