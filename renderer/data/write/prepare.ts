import { ruleOf } from '../schema/tables'
import type { StoredRow } from '../schema/stored'
import { currentForm } from '../sealing/bodies'
import { blind } from '../sealing/blind'
import { seal } from '../sealing/cipher'
import type { BookKeys } from '../sealing/keys'
import type { Pending } from './draft'
import { digestRow } from './journal'
import type { JournalChange } from './journal'

export type PreparedClaim = { mac: string; kind: 'order' | 'waybill' | 'list'; number: string }
/** A change ready to be written: sealed, digested, its claims made blind. */
export type Prepared = {
  table: string
  id: string
  before: StoredRow | undefined
  after: StoredRow | undefined
  claims: PreparedClaim[]
  journal: JournalChange
}

/** All that takes crypto, done before the transaction opens. */
export function prepare(keys: BookKeys, pending: readonly Pending[]): Promise<Prepared[]> {
  return Promise.all(pending.map((change) => prepareOne(keys, change)))
}

async function prepareOne(keys: BookKeys, { table, id, before, record }: Pending): Promise<Prepared> {
  const rule = ruleOf(table)
  let after: StoredRow | undefined
  const claims: PreparedClaim[] = []
  if (record) {
    for (const { kind, scope, number } of rule.claims?.(record as never) ?? []) {
      claims.push({ mac: await blind(keys, table, kind, `${scope}|${number}`), kind, number })
    }
    after = {
      id,
      rev: (before?.rev ?? 0) + 1,
      ...rule.clear?.(record as never),
      ...(rule.claims && { claims: claims.map(({ mac }) => mac) }),
      ...(await seal(keys, table, id, currentForm(table), record)),
    }
  }
  return rawChange(keys, table, id, before, after, claims)
}

/** A change of rows as they lie sealed on the disk. */
export async function rawChange(
  keys: BookKeys,
  table: string,
  id: string,
  before: StoredRow | undefined,
  after: StoredRow | undefined,
  claims: PreparedClaim[] = [],
): Promise<Prepared> {
  const [digestBefore, digestAfter] = await Promise.all([
    digestRow(keys, table, before),
    digestRow(keys, table, after),
  ])
  return {
    table,
    id,
    before,
    after,
    claims,
    journal: { table, id, before: digestBefore, after: digestAfter },
  }
}
