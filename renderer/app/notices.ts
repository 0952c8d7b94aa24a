import { create } from 'zustand'
import type { Text } from '#shared/model/text'
import type { Params } from './room'

/** A line of the notification area. `view` opens what it speaks of. */
export type Notice = {
  id: string
  level: 'info' | 'success' | 'warning' | 'error'
  title: Text
  detail?: Text
  at: string
  view?: string
  params?: Params
  read: boolean
}

/** Older notices fall out: the record itself is in its room, the area only points to it. */
const kept = 200

type NoticeState = { notices: readonly Notice[] }
export const useNotices = create<NoticeState>(() => ({ notices: [] }))

/** Put a notice on top; an equal id replaces the earlier one, so that progress does not pile up. */
export function notify(notice: Omit<Notice, 'read'>): void {
  useNotices.setState(({ notices }) => ({
    notices: [{ ...notice, read: false }, ...notices.filter((n) => n.id !== notice.id)].slice(0, kept),
  }))
}

export function markNoticesRead(): void {
  useNotices.setState(({ notices }) => ({ notices: notices.map((n) => (n.read ? n : { ...n, read: true })) }))
}

export function clearNotices(): void {
  useNotices.setState({ notices: [] })
}
