import type { FormerKey } from '#shared/ipc/vault'
import { openKey, sealKey } from './sealed-key'

export type { FormerKey }

/** The page opens it with WebCrypto under the same words. */
const purposeOf = (keyId: string) => `yiguan former key\u0000${keyId}`

/** The data key that was replaced, under the one that replaced it: who has only the older one gains nothing by it. */
export const sealFormer = (dataKey: Uint8Array, keyId: string, older: Uint8Array): FormerKey => ({
  keyId,
  ...sealKey(dataKey, older, purposeOf(keyId)),
})

export const openFormer = (dataKey: Uint8Array, former: FormerKey): Buffer | undefined =>
  openKey(dataKey, former, purposeOf(former.keyId))
