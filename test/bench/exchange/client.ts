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
const wave = task.wave === undefined ? orders : Math.ceil(task.wave / 3)
const total = { queueMs: 0, exchangeMs: 0, cpuMs: 0 }
for (let at = 0; at < orders; at += wave) {
  const count = Math.min(wave, orders - at)
  total.queueMs += (await timed(() => desk.queue(count, `B${at}-`))).ms
  const before = process.cpuUsage()
  total.exchangeMs += (await timed(() => desk.drain(count * 3))).ms
  const { user, system } = process.cpuUsage(before)
  total.cpuMs += Math.round((user + system) / 1000)
  if (at + count < orders) desk.forget()
}
clearInterval(watch)
const report: ClientReport = {
  documents: orders * 3,
  ...total,
  peakRss,
  sentBytes: desk.sentBytes,
  receipts: desk.receipts,
  failures: desk.failures.length,
}
process.stdout.write(`${JSON.stringify(report)}\n`)
process.exit(0)
