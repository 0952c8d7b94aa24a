import { useMemo } from 'react'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { codeEntries, useCodeBook } from '../../../components/useCodeBook'
import { useForexChanges } from '../changes'
import { creditTitle } from '../ledger/title'
import { bopEntries, isCoded, type Entries } from './entries'
import { specsOf, type SpecSection } from './spec'

/** Newest credits that are offered by name; an older one is taken by its number. */
const offered = 1000

/** What the coded fields of a form are chosen from; undefined until it is there. */
export function useEntries(sections: readonly SpecSection[]): Entries | undefined {
  const port = useBook()
  const codes = useCodeBook()
  const changes = useForexChanges()
  const kinds = useMemo(
    () => new Set(specsOf(sections).flatMap(({ kind }) => (isCoded(kind) ? [kind] : []))),
    [sections],
  )
  const wantsCredits = kinds.has('credit')
  const { value: credits } = useQueryState(
    async () =>
      wantsCredits
        ? (
            await port.forexPage({
              table: 'credits',
              filter: {},
              sort: { column: 'day', descending: true },
              offset: 0,
              limit: offered,
            })
          ).rows
        : [],
    wantsCredits ? changes : '',
  )
  return useMemo(() => {
    if (kinds.size === 0) return {}
    if (!codes || !credits) return undefined
    return {
      // Banks write currencies and countries in letters, customs in numbers.
      currency: codeEntries(codes, 'currency').flatMap(({ code, name, alias }) =>
        alias?.[0] ? [{ code: alias[0], name, alias: [code] }] : [],
      ),
      country: codeEntries(codes, 'country-iso'),
      bop: bopEntries,
      credit: credits.map((row) => ({ code: row.id, name: creditTitle(row) })),
    }
  }, [codes, credits, kinds])
}
