import { z } from 'zod'
import { day, decimalText, instant } from './field'
import type { CebDocument } from './list'

/** A value with the 汇总处理时间 (17 digits) it came with, so that the newest one stands whatever the order of arrival. */
const Told = z.object({ value: z.string(), at: z.string() })
type Told = z.infer<typeof Told>

/** Line of a 清单 → item of the 报关单. */
export const EntryLine = z.object({
  invtNo: z.string(),
  logisticsNo: z.string(),
  gseqno: z.string(),
  gnum: z.string(),
  gcode: z.string(),
})
export type EntryLine = z.infer<typeof EntryLine>

const toldFields = ['decTmpNo', 'decPreNo', 'entryId', 'decState', 'grossWeight', 'netWeight'] as const
export type ToldField = (typeof toldFields)[number]

/** A 报关单 that came of an application, as 792 told it (several times, perhaps in parts), and what a person added. */
export const CustomsEntry = z.object({
  /** 汇总申请编号 and 汇总统一编号; the latter is one for each 报关单. */
  sumNo: z.string(),
  declSeqNo: z.string(),
  told: z.partialRecord(z.enum(toldFields), Told),
  /** Part of a split result (msgSeqNo) → its newest lines. */
  parts: z.record(z.string(), z.object({ at: z.string(), count: z.int(), lines: z.array(EntryLine) })),
  /** 报关单号 and 结关 as typed, or read from a file; 792 has the last word about the number. */
  noted: z
    .object({
      entryId: z.string().optional(),
      closedOn: day.optional(),
      origin: z.enum(['typed', 'file']),
      who: z.string(),
      at: instant,
    })
    .optional(),
})
export type CustomsEntry = z.infer<typeof CustomsEntry>

/** What one document of a 792 tells; undefined when it lacks the numbers that name its 报关单. */
export function entryOfResult({ head, lines = [] }: CebDocument): CustomsEntry | undefined {
  const text = (element: string) => (head[element] ?? '').trim()
  const [sumNo, declSeqNo, at] = [text('sumNo'), text('declSeqNo'), text('opDate')]
  if (sumNo === '' || declSeqNo === '') return undefined
  const told: Partial<Record<ToldField, Told>> = {}
  for (const field of toldFields) if (text(field) !== '') told[field] = { value: text(field), at }
  const read = lines.map((line): EntryLine => ({
    invtNo: line['invtNo'] ?? '',
    logisticsNo: line['logisticsNo'] ?? '',
    gseqno: line['gseqno'] ?? '',
    gnum: line['gnum'] ?? '',
    gcode: line['gcode'] ?? '',
  }))
  // A later message may carry numbers alone; it says nothing about the lines.
  const parts =
    read.length > 0
      ? { [text('msgSeqNo') || '1']: { at, count: Number(text('msgCount')) || 1, lines: read } }
      : {}
  return { sumNo, declSeqNo, told, parts }
}

/** What two tellings of one 报关单 say together: field by field the newest. Commutative, associative, idempotent. */
export function joinEntries(a: CustomsEntry, b: CustomsEntry): CustomsEntry {
  const told = { ...a.told }
  for (const field of toldFields) {
    const [one, other] = [told[field], b.told[field]]
    if (other && (!one || isNewer(other, one, other.value > one.value))) told[field] = other
  }
  const parts = { ...a.parts }
  for (const [no, part] of Object.entries(b.parts)) {
    const present = parts[no]
    if (!present || isNewer(part, present, textOf(part) > textOf(present))) parts[no] = part
  }
  const noted = [a.noted, b.noted]
    .filter((one) => one !== undefined)
    .sort((x, y) => (x.at < y.at ? 1 : -1))[0]
  return { ...a, told, parts, ...(noted && { noted }) }
}

const isNewer = (a: { at: string }, b: { at: string }, tie: boolean) => (a.at === b.at ? tie : a.at > b.at)
const textOf = (part: { lines: EntryLine[] }) => JSON.stringify(part.lines)

/** 报关单号: as customs said, else as noted; '' while nobody knows it. */
export const entryIdOf = ({ told, noted }: CustomsEntry): string =>
  told.entryId?.value ?? noted?.entryId ?? ''

/** Every line of the 报关单 that is known so far. */
export const entryLines = ({ parts }: CustomsEntry): EntryLine[] =>
  Object.keys(parts)
    .sort((a, b) => Number(a) - Number(b))
    .flatMap((no) => parts[no]!.lines)

/** Parts that were announced (msgCount) and are still missing. */
export function missingParts({ parts }: CustomsEntry): number {
  const all = Object.values(parts)
  return Math.max(0, ...all.map(({ count }) => count)) - all.length
}

/** A weight of the head as a plain decimal; undefined when it was not told, or is none. */
export function toldWeight({ told }: CustomsEntry, field: 'grossWeight' | 'netWeight'): string | undefined {
  const value = told[field]?.value
  return value !== undefined && decimalText.safeParse(value).success ? value : undefined
}
