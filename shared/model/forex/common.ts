import { z } from 'zod'
import { currency, day, decimalText, field } from '../field'
import type { Text } from '../text'

export { currency, day, decimalText }
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
/** ISO 3166 letters. */
export const country = z.string().regex(/^[A-Z]{3}$/)
export const supervisionMode = z.enum(['9610', '9710', '9810', '1210', '0110', '1039', 'parcel'])
export type SupervisionMode = z.infer<typeof supervisionMode>
export const customsDocType = z.enum(['list', 'declaration', 'summaryDeclaration'])
export type CustomsDocType = z.infer<typeof customsDocType>

export const Money = z.strictObject({ currency, amount: decimalText })
export type Money = z.infer<typeof Money>

/** SAFE's 折算率 of one month; thresholds are tested by it and by nothing else. */
export const MonthRate = z.strictObject({
  currency: field(currency, 'public', '币种', 'Currency'),
  month: field(month, 'public', '月份', 'Month'),
  usdPerUnit: field(decimalText, 'public', '对美元折算率', 'USD per unit'),
})
export type MonthRate = z.infer<typeof MonthRate>

/** Working days from one day to another; outside of them nothing is said. */
export const WorkCalendar = z.strictObject({
  from: day,
  to: day,
  holidays: z.array(day),
  workdays: z.array(day),
})
export type WorkCalendar = z.infer<typeof WorkCalendar>

/** Tolerances and bands of the enterprise, printed as 企业内部口径; none of them is law. */
export const ForexSettings = z.strictObject({
  lineToleranceAbs: decimalText.default('1.00'),
  lineToleranceRate: decimalText.default('0.005'),
  receiptToleranceRate: decimalText.default('0.01'),
  declaredRatioMin: decimalText.default('0.5'),
  declaredRatioMax: decimalText.default('10'),
  quoteValidityMinutes: z.int().default(15),
  /** Words only: 自行收结汇 of a local plan changes no check. */
  pilotSelfSettlement: z.boolean().default(false),
  pilotNetting: z.boolean().default(false),
})
export type ForexSettings = z.infer<typeof ForexSettings>

export const forexClaims = ['electronicDocsOnly', 'specialRefundExemption', 'premium'] as const
export const forexClaimNames: Readonly<Record<(typeof forexClaims)[number], Text>> = {
  electronicDocsOnly: { zh: '凭电子单证办理', en: 'electronic papers only' },
  specialRefundExemption: { zh: '特殊退汇免登记', en: 'special refunds without registration' },
  premium: { zh: '优质企业便利', en: 'facilities of premium enterprises' },
}

export const registerStates = ['A', 'B', 'C', 'unlisted'] as const

/** Who receives. A field that is left out is not examined. */
export const Subject = z.strictObject({
  type: z.enum(['enterprise', 'individual', 'soleTrader', 'serviceEnterprise']),
  name: field(z.string().optional(), 'business', '名称', 'Name'),
  uscc: field(z.string().optional(), 'business', '统一社会信用代码', 'Unified social credit code'),
  certificate: z.enum(['licence', 'idCard']).optional(),
  /** In the 名录, from `listedOn` where that is given. */
  listed: z.boolean().optional(),
  listedOn: day.nullable().optional(),
  class: z.enum(['A', 'B', 'C']).nullable().optional(),
  /** Days from which the 名录 held the enterprise in a class, or no longer; before the first of them what is stated above holds. */
  registerHistory: z.array(z.strictObject({ from: day, state: z.enum(registerStates) })).optional(),
  route: z.enum(['transactionInfo', 'ordinary']).optional(),
  ytdYear: z.int().optional(),
  ytdReceiptsUsd: decimalText.optional(),
  ytdPaymentsUsd: decimalText.optional(),
  receiptQuotaUsd: decimalText.optional(),
  receiptQuotaUsedUsd: decimalText.optional(),
  quotaUsedUsd: decimalText.optional(),
  firstTradeOn: day.nullable().optional(),
  lastTradeOn: day.nullable().optional(),
  premium: z.boolean().optional(),
  claims: z.array(z.enum(forexClaims)).optional(),
  negativeList: field(z.array(z.string()).optional(), 'business', '负面清单', 'Negative list'),
  inSpecialZone: z.boolean().optional(),
  /** 出口退税管理类别. */
  rebateCategory: z.enum(['1', '2', '3', '4']).optional(),
  /** Filed as a seller under a local plan. */
  filedLocally: z.boolean().optional(),
})
export type Subject = z.infer<typeof Subject>

/** The subject as 名录 and class were on a day: an event is judged by the class of its own day. */
export function subjectOn<T extends Pick<Subject, 'listed' | 'listedOn' | 'class' | 'registerHistory'>>(
  subject: T,
  on: string,
): T {
  let last: { from: string; state: (typeof registerStates)[number] } | undefined
  for (const entry of subject.registerHistory ?? []) {
    if (entry.from <= on && (last === undefined || entry.from >= last.from)) last = entry
  }
  if (!last) return subject
  const { listedOn: _on, class: _class, ...rest } = subject
  const { state } = last
  return (state === 'unlisted' ? { ...rest, listed: false } : { ...rest, listed: true, class: state }) as T
}

/** Class B and C: what is made easier is not for them. */
export const isRestricted = ({ class: of }: Pick<Subject, 'class'>): boolean => of === 'B' || of === 'C'
/** Class B, C, or not known: without the class the stricter path is taken. */
export const isStrict = (subject: Pick<Subject, 'class'>): boolean =>
  isRestricted(subject) || subject.class === null

/** What every kind of check gets beside its own facts. */
export const common = {
  settings: ForexSettings.partial().optional(),
  rates: z.array(MonthRate).optional(),
  calendar: WorkCalendar.optional(),
  subject: Subject,
}

/** Settings with what is not stated filled in. */
export const settingsOf = (stated: Partial<ForexSettings> | undefined): ForexSettings => {
  const known = Object.entries(stated ?? {}).filter(([, value]) => value !== undefined)
  return ForexSettings.parse(Object.fromEntries(known))
}
