import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ModeDialog } from '../../app/modes/ModeDialog'
import { useCommand } from '../../app/useCommand'
import type { Filter } from '../../data/port'

type ChooseModeProps = { orders: Filter; rows: number }

/** 选择申报方式 for the selected orders, or all that the list finds. */
export function ChooseMode({ orders, rows }: ChooseModeProps) {
  const { t } = useTranslation('modes')
  const [open, setOpen] = useState(false)
  useCommand({
    id: 'orders.mode',
    title: 'modes:open',
    group: 'room',
    keys: 'Alt+M',
    enabled: () => rows > 0,
    run: () => setOpen(true),
  })
  return (
    <>
      <Button data-help="modes.choose" disabled={rows === 0} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && <ModeDialog orders={orders} onClose={() => setOpen(false)} />}
    </>
  )
}
