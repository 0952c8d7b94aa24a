import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/book'
import { useExchange } from '../../app/exchange'
import { openRoom } from '../../app/navigation'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { groupDigits } from '../../components/numbers'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import type { DailyFigures } from '../../data/port'
import { openWork } from './to-dos'

/** 待办: what waits for a person, each with the way to where it is done. */
export function ToDos({ changes, figures }: { changes: number; figures: DailyFigures }) {
  const { t } = useTranslation('home')
  const show = useText()
  const { port, officer, roles } = useSession()
  const imports = useChanges('imports', 'gatePasses', 'applications', 'lists', 'forexCredits', 'settings')
  const line = useExchange(({ facts }) => `${facts?.unknownOutcome} ${facts?.attention}`)
  const key = `${changes} ${imports} ${line} ${figures.byState.unmatched} ${figures.byState.ready}`
  const { value: items, state } = useQueryState(() => openWork(port, figures, { officer, roles }), key)
  return (
    <section className="home-card" aria-label={t('todo.title')}>
      <h2>{t('todo.title')}</h2>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      {items?.length === 0 && <p className="home-note">{t('todo.none')}</p>}
      <ul className="todos">
        {items?.map(({ key: id, count, room, params, urgent }) => (
          <li key={id}>
            <button
              type="button"
              className="todo"
              data-testid={`todo-${id}`}
              onClick={() => openRoom(room, params)}
            >
              <StateTag tone={urgent ? 'bad' : 'waiting'}>{groupDigits(String(count))}</StateTag>
              <span className="todo-what">{t(`todo.${id}`)}</span>
              <span className="todo-how">{t(`how.${id}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
