import {
  BellOutlined,
  LockOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  MoonOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
  SunOutlined,
  SwapOutlined,
} from '@ant-design/icons'
import { Badge, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { lockBook, useSession } from '../book'
import { setDevice, useDevice } from '../device'
import { useNotices } from '../notices'
import { SafetyTag } from '../safety/SafetyTag'
import { BookTag } from './BookTag'
import { Brand } from './Brand'
import { LanguageSwitch } from './LanguageSwitch'
import { OnlineBar } from './OnlineBar'
import { usePanels } from './panels'

function IconButton({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return <Button type="text" icon={icon} aria-label={label} title={label} onClick={onClick} />
}

/** Whose book it is and of which kind, the line to the single window, and the tools of the frame. */
export function TopBar() {
  const { t } = useTranslation('app')
  const { entry, enterprise, officer } = useSession()
  const { theme, treeCollapsed } = useDevice()
  const unread = useNotices((state) => state.notices.filter((notice) => !notice.read).length)
  const show = usePanels((state) => state.show)
  const isShared = entry.officers.length > 1
  return (
    <header className="top">
      <IconButton
        label={t(treeCollapsed ? 'openTree' : 'foldTree')}
        icon={treeCollapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        onClick={() => setDevice({ treeCollapsed: !treeCollapsed })}
      />
      <Brand />
      <span
        className="top-enterprise"
        title={[enterprise?.name ?? entry.label, enterprise?.uscc].filter(Boolean).join(' · ')}
      >
        {enterprise?.name ?? entry.label}
      </span>
      <BookTag kind={entry.kind} />
      <OnlineBar />
      <SafetyTag />
      <span className="top-space" />
      <Button className="top-search" icon={<SearchOutlined />} onClick={() => show('search')}>
        <span>{t('search.open')}</span>
        <kbd>{'Ctrl+K'}</kbd>
      </Button>
      <Badge count={unread} size="small" offset={[-4, 6]}>
        <IconButton label={t('notices.title')} icon={<BellOutlined />} onClick={() => show('notices')} />
      </Badge>
      <IconButton
        label={`${t('help.title')} (F1)`}
        icon={<QuestionCircleOutlined />}
        onClick={() => show('help')}
      />
      <IconButton
        label={t(theme === 'dark' ? 'toLight' : 'toDark')}
        icon={theme === 'dark' ? <SunOutlined /> : <MoonOutlined />}
        onClick={() => setDevice({ theme: theme === 'dark' ? 'light' : 'dark' })}
      />
      <LanguageSwitch />
      <span className="top-officer">{officer}</span>
      <IconButton
        label={`${t(isShared ? 'switch' : 'lock')} (Ctrl+Shift+L)`}
        icon={isShared ? <SwapOutlined /> : <LockOutlined />}
        onClick={() => void lockBook()}
      />
    </header>
  )
}
