import {
  FileProtectOutlined,
  FolderOpenOutlined,
  SafetyCertificateOutlined,
  UsbOutlined,
} from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/book'
import { openTab } from '../../app/navigation'
import { useCommand } from '../../app/useCommand'
import type { ExchangeFacts } from '../../data/port'

/** A line that failed for this long may be the platform; a pack is offered, never made by itself. */
const offerAfterMs = 10 * 60_000

/** Ways out of the queue when the line does not do. */
export function OtherWays({ facts }: { facts: ExchangeFacts | undefined }) {
  const { t } = useTranslation('carry')
  const openFile = () => openTab({ view: 'queue/file', params: {}, title: t('title') })
  const openOutage = () => openTab({ view: 'queue/outage', params: {}, title: t('outage:title') })
  useCommand({ id: 'queue.file', title: 'carry:open', group: 'room', run: openFile })
  useCommand({ id: 'queue.outage', title: 'outage:open', group: 'room', run: openOutage })
  const { entry } = useSession()
  const openFolder = () => openTab({ view: 'queue/folder', params: {}, title: t('folder:title') })
  const openCertificate = () =>
    openTab({ view: 'queue/certificate', params: {}, title: t('certificate:title') })
  useCommand({ id: 'queue.certificate', title: 'certificate:open', group: 'room', run: openCertificate })
  const { offlineSince, lastCallAt } = facts ?? {}
  const down = offlineSince && lastCallAt ? Date.parse(lastCallAt) - Date.parse(offlineSince) : 0
  return (
    <>
      {down >= offerAfterMs && (
        <Alert type="warning" showIcon title={t('outage:offer', { minutes: Math.round(down / 60_000) })} />
      )}
      <div className="queue-line">
        <div className="queue-line" role="group" aria-label={t('other')}>
          <span className="queue-note">{t('other')}</span>
          <Button icon={<UsbOutlined />} onClick={openFile} data-help="queue.file-export">
            {t('open')}
          </Button>
          <Button icon={<FileProtectOutlined />} onClick={openOutage} data-help="queue.outage">
            {t('outage:open')}
          </Button>
          {entry.kind === 'real' && (
            <Button icon={<FolderOpenOutlined />} onClick={openFolder} data-help="queue.folder">
              {t('folder:open')}
            </Button>
          )}
        </div>
        <Button
          className="queue-apart"
          icon={<SafetyCertificateOutlined />}
          onClick={openCertificate}
          data-help="queue.certificate"
        >
          {t('certificate:open')}
        </Button>
      </div>
    </>
  )
}
