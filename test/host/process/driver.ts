import { EventEmitter } from 'node:events'
import type { FromHost, ToHost } from './control'

const incoming = new EventEmitter()
const early: ToHost[] = []
process.on('message', (message: ToHost) => {
  if (!incoming.emit(message.kind, message)) early.push(message)
})

/** Listen to one kind of message of the process that started this one; what came before is handed over now. */
export function onDriver<K extends ToHost['kind']>(
  kind: K,
  listener: (message: Extract<ToHost, { kind: K }>) => void,
): void {
  incoming.on(kind, listener)
  const waiting = early.filter((message) => message.kind === kind)
  for (const message of waiting) {
    early.splice(early.indexOf(message), 1)
    listener(message as Extract<ToHost, { kind: K }>)
  }
}

export function tellDriver(message: FromHost): void {
  if (process.connected) process.send!(message)
}
