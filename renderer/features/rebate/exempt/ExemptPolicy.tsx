import { App, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useAttempt } from '../../../app/useAttempt'
import type { ExemptView } from '../../../data/port'

type Policy = ExemptView['policy']

/** What holds for all 清单 of the month, and what the enterprise does where the law is open; kept for every month. */
export function ExemptPolicy({ policy }: { policy: Policy }) {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const act = useAttempt()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const [edited, setEdited] = useState<Policy>(policy)
  const store = async () => {
    const { openReason = '', ...ticks } = edited
    const exempt = { ...ticks, ...(openReason.trim() !== '' && { openReason: openReason.trim() }) }
    const stored = await act(async () => {
      await port.setRebateRules({ ...(await port.rebateRules()), exempt }, t('why.exemptPolicy'))
      return true
    })
    if (!stored) return
    setOpen(false)
    void message.success(t('exempt.policySaved'))
  }
  return (
    <>
      <ActButton does="setRebateRules" onClick={() => setOpen(true)}>
        {t('exempt.policy')}
      </ActButton>
      <Modal
        open={open}
        title={t('exempt.policyTitle')}
        okText={t('save')}
        cancelText={t('cancel')}
        onOk={() => void store()}
        onCancel={() => setOpen(false)}
      >
        <div className="rebate-policy" data-help="rebate.exempt">
          {(['platformRecordComplete', 'clearedAtZoneCustoms'] as const).map((name) => (
            <Checkbox
              key={name}
              checked={edited[name] ?? false}
              onChange={({ target }) => setEdited({ ...edited, [name]: target.checked })}
            >
              {t(name === 'platformRecordComplete' ? 'exempt.recorded' : 'exempt.zoneCustoms')}
            </Checkbox>
          ))}
          <label>
            {t('exempt.openReason')}
            <Input
              value={edited.openReason ?? ''}
              onChange={({ target }) => setEdited({ ...edited, openReason: target.value })}
            />
          </label>
          <p className="face-note">{t('exempt.openNote')}</p>
        </div>
      </Modal>
    </>
  )
}
