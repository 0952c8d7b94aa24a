import type { FormerKey } from '#shared/ipc/vault'
import { DataRefusal } from '../errors/refusal'
import { encodeText } from './bytes'
import { importDataKey, type BookKeys, type DataKey } from './keys'

/** What main says where it seals the first of them (`electron/services/former-key.ts`). */
const purposeOf = (keyId: string) => encodeText(`yiguan former key\u0000${keyId}`)

const bytesOf = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
const textOf = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))

async function openFormer(
  { aes }: DataKey,
  { keyId, iv, sealed }: FormerKey,
): Promise<Uint8Array<ArrayBuffer>> {
  const params = { name: 'AES-GCM', iv: bytesOf(iv), additionalData: purposeOf(keyId) }
  try {
    return new Uint8Array(await crypto.subtle.decrypt(params, aes, bytesOf(sealed)))
  } catch (cause) {
    throw new DataRefusal('tampered', { table: 'meta', id: keyId }, cause)
  }
}

/** An earlier key as one that can be used only. */
export async function importFormer(key: DataKey, former: FormerKey): Promise<DataKey> {
  const bytes = await openFormer(key, former)
  try {
    return await importDataKey(former.keyId, bytes)
  } finally {
    bytes.fill(0)
  }
}

/** The keys that lay under `former` under the key that replaced it, `former` itself the last of them. */
export async function carryRing(
  { data }: Pick<BookKeys, 'data'>,
  former: FormerKey,
  ring: readonly FormerKey[],
): Promise<FormerKey[]> {
  const older = await importFormer(data, former)
  const carried = ring.map(async (one): Promise<FormerKey> => {
    const bytes = await openFormer(older, one)
    const iv = crypto.getRandomValues(new Uint8Array(12))
    try {
      const params = { name: 'AES-GCM', iv, additionalData: purposeOf(one.keyId) }
      const sealed = new Uint8Array(await crypto.subtle.encrypt(params, data.aes, bytes))
      return { keyId: one.keyId, iv: textOf(iv), sealed: textOf(sealed) }
    } finally {
      bytes.fill(0)
    }
  })
  return [...(await Promise.all(carried)), former]
}
