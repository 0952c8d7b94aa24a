import { Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { openRoom, openTab } from '../../app/navigation'
import type { BatchView } from '../../data/port'
import { actsOf, type BatchActKind } from './states'
import { useActing } from './useActing'

/**
 * What can be done about a batch: try now (what may have left is asked about first, and only ever sent again with the
 * same bytes), correct what was sent back, or carry it in a file.
 */
export function BatchAct({ batch }: { batch: BatchView }) {
  const { t } = useTranslation('queue')
  const port = useBook()
  const { busy, act } = useActing()
  const acts: Record<BatchActKind, () => void> = {
    query: () => void act(() => port.retryNow(batch.id), t('act.querySaid')),
    retry: () => void act(() => port.retryNow(batch.id), t('act.retrySaid')),
    correct: () => openRoom('lists', { copNo: batch.refused.join(',') }),
    export: () => openTab({ view: 'queue/file', params: {}, title: t('carry:title') }),
  }
  return (
    <Space size={4} wrap>
      {actsOf(batch).map((kind) => (
        <ActButton
          does={kind === 'export' ? 'exportBatches' : kind === 'correct' ? 'look' : 'retryNow'}
          key={kind}
          size="small"
          loading={busy && (kind === 'query' || kind === 'retry')}
          title={t(`act.${kind}Hint`)}
          onClick={acts[kind]}
        >
          {t(`act.${kind}`)}
        </ActButton>
      ))}
    </Space>
  )
}
