import { sm2 } from 'sm-crypto-v2'
import { deltaStatement, tableStatement, type ReferenceDelta } from '#shared/protocol/api'
import { isRefusal } from '#shared/reference/refusals'
import type { BookPort, ReferenceChanges, ReferenceOffer } from '../../renderer/data/port'

/** A published table as it comes: its JSON in a file. */
export const offerOf = (json: unknown, source = 'file.json'): ReferenceOffer => ({
  file: new File([JSON.stringify(json)], source),
  source,
})

/** Read a file and take what it says, as the dialog of published tables does; its refusal, or what it changed. */
export async function takePlain(
  port: BookPort,
  json: unknown,
  why = '测试',
): Promise<ReferenceChanges | { code: string }> {
  const read = await port.planReference(offerOf(json))
  if (read === 'stopped') throw new Error(read)
  return isRefusal(read) ? read : port.takeReference(read, why)
}

/** A whole table as a publisher signs it. */
export async function signedTable(
  keys: ReturnType<typeof sm2.generateKeyPairHex>,
  { table, to, put }: Pick<ReferenceDelta, 'table' | 'to' | 'put'>,
  other: Partial<ReferenceDelta> = {},
): Promise<ReferenceDelta> {
  const digest = await sha256(tableStatement(put))
  const content = { table, from: null, base: null, to, digest, put, drop: [], ...other }
  const statement = new TextEncoder().encode(deltaStatement(content))
  const signature = sm2.doSignature(statement, keys.privateKey, {
    hash: true,
    der: true,
    publicKey: keys.publicKey,
  })
  return { ...content, signature: { algorithm: 'SM2-SM3', publicKey: keys.publicKey, signature } }
}

/** Withdraw every edition of a table that was taken. */
export async function withdrawAll(port: BookPort, table: string): Promise<void> {
  for (const { id } of (await port.referenceEditions(table)).toReversed())
    await port.dropReference(id, '还原')
}

/** SHA-256 of a text in hex, as digests of published tables are. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
