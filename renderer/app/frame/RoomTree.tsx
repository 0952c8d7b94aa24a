import { Badge, Menu, type MenuProps } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { openRoom, useNavigation } from '../navigation'
import { roomGroups, type Room } from '../room'
import { rooms } from '../rooms'

function Count({ room }: { room: Room }) {
  const count = room.useBadge?.() ?? 0
  return count > 0 ? (
    <Badge count={count} overflowCount={9999} size="small" color="var(--ant-color-primary)" />
  ) : null
}

/** The rooms that are built, in the order of the work. */
export function RoomTree({ collapsed }: { collapsed: boolean }) {
  const { t } = useTranslation('app')
  const current = useNavigation((state) => state.room)
  const item = (room: Room) => {
    const Icon = room.icon
    const label: ReactNode = (
      <span className="tree-label">
        <span>{t(room.title)}</span>
        <Count room={room} />
      </span>
    )
    return { key: room.id, icon: <Icon />, label, title: t(room.title) }
  }
  const items = roomGroups.flatMap((group): NonNullable<MenuProps['items']> => {
    const own = rooms.filter((room) => room.group === group).map(item)
    if (own.length === 0) return []
    if (group === 'home') return own
    return [{ key: `group-${group}`, type: 'group' as const, label: t(`group.${group}`), children: own }]
  })
  return (
    <nav aria-label={t('tree')} className="tree">
      <Menu
        mode="inline"
        inlineCollapsed={collapsed}
        inlineIndent={12}
        selectedKeys={[current]}
        items={items}
        onClick={({ key }) => openRoom(key)}
      />
    </nav>
  )
}
