import type { Text } from '../model/text'
import { clauseIds, clauses, type ClauseId } from './clause-catalogue'
import { indicatorIds, indicators } from './indicators'
import type { Zone } from './zone'

/** One thing in which two zones differ; empty where one of them says nothing. */
export type ZoneDifference = {
  /** Field of the zone file, `clauses.<id>` or `targets.<indicator>`. */
  field: string
  label: Text
  left: Text
  right: Text
  /** One of both marks the field as not settled. */
  unconfirmed: boolean
}

type Row = { field: string; label: Text; of(zone: Zone): Text }

const list = (values: readonly string[] | undefined): Text => {
  const sorted = [...(values ?? [])].sort()
  return { zh: sorted.join('、'), en: sorted.join(', ') }
}
/** What stands there as it is, in whatever language. */
const plainly = (text: string): Text => ({ zh: text, en: text })
const row = (field: string, zh: string, en: string, of: (zone: Zone) => string | Text): Row => ({
  field,
  label: { zh, en },
  of: (zone) => {
    const told = of(zone)
    return typeof told === 'string' ? plainly(told) : told
  },
})

/** What tells two zones apart anyway; between two editions of one zone it is a change like any other. */
const ofOneZone: readonly Row[] = [
  row('name', '名称', 'Name', ({ name }) => name),
  row('plan', '方案', 'Plan', ({ plan: { title, issuer, number = '', day, approval = '' } }) =>
    [title, issuer, number, day, approval].filter(Boolean).join(' · '),
  ),
  row('customsPrefix', '关区前两位', 'Customs district', ({ customsPrefix }) => customsPrefix),
  row('laterDivisions', '以后的注册地范围', 'Registered within, later', ({ laterDivisions: later }) =>
    later
      ? {
          zh: `${list(later.divisions).zh} ${later.note.zh}`,
          en: `${list(later.divisions).en} ${later.note.en}`,
        }
      : '',
  ),
  row('unconfirmed', '口径待确认的项目', 'Not settled', ({ unconfirmed }) => list(unconfirmed)),
]

const plain: readonly Row[] = [
  row('province', '省份', 'Province', ({ province }) => province),
  row('platform', '平台依托', 'Platform', ({ platform }) => platform),
  row('upstream', '上游系统', 'Upstream', ({ upstream }) => upstream),
  row('plan', '方案', 'Plan', ({ plan }) => `${plan.number ?? plan.issuer} ${plan.day}`),
  row('access', '接入表述', 'Access', ({ access }) => list(access)),
  row('taxFunction', '税务功能', 'Tax function', ({ taxFunction }) => taxFunction),
  row('modes', '点名的监管方式', 'Modes by number', ({ modes }) => list(modes)),
  row('modesInWords', '文字提到的方式', 'Modes in words', ({ modesInWords }) => list(modesInWords)),
  row('functions', '平台功能', 'Functions', ({ functions }) => list(functions)),
  row('layout', '空间布局', 'Layout', ({ layout = '' }) => layout),
  row('places', '园区与监管场所', 'Places', ({ places }) => list(places)),
  row('industries', '产业', 'Industries', ({ industries }) => list(industries)),
  row('riskLoop', '风险防控环节', 'Risk loop', ({ riskLoop = [] }) => riskLoop.join('→')),
  row('divisions', '注册地范围', 'Registered within', ({ divisions }) => list(divisions)),
  row('rejectedAppType', '退单重报类型', 'appType after refusal', ({ rejectedAppType }) => rejectedAppType),
  row('acts', '更正动作表', 'Table of acts', ({ acts }) => (acts ? JSON.stringify(acts) : '')),
  row('matching', '对碰口径', 'Matching', ({ matching }) => (matching ? JSON.stringify(matching) : '')),
]

const marks: Readonly<Record<'stated' | 'in-words' | 'unclear', Text>> = {
  stated: { zh: '明确', en: 'stated' },
  'in-words': { zh: '有表述', en: 'in words' },
  unclear: { zh: '原文不清', en: 'unclear' },
}
/** How a plan puts a clause, in its own words behind ours. */
const clauseText = (zone: Zone, id: ClauseId): Text => {
  const own = zone.clauses.find(({ clause }) => clause === id)
  if (!own) return plainly('')
  const rate = own.rate === undefined ? '' : ` ${own.rate}%`
  return {
    zh: `${marks[own.said].zh}${rate}：${own.quote}`,
    en: `${marks[own.said].en}${rate}: ${own.quote}`,
  }
}
/** The same with its place and our remark, which differ between any two plans. */
const placedClause = (zone: Zone, id: ClauseId): Text => {
  const own = zone.clauses.find(({ clause }) => clause === id)
  if (!own) return plainly('')
  const text = clauseText(zone, id)
  const placed = (language: 'zh' | 'en') =>
    [text[language], own.article, own.note?.[language]].filter(Boolean).join(' · ')
  return { zh: placed('zh'), en: placed('en') }
}
const bounds = { reach: '', 'at-least': '≥', over: '>' } as const
const targetText = ({ targets = [] }: Zone, indicator: string): Text =>
  plainly(
    targets
      .filter((target) => target.indicator === indicator)
      .map(({ by, value, bound }) => `${by}: ${bounds[bound]}${value}`)
      .join(' · '),
  )

const rowsBy = (basic: readonly Row[], text: typeof clauseText): readonly Row[] => [
  ...basic,
  ...clauseIds.map((id) => ({
    field: `clauses.${id}`,
    label: clauses[id].name,
    of: (zone: Zone) => text(zone, id),
  })),
  ...indicatorIds.map((id) => ({
    field: `targets.${id}`,
    label: indicators[id],
    of: (zone: Zone) => targetText(zone, id),
  })),
]
const rows = rowsBy(plain, clauseText)
const editionRows = rowsBy(
  [...ofOneZone, ...plain.filter(({ field }) => ofOneZone.every((one) => one.field !== field))],
  placedClause,
)

/**
 * In what two zones differ, in the order an officer asks: platform, modes, clauses, targets. What both plans put in the
 * same words, or both leave out, is not listed; a clause that only differs in its wording is, because the wording decides.
 * Of two editions of one zone, everything that was changed is listed.
 */
export function compareZones(left: Zone, right: Zone): ZoneDifference[] {
  return (left.id === right.id ? editionRows : rows).flatMap(({ field, label, of }) => {
    const [a, b] = [of(left), of(right)]
    if (a.zh === b.zh && a.en === b.en) return []
    const name = field.split('.')[0]!
    const unconfirmed = left.unconfirmed.includes(name) || right.unconfirmed.includes(name)
    return [{ field, label, left: a, right: b, unconfirmed }]
  })
}
