import { Descriptions } from 'antd'
import { useTranslation } from 'react-i18next'
import { fieldMeta } from '#shared/model/field'
import { Order } from '#shared/model/order'
import { useBook } from '../../app/book'
import { Masked } from '../../components/Masked'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { OrderDossier } from '../../data/port'

const shown = [
  'platform',
  'shop',
  'orderedAt',
  'fileTime',
  'currency',
  'total',
  'freight',
  'discount',
  'tax',
  'refunded',
  'country',
  'status',
  'buyerId',
  'buyerName',
  'buyerPhone',
  'buyerIdType',
  'buyerIdNumber',
  'consignee',
  'phone',
  'address',
  'district',
  'email',
  'cancels',
] as const
type Field = (typeof shown)[number]
const amounts: ReadonlySet<Field> = new Set(['total', 'freight', 'discount', 'tax', 'refunded'])

/** The head of the order as the file has it; what names a person is masked. */
export function OrderHead({ dossier }: { dossier: OrderDossier }) {
  const { t } = useTranslation('orders')
  const show = useText()
  const port = useBook()
  const { order, id } = dossier
  const value = (field: Field, text: string) => {
    const meta = fieldMeta(Order.shape[field])!
    if (meta.sensitivity === 'personal') {
      return <Masked masked={text} label={meta} onReveal={(reason) => port.reveal(id, field, reason)} />
    }
    if (field === 'orderedAt') return showTime(text)
    return amounts.has(field) ? groupDigits(text) : text
  }
  const items = shown.flatMap((field) => {
    const text = order[field]
    return text === undefined || text === ''
      ? []
      : [{ key: field, label: show(fieldMeta(Order.shape[field])!), children: value(field, text) }]
  })
  const { firstRow, lastRow, profile } = order.source
  const rows = firstRow === lastRow ? String(firstRow) : `${firstRow}–${lastRow}`
  return (
    <Descriptions
      size="small"
      bordered
      column={4}
      items={[...items, { key: 'source', label: t('source'), children: t('sourceRows', { rows, profile }) }]}
    />
  )
}
