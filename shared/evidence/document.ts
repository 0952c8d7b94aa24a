import { z } from 'zod'
import { day, field, instant } from '../model/field'
import { evidenceKindIds } from './kinds'

/** File types an attachment may have: what can be shown, or read as text, on a park PC. */
export const fileTypes = ['pdf', 'ofd', 'jpg', 'png'] as const
export type FileType = (typeof fileTypes)[number]
/** How names of such files end; what a file is, its bytes say. */
export const acceptedFiles = ['.pdf', '.ofd', '.jpg', '.jpeg', '.png'] as const

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

/** The file of a paper: what it is found by, and what is known of it without opening it. */
const EvidenceFile = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(fileTypes),
  size: z.int().positive(),
  pages: z.int().positive().optional(),
})

const papers = {
  number: field(z.string().optional(), 'business', '证件号', 'Number'),
  /** First and last day it holds; without a last day it does not run out. */
  from: field(day.optional(), 'business', '生效日期', 'Valid from'),
  to: field(day.optional(), 'business', '有效期至', 'Valid until'),
  file: EvidenceFile.optional(),
}

/** A paper as it was before another took its place: who did it, when and why. */
export const EarlierPaper = z.strictObject({
  ...papers,
  replacedAt: instant,
  by: z.string(),
  why: z.string(),
})
export type EarlierPaper = z.infer<typeof EarlierPaper>

/** A paper with its validity and its file. `subjects`: SKU, modes or principals it is about; empty: the enterprise itself. */
export const EvidenceDocument = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(evidenceKindIds),
  title: field(z.string().min(1), 'business', '名称', 'Title'),
  subjects: z.array(z.string().min(1)),
  ...papers,
  /** What it was before, the latest first. */
  earlier: z.array(EarlierPaper).optional(),
})
export type EvidenceDocument = z.infer<typeof EvidenceDocument>

/**
 * The states before the next one, with the present one in front where a paper is renewed: another number, other days or
 * another file. A corrected title or subject is the same paper.
 */
export function earlierThan(
  now: EvidenceDocument,
  next: Pick<EvidenceDocument, 'number' | 'from' | 'to' | 'file'>,
  by: Pick<EarlierPaper, 'replacedAt' | 'by' | 'why'>,
): EarlierPaper[] {
  const { number, from, to, file, earlier = [] } = now
  const isSame =
    number === next.number && from === next.from && to === next.to && file?.hash === next.file?.hash
  if (isSame) return earlier
  const before = {
    ...(number !== undefined && { number }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(file && { file }),
  }
  return [{ ...before, ...by }, ...earlier]
}
