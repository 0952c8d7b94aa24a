import type { MessageType } from '../message'
import { amountRules } from './amount'
import { dateRules } from './dates'
import { lineRules } from './line'
import { modeRules } from './mode'
import type { DocumentRule } from './rule'
import { splitRules } from './split'
import { unitRules } from './unit'
import { weightRules } from './weight'

/** Every rule over several fields of one document. A new rule is one entry in its group. */
export const documentRules: readonly DocumentRule[] = [
  ...lineRules,
  ...amountRules,
  ...unitRules,
  ...weightRules,
  ...modeRules,
  ...splitRules,
  ...dateRules,
]

const byType = new Map<MessageType, readonly DocumentRule[]>()

/** The rules of one message. */
export function rulesOf(type: MessageType): readonly DocumentRule[] {
  let rules = byType.get(type)
  if (!rules) byType.set(type, (rules = documentRules.filter((rule) => rule.on.includes(type))))
  return rules
}
