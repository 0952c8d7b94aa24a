import { sameRules } from '../dossier-rules'
import { documentRules } from './all'
import { fieldRules } from './field-texts'

const sources = new Map<string, string>([
  ...Object.entries(fieldRules).map(([id, rule]) => [id, rule.source] as const),
  ...documentRules.map((rule) => [rule.id, rule.source] as const),
  ...Object.values(sameRules)
    .flat()
    .map((rule) => [`dossier-${rule.id}`, rule.source] as const),
])

/** Where the rule of a fault stands and how sure that is; undefined for faults of the XML itself. */
export const ruleSource = (id: string): string | undefined => sources.get(id)
