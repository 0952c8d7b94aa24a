import { ReloadOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { groupDigits } from '../../components/numbers'
import { StateTag, type StateTone } from '../../components/StateTag'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { ExchangeFacts } from '../../data/port'
import { useActing } from './useActing'

const tones: Record<ExchangeFacts['line'], StateTone> = {
  unknown: 'neutral',
  online: 'good',
  offline: 'waiting',
  unconfigured: 'neutral',
}

function Fact({ id, label, value }: { id: string; label: string; value: string }) {
  return (
    <div className="queue-fact">
      <dt>{label}</dt>
      <dd data-testid={`queue-${id}`}>{value}</dd>
    </div>
  )
}

/** The line by its last real call, and what stands in the queue. */
export function LineFacts({ facts }: { facts: ExchangeFacts }) {
  const { t } = useTranslation('queue')
  const show = useText()
  const port = useBook()
  const { busy, act } = useActing()
  const {
    line,
    queued,
    unknownOutcome,
    attention,
    lastCallAt,
    nextAt,
    lastFailure,
    skewMs,
    obstacle,
    recheck,
  } = facts
  const number = (n: number) => groupDigits(String(n))
  const minutes = Math.round(Math.abs(skewMs ?? 0) / 60_000)
  return (
    <section className="queue-card" aria-label={t('line.title')}>
      <div className="queue-line">
        <StateTag tone={tones[line]}>{t(`line.${line}`)}</StateTag>
        <dl className="queue-facts">
          <Fact id="waiting" label={t('line.queued')} value={number(queued)} />
          <Fact id="unknown" label={t('line.unknownOutcome')} value={number(unknownOutcome)} />
          <Fact id="attention" label={t('line.attention')} value={number(attention)} />
          <Fact
            id="last-call"
            label={t('line.lastCall')}
            value={lastCallAt ? showTime(lastCallAt) : t('none')}
          />
          {line === 'offline' && nextAt && <Fact id="next" label={t('line.next')} value={showTime(nextAt)} />}
        </dl>
        <span className="queue-space" />
        <ActButton
          does="retryNow"
          type="primary"
          icon={<ReloadOutlined />}
          loading={busy}
          disabled={line === 'unconfigured'}
          data-help="queue.retry"
          onClick={() => void act(() => port.retryNow(), t('retry.said'))}
        >
          {t('retry.all')}
        </ActButton>
      </div>
      {obstacle && (
        <p className="queue-note" data-testid="queue-obstacle">
          {obstacle.code === 'closed' && !obstacle.opens
            ? t('line.closedLong')
            : t(`line.${obstacle.code}`, { time: obstacle.opens ? showTime(obstacle.opens) : '' })}
        </p>
      )}
      {recheck && (
        <p className="queue-note" data-testid="queue-recheck">
          {t(recheck.more ? 'line.recheckMore' : 'line.recheck', {
            done: number(recheck.done),
            of: number(recheck.of),
          })}
        </p>
      )}
      {lastFailure && (
        <p className="queue-note" data-testid="queue-failure">
          {t('line.failure', { text: show(lastFailure.text) })} <code>{lastFailure.code}</code>
          {lastFailure.fix && <span> {show(lastFailure.fix)}</span>}
        </p>
      )}
      {minutes >= 2 && <p className="queue-note">{t('line.skew', { minutes })}</p>}
    </section>
  )
}
