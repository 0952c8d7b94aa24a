import type { EngineEvent } from '#shared/protocol/engine/ports'
import type { OutboxStatus, Reason } from '#shared/protocol/engine/records'
import type { ExchangeFacts } from '../../data/port'

export const unknownFacts: ExchangeFacts = {
  engine: 'off',
  line: 'unknown',
  queued: 0,
  unknownOutcome: 0,
  attention: 0,
}

/** What one step of the engine shows about the line. Only a call that was really made says anything. */
export function afterEvent(facts: ExchangeFacts, event: EngineEvent): ExchangeFacts {
  if (event.kind === 'skew') return { ...facts, skewMs: event.ms }
  if (event.kind === 'idle') {
    const { obstacle: _was, ...rest } = facts
    const { until, obstacle } = event
    return { ...rest, nextAt: new Date(until).toISOString(), ...(obstacle && { obstacle }) }
  }
  const { call, failure } = event
  const { lastFailure: _last, offlineSince, ...rest } = facts
  return {
    ...rest,
    ...(failure && !failure.reached && { offlineSince: offlineSince ?? call.at }),
    lastCallAt: call.at,
    line: failure && !failure.reached ? 'offline' : 'online',
    ...(failure && { lastFailure: { code: failure.code, text: failure.message, fix: failure.fix } }),
  }
}

/** The figures of the queue, from the store. */
export function withStatus(facts: ExchangeFacts, status: OutboxStatus): ExchangeFacts {
  const { stages, hold, packed, recheck } = status
  const { hold: _hold, holdKind: _kind, recheck: _recheck, ...rest } = facts
  const count = (stage: keyof OutboxStatus['stages']) => stages[stage] ?? 0
  return {
    ...rest,
    queued: count('waiting') + count('queued') + packed,
    unknownOutcome: count('sending') + count('sent') - packed,
    attention: count('attention'),
    ...(hold && { hold: hold.reason, holdKind: hold.kind }),
    ...(recheck && { recheck }),
  }
}

export const failed = (facts: ExchangeFacts, reason: Reason): ExchangeFacts => ({
  ...facts,
  lastFailure: reason,
})
