import { Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import type { WaitingGroup } from '../../data/port'
import { useActing } from './useActing'

/**
 * A submission whose number was declared before: ask for the receipts of that one, or take them over once they are here. There is
 * no way from here to send it beside that one.
 */
export function DeclaredBefore({ id, message, number, status }: WaitingGroup['before'][number]) {
  const { t } = useTranslation('queue')
  const port = useBook()
  const { busy, act } = useActing()
  return (
    <div className="queue-line">
      <span>
        {t(`message.${message}`, message)} <code>{number}</code>{' '}
        {status === '' ? t('waiting.beforeSilent') : t('waiting.beforeSaid', { status })}
      </span>
      {status === '' ? (
        <ActButton
          does="retryNow"
          size="small"
          loading={busy}
          onClick={() => void act(() => port.retryNow(), t('retry.said'))}
        >
          {t('waiting.beforeAsk')}
        </ActButton>
      ) : (
        <Popconfirm
          title={t('waiting.beforeTitle', { number })}
          description={t('waiting.beforeHow')}
          okText={t('waiting.beforeYes')}
          onConfirm={() => void act(() => port.adoptReceipts(id, t('waiting.beforeWhy')))}
        >
          <ActButton does="adoptReceipts" size="small" loading={busy}>
            {t('waiting.before')}
          </ActButton>
        </Popconfirm>
      )}
    </div>
  )
}
