import { Alert, Button, Empty, Spin } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { describeFailure } from '../failure'
import { useText } from '../text'
import type { RowSource } from './types'

type GridStateProps = {
  state: RowSource['state']
  total: number
  /** What a page could not be fetched for. */
  failure: unknown
  onRetry: () => void
  empty?: ReactNode
}

/** What lies over the rows while there are none to show: waiting, an error in words, or nothing found. */
export function GridStateLayer({ state, total, failure, onRetry, empty }: GridStateProps) {
  const { t } = useTranslation('grid')
  const show = useText()
  if (typeof state === 'object' || failure !== undefined) {
    const described = show(typeof state === 'object' ? state.error : describeFailure(failure).text)
    const retry = typeof state === 'object' ? (state.retry ?? onRetry) : onRetry
    return (
      <div className="grid-layer">
        <Alert
          type="error"
          showIcon
          title={t('loadFailed')}
          description={described}
          action={<Button onClick={retry}>{t('retry')}</Button>}
        />
      </div>
    )
  }
  if (state === 'loading') {
    return (
      <div className="grid-layer">
        <Spin description={t('loading')}>
          <div className="grid-spin" />
        </Spin>
      </div>
    )
  }
  if (total > 0) return null
  return (
    <div className="grid-layer">
      {empty ?? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />}
    </div>
  )
}
