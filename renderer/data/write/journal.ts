import { base64url, encodeText, sha256 } from '../sealing/bytes'
import type { JournalRow, StoredRow } from '../schema/stored'
import { asWritten, seal } from '../sealing/cipher'
import type { BookKeys } from '../sealing/keys'

/** One record a command touched. '' stands for "was not there" and "is no more". */
export type JournalChange = { table: string; id: string; before: string; after: string }
export type JournalBody = {
  who: string
  why: string
  changes: JournalChange[]
  /** What the act concerns when it is not a matter of single records: an import, a batch. */
  about?: Record<string, string | number>
}
export type JournalAct = JournalBody & { name: string; group: string; at: string }
export type JournalHead = { seq: number; hash: string }

/** Digest of a row as it was written: sealed body, revision and clear columns. New keys of the book leave it as it is. */
export async function digestRow(keys: BookKeys, table: string, row: StoredRow | undefined): Promise<string> {
  if (!row) return ''
  const { body, ...clear } = await asWritten(keys, table, row.id, row)
  const head = JSON.stringify([table, Object.entries(clear).sort(([a], [b]) => (a < b ? -1 : 1))])
  return base64url(await sha256(encodeText(head), body))
}

/** The next entry of the chain: its hash is keyed and covers the one before, so no entry can be changed or left out. */
export async function journalRow(
  keys: BookKeys,
  head: JournalHead,
  { name, group, at, ...body }: JournalAct,
  before: JournalRow['before'],
): Promise<JournalRow> {
  const seq = head.seq + 1
  const sealed = await seal(keys, 'journal', String(seq), 1, body)
  const row = { seq, at, name, group, prev: head.hash, before, ...sealed }
  return { ...row, hash: await entryHash(keys, row) }
}

export async function entryHash(keys: BookKeys, stored: Omit<JournalRow, 'hash'>): Promise<string> {
  const row = await asWritten(keys, 'journal', String(stored.seq), stored)
  const head = encodeText(JSON.stringify([row.prev, row.seq, row.at, row.name, row.group, row.kid, row.v]))
  const mac = await crypto.subtle.sign('HMAC', keys.index, await new Blob([head, row.body]).arrayBuffer())
  return base64url(new Uint8Array(mac))
}

export const noHead: JournalHead = { seq: 0, hash: '' }
