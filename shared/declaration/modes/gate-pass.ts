import type { GatePass } from '../../model/gate-pass'

/** `done`: everything was declared. `soon`: two days are left, or less. */
export type PassState = 'done' | 'open' | 'soon' | 'overdue'

const dayMs = 86_400_000
const soonDays = 2

/** The last day on which the goods may be declared: calendar days after the day they left (口径待确认). */
export function dueOn({ leftOn, limitDays }: Pick<GatePass, 'leftOn' | 'limitDays'>): string {
  return new Date(Date.parse(`${leftOn}T00:00:00Z`) + limitDays * dayMs).toISOString().slice(0, 10)
}

/** Days until the last day, that day counting as 0; negative when it is over. `today` YYYY-MM-DD in Asia/Shanghai. */
export function daysLeft(pass: Pick<GatePass, 'leftOn' | 'limitDays'>, today: string): number {
  return Math.round((Date.parse(`${dueOn(pass)}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMs)
}

/** Where the countdown stands. A pass without orders was not declared by anything. */
export function passState(left: number, orders: number, declared: number): PassState {
  if (orders > 0 && declared === orders) return 'done'
  if (left < 0) return 'overdue'
  return left <= soonDays ? 'soon' : 'open'
}
