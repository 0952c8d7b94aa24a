import type { Text } from '../model/text'
import { clauseIds, clauses, type ClauseId } from './clause-catalogue'
import { indicatorIds, indicators } from './indicators'
import type { Zone } from './zone'

/** One thing in which two zones differ; '' where one of them says nothing. */
export type ZoneDifference = {
  /** Field of the zone file, `clauses.<id>` or `targets.<indicator>`. */
  field: string
  label: Text
  left: string
  right: string
  /** One of both marks the field as not settled. */
  unconfirmed: boolean
}

type Row = { field: string; label: Text; of(zone: Zone): string }

const list = (values: readonly string[] | undefined): string => [...(values ?? [])].sort().join('、')
const row = (field: string, zh: string, en: string, of: Row['of']): Row => ({ field, label: { zh, en }, of })

/** What tells two zones apart anyway; between two editions of one zone it is a change like any other. */
const ofOneZone: readonly Row[] = [
  row('name', '名称', 'Name', ({ name }) => name.zh),
  row('plan', '方案', 'Plan', ({ plan: { title, issuer, number = '', day, approval = '' } }) =>
    [title, issuer, number, day, approval].filter(Boolean).join(' · '),
  ),
  row('customsPrefix', '关区前两位', 'Customs district', ({ customsPrefix }) => customsPrefix),
  row('laterDivisions', '以后的注册地范围', 'Registered within, later', ({ laterDivisions: later }) =>
    later ? `${list(later.divisions)} ${later.note.zh}` : '',
  ),
  row('unconfirmed', '口径待确认的项目', 'Not settled', ({ unconfirmed }) => list(unconfirmed)),
]

const plain: readonly Row[] = [
  row('province', '省份', 'Province', ({ province }) => province.zh),
  row('platform', '平台依托', 'Platform', ({ platform }) => platform),
  row('upstream', '上游系统', 'Upstream', ({ upstream }) => upstream),
  row('plan', '方案', 'Plan', ({ plan }) => `${plan.number ?? plan.issuer} ${plan.day}`),
  row('access', '接入表述', 'Access', ({ access }) => list(access)),
  row('taxFunction', '税务功能', 'Tax function', ({ taxFunction }) => taxFunction.zh),
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

const marks = { stated: '明确', 'in-words': '有表述', unclear: '原文不清' } as const
const clauseText = (zone: Zone, id: ClauseId): string => {
  const own = zone.clauses.find(({ clause }) => clause === id)
  if (!own) return ''
  return `${marks[own.said]}${own.rate === undefined ? '' : ` ${own.rate}%`}：${own.quote}`
}
/** The same with its place and our remark, which differ between any two plans. */
const placedClause = (zone: Zone, id: ClauseId): string => {
  const own = zone.clauses.find(({ clause }) => clause === id)
  return own ? [clauseText(zone, id), own.article, own.note?.zh].filter(Boolean).join(' · ') : ''
}
const bounds = { reach: '', 'at-least': '≥', over: '>' } as const
const targetText = ({ targets = [] }: Zone, indicator: string): string =>
  targets
    .filter((target) => target.indicator === indicator)
    .map(({ by, value, bound }) => `${by}: ${bounds[bound]}${value}`)
    .join('；')

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
    if (a === b) return []
    const name = field.split('.')[0]!
    const unconfirmed = left.unconfirmed.includes(name) || right.unconfirmed.includes(name)
    return [{ field, label, left: a, right: b, unconfirmed }]
  })
}
