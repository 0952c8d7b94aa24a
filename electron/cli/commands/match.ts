import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { recordKey } from '#shared/import/key'
import type { Break } from '#shared/matching/break'
import { MatchConfig, matchConfig, type MatchSettings } from '#shared/matching/config'
import { ManualMatch, orderFacts, paymentFacts, waybillFacts } from '#shared/matching/facts'
import { MatchCounter, matchAll, orphanBreaks } from '#shared/matching/match-all'
import { MatchIndex } from '#shared/matching/match-index'
import type { MatchReport } from '#shared/matching/report'
import { Order } from '#shared/model/order'
import { Payment } from '#shared/model/payment'
import type { Language } from '#shared/model/text'
import { Waybill } from '#shared/model/waybill'
import { zoneById, zones } from '#shared/zones/zones'
import { DONE, REFUSED, UsageError, type Command, type Io } from '../command'
import { refuseOverwriting } from '../same-file'
import { TextWriter } from '../io/text-writer'
import { readRecords } from '../ndjson'

/** Business keys as ids; the second record of a key is told apart by its occurrence, as the importer does. */
function idOf(record: Order | Payment | Waybill, taken: ReadonlyMap<string, unknown>): string {
  let occurrence = 1
  while (taken.has(recordKey(record, occurrence))) occurrence += 1
  return recordKey(record, occurrence)
}

async function fill(
  index: MatchIndex,
  files: { orders: string; payments: string; waybills: string; manual?: string },
) {
  for await (const order of readRecords(files.orders, Order)) {
    index.addOrder(orderFacts(idOf(order, index.orders), order))
  }
  for await (const payment of readRecords(files.payments, Payment)) {
    index.addPayment(paymentFacts(idOf(payment, index.payments), payment))
  }
  for await (const waybill of readRecords(files.waybills, Waybill)) {
    index.addWaybill(waybillFacts(idOf(waybill, index.waybills), waybill))
  }
  if (files.manual === undefined) return
  for await (const manual of readRecords(files.manual, ManualMatch)) index.addManual(manual)
}

async function readSettings(file: string): Promise<MatchSettings> {
  try {
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, '')) as MatchSettings
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`--config ${file} is not JSON: ${error.message}`)
    throw error
  }
}

async function configOf(zoneId: string | undefined, file: string | undefined): Promise<MatchConfig> {
  const zone = zoneId === undefined ? undefined : zoneById(zoneId)
  if (zoneId !== undefined && !zone) {
    throw new UsageError(`--zone ${zoneId}: one of ${zones.map(({ id }) => id).join(', ')}`)
  }
  const own = file === undefined ? undefined : await readSettings(file)
  const config = MatchConfig.safeParse(matchConfig(zone?.matching, own))
  if (!config.success) throw new UsageError(`--config ${file}: ${z.prettifyError(config.error)}`)
  return config.data
}

/** Nearly all: what differs from it is shown as a break instead of passing unseen. */
const USUAL = 0.9

/** Orders of a file that names no currency are compared in the one given, or in the one their payments share. */
function setCurrency(index: MatchIndex, given: string | undefined, io: Io): void {
  const silent = [...index.orders.values()].filter(({ currency }) => currency === '')
  if (silent.length === 0) return
  const currency = given ?? usualCurrency(index)
  if (currency === undefined) return
  for (const order of silent) order.currency = currency
  io.note(
    `${silent.length} orders name no currency: ${currency} ${given ? 'as told' : 'as nearly all payments'}`,
  )
}

function usualCurrency(index: MatchIndex): string | undefined {
  const counts = new Map<string, number>()
  for (const { currency } of index.payments.values()) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  return first && first[0] !== '' && first[1] >= index.payments.size * USUAL ? first[0] : undefined
}

const tell = ({ message, fix, ...rest }: Break, language: Language): MatchReport['breaks'][number] => ({
  ...rest,
  message: message[language],
  fix: fix[language],
})

/** 三单对碰 of three files of records. */
export const command: Command = {
  name: 'match',
  usage: `match --orders F --payments F --waybills F [options]
Compares orders with payments and waybills and lists every break with its effect.
The files are NDJSON as import --out writes.
  --out F       every order with its documents, breaks and notes, as NDJSON
  --manual F    matches made by hand with their reasons, as NDJSON; ids are business keys as in --out
  --zone ID     settings of a zone
  --config F    own settings as JSON: effects by kind, shortAmount, shortPercent, lateDays
  --currency C  currency of orders that name none; without it the one nearly all payments are in
  --lang zh|en  language of message and fix (zh)
Exit code 1 when there are breaks.`,
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: {
        orders: { type: 'string' },
        payments: { type: 'string' },
        waybills: { type: 'string' },
        out: { type: 'string' },
        manual: { type: 'string' },
        zone: { type: 'string' },
        config: { type: 'string' },
        currency: { type: 'string' },
        lang: { type: 'string', default: 'zh' },
      },
    })
    const { orders, payments, waybills, out, manual, zone, config: own, currency, lang } = values
    if (!orders || !payments || !waybills)
      throw new UsageError('--orders, --payments and --waybills are needed')
    if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang ${lang}: zh or en`)
    const read = { '--orders': orders, '--payments': payments, '--waybills': waybills, '--manual': manual }
    refuseOverwriting(out, read)
    if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
      throw new UsageError(`--currency ${currency}: three letters, for example USD`)
    }
    const config = await configOf(zone, own)
    const index = new MatchIndex()
    await fill(index, { orders, payments, waybills, manual })
    setCurrency(index, currency, io)

    const sink = out === undefined ? undefined : await TextWriter.open(out)
    const counter = new MatchCounter()
    const breaks: MatchReport['breaks'] = []
    const notes: MatchReport['notes'] = []
    try {
      for (const match of matchAll(index, config)) {
        counter.addOrder(match)
        for (const found of match.breaks) breaks.push(tell(found, lang))
        for (const { kind, message } of match.notes) {
          notes.push({ kind, orderNo: match.orderNo, message: message[lang] })
        }
        await sink?.write(`${JSON.stringify(match)}\n`)
      }
      await sink?.commit()
    } finally {
      await sink?.discard()
    }
    for (const orphan of orphanBreaks(index, config)) {
      counter.addBreak(orphan)
      breaks.push(tell(orphan, lang))
    }
    io.out({ ...counter.totals, breaks, notes } satisfies MatchReport)
    return breaks.length === 0 ? DONE : REFUSED
  },
}
