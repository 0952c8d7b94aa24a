import { App, Modal, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { useAttempt } from '../../../app/useAttempt'
import { useQueryState } from '../../../app/useQuery'
import { useText } from '../../../components/text'
import { useForexChanges } from '../changes'

const listed = 100

/** What ties itself together, looked at first, then stored as one act. */
export function Suggestion({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('forex')
  const show = useText()
  const port = useBook()
  const attempt = useAttempt()
  const { message } = App.useApp()
  const { value } = useQueryState(() => port.suggestForexLinks(), useForexChanges())
  const found = value ? value.lines.length + value.ties.length : 0
  const apply = async () => {
    const done = await attempt(() => port.applyForexSuggestion(t('why.suggestion')))
    if (!done) return
    void message.success(t('suggestion.done', done))
    onClose()
  }
  return (
    <Modal
      open
      title={t('suggestion.ask')}
      okText={t('suggestion.apply')}
      cancelText={t('cancel')}
      width="min(860px, 94vw)"
      okButtonProps={{ loading: !value, disabled: value !== undefined && found === 0, autoFocus: true }}
      onOk={() => void apply()}
      onCancel={onClose}
    >
      {!value && <Spin aria-label={t('loading')} />}
      {value && (
        <>
          <p>
            {t('suggestion.counts', {
              lines: value.lines.length,
              ties: value.ties.length,
              ambiguous: value.ambiguous,
            })}
          </p>
          <ul className="face-list forex-suggested">
            {value.lines.slice(0, listed).map(({ creditId, line, why }) => (
              <li key={`${creditId} ${line.id} ${line.orderId}`}>
                {t('suggestion.line', { credit: creditId, order: line.orderId ?? '', amount: line.amount })}{' '}
                <span className="face-note">{show(why)}</span>
              </li>
            ))}
            {value.ties.slice(0, listed).map(({ movementId, settlementId, creditId, why }) => (
              <li key={`${movementId ?? ''} ${settlementId ?? ''} ${creditId ?? ''}`}>
                {movementId === undefined
                  ? t('suggestion.straight', { settlement: settlementId, credit: creditId })
                  : settlementId === undefined
                    ? t('suggestion.withdrawal', { credit: creditId })
                    : t('suggestion.payout', { settlement: settlementId })}{' '}
                <span className="face-note">{show(why)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  )
}
