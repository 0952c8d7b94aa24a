import { PersonYears } from '#shared/declaration/retail-import/person-years'
import { directionOf } from '#shared/model/mode'
import type { Book } from '../../data/book'
import { eachRecord } from '../../data/read/records'
import type { Sources } from './sources'

/** The sources with what persons bought by the 清单 of this book; a book without retail import reads none of them. */
export async function withPersonYears({ context }: Book, sources: Sources): Promise<Sources> {
  const imports = [...sources.templates.values()].some(
    ({ value }) => directionOf(value.tradeMode) === 'import',
  )
  if (!imports) return sources
  const personYears = new PersonYears()
  for await (const chunk of eachRecord(context, 'lists')) {
    for (const { record } of chunk) if (record.state !== 'void') personYears.add(record.list)
  }
  return { ...sources, personYears }
}
