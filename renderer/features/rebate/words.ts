import type { LineEvent, LineState } from '#shared/rebate/life/states'
import type { Severity } from '#shared/rules/rule'
import type { StateTone } from '../../components/StateTag'
import type { RebateLineRow } from '../../data/port'

/** A colour for each state; the word carries the meaning. */
export const stateTones: Readonly<Record<LineState | 'mixed', StateTone>> = {
  undeclared: 'neutral',
  allocated: 'neutral',
  prechecked: 'running',
  selfChecked: 'running',
  declared: 'running',
  accepted: 'running',
  reviewed: 'running',
  approved: 'good',
  paid: 'good',
  questioned: 'bad',
  letter: 'waiting',
  refused: 'bad',
  withdrawn: 'waiting',
  reversed: 'neutral',
  mixed: 'waiting',
}

export const severityTones: Readonly<Record<Severity, StateTone>> = {
  blocking: 'bad',
  warning: 'waiting',
  info: 'neutral',
}

export type Treatment = RebateLineRow['treatment']
export const treatmentTones: Readonly<Record<Treatment, StateTone>> = {
  '': 'neutral',
  refund: 'good',
  exempt: 'running',
  taxed: 'bad',
  notYet: 'waiting',
  'needs-confirmation': 'waiting',
}
export const treatments = Object.keys(treatmentTones) as Treatment[]

/** What an officer says happened to lines after the claim; the others follow from work in the wizard. */
export const toldEvents = [
  'selfCheck',
  'declare',
  'accept',
  'review',
  'approve',
  'pay',
  'question',
  'answer',
  'holdForLetter',
  'letterAnswered',
  'refuse',
  'withdraw',
  'reverse',
  'repay',
] as const satisfies readonly LineEvent[]

/** `0.13` → `13%`; the text of a rate as people read it, without a float. */
export function percent(rate: string): string {
  const [whole = '0', part = ''] = rate.split('.')
  const digits = `${part}00`
  const left = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '')
  const rest = digits.slice(2).replace(/0+$/, '')
  return rate === '' ? '' : `${left}${rest === '' ? '' : `.${rest}`}%`
}

/** `202611` → `2026-11`. */
export const writtenPeriod = (period: string): string => `${period.slice(0, 4)}-${period.slice(4)}`

/** 21 digits as they are read: 报关单号 and item. */
export const writtenKey = (key: string): string => `${key.slice(0, 18)}-${Number(key.slice(18))}`
