import type { Tick } from '#shared/departure/departure'
import type { CebMessage } from '#shared/ceb/message'
import type { ReturnCase } from '#shared/returns/case'
import { isTallyOf, newsOfTallies } from '#shared/returns/tally'
import type { TallyNews } from '#shared/returns/tally'
import { eachRecord } from '../../../data/read/records'
import { command } from '../../../data/write/command'
import type { MessagesRead } from '../../../data/port'
import type { BookSession } from '../session'

type TalliesRead = Pick<MessagesRead, 'tallied' | 'refused' | 'unmatched'>

/** Only what customs has, or had, can have been tallied. */
const underWay = new Set<ReturnCase['state']>(['waiting', 'refused', 'accepted'])

/**
 * Tick the returns that 理货明细单 (215) of a site speak of, by these or by their receipts. What customs took in says more than the
 * message alone and than a tick by hand. The same again changes nothing.
 */
export async function readTallies(
  session: BookSession,
  messages: readonly CebMessage[],
): Promise<TalliesRead> {
  const news = newsOfTallies(messages)
  const refused = news.filter(({ outcome }) => outcome === 'refused')
  const told = [
    ...news.filter(({ outcome }) => outcome === 'sent'),
    ...news.filter(({ outcome }) => outcome === 'stored'),
  ]
  const read: TalliesRead = {
    tallied: 0,
    refused: refused.map(({ logisticsNo, code, info }) => ({
      message: 'CEB215',
      number: logisticsNo,
      code,
      info,
    })),
    unmatched: [],
  }
  if (told.length === 0) return read
  const { book, who } = session
  const unknown = new Set(told)
  const wanted: { id: string; tick: Tick }[] = []
  for await (const chunk of eachRecord(book.context, 'returns')) {
    for (const { id, record } of chunk) {
      const mine = told.filter((one) => isTallyOf(record, one))
      for (const one of mine) unknown.delete(one)
      const tick = underWay.has(record.state) ? tickOf(record, mine, who, book.context.now()) : undefined
      if (tick) wanted.push({ id, tick })
    }
  }
  if (wanted.length > 0) {
    await command(book.context, 'return.tally', who, '', async (draft) => {
      for (const { id, tick } of wanted) {
        const stored = await draft.get('returns', id)
        if (stored) await draft.put('returns', { ...stored.record, tallied: tick })
      }
    })
  }
  return { ...read, tallied: wanted.length, unmatched: [...unknown].map(({ logisticsNo }) => logisticsNo) }
}

/** The tick these tellings make of a return, the last one standing; undefined when it says nothing new. */
function tickOf(
  { tallied }: ReturnCase,
  told: readonly TallyNews[],
  who: string,
  now: string,
): Tick | undefined {
  let tick = tallied
  for (const { outcome, at, code, info } of told) {
    if (outcome === 'sent' && tick) continue
    const note = [code, info].filter(Boolean).join(' ')
    tick = { how: 'imported', who, at: at || now, ...(note && { note }) }
  }
  const same = tick && tallied && { ...tick, who: '' }
  return same && JSON.stringify(same) === JSON.stringify({ ...tallied, who: '' }) ? undefined : tick
}
