import { createHash } from 'node:crypto'
import type { ImportedRecord, Stored } from '#shared/import/api'
import { recordContent, recordKey } from '#shared/import/key'
import type { RecordKind } from '#shared/model/import-report'
import { readRecords } from '../ndjson'
import { recordOf } from '../records'
import { DigestTable } from './digest-table'

/** SHA-256, shortened to 96 bits: enough to tell contents apart, small enough to keep millions of them. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest().subarray(0, 12)

export const shortDigest = (text: string): string => digestOf(text).toString('base64url')

/** What an earlier import wrote with `--out`, as the importer asks for it. */
export class EarlierImport {
  readonly #digests = new DigestTable()

  /** Rejects with the line that is no record of this kind. */
  static async read(path: string, kind: RecordKind): Promise<EarlierImport> {
    const earlier = new EarlierImport()
    for await (const record of readRecords(path, recordOf[kind])) earlier.#add(record)
    return earlier
  }

  existing = async (keys: string[]): Promise<ReadonlyMap<string, Stored>> => {
    const found = new Map<string, Stored>()
    for (const key of keys) {
      const digest = this.#digests.get(digestOf(key))
      if (digest) found.set(key, { digest: Buffer.from(digest).toString('base64url') })
    }
    return found
  }

  /** An order, SKU or invoice that occurs again was updated: the last one counts. Payments and waybills are numbered. */
  #add(record: ImportedRecord): void {
    const digest = digestOf(recordContent(record))
    let occurrence = 1
    const once = record.record === 'order' || record.record === 'goods' || record.record === 'invoice'
    while (!once && this.#digests.get(digestOf(recordKey(record, occurrence)))) occurrence++
    this.#digests.set(digestOf(recordKey(record, occurrence)), digest)
  }
}
