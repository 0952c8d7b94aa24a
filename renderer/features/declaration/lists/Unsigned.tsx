import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { openTab } from '../../../app/navigation'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'

/** 待签名: how many 清单 wait for the key, and the way to it; nothing is shown when none does. */
export function Unsigned() {
  const { t } = useTranslation('declaration')
  const port = useBook()
  const changes = useChanges('lists', 'outbox')
  const { value } = useQueryState(() => port.values('lists', 'awaits'), changes)
  const count = value?.find((one) => one.value === 'signature')?.count ?? 0
  if (count === 0) return null
  const title = t('certificate:title')
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="lists-unsigned"
      title={t('unsigned', { count })}
      action={
        <Button onClick={() => openTab({ view: 'queue/certificate', params: {}, title })}>
          {t('certificate:open')}
        </Button>
      }
    />
  )
}
