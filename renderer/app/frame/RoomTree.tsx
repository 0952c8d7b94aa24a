import { Badge, Menu, type MenuProps } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useText } from '../../components/text'
import { refreshEnterprise } from '../book'
import { openRoom, useNavigation } from '../navigation'
import { roomGroups, type Room } from '../room'
import { rooms } from '../rooms'
import { useChanges } from '../useChanges'
import { useOwnZone } from '../useZones'

function Count({ room }: { room: Room }) {
  const count = room.useBadge?.() ?? 0
  return count > 0 ? (
    <Badge count={count} overflowCount={9999} size="small" color="var(--ant-color-primary)" />
  ) : null
}

/** The rooms that are built, in the order of the work; which and by what name follows the zone of the book. */
export function RoomTree({ collapsed }: { collapsed: boolean }) {
  const { t } = useTranslation('app')
  const show = useText()
  const current = useNavigation((state) => state.room)
  const zone = useOwnZone()
  const changes = useChanges('enterprise')
  // The zone may be changed, or its change undone, in any room and window.
  useEffect(() => void refreshEnterprise().catch(() => undefined), [changes])
  const titleOf = (room: Room) =>
    zone && room.titleInZone ? t(room.titleInZone, { taxFunction: show(zone.taxFunction) }) : t(room.title)
  const item = (room: Room) => {
    const Icon = room.icon
    const title = titleOf(room)
    const label: ReactNode = (
      <span className="tree-label">
        <span>{title}</span>
        <Count room={room} />
      </span>
    )
    return { key: room.id, icon: <Icon />, label, title }
  }
  const items = roomGroups.flatMap((group): NonNullable<MenuProps['items']> => {
    const belongs = ({ id, inZone }: Room) => id === current || !zone || !inZone || inZone(zone)
    const own = rooms.filter((room) => room.group === group && belongs(room)).map(item)
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
