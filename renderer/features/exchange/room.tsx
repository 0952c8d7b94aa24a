import { SendOutlined } from '@ant-design/icons'
import { useOnline } from '../../app/online'
import type { Room } from '../../app/room'
import { CertificateView } from './certificate/CertificateView'
import { cards, fields } from './help'
import { FileWizard } from './file/FileWizard'
import { FolderView } from './folder/FolderView'
import { OutageView } from './outage/OutageView'
import { PackDetail } from './outage/PackDetail'
import { QueueRoom } from './QueueRoom'

export const room: Room = {
  id: 'queue',
  group: 'exchange',
  order: 10,
  title: 'queue:title',
  icon: SendOutlined,
  Component: QueueRoom,
  details: {
    file: FileWizard,
    outage: OutageView,
    pack: PackDetail,
    folder: FolderView,
    certificate: CertificateView,
  },
  useBadge: () => useOnline(({ queued, unknownOutcome }) => queued + unknownOutcome),
  cards,
  fields,
}
