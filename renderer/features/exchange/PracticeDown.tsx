import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook, useSession } from '../../app/book'
import { serviceStatus, startPractice } from '../../app/exchange'
import { useQueryState } from '../../app/useQuery'
import { useActing } from './useActing'

/** A practice book whose service has ended: it is never started again by itself, the officer does it. */
export function PracticeDown({ since }: { since?: string }) {
  const { t } = useTranslation('queue')
  const { entry } = useSession()
  const port = useBook()
  const { busy, act } = useActing()
  const { value } = useQueryState(() => serviceStatus(entry.id), since ?? '')
  if (!value?.practice || value.url !== null) return null
  const start = async () => {
    const { url } = await startPractice(entry.id)
    if (url !== null) await port.retryNow()
  }
  return (
    <Alert
      type="warning"
      showIcon
      title={t('practice.down')}
      description={t('practice.kept')}
      action={
        <ActButton does="retryNow" loading={busy} onClick={() => void act(start)}>
          {t('practice.start')}
        </ActButton>
      }
    />
  )
}
