import { z } from 'zod'
import { samenessOf } from '#shared/merge/kinds'
import type { Json } from '#shared/model/json'
import { EXISTS } from '#shared/model/merge-record'
import { DeclarationList } from '#shared/model/list'
import type { SourceKind } from '../facts/kinds'
import { allRecords, getRecords } from '../read/records'
import { keyedId } from '../sealing/blind'
import type { Stored } from '../port'
import type { StoredList } from '../records'
import type { Draft } from '../write/draft'
import { Declared, declaredPath } from './declared'
import { putHeld } from './hold'
import type { DeskKind, Flat, Put, Shelf } from './kind'
import { json } from './kind'
import { isOutdated, sourcesHere } from './sources'

/** A 清单 as it travels: its sources by key instead of id. */
const Travelling = z.object({
  list: DeclarationList.omit({ provenance: true }),
  orders: z.array(z.string()),
  payments: z.array(z.string()),
  waybills: z.array(z.string()),
  template: z.string(),
  goods: z.array(z.string()),
  /** A source had moved on since it was built. */
  outdated: z.boolean(),
})
type Travelling = z.infer<typeof Travelling>
const sources: readonly SourceKind[] = ['orders', 'payments', 'waybills']

/** Whether this desk handed the 清单 in; what another one declared is that one's to tell. */
const isOwnDeclared = ({ state, declaredBy, queuedAt }: StoredList): boolean =>
  declaredBy === undefined && state !== 'draft' && (state !== 'void' || queuedAt !== undefined)

/**
 * 清单 by their own number. A draft is one field, for it was built in one piece. Once a desk declared it, that is a fact
 * for the others: they take it over as it is and where it stands, and do not act on it.
 */
export const listKind: DeskKind = {
  keysOf: (_shelf, _table, rows) =>
    Promise.resolve(
      (rows as StoredList[]).map(({ list, declaredBy }) => (declaredBy ? undefined : [list.copNo])),
    ),

  async read(shelf, keys) {
    const { context, desk } = shelf
    const ids = await Promise.all(keys.map(([copNo]) => keyedId(context.keys, 'lists', [copNo!])))
    const stored = new Map((await getRecords(context, 'lists', ids)).map((one) => [one.id, one]))
    await loadSources(shelf, [...stored.values()])
    const names = await templateNames(shelf)
    return Promise.all(
      ids.map(async (id): Promise<Flat | undefined> => {
        const record = stored.get(id)?.record
        if (!record) return { [EXISTS]: false }
        if (record.declaredBy) return undefined
        const content = await travelling(shelf, record, names)
        if (!isOwnDeclared(record)) return { [EXISTS]: record.state !== 'void', content }
        return { [EXISTS]: true, content, [declaredPath(desk.id)]: told(record, desk.code) }
      }),
    )
  },

  async put(shelf, draft, [copNo], flat) {
    const { context, desk } = shelf
    const id = await keyedId(context.keys, 'lists', [copNo!])
    const stored = await draft.get('lists', id)
    if (stored && isOwnDeclared(stored.record)) return 'put'
    const declared = declaredIn(flat).find((one) => one.desk !== desk.id)
    if (!declared && flat[EXISTS] !== true) {
      if (stored && stored.record.state !== 'void') {
        const { held: _held, ...rest } = stored.record
        await draft.put('lists', { ...rest, state: 'void' }, id)
      }
      return 'put'
    }
    const parsed = Travelling.safeParse(flat['content'])
    if (!parsed.success) return 'invalid'
    return putList(shelf, draft, id, stored, parsed.data, declared)
  },
}

function declaredIn(flat: Flat): Declared[] {
  return Object.entries(flat).flatMap(([path, value]): Declared[] => {
    const [name, desk] = path.split('/')
    const parsed = name === 'declared' && desk !== undefined ? Declared.safeParse(value) : undefined
    return parsed?.success ? [{ ...parsed.data, desk: desk! }] : []
  })
}

function told({ state, queuedAt, batchNo, answer, list }: StoredList, code: string): Json {
  return json({ code, state, queuedAt: queuedAt ?? '', attempt: list.attempt, batchNo, answer })
}

async function loadSources({ facts }: Shelf, lists: readonly Stored<StoredList>[]): Promise<void> {
  for (const kind of sources) {
    await facts.load(
      kind,
      lists.flatMap(({ record }) => record[kind]),
    )
  }
}

async function templateNames({ context }: Shelf): Promise<Map<string, string>> {
  return new Map((await allRecords(context, 'templates')).map(({ id, record }) => [id, record.name]))
}

async function travelling(
  shelf: Shelf,
  record: StoredList,
  names: ReadonlyMap<string, string>,
): Promise<Json> {
  const { provenance, ...list } = record.list
  const keys = (kind: SourceKind) => record[kind].flatMap((id) => shelf.facts.keyOf(kind, id) ?? []).sort()
  const items = (list.documents.inventory.lines ?? []).map((line) => line['itemNo'] ?? '')
  return json({
    list,
    orders: keys('orders'),
    payments: keys('payments'),
    waybills: keys('waybills'),
    template: names.get(record.template) ?? '',
    goods: [...new Set(items)].sort(),
    outdated: await isOutdated(shelf, provenance, record.orders),
  } satisfies Travelling)
}

async function putList(
  shelf: Shelf,
  draft: Draft,
  id: string,
  stored: Stored<StoredList> | undefined,
  content: Travelling,
  declared: Declared | undefined,
): Promise<Put> {
  const { context, facts, desk } = shelf
  for (const kind of sources) await facts.find(kind, content[kind])
  const ids = (kind: SourceKind) => content[kind].flatMap((key) => facts.idOf(kind, key) ?? [])
  const isComplete = sources.every((kind) => ids(kind).length === content[kind].length)
  // A fact stands whether its sources are known here or not; a draft that nobody could build again does not.
  if (!isComplete && !declared) return 'facts'
  const names = await templateNames(shelf)
  const template = [...names].find(([, name]) => name === content.template)?.[0]
  const same = samenessOf('list')
  const before = stored && same('content', await travelling(shelf, stored.record, names))
  const isSame = before === same('content', json(content))
  const built = [...ids('payments'), ...ids('waybills')].map((source) => ({
    record: ids('payments').includes(source) ? 'payment' : 'waybill',
    id: source,
    rev: 0,
  }))
  const here = { orders: ids('orders'), goods: content.goods, template }
  const provenance = isSame
    ? stored!.record.list.provenance
    : await sourcesHere(shelf, here, built, content.outdated)
  const record: StoredList = {
    list: { ...content.list, provenance },
    orders: ids('orders'),
    payments: ids('payments'),
    waybills: ids('waybills'),
    template: template ?? '',
    state: declared?.state ?? 'draft',
    ...(declared && {
      declaredBy: declared.code,
      queuedAt: declared.queuedAt || undefined,
      ...(declared.batchNo !== undefined && { batchNo: declared.batchNo }),
      ...(declared.answer && { answer: declared.answer }),
    }),
  }
  await putHeld(context, draft, id, record, desk.code)
  return 'put'
}
