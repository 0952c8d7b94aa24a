import type { Text } from '../../model/text'
import { sum } from '../../money/decimal'
import { cents } from '../../rules/explain'
import { addMonths, daysBetween, nextApril } from '../../rules/days'
import { layerOf } from '../layers'
import type { LineState } from './states'

/** What keeps an export of last year from being settled, in the order it is worked off. */
export const openReasons = [
  'notSummarised',
  'noInvoice',
  'notAllocated',
  'notDeclared',
  'questioned',
  'letter',
  'notCollected',
  'papersMissing',
] as const
export type OpenReason = (typeof openReasons)[number]
export const openReasonNames: Readonly<Record<OpenReason, Text>> = {
  notSummarised: { zh: '未汇总', en: 'Not summarised' },
  noInvoice: { zh: '缺发票', en: 'No invoice' },
  notAllocated: { zh: '未配单', en: 'Not allocated' },
  notDeclared: { zh: '未申报', en: 'Not claimed' },
  questioned: { zh: '疑点', en: 'Findings' },
  letter: { zh: '函调', en: 'Letter' },
  notCollected: { zh: '未收汇', en: 'Not collected' },
  papersMissing: { zh: '备案单证缺失', en: 'Papers missing' },
}

export type YearLine = {
  id: string
  exportDate: string
  state: LineState
  /** What is at stake in CNY: the expected refund. */
  refund: string
  /** A 9610 list of kind B that is in no 报关单 yet. */
  summarised: boolean
  hasInvoice: boolean
  /** Of a 生产企业: neither a purchase invoice nor 配单 is asked of it. */
  linkless?: boolean
  collected: boolean
  papersComplete: boolean
}

const settled: ReadonlySet<LineState> = new Set(['paid', 'refused', 'reversed'])
const claimed: ReadonlySet<LineState> = new Set([
  'declared',
  'accepted',
  'reviewed',
  'approved',
  'paid',
  'letter',
  'questioned',
])

/** Everything that is open about a line; a line that is paid can still lack its receipt or its papers. */
export function openOf(line: YearLine): OpenReason[] {
  const { state, summarised, hasInvoice, linkless = false, collected, papersComplete } = line
  const reasons: OpenReason[] = []
  if (!settled.has(state)) {
    if (!summarised) reasons.push('notSummarised')
    else if (!hasInvoice && !linkless) reasons.push('noInvoice')
    else if (state === 'undeclared' && !linkless) reasons.push('notAllocated')
    else if (!claimed.has(state)) reasons.push('notDeclared')
  }
  if (state === 'questioned') reasons.push('questioned')
  if (state === 'letter') reasons.push('letter')
  if (!collected && state !== 'refused' && state !== 'reversed') reasons.push('notCollected')
  if (claimed.has(state) && !papersComplete) reasons.push('papersMissing')
  return reasons
}

export type YearEnd = {
  year: number
  /** Shown from 1 January, prominent from 1 March. */
  show: 'hidden' | 'shown' | 'prominent'
  /** 30 April; the last filing period may end some days before (口径待确认). */
  lastDay: string
  daysLeft: number
  groups: { reason: OpenReason; label: Text; lines: string[]; refund: string }[]
  /** Lines with something open, each counted once. */
  atStake: { lines: number; refund: string }
  /** The nearest end of 36 months among open lines of the newer layer. */
  nearest36?: { id: string; day: string; daysLeft: number }
}

/** 年度清理: the exports of the year before `asOf` by what is open about them. */
export function yearEnd(lines: readonly YearLine[], asOf: string): YearEnd {
  const year = Number(asOf.slice(0, 4)) - 1
  const open = lines
    .filter(({ exportDate }) => exportDate.startsWith(`${year}-`))
    .map((line) => ({ line, reasons: openOf(line) }))
    .filter(({ reasons }) => reasons.length > 0)
  const groups = openReasons.flatMap((reason) => {
    const of = open.filter(({ reasons }) => reasons.includes(reason)).map(({ line }) => line)
    const refund = cents(sum(of.map((line) => line.refund)))
    return of.length > 0
      ? [{ reason, label: openReasonNames[reason], lines: of.map(({ id }) => id), refund }]
      : []
  })
  const lastDay = nextApril(`${year}-12-31`)
  const ends = open
    .flatMap(({ line, reasons }) => {
      const months = layerOf(line.exportDate)?.deemedSaleMonths
      const unclaimed = reasons.some(
        (reason) => openReasons.indexOf(reason) <= openReasons.indexOf('notDeclared'),
      )
      return months === undefined || !unclaimed
        ? []
        : [{ id: line.id, day: addMonths(line.exportDate, months) }]
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1))
  const [nearest] = ends
  const month = asOf.slice(5, 7)
  return {
    year,
    show: asOf > lastDay && open.length === 0 ? 'hidden' : month >= '03' ? 'prominent' : 'shown',
    lastDay,
    daysLeft: daysBetween(asOf, lastDay),
    groups,
    atStake: { lines: open.length, refund: cents(sum(open.map(({ line }) => line.refund))) },
    ...(nearest && { nearest36: { ...nearest, daysLeft: daysBetween(asOf, nearest.day) } }),
  }
}
