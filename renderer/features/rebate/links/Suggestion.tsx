import { Alert, Modal, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { groupDigits, showAmount } from '../../../components/numbers'
import { useText } from '../../../components/text'
import type { RebateSuggestion } from '../../../data/port'
import { useAttempt } from '../../../app/useAttempt'
import { writtenKey } from '../words'
import { useWizard } from '../wizard/context'

type Uncovered = RebateSuggestion['uncovered'][number]

type Props = { value: RebateSuggestion; onDone: (links: number) => void; onClose: () => void }

/** 自动配单: what it would link and what it leaves, looked at before anything is stored. */
export function Suggestion({ value, onDone, onClose }: Props) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const act = useAttempt()
  const { batch } = useWizard()
  const [busy, setBusy] = useState(false)
  const apply = async () => {
    setBusy(true)
    const done = await act(() => port.applyRebateSuggestion(batch.id, t('why.suggest')))
    setBusy(false)
    if (done) onDone(done.links)
  }
  return (
    <Modal
      open
      width="min(900px, 94vw)"
      title={t('suggest.title')}
      okText={t('suggest.apply', { count: value.links })}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: value.links === 0, autoFocus: true }}
      onOk={() => void apply()}
      onCancel={onClose}
    >
      <p>
        {t('suggest.sums', {
          links: groupDigits(String(value.links)),
          net: showAmount(value.sums.net, 'CNY'),
          refund: showAmount(value.sums.refund, 'CNY'),
          fobUsd: showAmount(value.sums.fobUsd, 'USD'),
        })}
      </p>
      <p className="face-note">{t('suggest.how')}</p>
      {value.uncoveredCount > 0 && (
        <>
          <Alert type="warning" showIcon title={t('suggest.uncovered', { count: value.uncoveredCount })} />
          <Table<Uncovered>
            size="small"
            rowKey="key"
            dataSource={[...value.uncovered]}
            pagination={{ pageSize: 10, hideOnSinglePage: true }}
            columns={[
              { key: 'key', title: t('item.key'), width: 190, render: (_v, { key }) => writtenKey(key) },
              { key: 'name', title: t('item.name'), render: (_v, { name }) => name },
              {
                key: 'missing',
                title: t('suggest.missing'),
                width: 120,
                align: 'right',
                render: (_v, { missing, unit }) => `${groupDigits(missing)} ${unit}`,
              },
              { key: 'reason', title: t('suggest.reason'), render: (_v, { reason }) => show(reason) },
            ]}
          />
        </>
      )}
    </Modal>
  )
}
