import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
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
    does: 'enter',
    title: 'modes:open',
    group: 'room',
    keys: 'Alt+M',
    enabled: () => rows > 0,
    run: () => setOpen(true),
  })
  return (
    <>
      <ActButton does="enter" data-help="modes.choose" disabled={rows === 0} onClick={() => setOpen(true)}>
        {t('open')}
      </ActButton>
      {open && <ModeDialog orders={orders} onClose={() => setOpen(false)} />}
    </>
  )
}
