import type { Text } from '../model/text'
import { addSpan, daysBetween, type Span } from './span'

/** What has to happen in time: the return is applied for, the goods are back, or they come back free of import taxes. */
export type ClockUse = 'apply' | 'back' | 'tax-free'

/** A period that a text gives, with its source. Days are Asia/Shanghai, YYYY-MM-DD. */
export type Clock = {
  id: string
  use: ClockUse
  direction: 'export' | 'import'
  /** 监管方式 it holds for. */
  modes: readonly string[]
  /** The day it counts from: release by customs, or export of the goods. */
  from: 'release' | 'export'
  span: Span
  /** Days of release or export that fall under it; `to` absent: still in force. */
  effective: { from: string; to?: string }
  /** What it does not cover. */
  except?: 'food'
  basis: string
  /** 口径待确认: read second-hand. */
  uncertain?: true
  text: Text
}

/** Data before code: a new notice is a new row, an old one keeps its dates. */
export const clocks: readonly Clock[] = [
  {
    id: 'export-apply',
    use: 'apply',
    direction: 'export',
    modes: ['9610', '1210', '9810'],
    from: 'release',
    span: { years: 1 },
    effective: { from: '2020-03-27' },
    basis: '海关总署公告2020年第44号',
    text: {
      zh: '放行之日起1年内退运进境，可整批或部分退',
      en: 'Back within a year of the release, all of it or a part',
    },
  },
  {
    id: 'export-tax-free',
    use: 'tax-free',
    direction: 'export',
    modes: ['9610', '1210', '9710', '9810'],
    from: 'export',
    span: { months: 6 },
    effective: { from: '2026-01-01', to: '2027-12-31' },
    except: 'food',
    basis: '财政部 海关总署 税务总局公告2026年第16号',
    text: {
      zh: '出口之日起6个月内因滞销、退货原状退运进境的免征进口税收，食品除外',
      en: 'Unsold or returned goods in their original state are free of import taxes within six months of the export, food excepted',
    },
  },
  {
    id: 'import-apply',
    use: 'apply',
    direction: 'import',
    modes: ['9610', '1210'],
    from: 'release',
    span: { days: 30 },
    effective: { from: '2020-03-27' },
    basis: '海关总署公告2020年第45号',
    uncertain: true,
    text: { zh: '放行之日起30日内申请退货', en: 'Applied for within 30 days of the release' },
  },
  {
    id: 'import-back',
    use: 'back',
    direction: 'import',
    modes: ['9610', '1210'],
    from: 'release',
    span: { days: 45 },
    effective: { from: '2020-03-27' },
    basis: '海关总署公告2020年第45号',
    uncertain: true,
    text: {
      zh: '放行之日起45日内运抵原监管作业场所（场地）、原特殊区域或保税物流中心',
      en: 'Back at the original site or zone within 45 days of the release',
    },
  },
]

/** What the clocks look at. Days YYYY-MM-DD, absent while nobody knows them. */
export type ClockFacts = {
  direction: 'export' | 'import'
  mode: string
  releasedOn?: string | undefined
  exportedOn?: string | undefined
  /** Somebody said so; nothing in a 清单 tells it for certain. */
  food?: boolean | undefined
}

/**
 * A clock on one 清单. `due`: the last day; '' while the day it counts from is unknown. `left`: days from today, negative
 * when it is over. `void`: it does not help these goods (food).
 */
export type Deadline = {
  clock: Clock
  due: string
  left: number
  state: 'running' | 'over' | 'unknown' | 'void'
}

/**
 * Every clock that runs for a 清单. The last day counts as in time (口径待确认).
 * @param today YYYY-MM-DD, Asia/Shanghai
 */
export function deadlinesOf(facts: ClockFacts, today: string): Deadline[] {
  return clocks.flatMap((clock): Deadline[] => {
    if (clock.direction !== facts.direction || !clock.modes.includes(facts.mode)) return []
    const start = clock.from === 'release' ? facts.releasedOn : facts.exportedOn
    if (!start) return [{ clock, due: '', left: 0, state: 'unknown' }]
    const { from, to = '9999-12-31' } = clock.effective
    if (start < from || start > to) return []
    const due = addSpan(start, clock.span)
    const left = daysBetween(today, due)
    if (clock.except === 'food' && facts.food === true) return [{ clock, due, left, state: 'void' }]
    return [{ clock, due, left, state: left < 0 ? 'over' : 'running' }]
  })
}

/** Since this day a return of 9610 goods may be declared in another customs district than the 清单 was. */
export const OTHER_DISTRICT = {
  mode: '9610',
  from: '2026-04-01',
  basis: '海关总署公告2026年第24号',
} as const

/** Every period with its notice, for help. */
export const periodsInWords = (): Text => ({
  zh: `${clocks.map(({ text, basis }) => `${text.zh}（${basis}）`).join('；')}。最后一天算在内，口径待确认。9610自${OTHER_DISTRICT.from}起可以退往其它直属关区（${OTHER_DISTRICT.basis}）。`,
  en: `${clocks.map(({ text, basis }) => `${text.en} (${basis})`).join('; ')}. The last day counts as in time, unconfirmed. From ${OTHER_DISTRICT.from} on 9610 may come back to another district (${OTHER_DISTRICT.basis}).`,
})
