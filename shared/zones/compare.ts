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
const bounds = { reach: '', 'at-least': '≥', over: '>' } as const
const targetText = ({ targets = [] }: Zone, indicator: string): string =>
  targets
    .filter((target) => target.indicator === indicator)
    .map(({ by, value, bound }) => `${by}: ${bounds[bound]}${value}`)
    .join('；')

const rows: readonly Row[] = [
  ...plain,
  ...clauseIds.map((id) => ({
    field: `clauses.${id}`,
    label: clauses[id].name,
    of: (zone: Zone) => clauseText(zone, id),
  })),
  ...indicatorIds.map((id) => ({
    field: `targets.${id}`,
    label: indicators[id],
    of: (zone: Zone) => targetText(zone, id),
  })),
]

/**
 * In what two zones differ, in the order an officer asks: platform, modes, clauses, targets. What both plans put in the
 * same words, or both leave out, is not listed; a clause that only differs in its wording is, because the wording decides.
 */
export function compareZones(left: Zone, right: Zone): ZoneDifference[] {
  return rows.flatMap(({ field, label, of }) => {
    const [a, b] = [of(left), of(right)]
    if (a === b) return []
    const name = field.split('.')[0]!
    const unconfirmed = left.unconfirmed.includes(name) || right.unconfirmed.includes(name)
    return [{ field, label, left: a, right: b, unconfirmed }]
  })
}
