import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { useCommand } from '../../app/useCommand'
import { BulkEdit, type BulkField, type BulkPreview } from '../../components/BulkEdit'
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
  const port = useBook()
  const [open, setOpen] = useState(false)
  useCommand({
    id: 'orders.bulk',
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
  const key = JSON.stringify(filter)
  const preview = useCallback(
    async (field: string, value: string): Promise<BulkPreview> => {
      const found = await port.bulkPreview('orders', JSON.parse(key) as Filter, { [field]: value })
      const faults = new Map(found.invalid.map(({ id, text }) => [id, text]))
      const shown = (text: string) => (field === 'gifts' && text !== '' ? t(`gift.${text}`) : text)
      return {
        rows: found.rows,
        changed: found.changing,
        invalid: found.invalidCount,
        samples: found.samples.map(({ id, caption, before, after }) => {
          const fault = faults.get(id)
          return { label: caption, before: shown(before), after: shown(after), ...(fault && { fault }) }
        }),
      }
    },
    [key, port, t],
  )
  const apply = useCallback(
    async (field: string, value: string) => {
      const { group, changed } = await port.bulkEdit(
        'orders',
        JSON.parse(key) as Filter,
        { [field]: value },
        t('bulkEdit'),
      )
      return { changed, undo: async () => void (await port.undo(group, t('bulkUndo'))) }
    },
    [key, port, t],
  )
  return (
    <>
      <Button icon={<EditOutlined />} disabled={rows === 0} onClick={() => setOpen(true)}>
        {t('bulkEdit')}
      </Button>
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
