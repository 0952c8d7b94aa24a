import { Alert, Empty, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { useText } from '../../../components/text'
import type { RebateFigures } from '../../../data/port'
import { useRebateChanges } from '../changes'
import { FigureTree } from '../../../app/grounds/FigureTree'
import { useWizard } from '../wizard/context'

/** 金额: every total opens to its formula and inputs; what cannot be computed is absent and says why. */
export function AmountsStep() {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const { batch } = useWizard()
  const changes = useRebateChanges()
  const run = batch.run?.run ?? 0
  const { value, state } = useQueryState<RebateFigures | undefined>(
    async () => (run === 0 ? undefined : port.rebateFigures(batch.id)),
    `${changes} ${batch.id} ${run}`,
  )
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (run === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('run.none')} />
  if (!value) return <Spin />
  return (
    <div className="face-page face-scroll" data-help="rebate.amounts">
      {batch.run?.outdated && <Alert type="warning" showIcon title={t('run.outdated')} />}
      {value.missing.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('figure.missing', { count: value.missing.length })}
          description={
            <ul className="face-list">
              {value.missing.map(({ key, why }) => (
                <li key={key}>
                  <code>{key}</code> {show(why)}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <section className="face-card" aria-label={t('step.amounts')}>
        <h2>{t('figure.title', { run: value.run })}</h2>
        {value.figures.map((figure) => (
          <FigureTree key={figure.figure} figure={figure} />
        ))}
        {value.figures.length === 0 && <p className="face-note">{t('figure.none')}</p>}
        <p className="face-note">{t('figure.rounding')}</p>
      </section>
    </div>
  )
}
