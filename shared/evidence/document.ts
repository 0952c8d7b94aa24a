import { z } from 'zod'
import { day, field } from '../model/field'
import { evidenceKindIds } from './kinds'

/** File types an attachment may have: what can be shown, or read as text, on a park PC. */
export const fileTypes = ['pdf', 'ofd', 'jpg', 'png'] as const
export type FileType = (typeof fileTypes)[number]

/** The first bytes of a file say what it is; its name may lie. Undefined for what is none of the types. */
export function fileTypeOf(bytes: Uint8Array): FileType | undefined {
  const starts = (...head: number[]) => head.every((byte, at) => bytes[at] === byte)
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf'
  if (starts(0xff, 0xd8, 0xff)) return 'jpg'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  // OFD is a zip whose first entry, or one of its first, is OFD.xml.
  if (starts(0x50, 0x4b, 0x03, 0x04)) {
    const head = String.fromCharCode(...bytes.subarray(0, 4096))
    return head.includes('OFD.xml') || head.includes('Doc_0/') ? 'ofd' : undefined
  }
  return undefined
}

/** A paper with its validity and its file. `subjects`: SKU, modes or principals it is about; empty: the enterprise itself. */
export const EvidenceDocument = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(evidenceKindIds),
  number: field(z.string().optional(), 'business', '证件号', 'Number'),
  title: field(z.string().min(1), 'business', '名称', 'Title'),
  subjects: z.array(z.string().min(1)),
  /** First and last day it holds; without a last day it does not run out. */
  from: field(day.optional(), 'business', '生效日期', 'Valid from'),
  to: field(day.optional(), 'business', '有效期至', 'Valid until'),
  file: z
    .strictObject({
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      type: z.enum(fileTypes),
      size: z.int().positive(),
      pages: z.int().positive().optional(),
    })
    .optional(),
})
export type EvidenceDocument = z.infer<typeof EvidenceDocument>
