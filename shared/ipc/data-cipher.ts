import { z } from 'zod'

/**
 * What seals the rows of a book. SM4-GCM (GB/T 32907, RFC 8998) is for enterprises whose 密评 demands it: it runs in script, so
 * it is many times slower, and its key is less protected than that of AES.
 */
export const DataCipher = z.enum(['aes-256-gcm', 'sm4-gcm'])
export type DataCipher = z.infer<typeof DataCipher>

const sm4Ids = 'sm4-gcm.'

/** Which cipher a data key is of: its id says so, and whatever is bound to the id cannot be passed off as another's. */
export const cipherOf = (keyId: string): DataCipher => (keyId.startsWith(sm4Ids) ? 'sm4-gcm' : 'aes-256-gcm')

/** The id of a new data key. @param unique never used for another key */
export const keyIdFor = (cipher: DataCipher, unique: string): string =>
  cipher === 'sm4-gcm' ? `${sm4Ids}${unique}` : unique
