import { businessDay } from '../time/shanghai'

/** 所属期, YYYYMM: the month in which lists were closed, by the calendar of Asia/Shanghai. */
export type Period = string

export const isPeriod = (text: string): boolean => /^\d{4}(0[1-9]|1[0-2])$/.test(text)

/** The month an instant lies in. */
export const periodOf = (instant: string): Period => businessDay(instant).slice(0, 7).replace('-', '')

/** The month so many months later; negative for earlier ones. */
export function shiftPeriod(period: Period, months: number): Period {
  const at = Number(period.slice(0, 4)) * 12 + Number(period.slice(4)) - 1 + months
  return `${Math.floor(at / 12)}${String((at % 12) + 1).padStart(2, '0')}`
}

/** 2026-03 for 202603. */
export const writtenPeriod = (period: Period): string => `${period.slice(0, 4)}-${period.slice(4)}`
