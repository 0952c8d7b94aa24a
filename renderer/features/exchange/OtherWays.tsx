import { UsbOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { openTab } from '../../app/navigation'
import { useCommand } from '../../app/useCommand'

/** Ways out of the queue when the line does not do. */
export function OtherWays() {
  const { t } = useTranslation('carry')
  const openFile = () => openTab({ view: 'queue/file', params: {}, title: t('title') })
  useCommand({ id: 'queue.file', title: 'carry:open', group: 'room', run: openFile })
  return (
    <div className="queue-line" role="group" aria-label={t('other')}>
      <span className="queue-note">{t('other')}</span>
      <Button icon={<UsbOutlined />} onClick={openFile} data-help="queue.file-export">
        {t('open')}
      </Button>
    </div>
  )
}
