/** What a clause of a zone can ask for; `conditions` has the words and the judgement of each. */
export const conditionIds = [
  'registered',
  'filed',
  'company',
  'individual',
  'export',
  'retail-export',
  'b2b-export',
  'retail-import',
  'bonded-import',
  'bonded',
  'no-voucher',
  'special-invoice',
  'cleared-here',
  'not-cancelled',
  'free-of-licence',
  'on-positive-list',
  'class-1-to-3',
  'name-list',
  'settlement-account',
  'matched',
] as const
export type ConditionId = (typeof conditionIds)[number]
