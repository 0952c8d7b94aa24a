import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { evidenceRule } from '#shared/evidence/kinds'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { openRoom } from '../../app/navigation'
import { useAttempt } from '../../app/useAttempt'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'

/** 证照到期提醒: papers whose 30, 7 or 1 days have come, or that have run out; each step until somebody says that it is known. */
export function PaperReminders() {
  const { t } = useTranslation('home')
  const show = useText()
  const port = useBook()
  const attempt = useAttempt()
  const on = businessDay(new Date().toISOString())
  const changes = useChanges('evidence', 'authorisations', 'settings')
  const { value: due } = useQueryState(async () => port.reminders(on), `${on} ${changes}`)
  if (!due || due.length === 0) return null
  return (
    <section className="home-card home-papers" aria-label={t('papers.title')}>
      <h2>
        {t('papers.title')}{' '}
        <ActButton
          does="remindersTold"
          size="small"
          onClick={() =>
            void attempt(() => port.remindersTold(due.map(({ document: { id }, step }) => ({ id, step }))))
          }
        >
          {t('papers.known')}
        </ActButton>
      </h2>
      <ul className="todos">
        {due.map(({ document: { id, kind, title, to = '' }, days, expired }) => (
          <li key={id}>
            <button
              type="button"
              className="todo"
              aria-label={`${t('papers.open')} ${title}`}
              onClick={() => openRoom('evidence', expired ? { face: 'lacking' } : {})}
            >
              <StateTag tone={days <= 1 ? 'bad' : 'waiting'}>
                {t(expired ? 'papers.over' : days === 0 ? 'papers.lastDay' : 'papers.left', {
                  days: Math.abs(days),
                })}
              </StateTag>
              <span className="todo-what">{title}</span>
              <span className="todo-how">{`${show(evidenceRule(kind).name)} ${to}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
