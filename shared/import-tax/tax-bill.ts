import { z } from 'zod'
import { decimalText } from '../model/field'
import type { CebDocument } from '../model/list'
import type { Text } from '../model/text'

/** A value with the 回执时间 (17 digits) it came with: the newest one stands whatever the order of arrival. */
const Told = z.object({ value: z.string(), at: z.string() })
type Told = z.infer<typeof Told>

/** Kinds of tax of a 电子税单, as 816 names them. */
export const taxKinds = ['customsTax', 'valueAddedTax', 'consumptionTax'] as const
export type TaxKind = (typeof taxKinds)[number]
export const taxKindNames: Readonly<Record<TaxKind, Text>> = {
  customsTax: { zh: '关税', en: 'Customs duty' },
  valueAddedTax: { zh: '增值税', en: 'VAT' },
  consumptionTax: { zh: '消费税', en: 'Consumption tax' },
}

/** 税单状态 of 816 and 818. */
export const taxStatuses: Readonly<Record<string, Text>> = {
  '1': { zh: '已生成', en: 'Made' },
  '2': { zh: '已汇总', en: 'Summarised' },
  '3': { zh: '已作废', en: 'Void' },
}
const VOID = '3'

const amounts = { customsTax: decimalText, valueAddedTax: decimalText, consumptionTax: decimalText }
const TaxLine = z.object({ gnum: z.string(), gcode: z.string(), taxPrice: decimalText, ...amounts })

const toldFields = ['status', 'entDutyNo', 'assureCode'] as const
export type ToldOfTax = (typeof toldFields)[number]

/** 电子税单 of an import 清单, as 816 and 818 told it. Amounts in CNY, decimal text. */
export const TaxBill = z.object({
  invtNo: z.string(),
  taxNo: z.string(),
  told: z.partialRecord(z.enum(toldFields), Told),
  /** What 816 says; absent while only 818 came. `at`: its 回执时间. */
  issued: z
    .object({ at: z.string(), ...amounts, note: z.string().optional(), lines: z.array(TaxLine) })
    .optional(),
})
export type TaxBill = z.infer<typeof TaxBill>

/** What one document of an 816 or 818 tells; undefined when it lacks its numbers, or an amount is none. */
export function taxBillOf({ head, lines = [] }: CebDocument): TaxBill | undefined {
  const text = (element: string) => (head[element] ?? '').trim()
  const [invtNo, taxNo, at] = [text('invtNo'), text('taxNo'), text('returnTime')]
  if (invtNo === '' || taxNo === '') return undefined
  const told: TaxBill['told'] = {}
  for (const field of toldFields) if (text(field) !== '') told[field] = { value: text(field), at }
  if (text('customsTax') === '' && lines.length === 0) return { invtNo, taxNo, told }
  const issued = {
    at,
    ...Object.fromEntries(taxKinds.map((kind) => [kind, text(kind)])),
    ...(text('note') && { note: text('note') }),
    lines: lines.map((line) => ({ gnum: '', gcode: '', taxPrice: '0', ...line })),
  }
  const read = TaxBill.safeParse({ invtNo, taxNo, told, issued })
  return read.success ? read.data : undefined
}

/** What two tellings of one 电子税单 say together. Commutative, associative, idempotent. */
export function joinTaxBills(a: TaxBill, b: TaxBill): TaxBill {
  const told = { ...a.told }
  for (const field of toldFields) {
    const [one, other] = [told[field], b.told[field]]
    if (other && (!one || isNewer(other, one, other.value > one.value))) told[field] = other
  }
  const issued =
    !a.issued || (b.issued && isNewer(b.issued, a.issued, textOf(b.issued) > textOf(a.issued)))
      ? b.issued
      : a.issued
  return { invtNo: a.invtNo, taxNo: a.taxNo, told, ...(issued && { issued }) }
}

const isNewer = (a: { at: string }, b: { at: string }, tie: boolean) => (a.at === b.at ? tie : a.at > b.at)
const textOf = (issued: object) => JSON.stringify(issued)

/** Whether its amounts count: told by 816, and not void. */
export const isDue = ({ told, issued }: TaxBill): boolean =>
  issued !== undefined && told.status?.value !== VOID

/** Month (YYYYMM) the bill was made in, by its 回执时间 (Asia/Shanghai); '' while only its state is known. */
export const taxMonth = ({ issued }: TaxBill): string => issued?.at.slice(0, 6) ?? ''
