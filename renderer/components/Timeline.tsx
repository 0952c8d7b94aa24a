import { useTranslation } from 'react-i18next'
import { StateTag, type StateTone } from './StateTag'
import { useText } from './text'
import { showTime } from './time'
import type { TimelineAttempt, TimelineEvent, TimelineProps } from './Timeline.props'
import './timeline.css'

export type { TimelineAttempt, TimelineEvent, TimelineProps } from './Timeline.props'

const tones: Record<TimelineEvent['outcome'], StateTone> = {
  neutral: 'neutral',
  good: 'good',
  bad: 'bad',
  waiting: 'waiting',
}

function Event({ event }: { event: TimelineEvent }) {
  const { t } = useTranslation('components')
  const show = useText()
  return (
    <li className={`timeline-event timeline-event-${event.outcome}`}>
      <time dateTime={event.at}>{showTime(event.at)}</time>
      <div className="timeline-text">
        <StateTag tone={tones[event.outcome]}>{t(`timeline.${event.kind}`)}</StateTag>
        <strong>{show(event.title)}</strong>
        {event.detail && <div>{show(event.detail)}</div>}
        {event.raw && (
          <div className="timeline-raw">
            <code>{event.raw.code}</code> {event.raw.text}
          </div>
        )}
      </div>
    </li>
  )
}

function Attempt({ attempt }: { attempt: TimelineAttempt }) {
  const show = useText()
  return (
    <section className="timeline-attempt">
      <h3>{show(attempt.summary)}</h3>
      <ol>
        {attempt.events.map((event) => (
          <Event key={event.id} event={event} />
        ))}
      </ol>
    </section>
  )
}

/** Every try and every receipt in words, with the code and text as received beside them. */
export function Timeline({ attempts }: TimelineProps) {
  const { t } = useTranslation('components')
  if (attempts.length === 0) return <p className="timeline-none">{t('timeline.none')}</p>
  return (
    <div className="timeline">
      {attempts.map((attempt) => (
        <Attempt key={attempt.number} attempt={attempt} />
      ))}
    </div>
  )
}
