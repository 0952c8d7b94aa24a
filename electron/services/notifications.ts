import type { BrowserWindow, Notification as SystemNotification } from 'electron'
import type { Args } from '#shared/ipc/contract'
import type { Handle } from '../shell/ipc'

type News = Args<'app.notify'>[0]
type NotificationClass = typeof SystemNotification

/** News of one kind that follow each other within this time are one notification with their sum. */
const togetherMs = 60_000

const titles = {
  zh: { practice: '驿关 · 演练', real: '驿关' },
  en: { practice: 'Yiguan · practice', real: 'Yiguan' },
}
/** No number, name or amount: systems keep these texts in clear, and show them on a locked screen. */
const bodies: Record<News['kind'], Record<News['language'], (n: number) => string>> = {
  refused: {
    zh: (n) => `${n} 份清单被退单，需要更正`,
    en: (n) => `${n} list(s) sent back and in need of correction`,
  },
  'batch-done': {
    zh: (n) => `${n} 个批次已办结`,
    en: (n) => `${n} batch(es) finished`,
  },
}
/** Where a click leads. */
const rooms: Record<News['kind'], string> = { refused: 'receipts', 'batch-done': 'queue' }

export type NotificationDependencies = {
  Notification: NotificationClass
  now: () => number
  /** Show a room in this window and bring it to front. */
  show: (window: BrowserWindow, room: string) => void
}

/** Notifications of the system: grouped, and none for a window the officer is looking at. */
export function createNotifications({ Notification, now, show }: NotificationDependencies) {
  const shown = new Map<string, { notification: SystemNotification; count: number; at: number }>()

  return function announce(window: BrowserWindow, { kind, count, practice, language }: News): void {
    if (!Notification.isSupported() || window.isFocused()) return
    // What is practice is never counted with what is real.
    const key = `${kind} ${practice}`
    const before = shown.get(key)
    const goesOn = before !== undefined && now() - before.at < togetherMs
    if (goesOn) before.notification.close()
    const sum = count + (goesOn ? before.count : 0)
    const notification = new Notification({
      title: titles[language][practice ? 'practice' : 'real'],
      body: bodies[kind][language](sum),
      silent: true,
    })
    notification.on('click', () => {
      shown.delete(key)
      if (!window.isDestroyed()) show(window, rooms[kind])
    })
    // Held here: a notification that is collected cannot be clicked any more.
    shown.set(key, { notification, count: sum, at: now() })
    notification.show()
  }
}

export function registerNotifications(handle: Handle, deps: NotificationDependencies): void {
  const announce = createNotifications(deps)
  handle('app.notify', ({ window }, news) => announce(window, news))
}
