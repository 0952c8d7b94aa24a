import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { openRoom } from '../../app/navigation'
import type { Params } from '../../app/room'

type Step = { key: string; room: string; params?: Params }

const steps: readonly Step[] = [
  { key: 'goods', room: 'imports', params: { kind: 'goods' } },
  { key: 'template', room: 'templates' },
  { key: 'orders', room: 'imports', params: { kind: 'orders' } },
  { key: 'match', room: 'matching' },
  { key: 'declare', room: 'lists' },
  { key: 'send', room: 'queue' },
]

/** What to do in a book that holds nothing yet, in the order of the work. */
export function FirstSteps() {
  const { t } = useTranslation('home')
  return (
    <section className="home-card" aria-label={t('first.title')}>
      <h2>{t('first.title')}</h2>
      <ol className="first-steps">
        {steps.map(({ key, room, params }) => (
          <li key={key}>
            <Button type="link" onClick={() => openRoom(room, params)}>
              {t(`first.${key}`)}
            </Button>
            <span className="home-note">{t(`first.${key}Hint`)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
