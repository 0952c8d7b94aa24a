import { EditOutlined } from '@ant-design/icons'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBulkEdit } from '../../app/useBulkEdit'
import { useCommand } from '../../app/useCommand'
import { BulkEdit, type BulkField } from '../../components/BulkEdit'
import { useColumnTitles } from '../../components/column-titles'
import type { Filter } from '../../data/port'

const fields = ['note', 'addLabel', 'removeLabel', 'owner', 'remindOn', 'gifts'] as const
/** Choices about gifts; '' leaves them to what is chosen when lists are built. */
const giftChoices = ['fair-price', 'leave-out'] as const

type OrdersBulkEditProps = { filter: Filter; rows: number }

/** 批量修改 of orders: what officers lay over them, with a preview of what would be spoiled, undone as one. */
export function OrdersBulkEdit({ filter, rows }: OrdersBulkEditProps) {
  const { t } = useTranslation('orders')
  const title = useColumnTitles('orders', 'bulk')
  const gift = useColumnTitles('orders', 'gift')
  const [open, setOpen] = useState(false)
  useCommand({
    id: 'orders.bulk',
    does: 'bulkEdit',
    title: 'orders:bulkEdit',
    group: 'room',
    keys: 'Alt+B',
    enabled: () => rows > 0,
    run: () => setOpen(true),
  })
  const own = useMemo(
    () =>
      fields.map((key): BulkField => ({
        key,
        title: title(key),
        ...(key === 'remindOn' && { day: true }),
        ...(key === 'gifts' && {
          options: giftChoices.map((value) => ({ value, label: gift(value) })),
        }),
      })),
    [gift, title],
  )
  const display = useCallback(
    (value: string, field: string) => (field === 'gifts' && value !== '' ? t(`gift.${value}`) : value),
    [t],
  )
  const reasons = { edit: t('bulkEdit'), undo: t('bulkUndo') }
  const { preview, apply } = useBulkEdit('orders', filter, reasons, display)
  return (
    <>
      <ActButton does="bulkEdit" icon={<EditOutlined />} disabled={rows === 0} onClick={() => setOpen(true)}>
        {t('bulkEdit')}
      </ActButton>
      <BulkEdit
        open={open}
        onClose={() => setOpen(false)}
        rows={rows}
        fields={own}
        preview={preview}
        apply={apply}
      />
    </>
  )
}
