import { z } from 'zod'
import { breakKinds, Effect } from '../matching/break'
import type { MatchSettings } from '../matching/config'
import { day, decimalText } from '../model/field'
import { actions, type ActDifferences } from '../protocol/act-table'
import { documentKinds } from '../protocol/document-kind'
import { situations } from '../protocol/situations'
import { clauseIds } from './clause-catalogue'
import { indicatorIds } from './indicators'

const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const named = z.array(z.string().min(1))
/** Begin of an administrative division, GB/T 2260: two digits a province, four a city. */
const division = z.string().regex(/^\d{2}(\d{2})?$/)

/** One promise of a plan, in its own words. `unclear`: the text itself leaves open what is meant. */
const Clause = z.strictObject({
  clause: z.enum(clauseIds),
  said: z.enum(['stated', 'in-words', 'unclear']),
  article: z.string(),
  quote: z.string().min(1),
  /** A rate the clause names, in per cent. */
  rate: decimalText.optional(),
  note: Words.optional(),
})
export type ZoneClause = z.infer<typeof Clause>

const Target = z.strictObject({
  /** By the end of this year. */
  by: z.int().min(2010).max(2100),
  indicator: z.enum(indicatorIds),
  value: decimalText,
  bound: z.enum(['reach', 'at-least', 'over']),
})
export type ZoneTarget = z.infer<typeof Target>

const ActOption = z.strictObject({
  action: z.enum(actions),
  appTypes: z.array(z.enum(['1', '2', '3'])).optional(),
  keepsCopNo: z.boolean().optional(),
  uncertain: z.boolean().optional(),
  text: Words,
})
const Acts = z.partialRecord(
  z.enum(documentKinds),
  z.partialRecord(z.enum(situations), z.array(ActOption)),
) as unknown as z.ZodType<ActDifferences>

const Matching = z.strictObject({
  effects: z.partialRecord(z.enum(breakKinds), Effect).optional(),
  shortAmount: decimalText.optional(),
  shortPercent: decimalText.optional(),
  lateDays: z.int().nonnegative().optional(),
}) as unknown as z.ZodType<MatchSettings>

/** The data file of a 跨境电子商务综合试验区. What its plan does not say is absent, not guessed. */
export const ZoneFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: Words,
  province: Words,
  /** Day these data were put together; of two files of one zone the later counts. */
  edition: day,
  /** First two digits of the 4-digit customs offices of the district; a hint for choosing, not a check. */
  customsPrefix: z.string().length(2),
  /** Where an enterprise has to be registered for the plan to be meant for it. */
  divisions: z.array(division).min(1),
  /** Where the plan goes later, and on what that depends. */
  laterDivisions: z.strictObject({ divisions: z.array(division).min(1), note: Words }).optional(),
  /** 监管方式 that the plan names by number. Others may be in use all the same. */
  modes: z.array(z.string().regex(/^\d{4}$/)),
  /** Those it names in words only. */
  modesInWords: named.optional(),
  /** The platform the plan builds on, in its words. */
  platform: z.string().min(1),
  /** Which family of services stands behind it; our own label. */
  upstream: z.string().min(1),
  plan: z.strictObject({
    title: z.string().min(1),
    issuer: z.string().min(1),
    number: z.string().optional(),
    day,
    approval: z.string().optional(),
  }),
  /** How the plan words one connection and one filing. */
  access: named,
  /** What the plan calls the tax function of its platform: 退税, 免税申报 or 退免税. Menus say the same. */
  taxFunction: Words,
  /** Functions of the platform, in the words of the plan. */
  functions: named.optional(),
  layout: z.string().optional(),
  places: named.optional(),
  industries: named.optional(),
  targets: z.array(Target).optional(),
  /** Stages of the risk loop. */
  riskLoop: named.optional(),
  clauses: z.array(Clause),
  /** appType of a 清单 that is sent again after 海关退单. No text settles it, so it is data: 口径待确认. */
  rejectedAppType: z.enum(['1', '2']),
  /** Rows of the table of acts that the zone's customs handle otherwise. */
  acts: Acts.optional(),
  /** What the zone sets differently for 对碰. */
  matching: Matching.optional(),
  /** Fields whose content no text settles; shown as 口径待确认. */
  unconfirmed: named,
})
export type ZoneFile = z.infer<typeof ZoneFile>

/** A zone with what follows from its clauses. */
export type Zone = ZoneFile & {
  /** The plan names 先出区后报关: goods may leave a bonded zone on a 核放单 and be declared afterwards. */
  leavesFirst?: true
  /** The plan names 1210入区+9610出区. */
  combines1210And9610?: true
}

export function zoneOf(file: ZoneFile): Zone {
  const has = (id: ZoneClause['clause']) => file.clauses.some(({ clause }) => clause === id)
  return {
    ...file,
    ...(has('leaves-first') && { leavesFirst: true }),
    ...(has('bonded-then-9610') && { combines1210And9610: true }),
  }
}
