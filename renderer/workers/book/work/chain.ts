import { slots } from '#shared/declaration/dossier-messages'
import type { DossierMessage } from '#shared/declaration/dossier-messages'
import { DeclarationSettings, defaultDeclarationSettings } from '#shared/declaration/settings'
import { transmitterOf, Transmitters } from '#shared/protocol/transmitters'
import type { ChainMessage, ChainStep } from '#shared/protocol/transmitters'
import type { Tick } from '#shared/departure/departure'
import type { CebDocument } from '#shared/model/list'
import { fillText } from '#shared/model/text'
import type { Text } from '#shared/model/text'
import { DataRefusal } from '../../../data/errors/refusal'
import type { ChainView, SealedRecord, Ticked, TimelineEventView } from '../../../data/port'
import { getRecord } from '../../../data/read/records'
import { declarationKey, declarationSettings, draftSetting, putSetting } from '../../../data/settings'
import { command } from '../../../data/write/command'
import { eventOf, isDue, stepsOf } from '../projection/chain-steps'
import type { ChainEvent, ChainFacts } from '../projection/chain-steps'
import type { BookSession } from '../session'

const atOnce = 500

export async function transmittersOf({ book }: BookSession): Promise<Transmitters> {
  const { transmits, exceptions = [] } = await declarationSettings(book.context)
  return { transmits, exceptions }
}

export async function putTransmitters(
  { book, who }: BookSession,
  table: Transmitters,
  why: string,
): Promise<void> {
  const { context } = book
  const { transmits, exceptions = [] } = Transmitters.parse(table)
  await command(context, 'declaration.transmitters', who, why, async (draft) => {
    const own = await draftSetting(context, draft, declarationKey, DeclarationSettings)
    const settings = { ...defaultDeclarationSettings, ...own, transmits, exceptions }
    return [await putSetting(draft, declarationKey, settings)]
  })
}

type Known = ChainFacts & { record: SealedRecord<'lists'>; settings: DeclarationSettings }

async function known({ book, projection }: BookSession, id: string): Promise<Known> {
  const stored = await getRecord(book.context, 'lists', id)
  if (!stored) throw new DataRefusal('missing', { table: 'lists', id })
  const { record } = stored
  const { logisticsNo, invtNo = '' } = record.list
  return {
    record,
    settings: await declarationSettings(book.context),
    ...projection.chainFacts(id, { logisticsNo, invtNo }),
  }
}

const stepsFor = ({ list }: SealedRecord<'lists'>): readonly ChainStep[] =>
  stepsOf(list.tradeMode, list.documents.inventory.head['statisticsFlag'])

/** Every message of the chain as one 清单 sees it. */
export async function chainOf(session: BookSession, id: string): Promise<ChainView[]> {
  const facts = await known(session, id)
  return stepsFor(facts.record).map((step) => viewOf(step, facts))
}

const isOfDossier = (message: ChainMessage): message is DossierMessage => message in slots

function viewOf(step: ChainStep, facts: Known): ChainView {
  const { message } = step
  const { list, state } = facts.record
  const { documents } = list
  const transmitter = transmitterOf(facts.settings, message, documents.inventory.head)
  const own: CebDocument | undefined = isOfDossier(message) ? documents[slots[message]] : undefined
  const base = { message, transmitter: own ? ('self' as const) : transmitter, mayTick: false }
  if (own)
    return { ...base, state: 'ours', words: words(step, { zh: '随清单传输', en: 'goes with the list' }) }
  const event = eventOf(message, facts)
  if (event) {
    const at = timeOf(event)
    return { ...base, state: 'done', words: words(step, wordsOf(event)), ...(at && { at }) }
  }
  if (transmitter === 'self' && !isDue(message, state)) {
    return { ...base, state: isOfDossier(message) ? 'ours' : 'later', words: words(step, notYet) }
  }
  const mayTick = transmitter !== 'self' && transmitter !== 'customs' && state !== 'void'
  if (!isDue(message, state)) return { ...base, mayTick, state: 'later', words: words(step, notYet) }
  return { ...base, mayTick, state: 'awaited', words: words(step, step.awaited) }
}

const notYet: Text = { zh: '未到此步', en: 'not its turn yet' }
const words = ({ name }: ChainStep, text: Text): Text => ({
  zh: `${name.zh}：${text.zh}`,
  en: `${name.en}: ${text.en}`,
})

function wordsOf(event: ChainEvent): Text {
  switch (event.by) {
    case 'tick':
      return tickWords(event.tick)
    case 'departure': {
      const { copNo, billNo, answer } = event.departure
      const text = `${copNo} ${billNo} ${answer?.code ?? ''}`
      return { zh: text, en: text }
    }
    case 'application':
      return { zh: event.copNo, en: event.copNo }
    case 'entries': {
      const numbers = event.numbers.join(' ')
      return { zh: `报关单 ${numbers}`, en: `declaration form ${numbers}` }
    }
  }
}

function timeOf(event: ChainEvent): string | undefined {
  if (event.by === 'tick') return event.tick.at
  return event.by === 'departure' ? event.departure.queuedAt : undefined
}

const ticked: Text = { zh: '已由 {who} 勾记', en: 'ticked by {who}' }
const tickedWith: Text = { zh: '已由 {who} 勾记，{note}', en: 'ticked by {who}, {note}' }
const imported: Text = { zh: '已读入对方的报文', en: "the other side's message was read" }
const importedWith: Text = { zh: '已读入对方的回执 {note}', en: "the other side's receipt was read: {note}" }
const tickWords = ({ how, who, note = '' }: Tick): Text =>
  how === 'ticked'
    ? fillText(note ? tickedWith : ticked, { who, note })
    : fillText(note ? importedWith : imported, { note })

/** What happened to a 清单 outside its own documents, for its timeline. */
export async function chainEvents(session: BookSession, id: string): Promise<TimelineEventView[]> {
  const facts = await known(session, id)
  return stepsFor(facts.record).flatMap((step): TimelineEventView[] => {
    const event = eventOf(step.message, facts)
    const at = event && timeOf(event)
    if (!at) return []
    return [
      {
        id: `chain ${step.message}`,
        at,
        kind: 'local',
        outcome: 'neutral',
        title: words(step, wordsOf(event)),
      },
    ]
  })
}

/**
 * Tick a message of somebody else for many 清单 at once; those for which it is our own, or known already, are left alone.
 * @returns how many were ticked, and the group of the journal that takes all of them back
 */
export async function tickLists(
  { book, who, projection }: BookSession,
  lists: readonly string[],
  message: ChainMessage,
  note: string,
): Promise<Ticked> {
  const { context } = book
  const settings = await declarationSettings(context)
  const group = crypto.randomUUID()
  let done = 0
  for (let i = 0; i < lists.length; i += atOnce) {
    const part = lists.slice(i, i + atOnce)
    let ticked = 0
    await command(
      context,
      'list.tick',
      who,
      note,
      async (draft) => {
        ticked = 0
        for (const fact of part) {
          const stored = await draft.get('lists', fact)
          const head = stored?.record.list.documents.inventory.head ?? {}
          const transmitter = transmitterOf(settings, message, head)
          if (!stored || transmitter === 'self' || transmitter === 'customs') continue
          const known = projection.overlay(fact, 'told')?.ticks ?? {}
          if (known[message]) continue
          const tick: Tick = { how: 'ticked', who, at: context.now(), ...(note && { note }) }
          await draft.put('overlays', { aspect: 'told', fact, ticks: { ...known, [message]: tick } })
          ticked += 1
        }
      },
      { group },
    )
    done += ticked
  }
  return { ticked: done, group }
}
