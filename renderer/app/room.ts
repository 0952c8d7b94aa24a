import type { ComponentType } from 'react'
import type { Zone } from '#shared/zones/zone'
import type { HelpCard, FieldHelp } from './help'

/** Groups of the tree on the left, in the order of the work. */
export const roomGroups = [
  'home',
  'master',
  'import',
  'matching',
  'declaration',
  'exchange',
  'query',
  'rebate',
  'forex',
  'settings',
] as const
export type RoomGroup = (typeof roomGroups)[number]

/** Parameters of a room or a detail view. Put random record ids in them, never names or declared numbers. */
export type Params = Readonly<Record<string, string>>

export type ViewProps = { params: Params }

/**
 * One room of the tree. A feature folder exports it as `room` from `renderer/features/NAME/room.tsx`;
 * `rooms.ts` finds it there, so that a room that is not built is simply absent.
 * Texts are keys `ROOM:key` of `renderer/app/i18n/{zh,en}/ROOM.json`; `ROOM:title` must exist.
 */
export type Room = {
  /** Stable, used in routes and remembered tabs: `[a-z-]+`. */
  id: string
  group: RoomGroup
  /** Place inside the group; lower is higher. */
  order: number
  /** i18n key, normally `ROOM:title`. */
  title: string
  /** i18n key of the title in the words of the zone's plan, with `{{taxFunction}}`. */
  titleInZone?: string
  /** Whether the tree shows the room in a zone; elsewhere it is reached by search, so that no record is out of reach. */
  inZone?: (zone: Zone) => boolean
  icon: ComponentType
  Component: ComponentType<ViewProps>
  /** Detail views that open as tabs: `openTab('ROOM/NAME', …)`. */
  details?: Readonly<Record<string, ComponentType<ViewProps>>>
  /** Number shown beside the title in the tree (open work); undefined or 0 shows nothing. */
  useBadge?: () => number | undefined
  cards?: readonly HelpCard[]
  fields?: readonly FieldHelp[]
}
