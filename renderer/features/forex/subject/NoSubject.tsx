import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { openRoom } from '../../../app/navigation'

/** Nothing is stated of the enterprise yet: nothing can be checked, and the page where it is stated is one press away. */
export function NoSubject() {
  const { t } = useTranslation('forex')
  return (
    <Alert
      type="warning"
      showIcon
      title={t('subject.missing')}
      action={
        <Button size="small" onClick={() => openRoom('forex', { face: 'subject' })}>
          {t('subject.state')}
        </Button>
      }
    />
  )
}
