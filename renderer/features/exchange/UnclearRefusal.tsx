import { Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import type { WaitingGroup } from '../../data/port'
import { useActing } from './useActing'

/** A submission that may have been turned down, and the officer's word that it was: only then it may be declared again. */
export function UnclearRefusal({ id, message, number }: WaitingGroup['unclear'][number]) {
  const { t } = useTranslation('queue')
  const port = useBook()
  const { busy, act } = useActing()
  return (
    <div className="queue-line">
      <span>
        {t(`message.${message}`, message)} <code>{number}</code>
      </span>
      <Popconfirm
        title={t('waiting.unclearAsk', { number })}
        description={t('waiting.unclearHow')}
        okText={t('waiting.unclearYes')}
        onConfirm={() => void act(() => port.confirmRefusal(id, t('waiting.unclearWhy')))}
      >
        <ActButton does="confirmRefusal" size="small" danger loading={busy}>
          {t('waiting.unclear')}
        </ActButton>
      </Popconfirm>
    </div>
  )
}
