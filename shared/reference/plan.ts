import { fieldFault, fieldFaults, type FieldFault } from '../model/field-fault'
import type { Text } from '../model/text'
import { tableStatement } from '../protocol/api'
import { headKey, kindOf, type ReferenceKind } from './kinds'
import { refusal, type ReferenceRefusal } from './refusals'
import { applied, changesBetween, listOf, type Change, type Row, type Rows, type Update } from './rows'

/** An edition of a table as it was taken. `signer`: the public key; absent for one from a plain file. */
export type Taken = { version: string; digest: string; signer?: string; rows: Rows }

/** What a machine has of a table, against which an update is judged. */
export type Here = {
  /** The edition that was taken last. */
  last?: Taken
  /** The highest version that was taken of this signer. */
  highest?: string
  /** What counts now: the last edition, else what was shipped. */
  inForce: Rows
  /** What was shipped and goes on to count beside an edition; of a key that is in both the edition's row counts. */
  beside?: Rows
  /** Rows of the officer, which go before those of any publisher. */
  own?: Rows
  /** SHA-256 of a text as UTF-8, in hex. */
  digestOf(text: string): Promise<string>
  /** Awaited between two parts of the work with the rows of the update that are judged; ends it by throwing. */
  between?(judged: number): Promise<void>
}

/** What an update makes of a table: all of it, and in what that differs from what counts now. */
export type ReferencePlan = {
  kind: ReferenceKind
  rows: Rows
  digest: string
  changes: Change[]
  counts: { added: number; changed: number; removed: number; same: number }
  /** Rows in which the publisher and the officer say different things; the officer's goes on to count. */
  conflicts: Change[]
  /** It was taken already: taking it again changes nothing. */
  isHere: boolean
}

/** Versions that count up, and days, can be compared; of others nobody can say which is newer. */
function isOlder(to: string, have: string | undefined): boolean {
  if (have === undefined) return false
  const both = (form: RegExp) => form.test(to) && form.test(have)
  return both(/^\d{1,15}$/) ? Number(to) < Number(have) : both(/^\d{4}-\d{2}-\d{2}$/) && to < have
}

/**
 * What an update makes of the table here, or why nothing of it is taken: all or nothing. Whether its signature holds is
 * judged before. A signed update has to join on to exactly what its publisher had, never goes back, and has to give
 * exactly the table its publisher says it gives.
 * @param signer the public key that signed it; undefined for a table from a plain file
 */
export async function planUpdate(
  update: Update,
  signer: string | undefined,
  here: Here,
): Promise<ReferencePlan | ReferenceRefusal> {
  const { table, from, to, base } = update
  const kind = kindOf(table)
  if (!kind) return refusal('reference-table', { table })
  const twice = repeated(update)
  if (twice) return refusal('reference-twice', twice)
  const last = here.last?.signer === signer ? here.last : undefined
  const isHere = last?.version === to && last.digest === update.digest
  if (!isHere) {
    const broken = notJoining(update, last, here)
    if (broken) return broken
  }
  const rows = isHere ? last.rows : applied(last?.rows ?? new Map(), update)
  const faulty = await rowFault(kind, update, here)
  if (faulty) return faulty
  await here.between?.(update.put.length)
  const digest = await here.digestOf(tableStatement(listOf(rows)))
  if (update.digest !== undefined && digest !== update.digest) return refusal('reference-digest')
  if (signer !== undefined && last?.version === to && last.digest !== digest) {
    return refusal('reference-same-version', { to })
  }
  const counting: Rows = here.beside ? new Map([...here.beside, ...rows]) : rows
  const whole = isHere ? undefined : kind.wholeFault?.(table, counting, here.inForce)
  if (whole) return refusal('reference-whole', whole)
  await here.between?.(update.put.length)
  const changes = changesBetween(here.inForce, counting)
  const [added, removed] = [changes.filter(({ before }) => !before), changes.filter(({ after }) => !after)]
  const changed = changes.length - added.length - removed.length
  const shared = changesBetween(here.own ?? new Map(), rows).filter(({ before, after }) => before && after)
  return {
    kind,
    rows,
    digest,
    changes,
    counts: {
      added: added.length,
      changed,
      removed: removed.length,
      same: counting.size - added.length - changed,
    },
    conflicts: shared,
    isHere:
      isHere || (base === null && from === null && here.last?.digest === digest && here.last.version === to),
  }
}

/** A key may be put or dropped once; twice, it would depend on who reads it. */
function repeated({ put, drop }: Update): { row: number; key: string } | undefined {
  const seen = new Set<string>()
  for (const [at, key] of [...put.map(({ key: one }) => one), ...drop].entries()) {
    if (seen.has(key)) return { row: at + 1, key }
    seen.add(key)
  }
  return undefined
}

function notJoining(
  { from, to, base }: Update,
  last: Taken | undefined,
  here: Here,
): ReferenceRefusal | undefined {
  if (isOlder(to, here.highest)) return refusal('reference-older', { to, have: here.highest! })
  if (from === null) return undefined
  const have = here.last?.version
  if (last?.version !== from) {
    const none = { zh: '没有这个发布方的版本', en: 'no version of this publisher' }
    return refusal('reference-version', { from, have: last ? have! : none })
  }
  return base === last.digest ? undefined : refusal('reference-base', { from })
}

/** Rows judged between two breaths: some tens of milliseconds. */
const atOnce = 2000

async function rowFault(
  kind: ReferenceKind,
  { put, digest }: Update,
  { between }: Here,
): Promise<ReferenceRefusal | undefined> {
  for (const [at, { key, row }] of put.entries()) {
    if (at % atOnce === 0) await between?.(at)
    const fault = faultOf(kind, key, row)
    if (!fault) continue
    const { field, why } = fault
    const named = refusal('reference-row', { row: at + 1, key, field, said: why })
    return digest === undefined ? { ...named, fix: fault.fix } : named
  }
  return undefined
}

function faultOf(kind: ReferenceKind, key: string, row: Row): FieldFault | undefined {
  const schema = kind.schemaOf(key)
  if (!schema) return fieldFault('key', words.key)
  const { error } = schema.safeParse(row)
  if (error) return fieldFaults(error)[0]!
  const own = key === headKey ? undefined : kind.keyOf?.(row)
  return own === undefined || own === key ? undefined : fieldFault('key', words.key)
}

const words = {
  key: [
    {
      zh: '与这一行的内容不一致，或不是本表的键',
      en: 'It is not what the row says, or no key of this table',
    },
    { zh: '改正键', en: 'Correct the key' },
  ],
} satisfies Record<string, readonly [Text, Text]>
