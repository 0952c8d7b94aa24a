import { isZero } from '../../money/decimal'
import { nextMonth } from '../../rules/days'
import type { Correction, LockRefusal, MonthBridge } from './month-bridge'

/** 锁账 of a month, shop and currency by somebody. There is no way back: a closed month is corrected in an open one. */
export type MonthClose = { month: string; shop: string; currency: string; by: string; at: string }

export type LockState = 'open' | 'ready' | 'closed'

export const lockText: Readonly<Record<LockState, { zh: string; en: string }>> = {
  open: { zh: '未锁账，有未说明的差异', en: 'Open, with differences nobody told' },
  ready: { zh: '可锁账', en: 'Can be closed' },
  closed: { zh: '已锁账', en: 'Closed' },
}

type Book = Pick<MonthClose, 'shop' | 'currency'>
const sameBook = (a: Book, b: Book): boolean => a.shop === b.shop && a.currency === b.currency

/** The closed months of a shop and currency. */
export const closedMonths = (closes: readonly MonthClose[], of: Book): ReadonlySet<string> =>
  new Set(closes.filter((one) => sameBook(one, of)).map(({ month }) => month))

/** What a month's sheet says of itself. */
export function lockState(bridge: MonthBridge, closes: readonly MonthClose[]): LockState {
  if (closedMonths(closes, bridge).has(bridge.month)) return 'closed'
  return bridge.complete ? 'ready' : 'open'
}

/**
 * Whether a month may be closed: it is over, every difference has its reason, and no earlier month with figures is open,
 * because its differences of timing come back in this one.
 * @param months the months of this shop and currency that have figures
 */
export function closeRefusal(
  bridge: MonthBridge,
  closes: readonly MonthClose[],
  months: readonly string[],
  today: string,
): LockRefusal | undefined {
  const closed = closedMonths(closes, bridge)
  if (closed.has(bridge.month)) {
    return {
      text: { zh: `${bridge.month} 已锁账`, en: `${bridge.month} is closed` },
      fix: { zh: '更正登记在未锁的月份', en: 'Make corrections in an open month' },
    }
  }
  if (today < nextMonth(`${bridge.month}-01`)) {
    return {
      text: { zh: `${bridge.month} 还没有结束`, en: `${bridge.month} is not over` },
      fix: { zh: '次月再锁账', en: 'Close it next month' },
    }
  }
  const earlier = months.filter((month) => month < bridge.month && !closed.has(month)).sort()
  if (earlier.length > 0) {
    return {
      text: { zh: `${earlier.join('、')} 还没有锁账`, en: `${earlier.join(', ')} is not closed yet` },
      fix: { zh: '按月份先后锁账', en: 'Close the months in their order' },
    }
  }
  const open = bridge.steps.filter((step) => !isZero(step.open))
  if (open.length === 0) return undefined
  return {
    text: {
      zh: open.map(({ label, open: rest }) => `${label.zh} 未说明 ${rest}`).join('；'),
      en: open.map(({ label, open: rest }) => `${label.en}: ${rest} untold`).join('; '),
    },
    fix: { zh: '逐项说明差异原因', en: 'Give each difference its reason' },
  }
}

/** Corrections of a closed month, made later: what its sheet shows under it and does not change. */
export const laterCorrections = (bridge: MonthBridge, corrections: readonly Correction[]): Correction[] =>
  corrections.filter(
    (one) => sameBook(one, bridge) && one.about === bridge.month && one.month !== bridge.month,
  )
