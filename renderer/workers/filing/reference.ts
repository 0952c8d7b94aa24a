import { z } from 'zod'
import { loadCodeTable } from '#shared/codes/load'
import { isCodeTable } from '#shared/codes/own'
import { shippedLists } from '#shared/control/lists'
import { rowsOfList, tableOfList } from '#shared/control/list-rows'
import { fieldMeta } from '#shared/model/field'
import type { Text } from '#shared/model/text'
import { calendarTable, kindOf, shown, type ReferenceKind } from '#shared/reference/kinds'
import { planUpdate, type Here, type ReferencePlan } from '#shared/reference/plan'
import { isRefusal, type ReferenceRefusal } from '#shared/reference/refusals'
import { rowsOf, type Change, type Row, type Rows } from '#shared/reference/rows'
import { yearCalendars } from '#shared/time/work-calendar'
import { rowsOfZone, tableOfZone } from '#shared/zones/zone-rows'
import { zones } from '#shared/zones/zones'
import { commonAct, inCommon } from '../../data/common-acts'
import type { Edition } from '../../data/editions'
import { DataRefusal } from '../../data/errors/refusal'
import type {
  ChangeView,
  EditionView,
  ReferenceChanges,
  ReferenceOffer,
  ReferencePort,
} from '../../data/port'
import { referenceTable } from '../../data/reference'
import { zoneOf } from '../../data/zones'
import { isPractice } from './masters'
import type { FilingStore } from './store'
import { touchedBy } from './touched'

/** Rows of each kind of change that are handed out. */
const shownOfKind = 300

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A table as it was shipped; nothing where it was not. `stays`: its rows go on to count beside an edition. */
async function shippedRows(table: string): Promise<{ rows: Rows; version?: string; stays?: true }> {
  if (isCodeTable(table)) {
    const { rows, edition } = await loadCodeTable(table)
    return { rows: new Map(rows.map(({ code, ...row }) => [code, row])), version: edition }
  }
  if (table === calendarTable) {
    const rows = new Map(yearCalendars.map((one): [string, Row] => [String(one.year), one]))
    return { rows, version: String(yearCalendars.at(-1)!.year), stays: true }
  }
  const list = shippedLists.find(({ id }) => tableOfList(id) === table)
  if (list) return { rows: rowsOf(rowsOfList(list)), version: list.version }
  const zone = zones.find(({ id }) => tableOfZone(id) === table)
  return zone ? { rows: rowsOf(rowsOfZone(zone)), version: zone.edition } : { rows: new Map() }
}

/** What officers say of the codes an update touches; what they leave open is as the update has it. */
async function ownRows({ update }: ReferenceOffer, practice: boolean): Promise<Rows> {
  const put = rowsOf(update.put)
  const { codes } = await inCommon((common) => common.ownCodes(practice))
  return new Map(
    codes.flatMap(({ table, code, name, en, iso }): [string, Row][] => {
      const row = table === update.table && name !== '' ? put.get(code) : undefined
      return row ? [[code, { ...row, zh: name, ...(en && { en }), ...(iso && { iso }) }]] : []
    }),
  )
}

type Judged = {
  plan: ReferencePlan
  from: string | undefined
  seen: number
  isKnown: boolean
  offer: ReferenceOffer
}

async function judge(store: FilingStore, offer: ReferenceOffer): Promise<Judged | ReferenceRefusal> {
  const { update, signer } = offer
  const practice = await isPractice(store)
  const all = await inCommon(({ editions }) => editions.taken(practice))
  const mine = all.filter(({ table }) => table === update.table)
  const last = mine.at(-1)
  const ofSigner = mine.filter((one) => one.signer === signer)
  const shipped = await shippedRows(update.table)
  const rows = last && (await inCommon(({ editions }) => editions.rows(last)))
  const beside = shipped.stays && shipped.rows
  const here: Here = {
    inForce: beside && rows ? new Map([...beside, ...rows]) : (rows ?? shipped.rows),
    ...(beside && { beside }),
    own: isCodeTable(update.table) ? await ownRows(offer, practice) : new Map(),
    digestOf,
    ...(last && rows && { last: { ...last, rows } }),
    ...(ofSigner.length > 0 && signer !== undefined && { highest: highest(ofSigner) }),
  }
  const plan = await planUpdate(update, signer, here)
  if (isRefusal(plan)) return plan
  return {
    plan,
    offer,
    from: last?.version ?? shipped.version,
    seen: Math.max(0, ...mine.map(({ n }) => n)),
    isKnown: signer !== undefined && all.some((one) => one.signer === signer),
  }
}

/** The last that was taken of a signer is the highest: none that is lower was let through after it. */
const highest = (editions: readonly Edition[]): string => editions.at(-1)!.version

async function changesOf(
  store: FilingStore,
  { plan, from, isKnown, offer }: Judged,
): Promise<ReferenceChanges> {
  const { kind, rows, changes, counts, conflicts, isHere } = plan
  const { table, to } = offer.update
  const views = changes.map((change) => viewOf(kind, change))
  const some = (how: ChangeView['how']) => views.filter((one) => one.how === how).slice(0, shownOfKind)
  return {
    table,
    kind: kind.id,
    name: kind.name(table, rows),
    ...(from !== undefined && { from }),
    to,
    counts,
    changes: [...some('removed'), ...some('changed'), ...some('added')],
    conflicts: conflicts.slice(0, shownOfKind).map((change) => viewOf(kind, change)),
    touched: await touchedBy(store, kind, table, changes),
    isHere,
    isKnown,
  }
}

function viewOf(kind: ReferenceKind, { key, before, after }: Change): ChangeView {
  const words = kind.words(after ?? before ?? {})
  if (!before || !after) return { key, how: before ? 'removed' : 'added', words, fields: [] }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const fields = names.flatMap((name) => {
    const [a, b] = [shown(before[name]), shown(after[name])]
    return a === b ? [] : [{ label: labelOf(kind, key, name), before: a, after: b }]
  })
  return { key, how: 'changed', words, fields }
}

function labelOf(kind: ReferenceKind, key: string, field: string): Text {
  const schema = kind.schemaOf(key)
  const shape: Partial<Record<string, z.ZodType>> = schema instanceof z.ZodObject ? schema.shape : {}
  const of = shape[field]
  const meta = of && fieldMeta(of)
  return meta ? { zh: meta.zh, en: meta.en } : (plainLabels[field] ?? { zh: field, en: field })
}
const plainLabels: Readonly<Record<string, Text>> = {
  zh: { zh: '中文名称', en: 'Chinese name' },
  en: { zh: '英文名称', en: 'English name' },
  iso: { zh: '字母', en: 'Letters' },
  mark: { zh: '标记', en: 'Mark' },
  value: { zh: '内容', en: 'Content' },
}

/** 公布的表: looked at before they count, taken as a whole, and dropped. */
export const referenceVerbs = (store: FilingStore): ReferencePort => ({
  async referenceEditions(table) {
    const practice = await isPractice(store)
    const all = await inCommon(({ editions }) => editions.taken(practice))
    const wanted = all.filter((one) => table === undefined || one.table === table)
    return Promise.all(
      wanted.flatMap((edition) => {
        const kind = kindOf(edition.table)
        return kind ? [editionView(edition, kind)] : []
      }),
    )
  },

  async planReference(offer) {
    const judged = await judge(store, offer)
    return isRefusal(judged) ? judged : changesOf(store, judged)
  },

  async takeReference(offer, why) {
    const judged = await judge(store, offer)
    if (isRefusal(judged)) return judged
    const told = await changesOf(store, judged)
    if (judged.plan.isHere) return told
    const { plan, seen } = judged
    const { update, signer, source } = offer
    const { table, to: version } = update
    // What nobody signed an officer answers for, in every book; a practice window signs for its own.
    const practice = signer !== undefined && (await isPractice(store))
    const edition = {
      table,
      version,
      digest: plan.digest,
      source,
      at: store.context.now(),
      ...(signer !== undefined && { signer }),
      ...(practice && { practice: true as const }),
    }
    const act = { name: 'reference.take', who: store.who, why }
    await commonAct(store.context, act, { table, version, source }, async ({ editions }) => {
      await editions.take(edition, plan.rows, seen, plan.kind.dated)
    })
    store.context.feed.publish({ [referenceTable]: 'many' })
    return told
  },

  async dropReference(id, why) {
    const practice = await isPractice(store)
    const all = await inCommon(({ editions }) => editions.taken(practice))
    const edition = all.find((one) => one.id === id)
    if (!edition) throw new DataRefusal('missing', { table: 'editions', id })
    const { table, version } = edition
    const own = await store.enterprise()
    const used = own && tableOfZone(own.zone) === table ? await zoneOf(own) : undefined
    if (used && (await editionDay(edition)) === used.edition) {
      throw new DataRefusal('zone-in-use', { zone: used.id })
    }
    const act = { name: 'reference.drop', who: store.who, why }
    await commonAct(store.context, act, { table, version }, ({ editions }) => editions.drop(id))
    store.context.feed.publish({ [referenceTable]: 'many' })
  },
})

/** The day an edition of a zone says of itself; a book works by it. */
async function editionDay(edition: Edition): Promise<unknown> {
  const rows = await inCommon(({ editions }) => editions.rows(edition))
  return rows.get('edition')?.['value']
}

const editionView = async (edition: Edition, kind: ReferenceKind): Promise<EditionView> => {
  const rows = await inCommon(({ editions }) => editions.rows(edition))
  const { n: _n, state: _state, digest: _digest, ...told } = edition
  return { ...told, kind: kind.id, name: kind.name(edition.table, rows) }
}
