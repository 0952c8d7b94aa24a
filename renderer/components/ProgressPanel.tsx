import { Alert, Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { groupDigits } from './numbers'
import { rateOf, remainingSeconds } from './progress'
import type { ProgressPanelProps } from './ProgressPanel.props'
import { useText } from './text'
import './progress-panel.css'

export type { ProgressPanelProps } from './ProgressPanel.props'

const number = (value: number) => groupDigits(String(value))

function duration(t: TFunction, seconds: number): string {
  return seconds < 90
    ? t('progress.seconds', { count: seconds })
    : t('progress.minutes', { count: Math.ceil(seconds / 60) })
}

const barState = {
  running: 'active',
  cancelling: 'active',
  done: 'success',
  failed: 'exception',
  cancelled: 'exception',
} as const

/** n of m, how fast, how long still; with a way out and a way on. */
export function ProgressPanel(props: ProgressPanelProps) {
  const { title, state, done, total, unit, elapsedMs, counts = [], error, onCancel, onBackground } = props
  const { t } = useTranslation('components')
  const show = useText()
  const running = state === 'running' || state === 'cancelling'
  const rate = rateOf(done, elapsedMs)
  const remaining = running ? remainingSeconds(done, total, elapsedMs) : undefined
  const amount = total === undefined ? number(done) : `${number(done)} / ${number(total)}`
  const facts = [
    `${amount} ${show(unit)}`,
    rate !== undefined && t('progress.rate', { rate: number(rate), unit: show(unit) }),
    remaining !== undefined && t('progress.remaining', { time: duration(t, remaining) }),
  ].filter(Boolean)
  const percent = total ? Math.min(100, Math.floor((done / total) * 100)) : state === 'done' ? 100 : 0
  return (
    <section className="progress-panel" aria-label={show(title)}>
      <div className="progress-head">
        <strong>{show(title)}</strong>
        <span role="status">{t(`progress.${state}`)}</span>
      </div>
      <Progress
        percent={percent}
        status={barState[state]}
        showInfo={total !== undefined}
        aria-label={show(title)}
      />
      <div className="progress-facts">{facts.join(' · ')}</div>
      {counts.length > 0 && (
        <dl className="progress-counts">
          {counts.map(({ label, value, level = 'normal' }) => (
            <div key={label.en} className={`progress-count-${level}`}>
              <dt>{show(label)}</dt>
              <dd>{number(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {error && <Alert type="error" showIcon title={show(error)} />}
      {running && (
        <div className="progress-tools">
          {onBackground && <Button onClick={onBackground}>{t('progress.background')}</Button>}
          {onCancel && (
            <Button danger loading={state === 'cancelling'} onClick={onCancel}>
              {t('progress.cancel')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
