import { plainUpdate } from '#shared/reference/plain'
import { isRefusal } from '#shared/reference/refusals'
import type { BookPort, ReferenceChanges } from '../../renderer/data/port'

/** Take a plain file of a zone, a list or holidays, as the dialog of published tables does; its refusal, or what it changed. */
export async function takePlain(
  port: BookPort,
  json: unknown,
  why = '测试',
): Promise<ReferenceChanges | { code: string }> {
  const update = plainUpdate(JSON.parse(JSON.stringify(json)), 'file.json')
  return isRefusal(update) ? update : port.takeReference({ update, source: 'file.json' }, why)
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
