import { App } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openRoom } from '../../app/navigation'
import { useOnline } from '../../app/online'
import { useWhyNot } from '../../app/roles'
import { describeFailure } from '../../components/failure'
import { NumberInput } from '../../components/NumberInput'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'

type SilenceProps = { silent: number; hours: number; onHours: (hours: number) => Promise<void> }

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()

/** 清单 that customs has said nothing about for hours. While the line is down silence means nothing, and it says so. */
export function Silence({ silent, hours, onHours }: SilenceProps) {
  const { t } = useTranslation('home')
  const show = useText()
  const { message } = App.useApp()
  const refused = useWhyNot()('command')
  const { state, lastReceivedAt, lastCallAt } = useOnline()
  const [typed, setTyped] = useState<number>()
  const online = state === 'online'
  const saving = useRef(false)
  const keep = () => {
    // Enter saves, and so does leaving the field: one number is one act in the journal.
    if (saving.current || typed === undefined || typed === hours) return
    saving.current = true
    onHours(typed)
      .catch((error: unknown) => message.error(show(describeFailure(error).text)))
      .finally(() => {
        saving.current = false
        setTyped(undefined)
      })
  }
  // Leaving the field, the input tells its number once more: what is not being saved is no longer typed.
  const leave = () => {
    keep()
    if (!saving.current) setTyped(undefined)
  }
  return (
    <section className="home-card home-line" aria-label={t('silence.title')} data-help="home.silence">
      <span>
        {t('silence.after')}{' '}
        <NumberInput
          size="small"
          min={1}
          max={240}
          precision={0}
          className="silence-hours"
          aria-label={t('silence.hours')}
          disabled={refused !== undefined}
          title={refused ?? ''}
          value={typed ?? hours}
          onChange={(value) => setTyped(value ?? undefined)}
          onBlur={leave}
          onPressEnter={keep}
        />{' '}
        {t('silence.without')}
      </span>
      {online ? (
        <button
          type="button"
          className={`home-link ${silent > 0 ? 'home-link-warn' : ''}`}
          data-testid="silent"
          onClick={() => openRoom('lists', { 'awaitingSince.before': hoursAgo(hours) })}
        >
          {t('silence.count', { number: groupDigits(String(silent)) })}
        </button>
      ) : (
        <span data-testid="silent">{t('silence.offline')}</span>
      )}
      <span className="home-space" />
      <span data-testid="last-receive">
        {lastReceivedAt
          ? t('silence.received', { time: showTime(lastReceivedAt) })
          : lastCallAt
            ? t('silence.called', { time: showTime(lastCallAt) })
            : t('silence.never')}
      </span>
    </section>
  )
}
