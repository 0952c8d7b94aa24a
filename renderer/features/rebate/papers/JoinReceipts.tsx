import { BankOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { ActButton } from '../../../app/ActButton'
import { useAttempt } from '../../../app/useAttempt'
import { useBook } from '../../../app/book'
import { useWizard } from '../wizard/context'

/** 取收汇: what the room of receipts knows of the lines of this batch, as it stands today. */
export function JoinReceipts() {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const act = useAttempt()
  const { message } = App.useApp()
  const { batch } = useWizard()
  const [busy, setBusy] = useState(false)
  const join = async () => {
    setBusy(true)
    const done = await act(async () => {
      const { receipts, status } = await port.forexCollections(businessDay(new Date().toISOString()))
      return port.joinRebateReceipts(batch.id, { receipts, status }, t('why.receipts'))
    })
    setBusy(false)
    if (done) void message.success(t('receipts.done', done))
  }
  return (
    <ActButton
      does="joinRebateReceipts"
      icon={<BankOutlined />}
      loading={busy}
      disabled={batch.locked || batch.lines === 0}
      data-help="rebate.joinReceipts"
      onClick={() => void join()}
    >
      {t('receipts.join')}
    </ActButton>
  )
}
