import { z } from 'zod'
import { signatureAlgorithms, uriSets } from './algorithms'

/** Which messages leave signed: none, those that must be by schema or printed specification, or every one of ours. */
export const signingModes = ['off', 'required', 'all'] as const
export const SigningMode = z.enum(signingModes)
export type SigningMode = z.infer<typeof SigningMode>

/** How messages of a book are signed. */
export const SigningSetup = z.object({
  mode: SigningMode,
  /** Null: what the key does first, under the names usual for it. */
  algorithm: z.enum(signatureAlgorithms).nullable(),
  uris: z.enum(uriSets).nullable(),
})
export type SigningSetup = z.infer<typeof SigningSetup>
