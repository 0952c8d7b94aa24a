import type { z } from 'zod'
import { flatten, unflatten } from '#shared/merge/flat'
import { kindRules } from '#shared/merge/kinds'
import type { MergeKind } from '#shared/merge/kinds'
import type { Json } from '#shared/model/json'
import { EXISTS } from '#shared/model/merge-record'
import { Enterprise } from '#shared/model/enterprise'
import { Goods } from '#shared/model/goods'
import { Template } from '#shared/model/template'
import { ShopMapping } from '../records'
import { allRecords, getRecords } from '../read/records'
import { keyedId } from '../sealing/blind'
import type { DeskKind, Flat, Key } from './kind'
import { json } from './kind'

/** Enterprise, goods, templates and mappings: records of one row, which travel as they are but for what belongs to the desk. */

export function flatOf(kind: MergeKind, record: object, dropped: readonly string[] = []): Flat {
  const { tables, sets, own, exists } = kindRules[kind]
  const kept = Object.entries(record).filter(([name]) => !own.includes(name) && !dropped.includes(name))
  const flat = flatten(json(Object.fromEntries(kept)) as Record<string, Json>, tables, sets)
  return exists ? { ...flat, [EXISTS]: true } : flat
}

export function recordOf<T extends z.ZodType>(
  kind: MergeKind,
  schema: T,
  flat: Flat,
  own: object,
): z.infer<T> | undefined {
  const { tables, sets } = kindRules[kind]
  const { [EXISTS]: _exists, ...values } = flat
  return schema.safeParse({ ...unflatten(values, tables, sets), ...own }).data
}

export const enterpriseKind: DeskKind = {
  keysOf: (_shelf, _table, rows) => Promise.resolve(rows.map(() => [])),
  async read({ context }, keys) {
    const [stored] = await allRecords(context, 'enterprise')
    return keys.map(() => (stored ? flatOf('enterprise', stored.record) : {}))
  },
  async put({ context }, draft, _key, flat) {
    const id = await keyedId(context.keys, 'enterprise', ['enterprise'])
    const stored = await draft.get('enterprise', id)
    if (!stored) return 'facts'
    const { book, customsCode, desk, officer } = stored.record
    const record = recordOf('enterprise', Enterprise, flat, { book, customsCode, desk, officer })
    if (!record) return 'invalid'
    await draft.put('enterprise', record, id)
    return 'put'
  },
}

/** The same for every SKU. */
const constant = ['record', 'kind'] as const

export const goodsKind: DeskKind = {
  keysOf: (_shelf, _table, rows) => Promise.resolve((rows as Goods[]).map(({ sku }) => [sku])),
  async read({ context }, keys) {
    const ids = await Promise.all(keys.map(([sku]) => keyedId(context.keys, 'goods', [sku!])))
    const found = new Map((await getRecords(context, 'goods', ids)).map(({ id, record }) => [id, record]))
    return ids.map((id) => {
      const record = found.get(id)
      return record ? flatOf('goods', record, constant) : { [EXISTS]: false }
    })
  },
  async put({ context }, draft, [sku], flat) {
    const id = await keyedId(context.keys, 'goods', [sku!])
    const stored = await draft.get('goods', id)
    if (flat[EXISTS] !== true) {
      if (stored) await draft.delete('goods', id)
      return 'put'
    }
    const record = recordOf('goods', Goods, flat, { record: 'goods', kind: 'goods', sku })
    if (!record) return 'invalid'
    await draft.put('goods', record, id)
    return 'put'
  },
}

/** Templates have random ids; between desks a template is its name. Of two with one name the first by id is meant. */
async function templates(context: Parameters<DeskKind['read']>[0]['context']) {
  const all = await allRecords(context, 'templates')
  const byName = new Map<string, (typeof all)[number]>()
  for (const one of [...all].sort((a, b) => (a.id < b.id ? 1 : -1))) byName.set(one.record.name, one)
  return byName
}

/** Names that more than one template has: of those only one is exchanged, until they are named apart. */
export async function sameNames(context: Parameters<typeof templates>[0]): Promise<string[]> {
  const names = (await allRecords(context, 'templates')).map(({ record }) => record.name)
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
}

export const templateKind: DeskKind = {
  keysOf: (_shelf, _table, rows) => Promise.resolve((rows as Template[]).map(({ name }) => [name])),
  async read({ context }, keys: readonly Key[]) {
    const byName = await templates(context)
    return keys.map(([name]) => {
      const stored = byName.get(name!)
      return stored ? flatOf('template', stored.record) : { [EXISTS]: false }
    })
  },
  async put({ context }, draft, [name], flat) {
    const byName = await templates(context)
    const stored = byName.get(name!)
    if (flat[EXISTS] !== true) {
      if (stored) await draft.delete('templates', stored.id)
      return 'put'
    }
    const isDefault = stored?.record.isDefault ?? byName.size === 0
    const record = recordOf('template', Template, flat, { name, isDefault })
    if (!record) return 'invalid'
    await draft.put('templates', record, stored?.id)
    return 'put'
  },
}

/** Mappings have random ids; between desks one is the format of a file and the shop it comes from. */
const mappingKey = ({ kind, name, platform, shop }: ShopMapping): Key => [kind, name, platform, shop]

async function mappings(context: Parameters<DeskKind['read']>[0]['context']) {
  const all = await allRecords(context, 'mappings')
  return new Map(all.map((one) => [JSON.stringify(mappingKey(one.record)), one]))
}

export const mappingKind: DeskKind = {
  keysOf: (_shelf, _table, rows) => Promise.resolve((rows as ShopMapping[]).map(mappingKey)),
  async read({ context }, keys: readonly Key[]) {
    const known = await mappings(context)
    return keys.map((key) => {
      const stored = known.get(JSON.stringify(key))
      return stored
        ? flatOf('mapping', stored.record, ['kind', 'name', 'platform', 'shop'])
        : { [EXISTS]: false }
    })
  },
  async put({ context }, draft, key, flat) {
    const stored = (await mappings(context)).get(JSON.stringify(key))
    if (flat[EXISTS] !== true) {
      if (stored) await draft.delete('mappings', stored.id)
      return 'put'
    }
    const [kind, name, platform, shop] = key
    const record = recordOf('mapping', ShopMapping, flat, { kind, name, platform, shop })
    if (!record) return 'invalid'
    // Columns that were never chosen are those of the profile; none at all would read nothing.
    const { map, ...rest } = record
    const isChosen = map !== undefined && Object.keys(map).length > 0
    await draft.put('mappings', { ...rest, ...(isChosen && { map }) }, stored?.id)
    return 'put'
  },
}
