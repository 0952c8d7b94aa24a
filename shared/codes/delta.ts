import type { Text } from '../model/text'
import { isCodeTable, type OwnCode } from './own'
import type { CodeMark, CodeRow, CodeTable, CodeTableId } from './table'

/** A change of a published table, as the single window signs it. `from` null: the whole table. */
export type CodeDelta = {
  table: string
  from: string | null
  to: string
  put: readonly { key: string; row: Record<string, unknown> }[]
  drop: readonly string[]
}

/** What a delta makes of the table here: the rows to lay over it, and how many of which kind. */
export type DeltaPlan = {
  table: CodeTableId
  from: string | undefined
  to: string
  codes: OwnCode[]
  added: number
  changed: number
  stopped: number
  /** Rows of the delta that are here already. */
  same: number
}
export type DeltaRefusal = { code: string; text: Text; fix: Text }

const marks: readonly string[] = ['obsolete', 'unverified', 'group', 'internal'] satisfies CodeMark[]
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/**
 * Compare a delta with the table as it counts here now. Rows that are the same are left out, so that taking a table again
 * changes nothing; what it drops, and what a whole table does not have, stays readable and is no longer offered.
 * @param have the version of this publisher that is laid over the table now
 */
export function planDelta(
  delta: CodeDelta,
  tableOf: (id: CodeTableId) => CodeTable,
  have: string | undefined,
  from: { now: string; source: string; practice: boolean },
): DeltaPlan | DeltaRefusal {
  const { table: id, to } = delta
  if (!isCodeTable(id)) return refusals.table(id)
  if (delta.from !== null && delta.from !== have) return refusals.version(delta.from, have)
  // A whole table needs nothing it joins on: without this an old one, rightly signed, would undo what came since.
  if (delta.from === null && isOlder(to, have)) return refusals.older(to, have!)
  const { rows } = tableOf(id)
  const known = new Map(rows.map((row) => [row.code, row]))
  const plan: DeltaPlan = { table: id, from: have, to, codes: [], added: 0, changed: 0, stopped: 0, same: 0 }
  const own = (row: CodeRow): OwnCode => ({
    table: id,
    code: row.code,
    name: row.zh,
    ...(row.en && { en: row.en }),
    ...(row.iso && { iso: row.iso }),
    ...(row.mark && row.mark !== 'added' && { mark: row.mark }),
    firstSeen: from.now,
    source: from.source,
    ...(from.practice && { practice: true as const }),
  })
  for (const { key, row } of delta.put) {
    const next = rowOf(key, row)
    if (!next) return refusals.row(id, key)
    const before = known.get(key)
    if (before && isSame(before, next)) plan.same += 1
    else {
      plan[before ? 'changed' : 'added'] += 1
      plan.codes.push(own(next))
    }
  }
  const put = new Set(delta.put.map(({ key }) => key))
  const gone =
    delta.from === null ? rows.filter(({ code }) => !put.has(code)).map(({ code }) => code) : delta.drop
  for (const code of gone) {
    const before = known.get(code)
    if (!before || before.mark === 'obsolete' || before.mark === 'added') continue
    plan.stopped += 1
    plan.codes.push(own({ ...before, mark: 'obsolete' }))
  }
  return plan
}

/** Versions that count up are compared as numbers; of others nobody can say which is newer. */
const isOlder = (to: string, have: string | undefined): boolean =>
  have !== undefined && /^\d{1,15}$/.test(to) && /^\d{1,15}$/.test(have) && Number(to) < Number(have)

function rowOf(code: string, row: Record<string, unknown>): CodeRow | undefined {
  const [zh, en, iso, mark] = [row.zh, row.en, row.iso, row.mark].map(text) as [
    string,
    string,
    string,
    string,
  ]
  if (zh === '' || !/^[0-9A-Z]{1,10}$/.test(code)) return undefined
  return {
    code,
    zh,
    ...(en && { en }),
    ...(iso && { iso }),
    ...(marks.includes(mark) && { mark: mark as CodeMark }),
  }
}

const plain = ({ zh, en = '', iso = '', mark }: CodeRow) =>
  JSON.stringify([zh, en, iso, mark === undefined || mark === 'added' ? '' : mark])
const isSame = (a: CodeRow, b: CodeRow) => plain(a) === plain(b)

const refusals = {
  table: (id: string): DeltaRefusal => ({
    code: 'delta-table',
    text: { zh: `本机没有代码表“${id}”`, en: `There is no code table "${id}" here` },
    fix: { zh: '请更新软件后再取', en: 'Update the software, then take it' },
  }),
  version: (from: string, have: string | undefined): DeltaRefusal => ({
    code: 'delta-version',
    text: {
      zh: `此更新从版本 ${from} 起，本机为 ${have ?? '随软件的表'}，不能接上`,
      en: `This update begins at version ${from}; here is ${have ?? 'the shipped table'}, so it does not join on`,
    },
    fix: {
      zh: '请取整表，或先读入中间的更新',
      en: 'Take the whole table, or the updates in between first',
    },
  }),
  older: (to: string, have: string): DeltaRefusal => ({
    code: 'delta-older',
    text: {
      zh: `这份整表是版本 ${to}，本机已是 ${have}：采用会退回旧版本`,
      en: `This whole table is version ${to}, here is ${have} already: taking it would go back`,
    },
    fix: { zh: '请取最新的更新', en: 'Take the newest update' },
  }),
  row: (id: string, key: string): DeltaRefusal => ({
    code: 'delta-row',
    text: {
      zh: `更新中“${id}”的代码 ${key} 没有名称或写法不对，整份未采用`,
      en: `Code ${key} of "${id}" in the update has no name or is written wrongly; none of it was taken`,
    },
    fix: { zh: '请向发布方索取更正后的更新', en: 'Ask the publisher for a corrected update' },
  }),
}
