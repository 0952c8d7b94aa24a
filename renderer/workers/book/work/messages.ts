import { transmitterOf } from '#shared/protocol/transmitters'
import type { ChainMessage, Transmitters } from '#shared/protocol/transmitters'
import type { Tick } from '#shared/departure/departure'
import { isOfKey, newsOfOthers } from '#shared/protocol/others'
import type { ListKey, NewsOfOthers } from '#shared/protocol/others'
import { unasked } from '#shared/protocol/receipts'
import { putUnasked } from '../../../data/engine/unasked'
import { getRecords } from '../../../data/read/records'
import { normalNumber } from '../../../data/sealing/blind'
import { command } from '../../../data/write/command'
import type { MessagesRead } from '../../../data/port'
import type { BookSession } from '../session'
import { transmittersOf } from './chain'
import { readMessageFiles } from './message-files'
import { readTallies } from './tallies'

const namesListed = 50
const atOnce = 200

/**
 * Take in files of what others transmitted: their messages and receipts tick the 清单 and returns they concern, what came unasked
 * is joined into its records. The same file again changes nothing.
 */
export async function readMessages(session: BookSession, files: readonly File[]): Promise<MessagesRead> {
  const { messages, unread } = await readMessageFiles(files)
  const told = messages.filter(({ type }) => type in unasked)
  const { book, who } = session
  let kept = { taxBills: 0, deliveries: 0, customsEntries: 0 }
  if (told.length > 0) {
    await command(book.context, 'messages.read', who, '', async (draft) => {
      kept = await putUnasked(draft, told)
    })
  }
  const news = newsOfOthers(messages)
  const { ticked, unmatched } = await tickAll(session, news)
  const tallies = await readTallies(session, messages)
  const known = new Set([...news.map(({ message }) => message), 'CEB215'])
  return {
    messages: messages.length,
    ...kept,
    ticked,
    tallied: tallies.tallied,
    refused: [
      ...news
        .filter(({ outcome }) => outcome === 'refused')
        .map(({ message, keys, code, info }) => ({ message, number: numberOf(keys[0]), code, info })),
      ...tallies.refused,
    ],
    unmatched: [...new Set([...unmatched, ...tallies.unmatched])].slice(0, namesListed),
    ignored: messages.filter(({ type }) => !(type in unasked) && !isNews(type, known)).length,
    unread,
  }
}

/** A message, or the receipt of one, that told something. */
const isNews = (type: string, known: ReadonlySet<string>): boolean =>
  known.has(type) || known.has(`CEB${String(Number(type.slice(3)) - 1).padStart(3, '0')}`)

const numberOf = (key: ListKey | undefined): string =>
  key === undefined ? '' : 'orderNo' in key ? key.orderNo : key.logisticsNo

/** 清单 a message may be of, by the number it names; whose they are shows in their heads. */
function candidates({ projection }: BookSession): (key: ListKey) => readonly string[] {
  const byOrder = new Map<string, string[]>()
  const byParcel = new Map<string, string[]>()
  const add = (index: Map<string, string[]>, number: string, id: string) => {
    const found = index.get(normalNumber(number))
    if (found) found.push(id)
    else index.set(normalNumber(number), [id])
  }
  for (const { id, state, orderNo, waybillNo } of projection.lists.rows()) {
    if (state === 'void') continue
    add(byOrder, orderNo, id)
    add(byParcel, waybillNo, id)
  }
  return (key) =>
    ('orderNo' in key
      ? byOrder.get(normalNumber(key.orderNo))
      : byParcel.get(normalNumber(key.logisticsNo))) ?? []
}

type Wanted = { message: ChainMessage; key: ListKey; news: NewsOfOthers }

async function tickAll(
  session: BookSession,
  news: readonly NewsOfOthers[],
): Promise<{ ticked: MessagesRead['ticked']; unmatched: string[] }> {
  const find = candidates(session)
  const wanted = new Map<string, Wanted[]>()
  const unmatched = new Set<string>()
  // What customs took in says more than the message itself, and comes last.
  const told = news
    .filter(({ outcome }) => outcome !== 'refused')
    .sort((a, b) => Number(a.outcome === 'stored') - Number(b.outcome === 'stored'))
  for (const one of told) {
    for (const key of one.keys) {
      const ids = find(key)
      if (ids.length === 0) unmatched.add(numberOf(key))
      for (const id of ids) {
        const tick = { message: one.message, key, news: one }
        wanted.set(id, [...(wanted.get(id) ?? []), tick])
      }
    }
  }
  const ticked: MessagesRead['ticked'] = {}
  const table = await transmittersOf(session)
  const group = crypto.randomUUID()
  const ids = [...wanted.keys()]
  for (let at = 0; at < ids.length; at += atOnce) {
    await tickPart(session, ids.slice(at, at + atOnce), wanted, table, group, ticked)
  }
  return { ticked, unmatched: [...unmatched] }
}

async function tickPart(
  session: BookSession,
  ids: readonly string[],
  wanted: ReadonlyMap<string, readonly Wanted[]>,
  table: Transmitters,
  group: string,
  ticked: MessagesRead['ticked'],
): Promise<void> {
  const { book, who, projection } = session
  const { context } = book
  const lists = await getRecords(context, 'lists', ids)
  const changes = lists.flatMap(({ id, record }) => {
    const { head } = record.list.documents.inventory
    const before = projection.overlay(id, 'told')?.ticks ?? {}
    const ticks: Partial<Record<ChainMessage, Tick>> = { ...before }
    for (const { message, key, news } of wanted.get(id) ?? []) {
      const transmitter = transmitterOf(table, message, head)
      if (!isOfKey(head, key) || transmitter === 'self' || transmitter === 'customs') continue
      if (news.outcome === 'sent' && ticks[message]) continue
      const note = [news.code, news.info].filter(Boolean).join(' ')
      ticks[message] = { how: 'imported', who, at: news.at || context.now(), ...(note && { note }) }
    }
    const changed = Object.keys(ticks).filter(
      (message) =>
        JSON.stringify(ticks[message as ChainMessage]) !== JSON.stringify(before[message as ChainMessage]),
    ) as ChainMessage[]
    return changed.length === 0 ? [] : [{ fact: id, ticks, changed }]
  })
  if (changes.length === 0) return
  await command(
    context,
    'list.tick',
    who,
    '',
    async (draft) => {
      for (const { fact, ticks } of changes) await draft.put('overlays', { aspect: 'told', fact, ticks })
    },
    { group },
  )
  for (const { changed } of changes) {
    for (const message of changed) ticked[message] = (ticked[message] ?? 0) + 1
  }
}
