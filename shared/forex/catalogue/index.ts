import { rule, house } from '../cite'
import { authenticity } from './authenticity'
import { classes } from './class'
import { conversion } from './conversion'
import { declaration } from './declaration'
import { individuals } from './individuals'
import { limits } from './limits'
import { netting } from './netting'
import { parties } from './parties'
import { refunds } from './refunds'
import { registration } from './registration'
import { reports } from './reports'
import { retention } from './retention'
import { rmb } from './rmb'

/** The law the catalogue was written from was read up to this day; printed on every report. */
export const lawAsOf = '2026-05-31'

/** Convention C2: thresholds are tested in USD by SAFE's rate of the month, and no rate stands in for another. */
export const missingRate = rule(
  'C2',
  'review',
  [
    '缺 {month} 的 {currency} 对美元折算率，不作推测',
    'The rate of {currency} to USD for {month} is missing; none is guessed',
  ],
  ['导入该月的《各种货币对美元折算率表》', 'Import SAFE’s table of that month'],
  [house('门槛按收款当月折算率')],
)

/** Every rule by its number. */
export const rules = {
  ...authenticity,
  ...registration,
  ...limits,
  ...netting,
  ...reports,
  ...classes,
  ...declaration,
  ...rmb,
  ...refunds,
  ...parties,
  ...individuals,
  ...conversion,
  ...retention,
} as const
export type RuleNumber = keyof typeof rules
