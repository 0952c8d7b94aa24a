import { useDeferredValue } from 'react'
import type { EntryFault, EntryValues } from '#shared/entry/entry-faults'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import type { BookPort } from '../../data/port'

const none: readonly EntryFault[] = []

/** What the rules of the refund say of the items while they are typed; they warn and stop nothing. */
export function useRefundRemarks(
  port: BookPort,
  values: EntryValues,
  items: readonly EntryValues[],
): readonly EntryFault[] {
  const invoices = useChanges('facts')
  const asked = useDeferredValue(JSON.stringify([values['tradeMode'] ?? '', items]))
  const { value } = useQueryState(() => port.remarksOnEntry(values, items), `${invoices} ${asked}`)
  return value ?? none
}
