import { Button, Drawer, Empty } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { StateTag, type StateTone } from '../../components/StateTag'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import { openView } from '../navigation'
import { clearNotices, markNoticesRead, useNotices, type Notice } from '../notices'
import { usePanels } from './panels'

const tones: Record<Notice['level'], StateTone> = {
  info: 'neutral',
  success: 'good',
  warning: 'waiting',
  error: 'bad',
}

function NoticeItem({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { t } = useTranslation('app')
  const show = useText()
  return (
    <li className="notice">
      <div className="notice-head">
        <StateTag tone={tones[notice.level]}>{t(`notices.${notice.level}`)}</StateTag>
        <time dateTime={notice.at}>{showTime(notice.at)}</time>
      </div>
      <div className="notice-title">{show(notice.title)}</div>
      {notice.detail && <div className="notice-detail">{show(notice.detail)}</div>}
      {notice.view && (
        <Button type="link" size="small" onClick={onOpen}>
          {t('notices.open')}
        </Button>
      )}
    </li>
  )
}

function NoticeList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('app')
  const notices = useNotices((state) => state.notices)
  useEffect(() => markNoticesRead, [])
  if (notices.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('notices.nothing')} />
  }
  const open = ({ view, params = {} }: Notice) => {
    onClose()
    if (view) openView(view, params)
  }
  return (
    <ul className="notices">
      {notices.map((notice) => (
        <NoticeItem key={notice.id} notice={notice} onOpen={() => open(notice)} />
      ))}
    </ul>
  )
}

/** What came while the officer looked elsewhere. */
export function NoticeDrawer() {
  const { t } = useTranslation('app')
  const { open, hide } = usePanels()
  return (
    <Drawer
      open={open === 'notices'}
      onClose={hide}
      title={t('notices.title')}
      size={380}
      destroyOnHidden
      extra={
        <Button type="text" size="small" onClick={clearNotices}>
          {t('notices.clear')}
        </Button>
      }
    >
      <NoticeList onClose={hide} />
    </Drawer>
  )
}
