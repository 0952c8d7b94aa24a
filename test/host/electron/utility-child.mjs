// Runs first in a utility process: gives it Electron's `process.parentPort`, and its parent's fate.
import { EventEmitter } from 'node:events'

const port = new EventEmitter()
port.postMessage = (message) => process.send(message)
// What was posted before anybody listens waits, as in Electron.
port.once('newListener', () => {
  setImmediate(() => process.on('message', (data) => port.emit('message', { data, ports: [] })))
})
process.on('disconnect', () => process.exit(1))
Object.defineProperty(process, 'parentPort', { value: port })
