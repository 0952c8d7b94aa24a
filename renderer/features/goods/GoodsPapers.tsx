import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { evidenceRule } from '#shared/evidence/kinds'
import { useBook } from '../../app/book'
import { openRoom } from '../../app/navigation'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { useText } from '../../components/text'

const most = 50

/** Papers that were recorded for one of the goods, with the day each ends. */
export function GoodsPapers({ sku }: { sku: string }) {
  const { t } = useTranslation('goods')
  const show = useText()
  const port = useBook()
  const on = businessDay(new Date().toISOString())
  const changes = useChanges('evidence')
  const { value } = useQueryState(
    async () => port.evidence({ on, subject: sku, offset: 0, limit: most }),
    `${sku} ${on} ${changes}`,
  )
  if (!value) return null
  return (
    <section className="face-card" aria-label={t('papers.title')}>
      <h2>
        {t('papers.title')}{' '}
        <Button size="small" onClick={() => openRoom('evidence')}>
          {t('papers.open')}
        </Button>
      </h2>
      {value.rows.length === 0 && <p className="face-note">{t('papers.none')}</p>}
      <ul className="face-list">
        {value.rows.map(({ id, document: { kind, title, number = '' }, validity }) => (
          <li key={id}>
            {[show(evidenceRule(kind).name), title, number].filter(Boolean).join(' · ')}{' '}
            {t(`evidence:state.${validity.state}`, { days: 'days' in validity ? validity.days : 0 })}
          </li>
        ))}
      </ul>
    </section>
  )
}
