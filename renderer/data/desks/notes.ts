import { goodsKey } from '#shared/import/key'
import { flatten, unflatten } from '#shared/merge/flat'
import { kindRules } from '#shared/merge/kinds'
import type { Json } from '#shared/model/json'
import { importOf } from '../facts/fact-id'
import { factKinds } from '../facts/kinds'
import type { FactKind } from '../facts/kinds'
import { getRecords } from '../read/records'
import type { Overlay } from '../records'
import { keyedId } from '../sealing/blind'
import type { DeskKind, Shelf } from './kind'
import { json } from './kind'
import { overlaysOf } from './orders'

type Note = Extract<Overlay, { aspect: 'note' }>
const listPrefix = 'list|'
const goodsPrefix = goodsKey('')
const prefixes: readonly (readonly [FactKind, string])[] = [
  ['orders', 'order|'],
  ['payments', 'payment|'],
  ['waybills', 'waybill|'],
]

/** 备注, 标签, 负责人, 提醒日期 of whatever an officer works on; the key is that of its subject. */
export const noteKind: DeskKind = {
  async keysOf(shelf, _table, rows) {
    const notes = (rows as Overlay[]).map((row) => (row.aspect === 'note' ? row.fact : undefined))
    const subjects = await subjectsOf(
      shelf,
      notes.filter((id) => id !== undefined),
    )
    return notes.map((id) => {
      const key = id === undefined ? undefined : subjects.get(id)
      return key === undefined ? undefined : [key]
    })
  },
  async read(shelf, keys) {
    const ids = await idsOf(
      shelf,
      keys.map(([key]) => key!),
    )
    const overlays = await overlaysOf(
      shelf.context,
      ids.filter((id) => id !== undefined),
    )
    return ids.map((id) => {
      const note = (overlays.get(id ?? '') ?? []).find((one): one is Note => one.aspect === 'note')
      if (!note) return {}
      const { aspect: _aspect, fact: _fact, ...content } = note
      const { tables, sets } = kindRules.note
      const filled = Object.entries(content).filter(([, value]) => value !== '')
      return flatten(json(Object.fromEntries(filled)) as Record<string, Json>, tables, sets)
    })
  },
  async put(shelf, draft, [key], flat) {
    const [fact] = await idsOf(shelf, [key!])
    if (fact === undefined) return 'facts'
    const place = await keyedId(shelf.context.keys, 'overlays', [fact, 'note'])
    const { tables, sets } = kindRules.note
    if (Object.keys(flat).length === 0) {
      if (await draft.get('overlays', place)) await draft.delete('overlays', place)
      return 'put'
    }
    const content = { note: '', labels: [], ...unflatten(flat, tables, sets) }
    await draft.put('overlays', { ...content, aspect: 'note', fact } as Note, place)
    return 'put'
  },
}

/** Facts lie in blocks of an import; every other id is of one piece. */
const isFact = (id: string): boolean => id.includes('.')

/** Keys of the subjects of notes, by their ids here. */
async function subjectsOf({ context, facts }: Shelf, ids: readonly string[]): Promise<Map<string, string>> {
  const subjects = new Map<string, string>()
  const kinds = new Map(
    (await getRecords(context, 'imports', [...new Set(ids.filter(isFact).map(importOf))])).map(
      ({ id, record }) => [id, record.kind],
    ),
  )
  for (const kind of factKinds) {
    const own = ids.filter((id) => isFact(id) && kinds.get(importOf(id)) === kind)
    await facts.load(kind, own)
    for (const id of own) {
      const key = facts.keyOf(kind, id)
      if (key !== undefined) subjects.set(id, key)
    }
  }
  const rest = ids.filter((id) => !isFact(id))
  for (const { id, record } of await getRecords(context, 'lists', rest)) {
    subjects.set(id, listPrefix + record.list.copNo)
  }
  for (const { id, record } of await getRecords(context, 'goods', rest))
    subjects.set(id, goodsKey(record.sku))
  return subjects
}

/** Ids here of the subjects with these keys. A subject that is not here has none. */
async function idsOf({ context, facts }: Shelf, keys: readonly string[]): Promise<(string | undefined)[]> {
  for (const [kind, prefix] of prefixes)
    await facts.find(
      kind,
      keys.filter((key) => key.startsWith(prefix)),
    )
  const own = await Promise.all(
    keys.map((key) => {
      if (key.startsWith(listPrefix)) return keyedId(context.keys, 'lists', [key.slice(listPrefix.length)])
      if (key.startsWith(goodsPrefix)) {
        return keyedId(context.keys, 'goods', [key.slice(goodsPrefix.length).replaceAll('\\|', '|')])
      }
      return undefined
    }),
  )
  const present = new Set([
    ...(
      await getRecords(
        context,
        'lists',
        own.filter((id) => id !== undefined),
      )
    ).map(({ id }) => id),
    ...(
      await getRecords(
        context,
        'goods',
        own.filter((id) => id !== undefined),
      )
    ).map(({ id }) => id),
  ])
  return keys.map((key, i) => {
    const fact = prefixes.find(([, prefix]) => key.startsWith(prefix))
    if (fact) return facts.idOf(fact[0], key)
    return own[i] !== undefined && present.has(own[i]) ? own[i] : undefined
  })
}
