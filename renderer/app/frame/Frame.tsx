import { Alert, Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyGateContext } from '../../components/grid'
import { useText } from '../../components/text'
import { useSession } from '../book'
import { offerBookSearch } from '../book-search'
import { useCopyGate } from '../copy-gate'
import { useDevice } from '../device'
import { useWatchLeaves } from '../leaves'
import { openRoom } from '../navigation'
import { useCommandKeys } from '../useCommand'
import { ClosingDialog } from './ClosingDialog'
import { HelpDrawer } from './HelpDrawer'
import { usePanels } from './panels'
import { NoticeDrawer } from './NoticeDrawer'
import { RoomTree } from './RoomTree'
import { SearchPalette } from './SearchPalette'
import { ShortcutSheet } from './ShortcutSheet'
import { TabStrip } from './TabStrip'
import { TopBar } from './TopBar'
import { useFrameCommands } from './useFrameCommands'
import { useRoute } from './useRoute'
import { Views } from './Views'

/** The window of an open book. A 演练 book has a coloured frame, so that nobody takes it for a real one. */
export function Frame() {
  const { entry, health, port } = useSession()
  const { i18n, t } = useTranslation()
  const collapsed = useDevice((state) => state.treeCollapsed)
  const show = useText()
  useCommandKeys()
  useFrameCommands()
  useRoute(entry.id)
  useWatchLeaves()
  const copying = useCopyGate()
  useEffect(() => offerBookSearch(port, i18n), [port, i18n])
  // A book that is locked and opened again starts without what lay over it.
  useEffect(() => usePanels.getState().hide, [])
  return (
    <div className={`frame frame-${entry.kind}`}>
      <TopBar />
      {health.state !== 'ok' && (
        <Alert
          banner
          type="error"
          title={show(health.text)}
          action={
            health.state === 'suspect' && (
              <Button size="small" onClick={() => openRoom('safety')}>
                {t('safety:restore.title')}
              </Button>
            )
          }
        />
      )}
      <div className="frame-body">
        <aside className={collapsed ? 'side side-collapsed' : 'side'}>
          <RoomTree collapsed={collapsed} />
        </aside>
        <div className="frame-main">
          <TabStrip />
          <CopyGateContext value={copying}>
            <Views />
          </CopyGateContext>
        </div>
      </div>
      <SearchPalette />
      <HelpDrawer />
      <NoticeDrawer />
      <ShortcutSheet />
      <ClosingDialog />
    </div>
  )
}
