import type { CodeDelta, DeltaRefusal } from '../codes/delta'
import { fillText, type Text } from '../model/text'
import { ControlList, type ListEntry } from './list'

/** A list travels as a table of its own: one row says what it is, one stands for each entry. */
const prefix = 'list-'
const headKey = '#'
export const tableOfList = (id: string): string => `${prefix}${id}`

/** What an entry is known by from one version to the next: the code and the words it hits. */
const keyOf = ({ code = '', words = [], modes = [] }: ListEntry): string =>
  [code, words.join(','), modes.join(',')].join(' ').trim()

/** A list as rows, as a single window publishes it; its own version is that of the table. */
export function rowsOfList(list: ControlList): { key: string; row: Record<string, unknown> }[] {
  const { entries, version: _version, reference: _reference, practice: _practice, ...head } = list
  return [{ key: headKey, row: head }, ...entries.map((entry) => ({ key: keyOf(entry), row: { ...entry } }))]
}

/** What an update makes of the list here, and how many of its entries it touches. */
export type ListPlan = { list: ControlList; added: number; changed: number; stopped: number; same: number }

/**
 * Lay an update over the list it continues. All of it is taken or nothing: an entry that is not understood would leave goods
 * unlooked at.
 * @param have the list of this name that counts here now
 * @param by the key that signed the update, and whether a practice window did
 */
export function planListUpdate(
  delta: CodeDelta,
  have: ControlList | undefined,
  { key, practice }: { key: string; practice: boolean },
): ListPlan | DeltaRefusal {
  if (!delta.table.startsWith(prefix)) return refusals.table(delta.table)
  const before = have?.reference?.key === key ? have : undefined
  if (delta.from !== null && delta.from !== before?.reference?.version) {
    return refusals.version(delta.from, before?.reference?.version)
  }
  const known = new Map((delta.from === null ? [] : rowsOfList(before!)).map((one) => [one.key, one.row]))
  const rows = new Map(known)
  for (const gone of delta.drop) rows.delete(gone)
  for (const { key: name, row } of delta.put) rows.set(name, row)
  const head = rows.get(headKey)
  rows.delete(headKey)
  const read = ControlList.safeParse({
    ...head,
    version: delta.to,
    entries: [...rows.values()],
    reference: { key, version: delta.to },
    ...(practice && { practice }),
  })
  if (!read.success) {
    const [issue] = read.error.issues
    return refusals.row(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
  }
  const list = read.data
  if (tableOfList(list.id) !== delta.table) return refusals.row(`id ${list.id}`)
  // Against what counts here now, whoever it came from.
  const old = new Map((have?.entries ?? []).map((entry) => [keyOf(entry), JSON.stringify(entry)]))
  const plan: ListPlan = { list, added: 0, changed: 0, stopped: 0, same: 0 }
  const now = new Set<string>()
  for (const entry of list.entries) {
    const name = keyOf(entry)
    const stood = old.get(name)
    now.add(name)
    plan[stood === undefined ? 'added' : stood === JSON.stringify(entry) ? 'same' : 'changed'] += 1
  }
  for (const name of old.keys()) if (!now.has(name)) plan.stopped += 1
  return plan
}

/**
 * The lists that count on a day: from its first day on a signed version stands for every other of its name, the last that
 * has begun for those before. Versions that came without a signature stay beside each other, each for its own days.
 */
export function withoutReplaced(lists: readonly ControlList[], on: string): ControlList[] {
  const signed = new Map<string, ControlList>()
  for (const list of lists) {
    if (list.reference === undefined || list.from > on) continue
    const known = signed.get(list.id)
    if (known === undefined || known.from <= list.from) signed.set(list.id, list)
  }
  return lists.filter((list) => {
    const last = signed.get(list.id)
    return last === undefined ? list.reference === undefined : last === list
  })
}

const fix = {
  whole: {
    zh: '请取整份，或先读入中间的更新',
    en: 'Take the whole list, or the updates in between first',
  },
  software: { zh: '请更新软件后再取', en: 'Update the software, then take it' },
  publisher: { zh: '请向发布方索取更正后的更新', en: 'Ask the publisher for a corrected update' },
} satisfies Record<string, Text>

const refusals = {
  table: (table: string): DeltaRefusal => ({
    code: 'delta-table',
    text: fillText(words.table, { table }),
    fix: fix.software,
  }),
  version: (from: string, have: string | undefined): DeltaRefusal => ({
    code: 'delta-version',
    text: fillText(have === undefined ? words.noVersion : words.version, { from, have: have ?? '' }),
    fix: fix.whole,
  }),
  row: (said: string): DeltaRefusal => ({
    code: 'delta-row',
    text: fillText(words.row, { said }),
    fix: fix.publisher,
  }),
}

const words = {
  table: { zh: '“{table}”不是监管清单', en: '"{table}" is no list of goods' },
  version: {
    zh: '此更新从版本 {from} 起，本机为 {have}，不能接上',
    en: 'This update begins at version {from}; here is {have}, so it does not join on',
  },
  noVersion: {
    zh: '此更新从版本 {from} 起，本机没有同一发布方的版本，不能接上',
    en: 'This update begins at version {from}; here is none of the same publisher, so it does not join on',
  },
  row: {
    zh: '更新中有一项不对（{said}），整份未采用',
    en: 'Something in the update is wrong ({said}); none of it was taken',
  },
} satisfies Record<string, Text>
