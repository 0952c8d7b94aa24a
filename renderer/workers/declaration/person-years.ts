import { PersonYears } from '#shared/declaration/retail-import/person-years'
import type { CameBack } from '#shared/declaration/retail-import/person-years'
import { directionOf } from '#shared/model/mode'
import type { Book } from '../../data/book'
import type { BookContext } from '../../data/context'
import { eachRecord } from '../../data/read/records'
import type { Sources } from './sources'

/** The sources with what persons bought by the 清单 of this book; a book without retail import reads none of them. */
export async function withPersonYears({ context }: Book, sources: Sources): Promise<Sources> {
  const imports = [...sources.templates.values()].some(
    ({ value }) => directionOf(value.tradeMode) === 'import',
  )
  if (!imports) return sources
  const personYears = new PersonYears()
  const cameBack = await grantedReturns(context)
  for await (const chunk of eachRecord(context, 'lists')) {
    for (const { id, record } of chunk)
      if (record.state !== 'void') personYears.add(record.list, cameBack.get(id))
  }
  return { ...sources, personYears }
}

/** What customs agreed to take back of each import 清单 (625, 399): it counts for the year no more. */
async function grantedReturns(context: BookContext): Promise<Map<string, CameBack[]>> {
  const found = new Map<string, CameBack[]>()
  for await (const chunk of eachRecord(context, 'returns')) {
    for (const { record } of chunk) {
      if (record.direction !== 'import' || record.act !== 'return' || record.state !== 'accepted') continue
      found.set(record.list, [...(found.get(record.list) ?? []), ...record.items])
    }
  }
  return found
}
