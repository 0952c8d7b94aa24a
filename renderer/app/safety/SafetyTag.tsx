import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../book'
import { openRoom } from '../navigation'
import { alarmOf } from './alarm'
import { useSafety } from './backups'

/** What endangers the data of the book, in the frame, with the way to the room; nothing while all is well. */
export function SafetyTag() {
  const { t } = useTranslation('safety')
  const { entry } = useSession()
  const { state, end } = useSafety()
  const alarm = state && alarmOf(state, end?.ok !== false, entry.kind, new Date().toISOString())
  if (!alarm) return null
  return (
    <Button
      danger
      size="small"
      icon={<SafetyCertificateOutlined />}
      title={t(`alarmWhat.${alarm}`)}
      onClick={() => openRoom('safety')}
    >
      {t(`alarm.${alarm}`)}
    </Button>
  )
}
