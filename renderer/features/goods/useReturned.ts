import { useMemo } from 'react'
import type { Text } from '#shared/model/text'
import { useBook } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import type { FormValues } from '../../components/record-form/RecordForm'

/** Reasons of a 商品备案 that was sent back, by the field they name; one whose field has another value is settled. */
export function useReturned(sku: string | undefined, values: FormValues): Readonly<Record<string, Text>> {
  const port = useBook()
  const changes = useChanges('outbox', 'receipts')
  const { value } = useQueryState(
    async () => (sku === undefined ? [] : port.filings('goods', [sku])),
    `${sku ?? ''} ${changes}`,
  )
  return useMemo(() => {
    const [last] = value ?? []
    if (last?.stage !== 'rejected') return {}
    const open = (last.reason?.fields ?? []).filter(
      ({ field }) => (values[field] ?? '') === (last.content.head[field] ?? ''),
    )
    return Object.fromEntries(
      open.map(({ field, code, text }): [string, Text] => {
        const said = [code, text].filter(Boolean).join(' ')
        return [field, { zh: `退回：${said}`, en: `Sent back: ${said}` }]
      }),
    )
  }, [value, values])
}
