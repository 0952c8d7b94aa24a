import { join } from 'node:path'
import { enterprise } from '../../../electron/practice/samples'
import { SendJournal } from '../../../electron/single-window/journal'
import { timed } from '../step'
import { Desk } from './desk'
import type { ClientReport, ClientTask } from './words'

/* One client as a process of its own: queue, send, receive until everything has its end; then the report. */
const task = JSON.parse(process.argv[2] ?? '') as ClientTask
const journal = await SendJournal.open(join(task.directory, 'sent.journal'))
const desk = new Desk({ url: task.url, token: task.token, enterprise: enterprise.code, journal })
const orders = Math.ceil(task.documents / 3)
let peakRss = 0
const watch = setInterval(() => (peakRss = Math.max(peakRss, process.memoryUsage.rss())), 200)
const queued = await timed(() => desk.queue(orders, 'B'))
const before = process.cpuUsage()
const exchanged = await timed(() => desk.drain(orders * 3))
const { user, system } = process.cpuUsage(before)
clearInterval(watch)
const report: ClientReport = {
  documents: orders * 3,
  queueMs: queued.ms,
  exchangeMs: exchanged.ms,
  cpuMs: Math.round((user + system) / 1000),
  peakRss,
  sentBytes: desk.sentBytes,
  receipts: desk.receipts,
  failures: desk.failures.length,
}
process.stdout.write(`${JSON.stringify(report)}\n`)
process.exit(0)
