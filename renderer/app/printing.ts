import type { CodeBook } from '#shared/codes/book'
import type { PrintContext } from '#shared/print/marks'
import type { Enterprise } from '#shared/model/enterprise'
import { currentCodeBook } from '../components/useCodeBook'
import type { Session } from './book'

const tables = ['country', 'currency', 'district', 'unit'] as const

export type Printing = { enterprise: Enterprise; book: CodeBook; context: PrintContext }

/** Who prints, when, with which software and which editions of the code tables. */
export async function printing({ enterprise, officer }: Session): Promise<Printing> {
  if (!enterprise) throw new Error('[no-enterprise] the book has no enterprise yet')
  const [book, info] = await Promise.all([currentCodeBook(), window.yiguan.invoke('app.info')])
  const context = {
    maker: enterprise.officer,
    printer: officer,
    now: new Date().toISOString(),
    software: `Yiguan ${info.version}`,
    tables: tables.map((id) => `${book.table(id).id} ${book.table(id).edition}`),
  }
  return { enterprise, book, context }
}
