import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { openRoom } from '../../app/navigation'
import { groupDigits } from '../../components/numbers'
import { orderStates, type OrderState } from '../../data/order-state'
import type { DailyFigures } from '../../data/port'

type FigureProps = { id: string; label: string; count: number; states: readonly OrderState[]; tone?: string }

function Figure({ id, label, count, states, tone = '' }: FigureProps) {
  const { t } = useTranslation('home')
  return (
    <button
      type="button"
      className={`daily-figure ${count > 0 ? tone : 'daily-none'}`}
      data-testid={`daily-${id}`}
      title={t('daily.open', { label, count })}
      onClick={() => openRoom('orders', { state: states.join(',') })}
    >
      <span className="daily-count">{groupDigits(String(count))}</span>
      <span className="daily-label">{label}</span>
    </button>
  )
}

const tones: Partial<Record<OrderState, string>> = {
  incomplete: 'daily-attention',
  unmatched: 'daily-attention',
  refused: 'daily-bad',
  released: 'daily-good',
  cleared: 'daily-good',
}

/** 日清表: what was imported is exactly the sum of where it stands; each figure opens its orders. */
export function DailySheet({ figures }: { figures: DailyFigures }) {
  const { t } = useTranslation('home')
  const { imported, byState } = figures
  return (
    <section className="home-card" aria-label={t('daily.title')} data-help="home.daily">
      <h2>{t('daily.title')}</h2>
      <div className="daily" role="group" aria-label={t('daily.equation')}>
        <Figure id="imported" label={t('daily.imported')} count={imported} states={orderStates} />
        {orderStates.map((state, at) => (
          <Fragment key={state}>
            <span className="daily-sign" aria-hidden>
              {at === 0 ? '=' : '+'}
            </span>
            <Figure
              id={state}
              label={t(`daily.${state}`)}
              count={byState[state]}
              states={[state]}
              tone={tones[state]}
            />
          </Fragment>
        ))}
      </div>
      <p className="home-note">{t('daily.note')}</p>
    </section>
  )
}
