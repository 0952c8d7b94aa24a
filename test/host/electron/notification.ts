import { onDriver, tellDriver } from '../process/driver'
import { StrictEmitter } from './strict-emitter'
import { strict } from './strict'

const options = new Set(['title', 'body', 'silent'])
const shown = new Map<number, StandInNotification>()
let nextId = 1

/**
 * A notification that is told to the driver instead of the system. "Immediately shows the notification to the user";
 * "Dismisses the notification". The driver may click it: "Emitted when the notification is clicked by the user".
 */
class StandInNotification
  extends StrictEmitter
  implements Pick<Electron.Notification, 'show' | 'close' | 'title' | 'body' | 'silent'>
{
  protected readonly name = 'Notification'
  protected readonly events = ['show', 'click', 'close']
  readonly title: string
  readonly body: string
  readonly silent: boolean
  private readonly id = nextId++

  constructor(wanted: Electron.NotificationConstructorOptions = {}) {
    super()
    for (const name of Object.keys(wanted)) {
      if (!options.has(name)) throw new Error(`stand-in: Notification option ${name} is not implemented`)
    }
    const { title = '', body = '', silent = false } = wanted
    this.title = title
    this.body = body
    this.silent = silent
    return strict<StandInNotification>('Notification', this)
  }

  show(): void {
    shown.set(this.id, this)
    tellDriver({ kind: 'notification', id: this.id, title: this.title, body: this.body })
    this.emit('show')
  }

  close(): void {
    if (!shown.delete(this.id)) return
    tellDriver({ kind: 'notification-closed', id: this.id })
    this.emit('close')
  }

  /** "Whether or not desktop notifications are supported on the current system". */
  static isSupported = () => true
}

onDriver('click-notification', ({ id }) => {
  const notification = shown.get(id)
  shown.delete(id)
  notification?.emit('click')
})

export const Notification = strict<typeof Electron.Notification>('Notification', StandInNotification)
