import { useDeferredValue } from 'react'
import { businessDay } from '#shared/time/shanghai'
import type { TariffAnswer } from '../../data/port'
import { useBook } from '../book'
import { useChanges } from '../useChanges'
import { useQueryState } from '../useQuery'

/** As many hits as somebody looks through before typing on. */
const most = 50

/** What a query finds in the tariff of today, own decisions first; asked anew when goods or tariff change. */
export function useHsSearch(query: string) {
  const port = useBook()
  const changes = useChanges('goods', 'facts', 'settings')
  const asked = useDeferredValue(query.trim())
  const on = businessDay(new Date().toISOString())
  return useQueryState<TariffAnswer>(
    async () => port.searchTariff({ query: asked, on, limit: most }),
    `${asked} ${on} ${changes}`,
  )
}
