import type { ForexSeverity } from '#shared/forex/cite'
import type { LockState } from '#shared/forex/ledger/month-lock'
import type { Result } from '#shared/model/forex/result'
import { businessDay } from '#shared/time/shanghai'
import type { StateTone } from '../../components/StateTag'
import type { CreditStage } from '../../data/port'

/** A colour for each state; the word carries the meaning. */
export const resultTones: Readonly<Record<Result, StateTone>> = {
  READY: 'good',
  PARTIAL: 'waiting',
  REVIEW: 'waiting',
  BLOCKED: 'bad',
}

export const severityTones: Readonly<Record<ForexSeverity, StateTone>> = {
  block: 'bad',
  review: 'waiting',
  hold: 'waiting',
  duty: 'running',
  warn: 'waiting',
  info: 'neutral',
}

export const stageTones: Readonly<Record<CreditStage, StateTone>> = {
  unclaimed: 'waiting',
  inFlow: 'running',
  outOfFlow: 'neutral',
  presented: 'good',
}

export const lockTones: Readonly<Record<LockState, StateTone>> = {
  open: 'waiting',
  ready: 'running',
  closed: 'good',
}

/** Today in the time of business. */
export const today = (): string => businessDay(new Date().toISOString())
