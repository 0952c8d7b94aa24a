import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { activateTab, closeTab, useNavigation } from '../navigation'
import { roomById } from '../rooms'

const roomKey = '#room'

/** The room in front, and a tab for every open record. */
export function TabStrip() {
  const { t } = useTranslation('app')
  const { room, tabs, active } = useNavigation()
  const title = t(roomById(room)?.title ?? room)
  return (
    <Tabs
      className="tabs"
      type="editable-card"
      hideAdd
      size="small"
      activeKey={active ?? roomKey}
      onChange={(key) => activateTab(key === roomKey ? undefined : key)}
      onEdit={(key, action) => action === 'remove' && typeof key === 'string' && closeTab(key)}
      items={[
        { key: roomKey, label: title, closable: false },
        ...tabs.map((tab) => ({
          key: tab.id,
          label: tab.title || t(roomById(tab.view.split('/')[0]!)?.title ?? tab.view),
          closeIcon: undefined,
        })),
      ]}
    />
  )
}
