import { z } from 'zod'
import { loadCodeTable } from '#shared/codes/load'
import { isCodeTable } from '#shared/codes/own'
import { shippedLists } from '#shared/control/lists'
import { rowsOfList, tableOfList } from '#shared/control/list-rows'
import { fieldMeta } from '#shared/model/field'
import type { Text } from '#shared/model/text'
import { calendarTable, shown, type ReferenceKind } from '#shared/reference/kinds'
import { planUpdate, type Here, type ReferencePlan } from '#shared/reference/plan'
import { isRefusal, type ReferenceRefusal } from '#shared/reference/refusals'
import { rowsOf, type Change, type Row, type Rows, type Update } from '#shared/reference/rows'
import { yearCalendars } from '#shared/time/work-calendar'
import { rowsOfZone, tableOfZone } from '#shared/zones/zone-rows'
import { zones } from '#shared/zones/zones'
import { inCommon } from '../../data/common-acts'
import type { Edition } from '../../data/editions'
import type { ChangeView, ReferenceChanges } from '../../data/port'
import type { FilingStore } from './store'
import { touchedBy } from './touched'

/** What was read of a file: who signed it (undefined: nobody), and the service or the file it came from. */
export type Read = { id: string; update: Update; signer?: string; source: string }

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
async function ownRows(update: Update, practice: boolean): Promise<Rows> {
  const put = rowsOf(update.put)
  const { codes } = await inCommon((common) => common.ownCodes(practice))
  return new Map(
    codes.flatMap(({ table, code, name, en, iso }): [string, Row][] => {
      const row = table === update.table && name !== '' ? put.get(code) : undefined
      return row ? [[code, { ...row, zh: name, ...(en && { en }), ...(iso && { iso }) }]] : []
    }),
  )
}

/** A plan with what it was made against. `seen`: the highest number of an edition of the table. */
type Judged = {
  plan: ReferencePlan
  from: string | undefined
  seen: number
  isKnown: boolean
  update: Update
}

/** What an update makes of its table on this machine. `between`: see `Here`. */
export async function judge(
  practice: boolean,
  { update, signer }: Read,
  between?: Here['between'],
): Promise<Judged | ReferenceRefusal> {
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
    own: isCodeTable(update.table) ? await ownRows(update, practice) : new Map(),
    digestOf,
    ...(between && { between }),
    ...(last && rows && { last: { ...last, rows } }),
    ...(ofSigner.length > 0 && signer !== undefined && { highest: highest(ofSigner) }),
  }
  const plan = await planUpdate(update, signer, here)
  if (isRefusal(plan)) return plan
  return {
    plan,
    update,
    from: last?.version ?? shipped.version,
    seen: Math.max(0, ...mine.map(({ n }) => n)),
    isKnown: signer !== undefined && all.some((one) => one.signer === signer),
  }
}

/** The last that was taken of a signer is the highest: none that is lower was let through after it. */
const highest = (editions: readonly Edition[]): string => editions.at(-1)!.version

/** The same in words, with the records of the book that rest on it. */
export async function changesOf(
  store: FilingStore,
  { plan, from, isKnown, update }: Judged,
): Promise<ReferenceChanges> {
  const { kind, rows, changes, counts, conflicts, isHere } = plan
  const { table, to } = update
  const views = (some: readonly Change[]) => some.slice(0, shownOfKind).map((change) => viewOf(kind, change))
  return {
    table,
    kind: kind.id,
    name: kind.name(table, rows),
    ...(from !== undefined && { from }),
    to,
    counts,
    changes: [
      ...views(changes.filter(({ after }) => !after)),
      ...views(changes.filter(({ before, after }) => before && after)),
      ...views(changes.filter(({ before }) => !before)),
    ],
    conflicts: views(conflicts),
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
