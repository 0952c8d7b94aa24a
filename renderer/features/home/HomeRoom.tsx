import { Alert, Button, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { BackupLine } from '../../app/safety/BackupLine'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { useText } from '../../components/text'
import type { DailyFigures } from '../../data/port'
import { DailySheet } from './DailySheet'
import { FirstSteps } from './FirstSteps'
import { PaperReminders } from './PaperReminders'
import { Silence } from './Silence'
import { ToDos } from './ToDos'
import { useSilentHours } from './silent-hours'
import './home.css'

/** What the day stands at: the 日清表, what waits for a person, and the first steps while there is nothing yet. */
export function HomeRoom() {
  const { t } = useTranslation('home')
  const show = useText()
  const port = useBook()
  const changes = useChanges('facts', 'overlays', 'results', 'lists', 'goods')
  const { hours, setHours } = useSilentHours()
  const { value: figures, state } = useQueryState(() => port.figures(hours), `${changes} ${hours}`)
  return (
    <div className="home" data-room="home">
      {typeof state === 'object' && (
        <Alert
          type="error"
          showIcon
          title={t('failed')}
          description={show(state.error)}
          action={<Button onClick={state.retry}>{t('retry')}</Button>}
        />
      )}
      {!figures && state === 'loading' && <Spin description={t('loading')} />}
      {figures && figures.imported === 0 && <FirstSteps />}
      {figures && (
        <>
          <DailySheet figures={figures as DailyFigures} />
          <Silence silent={figures.silent} hours={hours} onHours={setHours} />
          <PaperReminders />
          <ToDos changes={changes} figures={figures as DailyFigures} />
          <section className="home-card home-line" aria-label={t('safety:title')}>
            <BackupLine />
          </section>
        </>
      )}
    </div>
  )
}
