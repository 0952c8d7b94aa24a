import { Button } from 'antd'
import type { ReactNode } from 'react'
import { openRoom } from '../../app/navigation'
import { roomById } from '../../app/rooms'
import type { ImportView } from '../../data/port'

/** The way to the records an import brought, where their list is built. */
export function openRowsOf({ kind, id }: ImportView, label: string): ReactNode {
  if (!roomById(kind)) return null
  return <Button onClick={() => openRoom(kind, { importId: id })}>{label}</Button>
}
