import { z } from 'zod'
import { decimalText, instant } from '../../model/field'
import { packName } from '../../pack/names'
import { Sha256 } from '../../protocol/api'
import { results } from '../../model/forex/result'
import { roles, type Role } from './roles'

export const PACK_FORMAT = 'yiguan-evidence'
export const PACK_VERSION = 2

const roleIds = Object.keys(roles) as [Role, ...Role[]]

const Support = z.object({
  creditId: z.string(),
  used: decimalText.optional(),
  left: decimalText.optional(),
})

/** The index of a pack as a machine reads it; its pages say the same in words. */
export const PackIndex = z.object({
  format: z.literal(PACK_FORMAT),
  version: z.int().positive(),
  id: z.string().min(1),
  createdAt: instant,
  company: z.object({ name: z.string(), uscc: z.string() }),
  mark: z.string().optional(),
  lawAsOf: z.string(),
  software: z.string(),
  receipts: z.array(
    z.object({
      id: z.string(),
      result: z.enum(results),
      currency: z.string(),
      credited: decimalText,
      eligible: decimalText,
      held: decimalText,
      valueDate: z.string(),
      payer: z.string(),
      codes: z.array(z.string()),
      remark: z.string(),
      findings: z.array(
        z.object({
          rule: z.string(),
          severity: z.string(),
          text: z.string(),
          fix: z.string(),
          basis: z.string(),
          /** The same in English; packs of version 1 have none. */
          en: z.object({ text: z.string(), fix: z.string() }).optional(),
        }),
      ),
    }),
  ),
  documents: z.array(
    z.object({
      role: z.enum(roleIds),
      no: z.string(),
      currency: z.string().optional(),
      note: z.string().optional(),
      supports: z.array(Support),
      /** Names of its originals in the pack; none: not attached. */
      files: z.array(z.string()),
    }),
  ),
  files: z.array(
    z.object({
      name: z.string().regex(packName),
      original: z.string(),
      sha256: Sha256,
      bytes: z.int().nonnegative(),
      pages: z.int().positive().optional(),
    }),
  ),
})
export type PackIndex = z.infer<typeof PackIndex>
