import { useBook } from '../../app/book'
import { useExchange } from '../../app/exchange'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import type { ExchangeFacts } from '../../data/port'

/** Facts of line and queue: as the engine tells them, and read from the book when this window has not heard yet. */
export function useFacts(): ExchangeFacts | undefined {
  const port = useBook()
  const changes = useChanges('outbox', 'batches')
  const told = useExchange((state) => state.facts)
  const { value } = useQueryState(() => port.exchangeFacts(), changes)
  return told ?? value
}
