import { useMemo } from 'react'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { useForexChanges } from '../changes'

/** A book has few shops; they are read off this many settlements and credits. */
const read = 1000

/** Shops this room knows, of settlements and of earlier claims: 月结 brings money together by their exact names. */
export function useShops(): readonly string[] {
  const port = useBook()
  const { value } = useQueryState(async () => {
    const query = { offset: 0, limit: read }
    const { rows: settlements } = await port.forexPage({ table: 'settlements', ...query })
    const { rows: credits } = await port.forexPage({ table: 'credits', ...query })
    return [...settlements, ...credits].map(({ shop }) => shop)
  }, useForexChanges())
  return useMemo(() => [...new Set(value ?? [])].filter((shop) => shop !== '').sort(), [value])
}
