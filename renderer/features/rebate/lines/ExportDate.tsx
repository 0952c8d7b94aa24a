import { CalendarOutlined } from '@ant-design/icons'
import { App, Button, DatePicker, Popover } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useAttempt } from '../../../app/useAttempt'
import type { Filter } from '../../../data/port'

type Props = {
  /** Lines of this batch; items that stand in none without it. */
  batch?: string
  picked: Filter | undefined
  disabled?: boolean
  onDone: () => void
}

/** 填出口日期: of the rows picked whose papers do not tell it; customs names none for the 报关单 of a 汇总. */
export function ExportDate({ batch, picked, disabled = false, onDone }: Props) {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const act = useAttempt()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const [day, setDay] = useState<Dayjs | null>(null)
  const [busy, setBusy] = useState(false)
  const note = async () => {
    if (!picked || !day) return
    setBusy(true)
    const of = { filter: picked, ...(batch !== undefined && { batch }) }
    const done = await act(() => port.dateRebateItems(of, day.format('YYYY-MM-DD'), t('why.exportDate')))
    setBusy(false)
    if (!done) return
    setOpen(false)
    if (done.left > 0) void message.warning(t('exportDate.some', done))
    else void message.success(t('exportDate.done', done))
    onDone()
  }
  return (
    <Popover
      trigger="click"
      open={open && picked !== undefined}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <form
          className="face-tools"
          data-help="rebate.exportDate"
          onSubmit={(event) => {
            event.preventDefault()
            void note()
          }}
        >
          <DatePicker
            autoFocus
            aria-label={t('exportDate.day')}
            placeholder={t('exportDate.day')}
            value={day}
            onChange={setDay}
            disabledDate={(one) => one.isAfter(dayjs(), 'day')}
          />
          <Button type="primary" htmlType="submit" loading={busy} disabled={!day}>
            {t('exportDate.note')}
          </Button>
        </form>
      }
    >
      <ActButton
        does="dateRebateItems"
        icon={<CalendarOutlined />}
        disabled={disabled || !picked}
        data-help="rebate.exportDate"
      >
        {t('exportDate.set')}
      </ActButton>
    </Popover>
  )
}
