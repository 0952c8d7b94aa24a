import type { z } from 'zod'
import { DeclarationSettings, defaultDeclarationSettings } from '../declaration/settings'
import { BrandSetting, brandsKey } from '../control/brands'
import { CnyRates, cnyRatesKey } from '../declaration/modes/cny'
import { defaultTolerance, WeightTolerance } from '../departure/weight-check'
import { defaultForexRules, ForexRules, ForexSubject } from '../forex/book/records'
import type { Text } from '../model/text'
import { defaultRules, RebateRules } from '../rebate/book/records'
import { RebateEnterprise } from '../model/rebate/enterprise'
import { flatten, unflatten } from './flat'
import { print, type Json } from '../model/json'

type SharedSetting = {
  title: Text
  schema: z.ZodType
  /** Merged entry by entry. */
  tables: readonly string[]
  /** What holds where nobody chose: not told, so that a first choice meets no choice that nobody made. */
  usual: Readonly<Record<string, Json>>
}

const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, Json>

/**
 * Settings of a book that are the enterprise's own choices, by key. All others stay where they are: what a computer
 * remembers of itself, of its network and keys, of its officers' reading, and numbers that were given out.
 */
export const sharedSettings: Readonly<Record<string, SharedSetting>> = {
  declaration: {
    title: { zh: '设置：清单与谁传输', en: 'Settings: lists and who transmits' },
    schema: DeclarationSettings,
    tables: ['transmits'],
    usual: json(defaultDeclarationSettings),
  },
  'weighing.tolerance': {
    title: { zh: '设置：称重容差', en: 'Settings: tolerance of weighing' },
    schema: WeightTolerance,
    tables: [],
    usual: json(defaultTolerance),
  },
  [cnyRatesKey]: {
    title: { zh: '设置：判断限额的汇率', en: 'Settings: rates that limits are judged by' },
    schema: CnyRates,
    tables: [],
    usual: {},
  },
  [brandsKey]: {
    title: { zh: '设置：品牌与授权', en: 'Settings: brands and leave to sell them' },
    schema: BrandSetting,
    tables: [],
    usual: json({ brands: [], leaves: [] }),
  },
  'rebate.enterprise': {
    title: { zh: '设置：退税企业情况', en: 'Settings: the company as to refunds' },
    schema: RebateEnterprise,
    tables: [],
    usual: {},
  },
  'rebate.rules': {
    title: { zh: '设置：退税口径', en: 'Settings: how refunds are reckoned' },
    schema: RebateRules,
    tables: ['settings', 'numbers', 'fx'],
    usual: json(defaultRules),
  },
  'forex.subject': {
    title: { zh: '设置：收结汇主体', en: 'Settings: the company as to foreign exchange' },
    schema: ForexSubject,
    tables: [],
    usual: {},
  },
  'forex.rules': {
    title: { zh: '设置：收结汇口径', en: 'Settings: how receipts are judged' },
    schema: ForexRules,
    tables: ['settings'],
    usual: json(ForexRules.parse(defaultForexRules)),
  },
}

export const isSharedSetting = (key: string): boolean => Object.hasOwn(sharedSettings, key)
export const settingTitle = (key: string): Text | undefined => sharedSettings[key]?.title

/** What somebody chose, by field; what is as usual is not told. */
export function settingFields(key: string, value: unknown): Record<string, Json> {
  const { tables, usual } = sharedSettings[key]!
  const before = flatten(usual, tables, [])
  const isChosen = ([path, chosen]: [string, Json]) => print(chosen) !== print(before[path] ?? null)
  return Object.fromEntries(Object.entries(flatten(json(value), tables, [])).filter(isChosen))
}

/** The setting of what was chosen; undefined when no setting can be made of it. */
export function settingOf(key: string, fields: Readonly<Record<string, Json>>): Json | undefined {
  const { schema, tables, usual } = sharedSettings[key]!
  const { data } = schema.safeParse(unflatten({ ...flatten(usual, tables, []), ...fields }, tables, []))
  return data === undefined ? undefined : json(data)
}
