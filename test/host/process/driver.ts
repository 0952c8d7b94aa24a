import { EventEmitter } from 'node:events'
import type { FromHost, ToHost } from './control'

const incoming = new EventEmitter()
process.on('message', (message: ToHost) => incoming.emit(message.kind, message))

/** Listen to one kind of message of the process that started this one. */
export function onDriver<K extends ToHost['kind']>(
  kind: K,
  listener: (message: Extract<ToHost, { kind: K }>) => void,
): void {
  incoming.on(kind, listener)
}

export function tellDriver(message: FromHost): void {
  if (process.connected) process.send!(message)
}
