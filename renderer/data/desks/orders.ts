import { EXISTS } from '#shared/model/merge-record'
import { flatten, unflatten } from '#shared/merge/flat'
import { kindRules } from '#shared/merge/kinds'
import type { Json } from '#shared/model/json'
import { readPlain, rowsBy } from '../connection/lookup'
import type { BookContext } from '../context'
import { groupBy } from '../group-by'
import type { Stored } from '../port'
import { getRecords, recordReader } from '../read/records'
import type { ManualMatch, Overlay } from '../records'
import type { StoredRow } from '../schema/stored'
import { keyedId } from '../sealing/blind'
import type { FactKeys } from './facts'
import type { DeskKind, Flat } from './kind'
import { json } from './kind'

type Aspect = Overlay['aspect']
type Of<A extends Aspect> = Extract<Overlay, { aspect: A }>
/** They exclude each other in part, so they are one field: two desks that decided differently must hear of it. */
const decisive = ['cancelled', 'reinstated', 'split', 'merged'] as const
type Decisive = (typeof decisive)[number]
const shared: readonly Aspect[] = [...decisive, 'class', 'mode']

/** Overlays of these facts, by fact. */
export async function storedOverlaysOf(
  context: BookContext,
  ids: readonly string[],
): Promise<Map<string, Stored<Overlay>[]>> {
  if (ids.length === 0) return new Map()
  const rows = await context.connections.run('strict', (db) =>
    readPlain(db, ['overlays'], (stores) =>
      rowsBy<StoredRow>(stores('overlays').index('fact'), [...new Set(ids)]),
    ),
  )
  const reader = recordReader(context)
  const opened = await Promise.all(
    rows.map(async (row) => ({ id: row.id, rev: row.rev, record: await reader.open('overlays', row) })),
  )
  return groupBy(opened, ({ record }) => record.fact)
}

export async function overlaysOf(
  context: BookContext,
  ids: readonly string[],
): Promise<Map<string, Overlay[]>> {
  const stored = await storedOverlaysOf(context, ids)
  return new Map([...stored].map(([fact, overlays]) => [fact, overlays.map(({ record }) => record)]))
}

/** What officers decided about an order: to leave it out, to split or merge it, what its lines are, what belongs to it. */
export const orderKind: DeskKind = {
  async keysOf({ facts }, table, rows) {
    const ids = rows.map((row) => (table === 'matches' ? (row as ManualMatch).order : (row as Overlay).fact))
    await facts.load('orders', ids)
    return rows.map((row, i) => {
      if (table === 'overlays' && !shared.includes((row as Overlay).aspect)) return undefined
      const key = facts.keyOf('orders', ids[i]!)
      return key === undefined ? undefined : [key]
    })
  },

  async read(shelf, keys) {
    const { context, facts } = shelf
    await facts.find(
      'orders',
      keys.map(([key]) => key!),
    )
    const ids = keys.map(([key]) => facts.idOf('orders', key!))
    const known = ids.filter((id) => id !== undefined)
    const [overlays, matches] = await Promise.all([overlaysOf(context, known), matchesOf(context, known)])
    await loadNamed(facts, [...overlays.values()].flat(), [...matches.values()])
    return ids.map((id) =>
      id === undefined ? {} : flatOf(facts, id, overlays.get(id) ?? [], matches.get(id)),
    )
  },

  async put(shelf, draft, [key], flat) {
    const { context, facts } = shelf
    await facts.find('orders', [key!])
    const id = facts.idOf('orders', key!)
    if (id === undefined) return 'facts'
    const made = await overlaysFrom(facts, id, flat)
    if (!made) return 'facts'
    for (const aspect of shared) {
      const overlay = made.overlays.find((one) => one.aspect === aspect)
      const place = await keyedId(context.keys, 'overlays', [id, aspect])
      if (overlay) await draft.put('overlays', overlay, place)
      else if (await draft.get('overlays', place)) await draft.delete('overlays', place)
    }
    const place = await keyedId(context.keys, 'matches', [id])
    if (made.match) await draft.put('matches', made.match, place)
    else if (await draft.get('matches', place)) await draft.delete('matches', place)
    return 'put'
  },
}

async function matchesOf(context: BookContext, ids: readonly string[]): Promise<Map<string, ManualMatch>> {
  const places = await Promise.all(ids.map((id) => keyedId(context.keys, 'matches', [id])))
  return new Map((await getRecords(context, 'matches', places)).map(({ record }) => [record.order, record]))
}

/** Read the facts that decisions name, so that their keys are known. */
async function loadNamed(facts: FactKeys, overlays: readonly Overlay[], matches: readonly ManualMatch[]) {
  await facts.load(
    'orders',
    overlays.flatMap((one) => (one.aspect === 'merged' ? [one.into] : [])),
  )
  const parts = overlays.flatMap((one) => (one.aspect === 'split' ? one.parts : []))
  const waybills = parts.flatMap(({ waybill }) => waybill ?? [])
  await facts.load('waybills', [...waybills, ...matches.flatMap((match) => match.waybills)])
  await facts.load(
    'payments',
    matches.flatMap((match) => match.payments),
  )
}

const keysOf = (facts: FactKeys, kind: 'payments' | 'waybills', ids: readonly string[]) =>
  ids.flatMap((id) => facts.keyOf(kind, id) ?? []).sort()

function flatOf(facts: FactKeys, id: string, overlays: readonly Overlay[], match?: ManualMatch): Flat {
  const lines = new Map([...facts.rowsOf(id)].map(([line, row]) => [row, line]))
  const named = <T>(byRow: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(byRow).flatMap(([row, value]) => [[lines.get(row) ?? row, value]]))
  const decision: Record<string, unknown> = {}
  const content: Record<string, Json> = {}
  for (const overlay of overlays) {
    switch (overlay.aspect) {
      case 'cancelled':
      case 'reinstated': {
        const { aspect, fact: _fact, ...rest } = overlay
        decision[aspect] = rest
        break
      }
      case 'split':
        decision['split'] = overlay.parts.map(({ orderNo, quantities, waybill }) => ({
          orderNo,
          quantities: named(quantities),
          ...(waybill !== undefined && { waybill: facts.keyOf('waybills', waybill) ?? null }),
        }))
        break
      case 'merged':
        decision['merged'] = { into: facts.keyOf('orders', overlay.into) ?? '', orderNo: overlay.orderNo }
        break
      case 'class':
        content['classes'] = json(named(overlay.lines))
        if (overlay.gifts) content['gifts'] = json(named(overlay.gifts))
        content['classReason'] = overlay.reason
        break
      case 'mode':
        content['mode'] = { path: overlay.path, reason: overlay.reason }
        break
      default:
    }
  }
  if (Object.keys(decision).length > 0) content['decision'] = json(decision)
  if (match) {
    const { order: _order, payments, waybills, ...rest } = match
    content['match'] = json({
      ...rest,
      payments: keysOf(facts, 'payments', payments),
      waybills: keysOf(facts, 'waybills', waybills),
    })
  }
  const { tables, sets } = kindRules.order
  return flatten(content, tables, sets)
}

type Decision = {
  cancelled?: Omit<Of<'cancelled'>, 'aspect' | 'fact'>
  reinstated?: Omit<Of<'reinstated'>, 'aspect' | 'fact'>
  split?: { orderNo: string; quantities: Record<string, string>; waybill?: string | null }[]
  merged?: { into: string; orderNo: string }
}
type Match = Omit<ManualMatch, 'order'>
type Made = { overlays: Overlay[]; match?: ManualMatch }

/** Overlays with the ids and rows of this book; undefined when a fact or a line they name is not here. */
async function overlaysFrom(facts: FactKeys, id: string, flat: Flat): Promise<Made | undefined> {
  const { tables, sets } = kindRules.order
  const { [EXISTS]: _exists, ...values } = flat
  const content = unflatten(values, tables, sets)
  const decision = (content['decision'] ?? {}) as Decision
  const match = content['match'] as Match | undefined
  await facts.find('orders', decision.merged ? [decision.merged.into] : [])
  const parts = decision.split ?? []
  const waybills = parts.flatMap(({ waybill }) => waybill ?? [])
  await facts.find('waybills', [...waybills, ...(match?.waybills ?? [])])
  await facts.find('payments', match?.payments ?? [])
  const rows = facts.rowsOf(id)
  const rowed = <T>(byLine: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(byLine).map(([line, value]) => [rows.get(line) ?? line, value]))
  const classes = content['classes'] as Record<string, string>
  const gifts = content['gifts'] as Record<string, 'fair-price' | 'leave-out'>
  const lines = [
    ...Object.keys(classes),
    ...Object.keys(gifts),
    ...parts.flatMap(({ quantities }) => Object.keys(quantities)),
  ]
  const into = decision.merged && facts.idOf('orders', decision.merged.into)
  const named = [...waybills, ...(match?.waybills ?? [])].every((key) => facts.idOf('waybills', key))
  const paid = (match?.payments ?? []).every((key) => facts.idOf('payments', key))
  if (lines.some((line) => !rows.has(line)) || (decision.merged && !into) || !named || !paid) return undefined

  const overlays: Overlay[] = []
  for (const aspect of ['cancelled', 'reinstated'] as const satisfies readonly Decisive[]) {
    const one = decision[aspect]
    if (one) overlays.push({ aspect, fact: id, ...one })
  }
  if (decision.split) {
    const own = parts.map(({ orderNo, quantities, waybill }) => ({
      orderNo,
      quantities: rowed(quantities),
      ...(waybill && { waybill: facts.idOf('waybills', waybill)! }),
    }))
    overlays.push({ aspect: 'split', fact: id, parts: own })
  }
  if (decision.merged && into) {
    overlays.push({ aspect: 'merged', fact: id, into, orderNo: decision.merged.orderNo })
  }
  if (Object.keys(classes).length + Object.keys(gifts).length > 0) {
    const reason = String(content['classReason'] ?? '')
    const own = Object.keys(gifts).length > 0 && { gifts: rowed(gifts) }
    overlays.push({ aspect: 'class', fact: id, lines: rowed(classes), ...own, reason })
  }
  const mode = content['mode'] as Omit<Of<'mode'>, 'aspect' | 'fact'> | undefined
  if (mode) overlays.push({ aspect: 'mode', fact: id, ...mode })
  if (!match) return { overlays }
  const ids = (kind: 'payments' | 'waybills') => match[kind].map((key) => facts.idOf(kind, key)!)
  return { overlays, match: { ...match, order: id, payments: ids('payments'), waybills: ids('waybills') } }
}
