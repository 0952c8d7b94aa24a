import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { enterprise } from '../../../electron/practice/samples'
import { SendJournal } from '../../../electron/single-window/journal'
import { timed } from '../step'
import { Desk } from './desk'
import { rssOf } from './processes'
import type { ClientReport, ClientTask, Wave } from './words'

/* One client as a process of its own: queue, send, receive until everything has its end; then the report. */
const task = JSON.parse(process.argv[2] ?? '') as ClientTask
const journal = await SendJournal.open(join(task.directory, 'sent.journal'))
const desk = new Desk({ url: task.url, token: task.token, enterprise: enterprise.code, journal })
const orders = Math.ceil(task.documents / 3)
let peakRss = 0
const watch = setInterval(() => (peakRss = Math.max(peakRss, process.memoryUsage.rss())), 200)
const wave = task.wave === undefined ? orders : Math.ceil(task.wave / 3)
const total = { queueMs: 0, exchangeMs: 0, cpuMs: 0 }
const waves: Wave[] = []
setFlagsFromString('--expose_gc')
const collect = runInNewContext('gc') as () => void
const begun = performance.now()
const isOver = () => performance.now() - begun > (task.seconds ?? Infinity) * 1000
let done = 0
for (let at = 0; at < orders && !isOver(); at += wave) {
  const count = Math.min(wave, orders - at)
  total.queueMs += (await timed(() => desk.queue(count, `B${at}-`))).ms
  const before = process.cpuUsage()
  total.exchangeMs += (await timed(() => desk.drain(count * 3))).ms
  const { user, system } = process.cpuUsage(before)
  total.cpuMs += Math.round((user + system) / 1000)
  done += count * 3
  if (at + count < orders) desk.forget()
  if (task.wave === undefined) continue
  collect()
  const { heapUsed: heap, rss } = process.memoryUsage()
  const serviceRss = await rssOf(task.servicePid)
  waves.push({ documents: done, ms: performance.now() - begun, heap, rss, serviceRss })
}
clearInterval(watch)
const report: ClientReport = {
  documents: done,
  ...total,
  peakRss,
  sentBytes: desk.sentBytes,
  receipts: desk.receipts,
  failures: desk.failures.length,
  waves,
}
process.stdout.write(`${JSON.stringify(report)}\n`)
process.exit(0)
