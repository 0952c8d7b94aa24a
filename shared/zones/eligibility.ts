import { fillText, type Text } from '../model/text'
import type { Basis } from '../rules/rule'
import { clauseIds, clauses, type ClauseArea, type ClauseHead, type ClauseId } from './clause-catalogue'
import type { ConditionId } from './condition-ids'
import { conditions, type ConditionState, type ZoneSubject } from './conditions'
import type { Zone, ZoneClause } from './zone'

/** One condition of a clause and how it stands. */
export type ConditionVerdict = {
  condition: ConditionId
  state: ConditionState
  says: Text
  value?: Text
  fix: Text
}

/**
 * Whether a clause is open to somebody. `applies`: every condition is met, which is no approval. `open`: something is not
 * known yet. `barred`: a condition is broken. `absent`: neither plan nor a rule of the whole country has it.
 */
export type ClauseVerdict = {
  clause: ClauseId
  /** Day of the zone's data by which this was judged. */
  edition: string
  area: ClauseArea
  name: Text
  state: 'applies' | 'open' | 'barred' | 'absent'
  /** How the plan puts it; `silent` where it does not. */
  said: ZoneClause['said'] | 'silent'
  conditions: readonly ConditionVerdict[]
  /** The verdict in a sentence, with what is missing. */
  says: Text
  basis: readonly Basis[]
  quote?: string
  note?: Text
  rate?: string
}

/** Every clause that some plan has, as this zone has it for this enterprise or person, mode and goods. */
export const zoneVerdicts = (zone: Zone, subject: ZoneSubject): ClauseVerdict[] =>
  clauseIds.map((id) => clauseVerdict(zone, subject, id))

/** One clause; see {@link zoneVerdicts}. A text that leaves open what is meant never gives more than `open`. */
export function clauseVerdict(zone: Zone, subject: ZoneSubject, id: ClauseId): ClauseVerdict {
  const head: ClauseHead = clauses[id]
  const own = zone.clauses.find(({ clause }) => clause === id)
  const national = head.national ?? []
  const common = {
    clause: id,
    edition: zone.edition,
    area: head.area,
    name: head.name,
    said: own?.said ?? ('silent' as const),
    ...(own && { quote: own.quote }),
    ...(own?.note && { note: own.note }),
    ...(own?.rate !== undefined && { rate: own.rate }),
    basis: [...(own ? [planBasis(zone, own)] : []), ...national],
  }
  if (!own && national.length === 0) {
    return { ...common, state: 'absent', conditions: [], says: fillText(words.absent, { zone: zone.name }) }
  }
  const checked = head.conditions.map((condition) => {
    const { says, fix, check } = conditions[condition]
    return { condition, says, fix, ...check(subject, zone) }
  })
  const those = (state: ConditionState) => checked.filter((one) => one.state === state)
  const [broken, open] = [those('broken'), those('open')]
  const unclear = own?.said === 'unclear' && national.length === 0
  const state = broken.length > 0 ? 'barred' : open.length > 0 || unclear ? 'open' : 'applies'
  const sentence =
    state === 'barred'
      ? fillText(words.barred, { why: listed(broken) })
      : state === 'applies'
        ? words.applies
        : open.length > 0
          ? fillText(words.open, { why: listed(open) })
          : words.unclear
  const says = own ? sentence : joined(fillText(words.silent, { zone: zone.name }), sentence)
  return { ...common, state, conditions: checked, says }
}

const planBasis = (zone: Zone, { article, said }: ZoneClause): Basis => ({
  document: `${zone.plan.number ?? zone.plan.issuer}《${zone.plan.title}》`,
  article,
  strength: said === 'stated' ? 'primary' : 'to-confirm',
  from: zone.plan.day,
})

const joined = (a: Text, b: Text): Text => ({ zh: a.zh + b.zh, en: `${a.en} ${b.en}` })
const listed = (all: readonly ConditionVerdict[]): Text => ({
  zh: all.map(({ says, value }) => says.zh + (value ? `（${value.zh}）` : '')).join('；'),
  en: all.map(({ says, value }) => says.en + (value ? ` (${value.en})` : '')).join('; '),
})

const words = {
  absent: {
    zh: '{zone}方案没有这一条，也没有已知的全国性规定',
    en: 'The plan of {zone} does not have it, nor does a national rule that is known',
  },
  silent: {
    zh: '{zone}方案没有写，按全国性规定：',
    en: 'The plan of {zone} is silent; by the national rule:',
  },
  applies: { zh: '条件都已满足，可以提交', en: 'Every condition is met; it may be asked for' },
  barred: { zh: '不适用。未满足：{why}', en: 'Does not apply. Not met: {why}' },
  open: { zh: '还不能判断。待确认：{why}', en: 'Not settled yet. To find out: {why}' },
  unclear: {
    zh: '方案原文不清楚，先问主管部门（口径待确认）',
    en: 'The wording of the plan is unclear; ask the authority (to be confirmed)',
  },
} satisfies Record<string, Text>
