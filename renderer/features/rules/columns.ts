import type { CatalogueRule, Policy } from '#shared/policy/catalogue'
import type { StateTone } from '../../components/StateTag'

/** A colour for each grade; the word carries the meaning. */
export const severityTones: Readonly<Record<CatalogueRule['severity'], StateTone>> = {
  blocking: 'bad',
  block: 'bad',
  warning: 'waiting',
  review: 'waiting',
  hold: 'waiting',
  warn: 'waiting',
  duty: 'running',
  info: 'neutral',
}
export const severities = Object.keys(severityTones) as CatalogueRule['severity'][]

export const strengthTones: Readonly<Record<CatalogueRule['strength'], StateTone>> = {
  primary: 'good',
  'to-confirm': 'waiting',
  house: 'neutral',
}
export const strengths = Object.keys(strengthTones) as CatalogueRule['strength'][]

/** Practice is no document that could be read. */
export const seenOf = ({ kind, seen }: Pick<Policy, 'kind' | 'seen'>): Policy['seen'] | 'practice' =>
  kind === 'practice' && seen === 'not-seen' ? 'practice' : seen

export const seenTones: Readonly<Record<Policy['seen'] | 'practice', StateTone>> = {
  practice: 'neutral',
  whole: 'good',
  part: 'running',
  told: 'waiting',
  'not-seen': 'waiting',
}

/** `2026-01-01 –`, `– 2025-12-31`; '' when it always holds. */
export const daysOf = ({ from, to }: { from?: string; to?: string }): string =>
  from === undefined && to === undefined ? '' : `${from ?? ''} – ${to ?? ''}`.trim()
