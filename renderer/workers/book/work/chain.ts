import { slots } from '#shared/declaration/dossier-messages'
import type { DossierMessage } from '#shared/declaration/dossier-messages'
import { DeclarationSettings, defaultDeclarationSettings } from '#shared/declaration/settings'
import { chain, transmitterOf, Transmitters } from '#shared/declaration/transmitters'
import type { ChainMessage, ChainStep } from '#shared/declaration/transmitters'
import type { Departure, Tick } from '#shared/departure/departure'
import type { CebDocument } from '#shared/model/list'
import { directionOf } from '#shared/model/mode'
import { fillText } from '#shared/model/text'
import type { Text } from '#shared/model/text'
import { entryIdOf } from '#shared/summary/customs-entry'
import { DataRefusal } from '../../../data/errors/refusal'
import type { ChainView, SealedRecord, TimelineEventView } from '../../../data/port'
import { getRecord } from '../../../data/read/records'
import { draftSetting, putSetting, readSetting } from '../../../data/settings'
import { command } from '../../../data/write/command'
import type { BookSession } from '../session'

const settingsKey = 'declaration'
const atOnce = 500
/** Stages of the chain that only a single parcel by 9610 or 1210 has. */
const transport = new Set<ChainMessage>(['CEB507', 'CEB607', 'CEB509'])
const retail = new Set(['9610', '1210'])

const settingsOf = async ({ book }: BookSession): Promise<DeclarationSettings> => ({
  ...defaultDeclarationSettings,
  ...(await readSetting(book.context, settingsKey, DeclarationSettings)),
})

export async function transmittersOf(session: BookSession): Promise<Transmitters> {
  const { transmits, exceptions = [] } = await settingsOf(session)
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
    const own = await draftSetting(context, draft, settingsKey, DeclarationSettings)
    const settings = { ...defaultDeclarationSettings, ...own, transmits, exceptions }
    return [await putSetting(draft, settingsKey, settings)]
  })
}

type Known = {
  record: SealedRecord<'lists'>
  settings: DeclarationSettings
  ticks: Partial<Record<ChainMessage, Tick>>
  departure: Departure | undefined
  /** copNo of its 汇总申请 and numbers of its 报关单. */
  application: string
  entries: string[]
}

async function known(session: BookSession, id: string): Promise<Known> {
  const { book, projection } = session
  const stored = await getRecord(book.context, 'lists', id)
  if (!stored) throw new DataRefusal('missing', { table: 'lists', id })
  const { record } = stored
  const told = projection.overlay(id, 'told')
  return {
    record,
    settings: await settingsOf(session),
    ticks: told?.ticks ?? {},
    departure: projection.parcels.departureOf(record.list.logisticsNo)?.departure,
    application: projection.summary.applicationOf(id)?.copNo ?? '',
    entries: projection.summary
      .linesOf(record.list.invtNo ?? '-')
      .map(({ entry }) => entryIdOf(entry) || entry.declSeqNo),
  }
}

/** Every message of the chain as one 清单 sees it. */
export async function chainOf(session: BookSession, id: string): Promise<ChainView[]> {
  const facts = await known(session, id)
  const mode = facts.record.list.tradeMode
  return chain
    .filter(({ direction }) => direction === directionOf(mode))
    .filter(({ message }) => retail.has(mode) || !transport.has(message))
    .filter(
      ({ message }) =>
        facts.record.list.documents.inventory.head['statisticsFlag'] === 'B' || !isSummary(message),
    )
    .map((step) => viewOf(step, facts))
}

const isSummary = (message: ChainMessage) => message === 'CEB701' || message === 'CEB792'
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
  const found = happened(message, facts)
  if (found)
    return { ...base, state: 'done', words: words(step, found.words), ...(found.at && { at: found.at }) }
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

/** What a 清单 refers to and customs compares it with. A 收款单 of an export may follow. */
const awaitedFirst = new Set<ChainMessage>(['CEB303', 'CEB505', 'CEB311', 'CEB411', 'CEB511'])

/** From which state on a 清单 waits for a message. */
function isDue(message: ChainMessage, state: SealedRecord<'lists'>['state']): boolean {
  if (awaitedFirst.has(message)) return state === 'draft' || state === 'waiting'
  if (message === 'CEB507') return state === 'waiting' || state === 'inspected'
  if (message === 'CEB607' || message === 'CEB509') return state === 'released' || state === 'cleared'
  if (message === 'CEB701' || message === 'CEB792') return state === 'cleared'
  return false
}

/** What is known to have happened: by a record here, by a message, or by a tick. */
function happened(message: ChainMessage, facts: Known): { words: Text; at?: string } | undefined {
  const { departure } = facts
  const tick =
    facts.ticks[message] ??
    (message === 'CEB507' ? departure?.arrived : message === 'CEB509' ? departure?.left : undefined)
  if (tick) return { words: tickWords(tick), at: tick.at }
  if (message === 'CEB607' && departure) {
    const code = departure.answer?.code ?? ''
    return {
      words: {
        zh: `${departure.copNo} ${departure.billNo} ${code}`,
        en: `${departure.copNo} ${departure.billNo} ${code}`,
      },
      ...(departure.queuedAt && { at: departure.queuedAt }),
    }
  }
  if (message === 'CEB701' && facts.application) {
    return { words: { zh: facts.application, en: facts.application } }
  }
  if (message === 'CEB792' && facts.entries.length > 0) {
    const numbers = facts.entries.join(' ')
    return { words: { zh: `报关单 ${numbers}`, en: `declaration form ${numbers}` } }
  }
  return undefined
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
  return chain.flatMap((step): TimelineEventView[] => {
    const found = happened(step.message, facts)
    if (!found?.at) return []
    return [
      {
        id: `chain ${step.message}`,
        at: found.at,
        kind: 'local',
        outcome: 'neutral',
        title: words(step, found.words),
      },
    ]
  })
}

/** Tick a message of somebody else for many 清单 at once. */
export async function tickLists(
  session: BookSession,
  lists: readonly string[],
  message: ChainMessage,
  note: string,
): Promise<number> {
  const { book, who } = session
  const { context } = book
  const settings = await settingsOf(session)
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
          const tick: Tick = { how: 'ticked', who, at: context.now(), ...(note && { note }) }
          const ticks = { ...session.projection.overlay(fact, 'told')?.ticks, [message]: tick }
          await draft.put('overlays', { aspect: 'told', fact, ticks })
          ticked += 1
        }
      },
      { group },
    )
    done += ticked
  }
  return done
}
