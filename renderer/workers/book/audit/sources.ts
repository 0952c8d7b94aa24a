import type { AuditDocument, AuditOriginal } from '#shared/audit-file/document'
import { namesPersons } from '#shared/ceb/personal'
import { adviceId, creditIdOf } from '#shared/forex/import/credits'
import { referencesOf, share } from '#shared/forex/import/same-entry'
import type { BankAdviceFact, BankEntryFact } from '#shared/forex/files/facts'
import { maskText } from '#shared/model/mask'
import type { Book } from '../../../data/book'
import { readOriginals } from '../../../data/engine/dossier-rows'
import type { SealedRecord } from '../../../data/port'
import { encodeText, sha256Hex } from '../../../data/sealing/bytes'

/** What in a bank's line names somebody, or may: free text does. */
const naming = new Set(['payer', 'payerAccount', 'text'])

const masked = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(masked)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      naming.has(key) && typeof one === 'string' ? maskText(one) : masked(one),
    ]),
  )
}

/**
 * What the files of a bank say of these credits: the entries that are one, and the advices that are one or name the same
 * payment.
 */
export async function bankLines(
  book: Book,
  credits: readonly SealedRecord<'forexCredits'>[],
  named: boolean,
): Promise<Map<string, AuditDocument['sources'][number][]>> {
  const found = new Map<string, AuditDocument['sources'][number][]>()
  if (credits.length === 0) return found
  const wanted = new Set(credits.map(({ creditId }) => creditId))
  const entries: BankEntryFact[] = []
  const advices: BankAdviceFact['advice'][] = []
  for await (const chunk of book.facts('bank')) {
    for (const { record } of chunk) {
      if (record.record === 'bank-entry') entries.push(record)
      else if (record.record === 'bank-advice') advices.push(record.advice)
    }
  }
  const names = new Map<string, string[]>()
  const put = (creditId: string, line: unknown) =>
    found.set(creditId, [...(found.get(creditId) ?? []), named ? line : masked(line)])
  for (const { key, account, entry, told } of entries) {
    const creditId = creditIdOf({ key, account, entry })
    if (!wanted.has(creditId)) continue
    put(creditId, { account, ...entry, ...(told && { told }) })
    names.set(creditId, [...(names.get(creditId) ?? []), ...referencesOf(entry)])
  }
  for (const advice of advices) {
    const own = adviceId(advice)
    const of = [advice.reference, ...(advice.uetr === undefined ? [] : [advice.uetr])]
    for (const creditId of wanted)
      if (creditId === own || share(names.get(creditId) ?? [], of)) put(creditId, advice)
  }
  return found
}

/** Messages as they were received. One that names a person goes along where persons are named only. */
export async function originalsOf(
  { context }: Book,
  ids: ReadonlySet<string>,
  named: boolean,
): Promise<AuditOriginal[]> {
  const found = await readOriginals(context, [...ids])
  return Promise.all(
    found.map(async ({ id, message, xml }) => {
      const bytes = encodeText(xml)
      const told = { id, message, sha256: await sha256Hex(bytes) }
      return named || !namesPersons(xml) ? { ...told, bytes } : told
    }),
  )
}
