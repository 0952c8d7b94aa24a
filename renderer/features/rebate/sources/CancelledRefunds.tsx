import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readCancelledRefunds, writeCancelledRefunds } from '#shared/rebate/import/cancelled-refunds'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useAttempt } from '../../../app/useAttempt'
import { useQueryState } from '../../../app/useQuery'
import { useText } from '../../../components/text'
import { useRebateChanges } from '../changes'

/** Refused rows named at once. */
const shownRows = 20

function Editor({ text: stored, onClose }: { text: string; onClose: () => void }) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const act = useAttempt()
  const { message } = App.useApp()
  const [text, setText] = useState(stored)
  const { list, refused } = readCancelledRefunds(text)
  const store = async () => {
    const { cancelledRefunds: _before, ...rules } = await port.rebateRules()
    const next = { ...rules, ...(list.length > 0 && { cancelledRefunds: list }) }
    const done = await act(async () => {
      await port.setRebateRules(next, t('why.cancelled'))
      return true
    })
    if (!done) return
    void message.success(t('cancelled.saved', { count: list.length }))
    onClose()
  }
  return (
    <Modal
      open
      width={720}
      title={t('cancelled.title')}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: refused.length > 0 || text === stored }}
      onOk={() => void store()}
      onCancel={onClose}
    >
      <div data-help="rebate.cancelled">
        <p className="face-note">{t('cancelled.says')}</p>
        <Input.TextArea
          autoFocus
          aria-label={t('cancelled.rows')}
          placeholder={t('cancelled.example')}
          rows={12}
          value={text}
          status={refused.length > 0 ? 'error' : ''}
          onChange={({ target }) => setText(target.value)}
        />
        <p role="status">{t('cancelled.count', { count: list.length, refused: refused.length })}</p>
        {refused.length > 0 && (
          <ul className="face-list">
            {refused.slice(0, shownRows).map(({ row, text: stands, why }) => (
              <li key={row}>{t('cancelled.refused', { row, text: stands, why: show(why) })}</li>
            ))}
          </ul>
        )}
      </div>
    </Modal>
  )
}

/** 取消出口退（免）税清单: what goods lost their refund from which export date on, pasted from the announcements (B04). */
export function CancelledRefunds() {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const [open, setOpen] = useState(false)
  const { value } = useQueryState(() => port.rebateRules(), useRebateChanges())
  const list = value?.cancelledRefunds ?? []
  return (
    <>
      <ActButton does="setRebateRules" disabled={!value} onClick={() => setOpen(true)}>
        {t('cancelled.open', { count: list.length })}
      </ActButton>
      {open && <Editor text={writeCancelledRefunds(list)} onClose={() => setOpen(false)} />}
    </>
  )
}
